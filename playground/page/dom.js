/**
 * Makes an element. Text always goes in as text: nothing anybody wrote is ever read as HTML.
 * @param {string} tag `div`, or with classes `div.row.wide`
 * @param {Record<string, unknown>} [given] attributes; `on…` are listeners, `text` is its text, false and undefined leave one out
 * @param {...(Node | string | null | undefined | false | Array)} children
 */
export function h(tag, given = {}, ...children) {
  const [name, ...classes] = tag.split('.');
  const element = document.createElement(name);
  if (classes.length > 0) element.className = classes.join(' ');
  for (const [key, value] of Object.entries(given)) {
    if (value === undefined || value === false || value === null) continue;
    if (key === 'text') element.textContent = value;
    else if (key.startsWith('on')) element.addEventListener(key.slice(2), value);
    else if (key === 'class') element.classList.add(...String(value).split(' ').filter(Boolean));
    else element.setAttribute(key, value === true ? '' : String(value));
  }
  element.append(
    ...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false),
  );
  return element;
}

let counted = 0;
/** An id nobody else on the page has. */
export const newId = (word) => `${word}-${++counted}`;

const focusable =
  'a[href], button:not([disabled]), input:not([disabled]), select:not([disabled]), textarea:not([disabled])';

/** Everything in an element that the keyboard can reach, in order. */
const focusableIn = (element) =>
  [...element.querySelectorAll(focusable)].filter((one) => one.offsetParent !== null);

/**
 * Puts one element in the place of another. When the keyboard was inside, it goes to the first field of a form that opened there, else
 * to what bears the same words, else to the new element itself: never to nowhere.
 */
export function replaceKept(old, next) {
  const active = document.activeElement;
  const held = active && old.contains(active);
  const words = held ? nameOf(active) : '';
  const field = held ? active.dataset.field : undefined;
  const opensForm = !old.querySelector('[data-field]') && next.querySelector('[data-field]');
  old.replaceWith(next);
  if (!held) return;
  const same = focusableIn(next).find((one) =>
    field === undefined ? nameOf(one) === words : one.dataset.field === field,
  );
  (opensForm || same || next).focus({ preventScroll: true });
}

const nameOf = (element) => element.getAttribute('aria-label') ?? element.textContent;

/** Initials for an avatar: two letters, or one character of a Chinese name. */
function initials(name) {
  if (/\p{Script=Han}/u.test(name)) return [...name].slice(-2).join('');
  const words = name.split(/\s+/).filter(Boolean);
  return ((words[0]?.[0] ?? '') + (words.length > 1 ? words.at(-1)[0] : '')).toUpperCase();
}

/** A small round or square picture made of initials, in a colour of the name's own. */
export function avatar(name, isBot = false) {
  const hue = [...name].reduce((sum, letter) => (sum * 31 + letter.codePointAt(0)) % 8, 7);
  return h(
    'span.avatar',
    { 'aria-hidden': 'true', 'data-hue': isBot ? 'bot' : hue },
    isBot ? '' : initials(name),
  );
}

const time = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });
const date = new Intl.DateTimeFormat('en-GB', {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  year: 'numeric',
});
export const timeOf = (at) => time.format(at);
export const dateOf = (at) => date.format(at);
