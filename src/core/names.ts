/** What stands in pasted words for one person, or for several. */
export interface Reading {
  /** Names that all of it may be, if it is of one person; the address beside them, which must then be theirs. */
  asOne: string[];
  address?: string;
  /** Else the people in it, each with the several they are where nobody is called so. */
  pieces: Array<{ said: string; several: string[] }>;
}

/** Whom some of the words name; nobody, or more than one where several are called so. */
export interface Called<P> {
  said: string;
  people: P[];
}

/** Lines and semicolons divide for sure, and so do mentions that follow each other. */
const surely = /[\n;；]|(?<=>)\s+(?=<@)/u;
/** Commas divide people, or a last name from a first one. */
const commas = /[,，、]/u;
/** "And" divides only where it stands by itself: 和, 與 and 及 are parts of names too. */
const ands = /\s+(?:and|&|和|與|及)\s+/iu;

const parts = (text: string, divider: RegExp): string[] =>
  text
    .split(divider)
    .map((part) => part.trim())
    .filter((part) => part !== '');

/** How names and addresses are compared: in any case and width, with single blanks, without an at sign before them. */
export const nameKey = (said: string): string =>
  said.normalize('NFKC').trim().replace(/^@/, '').replace(/\s+/g, ' ').toLowerCase();

/** What is pasted from a mail reads `Eve Employee <eve@contoso.example>`: the address says more than the name. */
const plainlyCalled = (said: string): string => addressIn(said) ?? said;
const addressIn = (said: string): string | undefined => /<([^<>@\s]+@[^<>\s]+)>/.exec(said)?.[1];

/**
 * Names as they are typed or pasted, divided by lines, semicolons, commas or "and". `Decider, Dana` may be two people, or the last
 * name of one before their first.
 */
export const readingsIn = (text: string): Reading[] =>
  parts(text, surely).map((line) => {
    const said = parts(line, commas);
    const pieces = said.map((piece) => ({ said: piece, several: parts(piece, ands) }));
    const [last = '', first = '', ...more] = said;
    if (first === '' || more.length > 0) return { asOne: [], pieces };
    const address = addressIn(first);
    const given = first.replace(/\s*<[^<>@]*@[^<>]*>\s*$/, '');
    const asOne = [`${last}, ${given}`, `${given} ${last}`, `${last} ${given}`];
    return { asOne, ...(address && { address }), pieces };
  });

/** All words of a reading for which somebody has to be looked for. */
export const wordsOf = ({ asOne, pieces }: Reading): string[] => [
  ...asOne,
  ...pieces.flatMap(({ said, several }) => [said, ...several].map(plainlyCalled)),
];

/**
 * Everybody whom a reading names. Whatever may be one person's name is theirs wherever somebody is called so; only then is it divided.
 * @param find whoever has these words as their whole name or their whole address
 */
export function calledBy<P extends { id: string }>(
  { asOne, address, pieces }: Reading,
  find: (words: string) => P[],
): Array<Called<P>> {
  for (const said of asOne) {
    const owners = address === undefined ? undefined : find(address).map(({ id }) => id);
    const people = find(said).filter(({ id }) => owners?.includes(id) ?? true);
    if (people.length > 0) return [{ said, people }];
  }
  return pieces.flatMap(({ said, several }) => {
    const people = find(plainlyCalled(said));
    if (people.length > 0 || several.length < 2) return [{ said, people }];
    return several.map((one) => ({ said: one, people: find(plainlyCalled(one)) }));
  });
}

/**
 * Whether a beginning of a name is long enough to look somebody up by: two Chinese characters, three letters of any other writing.
 * Never long enough to give something to them.
 */
export const isTelling = (beginning: string): boolean =>
  (beginning.match(/\p{Script=Han}/gu)?.length ?? 0) >= 2 || (beginning.match(/\p{L}/gu)?.length ?? 0) >= 3;
