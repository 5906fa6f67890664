import { store } from '../store.js';

/** True for a choice whose choices Teams looks up while somebody types: the people of the tenant. */
export const isPeoplePicker = ({ type, 'choices.data': query }) =>
  type === 'Input.ChoiceSet' && /^graph\.microsoft\.com\/users\b/.test(query?.dataset ?? '');

/**
 * The picker with everybody in it as choices of its own, which is how Microsoft's renderer can draw it: one person from a list that
 * opens, several by boxes to tick. The tenant takes an e-mail address for the person.
 */
export function withPeople({ 'choices.data': _, ...picker }) {
  const people = store.sight.people.filter(({ sides, left }) => sides.includes('teams') && !left);
  return {
    ...picker,
    style: 'compact',
    placeholder: picker.placeholder || 'Choose somebody',
    choices: people.map(({ key, name }) => ({ title: name, value: key })),
  };
}
