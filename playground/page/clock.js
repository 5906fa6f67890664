import { dateOf, h } from './dom.js';
import { store, watch } from './store.js';

const day = 86_400_000;

/** The same day of the next month, or its last day where there is none. */
function nextMonth(from) {
  const then = new Date(from);
  const wanted = then.getDate();
  then.setMonth(then.getMonth() + 1, 1);
  then.setDate(Math.min(wanted, new Date(then.getFullYear(), then.getMonth() + 1, 0).getDate()));
  return then.getTime() - from;
}

const steps = [
  ['+1 day', 'Move the clock a day forward', () => ({ by: day })],
  ['+1 month', 'Move the clock a month forward', (now) => ({ by: nextMonth(now) })],
  ['+90 days', 'Move the clock 90 days forward', () => ({ by: 90 * day })],
];

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
      ...steps.map(([text, name, how]) =>
        h('button.quiet', {
          type: 'button',
          text,
          title: name,
          'aria-label': name,
          onclick: () => move(how(now())),
        }),
      ),
      back,
    ),
  );
  const tell = () => {
    const ahead = Math.round((store.sight?.offset ?? 0) / day);
    const words = `${dateOf(now())}${ahead > 0 ? ` · ${ahead} ${ahead === 1 ? 'day' : 'days'} ahead` : ''}`;
    if (shown.textContent !== words) shown.textContent = words;
    back.setAttribute('aria-disabled', String(ahead === 0));
    place.classList.toggle('is-ahead', ahead > 0);
  };
  watch(tell);
  setInterval(tell, 30_000);
}
