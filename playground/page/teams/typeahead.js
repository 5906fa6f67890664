import { newId } from '../dom.js';
import { act, openOn } from '../store.js';

/** As many milliseconds without a letter, and what was typed is looked up; the renderer waits for them. */
export const quietBeforeLookUp = 250;

/** True for a field whose choices the app looks up while somebody types. */
const isLookedUp = (input) => input.isDynamicTypeahead?.() === true;

/**
 * Lets the fields of a card that look things up ask the app while somebody types. The renderer knows when to ask, and shows what fits;
 * but of what it was given it remembers the names alone, so the values are kept here.
 * @returns what a field has for a name that was chosen, or undefined where the renderer knows best
 */
export function makeTypeahead(card) {
  const values = new Map();
  card.onInputValueChanged = async (input) => {
    if (!isLookedUp(input)) return;
    const typed = input.getFilterForDynamicSearch();
    if (!typed) return;
    const { options: fitting = [] } = await act({
      do: 'teams.look-up',
      conversation: openOn('teams').id,
      dataset: input.choicesData.dataset,
      text: typed,
    });
    for (const { title, value } of fitting) values.set(`${input.id} ${title}`, value);
    const known = new Set(input.choices.map(({ title }) => title));
    input.renderChoices(
      typed,
      fitting.filter(({ title }) => !known.has(title)),
    );
  };
  return (input) => (isLookedUp(input) ? values.get(`${input.id} ${input.value}`) : undefined);
}

/** What the renderer leaves out of such a field: its name is that of the box to type in, and its list is one that can be heard. */
export function nameTypeaheads(place) {
  for (const whole of place.querySelectorAll('.ac-choiceSetInput-filtered-container')) {
    const [box, list] = whole.children;
    box.id = whole.id;
    whole.removeAttribute('id');
    list.id = newId('offered');
    list.role = 'listbox';
    box.role = 'combobox';
    box.autocomplete = 'off';
    box.setAttribute('aria-autocomplete', 'list');
    box.setAttribute('aria-controls', list.id);
    const label = place.querySelector(`label[for="${CSS.escape(box.id)}"]`);
    if (label) {
      // The renderer names an empty box by its placeholder, again and again; this name is the stronger one.
      label.id ||= newId('label');
      for (const one of [box, list]) one.setAttribute('aria-labelledby', label.id);
    }
    const tell = () => {
      for (const one of list.querySelectorAll('.ac-choiceSetInput-choice')) one.role = 'option';
      box.setAttribute('aria-expanded', String(list.className.includes('-dropdown-open')));
    };
    new MutationObserver(tell).observe(list, {
      childList: true,
      attributes: true,
      attributeFilter: ['class'],
    });
    tell();
  }
}
