import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import type { Category } from '../../src/core/benefit';
import { type Meaning, type NamedBenefit, understand } from '../../src/core/understand';

/** A sentence, and what it is to lead to. `benefit`: where there are several, any of them is right. */
export interface Sentence {
  says: string;
  means: string;
  benefit?: string | string[];
  person?: string;
  category?: string;
}

/** `right`: understood so. `offered`: it is one of at most three that a card offers. */
export type Verdict = 'right' | 'offered' | 'wrong';

/** What a card leads to or offers: one thing that is done at once, or what its buttons mean. */
interface Lead {
  means: string;
  benefits: string[];
  person?: string;
  category?: string;
  sure: boolean;
}

const root = join(__dirname, '..', '..');

/** The membership that every sentence is about. */
export const sample: NamedBenefit[] = (
  parse(readFileSync(join(root, 'playground/sample/membership.csv')), { columns: true }) as Array<{
    benefit: string;
    category: Category;
    delivery: string;
  }>
).map(({ benefit, category, delivery }) => ({
  id: benefit,
  name: benefit,
  category,
  keyed: delivery === 'key',
}));

export type NamedSet =
  | 'seen'
  | 'unseen'
  | 'heard'
  | 'looked at'
  | 'not looked at'
  | 'overheard'
  | 'overheard, looked at'
  | 'overheard, not looked at'
  | 'talk'
  | 'talk, looked at'
  | 'talk, not looked at';

/** The sentences of a set, or of a half of one. What is overheard, and mere talk, is looked at in every second sentence: so each half has of every act. */
export function sentencesOf(set: NamedSet): Sentence[] {
  if (set === 'looked at') return sentencesOf('heard').filter(isLookedAt);
  if (set === 'not looked at') return sentencesOf('heard').filter((one) => !isLookedAt(one));
  for (const whole of ['overheard', 'talk'] as const) {
    if (set === `${whole}, looked at`) return sentencesOf(whole).filter((_, at) => at % 2 === 1);
    if (set === `${whole}, not looked at`) return sentencesOf(whole).filter((_, at) => at % 2 === 0);
  }
  return JSON.parse(readFileSync(join(__dirname, `${set}.json`), 'utf8'));
}

/** A half by chance, and always the same. */
const isLookedAt = ({ says }: Sentence): boolean =>
  (createHash('sha256').update(says).digest()[0] as number) % 2 === 0;

/** Which language a sentence is written in. */
export const languageOf = ({ says }: Sentence): 'zh-TW' | 'en' =>
  /\p{Script=Han}/u.test(says) ? 'zh-TW' : 'en';

/** What the house makes of a sentence, in the words of the sets. */
function lead(understood: Meaning): Lead {
  switch (understood.is) {
    case 'to-press':
      return { means: understood.command.type, benefits: [], sure: true };
    case 'command': {
      const { command } = understood;
      const means = command.type === 'away-form' ? 'away' : command.type;
      return {
        means,
        benefits: [],
        sure: true,
        ...(command.type === 'list' && command.category && { category: command.category }),
      };
    }
    case 'benefit': {
      const { wants, benefits, sure, to } = understood;
      return {
        means: wants === 'ask' ? 'request' : 'show',
        benefits,
        sure: sure && benefits.length === 1,
        ...(to && { person: to }),
      };
    }
    case 'to-do': {
      const { act, benefits, sure } = understood;
      const means = { holders: 'who-holds', holdings: 'what-holds' }[act as 'holders'] ?? act;
      const person =
        'to' in understood
          ? understood.to
          : 'from' in understood
            ? understood.from
            : 'whose' in understood
              ? understood.whose
              : '';
      return {
        means,
        benefits: act === 'holdings' ? [] : benefits,
        sure:
          act === 'holdings' ||
          (benefits.length === 0 && act === 'cancel') ||
          (sure && benefits.length === 1),
        ...(person && { person }),
      };
    }
  }
}

/** Whether that is what the sentence was to lead to. */
export function judge(sentence: Sentence): Verdict {
  const understood = understand(sentence.says, sample);
  switch (understood.is) {
    case 'unclear':
      return sentence.means === 'nothing' ? 'right' : 'wrong';
    case 'perhaps':
      return understood.meanings.some((one) => compared(sentence, lead(one)) !== 'wrong')
        ? 'offered'
        : 'wrong';
    default:
      return compared(sentence, lead(understood));
  }
}

/** What is meant for one benefit or another. */
const ofBenefits = ['show', 'request', 'return', 'cancel', 'who-holds', 'assign', 'reassign', 'remove'];

function compared(sentence: Sentence, { means, benefits, person, category, sure }: Lead): Verdict {
  const same = (a?: string, b?: string) => (a ?? '').toLowerCase() === (b ?? '').toLowerCase();
  // Bare "cancel" shows one's requests, from which one is cancelled.
  const meant =
    means === sentence.means || (sentence.means === 'cancel' && means === 'requests' && !sentence.benefit);
  if (!meant || !same(person, sentence.person) || !same(category, sentence.category)) return 'wrong';
  // Their cards are the same whatever benefit was said beside it: "do I have Visio?" is answered by all that one holds.
  if (!ofBenefits.includes(means)) return 'right';
  const wanted = sentence.benefit === undefined ? [] : [sentence.benefit].flat();
  if (wanted.length === 0) return benefits.length === 0 ? 'right' : 'wrong';
  if (!benefits.some((one) => wanted.includes(one))) return 'wrong';
  return sure || (wanted.length > 1 && benefits.every((one) => wanted.includes(one))) ? 'right' : 'offered';
}

/**
 * What a bot would come to that understands nothing and always offers the three benefits most asked for. It is given the best three of
 * the very sentences, and whoever wants to see one of them is served as well as whoever asks for it.
 */
export function alwaysThree(sentences: Sentence[]): (sentence: Sentence) => Verdict {
  const times = new Map<string, number>();
  const wish = ({ means, person }: Sentence) => ['request', 'show'].includes(means) && !person;
  for (const sentence of sentences)
    if (wish(sentence))
      for (const one of [sentence.benefit ?? []].flat()) times.set(one, (times.get(one) ?? 0) + 1);
  const three = [...times].sort((a, b) => b[1] - a[1]).slice(0, 3);
  return (sentence) =>
    wish(sentence) && three.some(([name]) => [sentence.benefit].flat().includes(name)) ? 'offered' : 'wrong';
}
