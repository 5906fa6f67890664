import { h, newId } from '../dom.js';
import { isDark } from '../theme.js';
import { hostConfig } from './host-config.js';
import { markdown } from './markdown.js';
import { isPeoplePicker, withPeople } from './people-picker.js';
import { makeTypeahead, nameTypeaheads } from './typeahead.js';

const renderer = () => globalThis.AdaptiveCards;

/**
 * Draws a card with Microsoft's renderer.
 * @param press (path, filled, label) → a promise that settles when the bot has answered
 */
export function drawCard(card, press) {
  const { AdaptiveCard, HostConfig } = renderer();
  AdaptiveCard.onProcessMarkdown = (text, result) => {
    result.outputHtml = markdown(text);
    result.didProcess = true;
  };
  const made = new AdaptiveCard();
  made.hostConfig = new HostConfig(hostConfig(isDark()));
  const { own, paths, inputs } = withOwnIds(card);
  made.parse(own);
  const chosenIn = makeTypeahead(made);
  made.onExecuteAction = async (action) => {
    if (action.getJsonTypeName() === 'Action.OpenUrl') {
      if (/^https?:/i.test(action.url)) open(action.url, '_blank', 'noreferrer,noopener');
      return;
    }
    const path = paths.get(action.id);
    if (path === undefined || place.getAttribute('aria-busy') === 'true') return;
    place.setAttribute('aria-busy', 'true');
    await press(path, filledIn(made, inputs, chosenIn), action.title ?? '');
    place.removeAttribute('aria-busy');
  };
  const place = h('div.card', { lang: card.lang });
  const drawn = made.render();
  if (drawn) place.append(drawn);
  mend(place, inputs);
  return place;
}

/** Values by the id each input has in the card; one without a value is left out. */
const filledIn = (card, inputs, chosenIn) =>
  Object.fromEntries(
    card
      .getAllInputs()
      .filter(({ id, value }) => inputs.has(id) && value !== undefined && value !== null)
      .map((input) => [inputs.get(input.id), String(chosenIn(input) ?? input.value)]),
  );

/**
 * A copy with ids of our own. A button bears its path in the card, which is how the tenant knows it; an input bears an id no other
 * card on the page has, as the renderer uses it for the element. Both are told apart again by the maps beside it.
 */
function withOwnIds(card) {
  const paths = new Map();
  const inputs = new Map();
  const walk = (node, path) => {
    if (Array.isArray(node)) return node.map((inner, index) => walk(inner, [...path, index]));
    if (typeof node !== 'object' || node === null) return node;
    const copy = Object.fromEntries(
      Object.entries(node).map(([key, inner]) => [key, key === 'data' ? inner : walk(inner, [...path, key])]),
    );
    const type = typeof copy.type === 'string' ? copy.type : '';
    if (type.startsWith('Action.')) {
      copy.id = newId('action');
      paths.set(copy.id, path.join('.'));
    } else if (type.startsWith('Input.')) {
      const id = newId('input');
      inputs.set(id, copy.id);
      copy.id = id;
      if (isPeoplePicker(copy)) return withPeople(copy);
    }
    return copy;
  };
  return { own: walk(card, []), paths, inputs };
}

/** What the renderer leaves out: a button of a list says what it is about, and layers are not stops of the keyboard. */
function mend(place, inputs) {
  nameTypeaheads(place);
  for (const button of place.querySelectorAll('button[title]')) {
    const words = button.textContent.trim();
    if (words && button.title !== words) button.setAttribute('aria-label', `${words}: ${button.title}`);
  }
  for (const input of place.querySelectorAll('input, textarea, select'))
    input.dataset.field = inputs.get(input.id) ?? `${inputs.get(input.name)} ${input.value}`;
  for (const list of place.querySelectorAll('.ac-choiceSetInput-multiSelect')) {
    list.style.maxHeight = '200px';
    list.style.overflowY = 'auto';
  }
  nameLists(place);
  // A button that finds a field empty makes the renderer name everything anew; of its clicks one hears only on the way down.
  place.addEventListener('click', () => setTimeout(nameLists, 0, place), { capture: true });
  // The space around a card is the style sheet's.
  for (const whole of place.querySelectorAll('.ac-adaptiveCard')) whole.style.padding = '0';
  for (const layer of place.querySelectorAll('.ac-adaptiveCard[tabindex]')) layer.removeAttribute('tabindex');
}

/** A list to tick is a group with a name, and each of its boxes has its own alone: the renderer gives all of them to the first box. */
function nameLists(place) {
  for (const list of place.querySelectorAll('.ac-choiceSetInput-multiSelect')) {
    list.setAttribute('role', 'group');
    for (const box of list.querySelectorAll('input')) {
      const ids = box.getAttribute('aria-labelledby').trim().split(/\s+/);
      if (ids.length > 1) list.setAttribute('aria-labelledby', ids.slice(0, -1).join(' '));
      box.setAttribute('aria-labelledby', ids.at(-1));
    }
  }
}
