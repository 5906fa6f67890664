import type { Person } from '../people';

/**
 * Whom a person picks from the list of members: by id, e-mail address, full or display name. A picker offers nobody who was
 * deactivated. docs.slack.dev/reference/block-kit/block-elements/select-menu-element
 * @returns the id; an error names who is there when nobody or more than one fits.
 */
export function picked(people: readonly Person[], wanted: string): string {
  const there = people.filter((person) => !person.deleted);
  const word = wanted.trim().toLowerCase();
  const byId = there.find((person) => person.id === wanted.trim());
  if (byId) return byId.id;
  const [found, another] = there.filter((person) =>
    [person.email, person.realName, person.name].some(
      (known) => known !== '' && known.toLowerCase() === word,
    ),
  );
  if (found && !another) return found.id;
  const names = there.map((person) => `${person.realName} (${person.name})`).join(', ');
  throw new Error(`${found ? 'More than one member is' : 'Nobody is'} "${wanted}"; there are: ${names}.`);
}

/** Several of them, each once; one text may name several with commas between. */
export function pickedAll(people: readonly Person[], wanted: readonly string[]): string[] {
  const words = wanted.flatMap((text) => text.split(',')).filter((text) => text.trim() !== '');
  return [...new Set(words.map((word) => picked(people, word)))];
}
