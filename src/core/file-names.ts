import type { Choice } from './card';
import type { FileKind, FileReport } from './file';

/** A name of a file that nothing here is called by; null: its keys have none. `benefit`: what an admin says it means, in words; `id`: which one that is. */
interface Meaning {
  name: string | null;
  benefit?: string;
  id?: string;
}

/** What an admin has said of the names of a file. A button names one by its place, so none ever leaves and none changes its place. */
export interface Meanings {
  names: Meaning[];
  /** Benefits are made for what is left. */
  make: boolean;
  /** How often something was said: Import does what its card has shown, and nothing else. */
  said: number;
}

/** What the names of a file of a kind can mean. */
export const meantBy = (kind: FileKind): 'keyed' | 'in-portal' =>
  kind === 'visual-studio' ? 'in-portal' : 'keyed';

/** Nothing was said yet. */
export const nothingSaid: Meanings = { names: [], make: false, said: 0 };

/** Beyond so many names a file is for the terminal. */
const mostNames = 200;

/** What is known of the names after the file was read once more: those that were met for the first time stand at the end. */
export function withUnknown(meanings: Meanings, { lines }: FileReport): Meanings {
  const known = new Set(meanings.names.map(({ name }) => name));
  const met = lines.flatMap(({ about, what }) =>
    about === 'unmatched' || about === 'level' ? [what] : about === 'nameless' ? [null] : [],
  );
  const fresh = met.filter((name) => !known.has(name)).map((name) => ({ name }));
  return fresh.length === 0
    ? meanings
    : { ...meanings, names: [...meanings.names, ...fresh].slice(0, mostNames) };
}

/** The same, with what one of the names means; undefined where there is no such name. */
export function withMeaning(meanings: Meanings, at: number, benefit: Choice): Meanings | undefined {
  if (!meanings.names[at]) return undefined;
  return {
    ...meanings,
    names: meanings.names.map((one, place) =>
      place === at ? { ...one, benefit: benefit.label, id: benefit.value } : one,
    ),
    said: meanings.said + 1,
  };
}

/** The same, with whether benefits are made for the names that are left. */
export const withMaking = (meanings: Meanings, make: boolean): Meanings => ({
  ...meanings,
  make,
  said: meanings.said + 1,
});
