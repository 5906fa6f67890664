/** What stands in the place of a name from then on: the same everywhere, and nothing of the person. */
export const pseudonymOf = (id: string): string => `Person ${id.slice(0, 8)}`;

/** By what a person is known in what others wrote. */
export interface Marks {
  id: string;
  name: string;
  /** Somebody else has the same name: in free text it cannot be told who is meant, and stays. */
  shared: boolean;
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

/** What names a person, as one expression; undefined where nothing does. */
function patternOf({ name, shared, addresses, accounts }: Marks): RegExp | undefined {
  const parts = [
    ...addresses.map(address),
    ...(shared || name.trim() === '' ? [] : [whole(name.trim())]),
    ...accounts.map(whole),
  ];
  return parts.length > 0 ? new RegExp(parts.join('|'), 'giu') : undefined;
}

/**
 * Takes a person's name, addresses and accounts out of a text, or out of all texts of what JSON can hold. Where something is said to be the
 * person by their id, its name is replaced whoever else has the same.
 */
export function unnamer(marks: Marks): <T>(value: T) => T {
  const pattern = patternOf(marks);
  const pseudonym = pseudonymOf(marks.id);
  const walk = (value: unknown): unknown => {
    if (typeof value === 'string') return pattern ? value.replace(pattern, pseudonym) : value;
    if (Array.isArray(value)) return value.map(walk);
    if (typeof value !== 'object' || value === null || value instanceof Date) return value;
    const theirs = (value as { id?: unknown }).id === marks.id;
    return Object.fromEntries(
      Object.entries(value).map(([key, each]) => [
        key,
        theirs && key === 'name' && typeof each === 'string' ? pseudonym : walk(each),
      ]),
    );
  };
  return (value) => walk(value) as typeof value;
}
