import { h } from './dom.js';
import { showSide } from './tabs.js';
import { goTo } from './toasts.js';

const ada = 'ada@contoso.example';
const grace = 'grace@contoso.example';

const steps = [
  {
    name: 'ask',
    title: 'Ask in Slack',
    hint: 'as Ada, who needs a key',
    go: () =>
      goTo(ada, 'slack', () => {
        const box = document.querySelector('#slack textarea');
        box.value = '/benefits request Visio Professional 2024';
        box.dispatchEvent(new Event('input', { bubbles: true }));
        box.focus();
      }),
  },
  {
    name: 'approve',
    title: 'Approve in Teams',
    hint: 'as Grace, who approves',
    go: () => goTo(grace, 'teams', () => focusButton('teams', 'Approve')),
  },
  {
    name: 'key',
    title: 'Show key',
    hint: 'as Ada again, for her eyes only',
    go: () => goTo(ada, 'slack', () => focusButton('slack', 'Show key')),
  },
];

/** Puts the keyboard on the newest button of this name: on the side named first, or on the other when only that has one. */
function focusButton(side, label) {
  const other = side === 'slack' ? 'teams' : 'slack';
  for (const one of [side, other]) {
    const buttons = [...document.querySelectorAll(`#${one} .message button`)];
    const found = buttons.filter((button) => button.textContent.trim() === label).at(-1);
    if (!found) continue;
    if (one === other) showSide(other);
    requestAnimationFrame(() => found.focus());
    return;
  }
  const messages = document.querySelectorAll(`#${side} .message`);
  (messages[messages.length - 1] ?? document.querySelector(`#${side} textarea`))?.focus();
}

const done = new Set(JSON.parse(localStorage.getItem('tried') ?? '[]'));
let mark = () => {};

/** Notes that a step of the guide was lived through. */
export function tried(name) {
  if (done.has(name)) return;
  done.add(name);
  localStorage.setItem('tried', JSON.stringify([...done]));
  mark();
}

/** Three steps that show in a minute what the bot is for. */
export function drawGuide(place) {
  const items = steps.map((step, index) =>
    h(
      'li',
      {},
      h(
        'button.step',
        { type: 'button', 'data-step': step.name, onclick: step.go },
        h('span.step-number', { 'aria-hidden': 'true' }),
        h(
          'span.step-text',
          {},
          h('span.step-title', { text: step.title }),
          h('span.step-hint', { text: step.hint }),
        ),
      ),
      index < steps.length - 1 && h('span.step-arrow', { 'aria-hidden': 'true' }),
    ),
  );
  const close = h('button.quiet.icon', {
    type: 'button',
    text: '×',
    'aria-label': 'Hide what to try',
    onclick: () => {
      localStorage.setItem('guide', 'hidden');
      place.hidden = true;
      document.getElementById('panes').focus({ preventScroll: true });
    },
  });
  place.append(h('span.guide-title', { text: 'Try it' }), h('ol.steps', {}, ...items), close);
  place.hidden = localStorage.getItem('guide') === 'hidden';
  mark = () => {
    const next = steps.findIndex((step) => !done.has(step.name));
    items.forEach((item, index) => {
      const button = item.firstChild;
      const isDone = done.has(steps[index].name);
      button.classList.toggle('is-done', isDone);
      button.classList.toggle('is-next', index === next);
      button.firstChild.textContent = isDone ? '✓' : index + 1;
      button.setAttribute(
        'aria-label',
        `Step ${index + 1}${isDone ? ', done' : ''}: ${steps[index].title}, ${steps[index].hint}`,
      );
    });
  };
  mark();
}
