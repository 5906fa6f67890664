import { traditional } from './written';

/** The commands that name no benefit. */
export type Plain =
  | 'list'
  | 'mine'
  | 'requests'
  | 'queue'
  | 'tasks'
  | 'stock'
  | 'people'
  | 'calendar'
  | 'away'
  | 'back'
  | 'link'
  | 'policy'
  | 'report'
  | 'differences'
  | 'ledger'
  | 'home'
  | 'menu'
  | 'help';

/** Ways to say one command, in both languages. */
export interface Ways {
  word: Plain;
  looks: RegExp[];
}

/** Words as the ways are written: in lower case, with traditional signs and plain apostrophes. */
export const forWays = (matter: string): string => traditional(matter).replace(/[’`]/g, "'").toLowerCase();

/** The command that a sentence means, by the first way that fits. */
export function wayIn(ways: Ways[], matter: string): Plain | undefined {
  const heard = forWays(matter);
  return ways.find(({ looks }) => looks.some((one) => one.test(heard)))?.word;
}
