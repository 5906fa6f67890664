import { store } from '../store.js';

/** Everybody of the workspace whose account is not deactivated: `key` is the e-mail address. */
export const members = () => store.sight.people.filter(({ sides, left }) => sides.includes('slack') && !left);

/** The ways a text that ends in an unfinished @name could go on; none where it does not, or begins with it. */
export function mentionsFor(typed) {
  const [, before, begun] = /^(.*\S\s+)@([^@]*)$/s.exec(typed) ?? [];
  if (begun === undefined) return [];
  return members()
    .filter(({ name }) => name.toLowerCase().startsWith(begun.toLowerCase()))
    .map(({ name, key }) => ({ insert: `${before}@${name} `, hint: key }));
}
