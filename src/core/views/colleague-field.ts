import type { Choice, Field } from '../card';
import type { Named } from '../person';

/** Somebody who can be chosen; the address tells two of one name apart. */
export type Offered = Named & { email?: string };

/** A menu has no more entries (docs.slack.dev/reference/block-kit/composition-objects/option-object, 100). */
const most = 100;

/**
 * A field in which one of these is chosen, by name. Of more than a menu holds it is the platform's own picker, which offers everybody: then who
 * may not is refused.
 */
export const colleagueField = (
  about: Pick<Field, 'name' | 'label' | 'hint' | 'optional'>,
  colleagues: Offered[],
): Field =>
  colleagues.length <= most
    ? { ...about, kind: 'choice', choices: choicesOf(colleagues) }
    : { ...about, kind: 'person' };

const choicesOf = (colleagues: Offered[]): Choice[] =>
  colleagues
    .map(({ id, name, email }) => {
      const isOneOfTwo = colleagues.some((other) => other.id !== id && other.name === name);
      return { value: `person:${id}`, label: isOneOfTwo && email ? `${name} (${email})` : name };
    })
    .sort((one, other) => one.label.localeCompare(other.label));
