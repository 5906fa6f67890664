import type { Complaint, RowProblem } from '../core/file-problem';
import type { NotAKey } from '../core/key-text';
import { complain } from '../core/views/complaints';
import { wordsIn } from '../core/words';

const whySentences: Record<NotAKey, string> = {
  empty: 'there is no text',
  placeholder: 'a placeholder, not a key',
  'junk-id': "one of Microsoft's own test rows",
  legacy: 'a ten-digit number of old products, the same for everybody',
  html: 'a web text, not a key',
  'key-in-text': 'a sentence with a key in it; enter the key alone',
  'wrong-shape': 'not five groups of five letters and digits',
  sentence: 'a sentence, not a key',
  'too-long': 'a text too long to be shown',
};

/** One clear sentence for a file that is refused, as a terminal says it. */
export const sayInEnglish = (complaint: Complaint): string => complain(wordsIn('en'), complaint);

/** Why rows of one kind were left out, for the summary. */
export const sayWhy = (why: RowProblem['why']): string => whySentences[why];
