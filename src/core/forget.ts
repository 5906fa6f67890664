import { isOpen, type Request } from './request';

/** What stands in the place of a name from then on: the same everywhere, and nothing of the person. */
export const pseudonymOf = (id: string): string => `Person ${id.slice(0, 8)}`;

/** By what a person is known in what others wrote. */
export interface Marks {
  id: string;
  name: string;
  /** Where the name stands in free text it means this person; else it stays there. */
  unmistakable: boolean;
  addresses: string[];
  /** Ids of accounts in the chats. */
  accounts: string[];
}

/** A letter of a script that divides words; Chinese, Japanese and Korean do not. */
const letter = String.raw`(?![\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}])\p{L}`;
const inWord = String.raw`(?:${letter}|\p{N})`;

const literal = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
const whole = (text: string): string => `(?<!${inWord})${literal(text).replace(/\s+/g, '\\s+')}(?!${inWord})`;
const address = (text: string): string =>
  String.raw`(?<!${inWord}|[._%+-])${literal(text)}(?!${inWord}|-|\.${inWord})`;

const comparable = (text: string): string => text.normalize('NFKC').trim();
/** Several words, or at least two signs of a script that does not divide words. */
const full = /[^\s,]+[\s,]+[^\s,]+|^[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}]{2,}$/u;

/**
 * Whether a name means one person wherever it stands: a full name, because a first name alone may be anybody's or an everyday word, and in no
 * other name there is.
 *
 * @param others names of other people, of benefits and packages
 */
export function isUnmistakable(name: string, others: readonly string[]): boolean {
  const said = comparable(name);
  if (!full.test(said)) return false;
  const pattern = new RegExp(whole(said), 'iu');
  return !others.some((other) => pattern.test(comparable(other)));
}

/** What names a person, as one expression; undefined where nothing does. */
function patternOf({ name, unmistakable, addresses, accounts }: Marks): RegExp | undefined {
  const parts = [
    ...addresses.map(address),
    ...(unmistakable ? [whole(name.trim())] : []),
    ...accounts.map(whole),
  ];
  return parts.length > 0 ? new RegExp(parts.join('|'), 'giu') : undefined;
}

/** An open request of somebody else: where it is to go is theirs to say, and is still needed. */
const isOpenOfAnother = (value: object, id: string): boolean =>
  'assignee' in value &&
  (value.assignee as Partial<Request['assignee']> | null)?.id !== id &&
  isOpen(value as Request);

/**
 * Takes a person's name, addresses and accounts out of a text, or out of all texts of what JSON can hold. Where something is said to be the
 * person by their id, its name is replaced whoever else has the same. The address of an open request of somebody else stays.
 */
export function unnamer(marks: Marks): <T>(value: T) => T {
  const pattern = patternOf(marks);
  const pseudonym = pseudonymOf(marks.id);
  const walk = (value: unknown): unknown => {
    if (typeof value === 'string') return pattern ? value.replace(pattern, pseudonym) : value;
    if (Array.isArray(value)) return value.map(walk);
    if (typeof value !== 'object' || value === null || value instanceof Date) return value;
    const theirs = (value as { id?: unknown }).id === marks.id;
    const anothers = isOpenOfAnother(value, marks.id);
    return Object.fromEntries(
      Object.entries(value).map(([key, each]) => [
        key,
        theirs && key === 'name' && typeof each === 'string'
          ? pseudonym
          : anothers && key === 'email'
            ? each
            : walk(each),
      ]),
    );
  };
  return (value) => walk(value) as typeof value;
}
