import { dateOf, h } from './dom.js';
import { store, watch } from './store.js';

const hour = 3_600_000;
const day = 24 * hour;

const steps = [
  ['+1 h', 'Move the clock an hour forward', hour],
  ['+1 day', 'Move the clock a day forward', day],
  ['+30 days', 'Move the clock 30 days forward', 30 * day],
  ['+90 days', 'Move the clock 90 days forward', 90 * day],
];

const times = (number, word) => `${number} ${number === 1 ? word : `${word}s`}`;

/** How far the clock is ahead, in days and hours; empty when it is not. */
function ahead(offset) {
  const hours = Math.round(offset / hour);
  const parts = [
    [Math.floor(hours / 24), 'day'],
    [hours % 24, 'hour'],
  ];
  return parts
    .filter(([number]) => number > 0)
    .map(([number, word]) => times(number, word))
    .join(' ');
}

/** The bot's date, and buttons that move it. */
export function drawClock(place) {
  const shown = h('output.clock-date', { 'aria-live': 'polite' });
  const back = h('button.quiet', {
    type: 'button',
    text: 'Now',
    title: 'Back to the real time',
    'aria-label': 'Back to the real time',
  });
  const now = () => Date.now() + (store.sight?.offset ?? 0);
  const move = async (how) => {
    await fetch('/clock', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(how),
    });
  };
  back.addEventListener('click', () => move({ to: 'now' }));
  place.append(
    h('span.clock-icon', { 'aria-hidden': 'true' }),
    shown,
    h(
      'span.clock-buttons',
      {},
      ...steps.map(([text, name, by]) =>
        h('button.quiet', {
          type: 'button',
          text,
          title: name,
          'aria-label': name,
          onclick: () => move({ by }),
        }),
      ),
      back,
    ),
  );
  const tell = () => {
    const far = ahead(store.sight?.offset ?? 0);
    const words = `${dateOf(now())}${far ? ` · ${far} ahead` : ''}`;
    if (shown.textContent !== words) shown.textContent = words;
    back.setAttribute('aria-disabled', String(far === ''));
    place.classList.toggle('is-ahead', far !== '');
  };
  watch(tell);
  setInterval(tell, 30_000);
}
