import type { Complaint } from '../file-problem';
import type { Words } from '../words';

/** One clear sentence for a file that is not taken, in its reader's language, with its line where there is one. */
export function complain(words: Pick<Words, 'complaints' | 'inLine'>, { line, problem }: Complaint): string {
  const say = words.complaints[problem.code] as (facts: Complaint['problem']) => string;
  const sentence = say(problem);
  return line === null ? sentence : words.inLine(line, sentence);
}
