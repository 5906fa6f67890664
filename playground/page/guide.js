import { h } from './dom.js';
import { unfold } from './people.js';
import { stories } from './stories.js';
import { showSide } from './tabs.js';
import { goTo } from './toasts.js';

/** Does what a step is there for. */
function go({ as, side, text, label, by, unfold: person }) {
  if (by !== undefined)
    return fetch('/clock', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ by }),
    });
  if (person !== undefined) return unfold(person);
  if (text !== undefined) return goTo(as, side, () => write(side, text));
  return goTo(as, side, label === undefined ? undefined : () => focusButton(side, label));
}

function write(side, text) {
  const box = document.querySelector(`#${side} textarea`);
  box.value = text;
  box.dispatchEvent(new Event('input', { bubbles: true }));
  box.focus();
}

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

const nameOf = (story, index) => story.steps[index].name ?? `${story.name} ${index + 1}`;
const isTried = (story) => story.steps.every((_, index) => done.has(nameOf(story, index)));

/** A few steps at a time that show what the bot is for: one story, and a list to choose another from. */
export function drawGuide(place) {
  let story = stories.find(({ name }) => name === localStorage.getItem('story')) ?? stories[0];
  const list = h('ol.steps');
  const choice = h('select.stories', {
    'aria-label': 'What to try',
    onchange: () => {
      story = stories[choice.selectedIndex];
      localStorage.setItem('story', story.name);
      draw();
    },
  });
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
  choice.append(...stories.map(() => h('option')));
  choice.selectedIndex = stories.indexOf(story);

  function stepOf(step, index) {
    return h(
      'li',
      {},
      h(
        'button.step',
        {
          type: 'button',
          'data-step': nameOf(story, index),
          title: step.hint,
          onclick: () => {
            // The first story is ticked off by what really happened.
            if (!step.name) tried(nameOf(story, index));
            void go(step);
          },
        },
        h('span.step-number', { 'aria-hidden': 'true' }),
        h(
          'span.step-text',
          {},
          h('span.step-title', { text: step.title }),
          h('span.step-hint', { text: step.hint }),
        ),
      ),
      index < story.steps.length - 1 && h('span.step-arrow', { 'aria-hidden': 'true' }),
    );
  }
  function draw() {
    list.replaceChildren(...story.steps.map(stepOf));
    list.classList.toggle('is-long', story.steps.length > 3);
    mark();
  }
  mark = () => {
    const isDone = story.steps.map((_, index) => done.has(nameOf(story, index)));
    const next = isDone.indexOf(false);
    [...list.children].forEach((item, index) => {
      const button = item.firstChild;
      const { title, hint } = story.steps[index];
      button.classList.toggle('is-done', isDone[index]);
      button.classList.toggle('is-next', index === next);
      button.firstChild.textContent = isDone[index] ? '✓' : index + 1;
      button.setAttribute(
        'aria-label',
        `Step ${index + 1}${isDone[index] ? ', done' : ''}: ${title}, ${hint}`,
      );
    });
    stories.forEach((one, index) => {
      choice.options[index].textContent = `${isTried(one) ? '✓ ' : ''}${one.title}`;
    });
  };

  place.append(h('span.guide-title', { text: 'Try it' }), choice, list, close);
  place.hidden = localStorage.getItem('guide') === 'hidden';
  draw();
}
