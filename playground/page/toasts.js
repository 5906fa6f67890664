import { h } from './dom.js';
import { become, redraw, store, watch } from './store.js';
import { isShown, showSide } from './tabs.js';

const names = { slack: 'Slack', teams: 'Teams' };
const lasts = 7_000;
const most = 2;

/** The newest message each person was told of on this page, so that nothing pops up twice. */
const told = new Map();

/** Pops up a notification for whatever arrives out of sight: on another side, in another conversation, for another person. */
export function watchNews() {
  watch((sight) => {
    showRemarks(sight);
    for (const toast of document.querySelectorAll('.toast'))
      if (toast.dataset.person === sight.me && isOpen(toast.dataset.side)) toast.remove();
    for (const person of sight.people) {
      const { latest } = person;
      const known = told.get(person.key);
      const isFirstLook = known === undefined;
      if (latest && latest.at > (known ?? 0)) {
        told.set(person.key, latest.at);
        const inSight = person.key === sight.me && isOpen(latest.side);
        if (!isFirstLook && !inSight) pop(person, latest, person.key === sight.me);
      }
      if (isFirstLook && !latest) told.set(person.key, 0);
    }
  });
}

/** Remarks that Teams shows beside a card after a press: of whom they were last drawn, and the newest of them. */
let remarked = { me: '', at: 0 };

function showRemarks({ me, teams }) {
  const remarks = teams?.toasts ?? [];
  const newest = remarks.at(-1)?.at ?? 0;
  if (remarked.me === me)
    for (const { text, at } of remarks) if (at > remarked.at) remark('Teams · Benefits', text);
  remarked = { me, at: newest };
}

/** Pops up a sentence of somebody else than the bot's chats, for a while. */
export function remark(from, text) {
  const [title, ...rest] = text.split('\n');
  const toast = h(
    'div.toast',
    { 'data-side': 'remark' },
    h(
      'div.toast-body',
      {},
      h('span.toast-from', { text: from }),
      h('span.toast-title', { text: title }),
      rest.length > 0 && h('span.toast-text', { text: rest.join(' · ') }),
    ),
  );
  document.getElementById('toasts').append(toast);
  setTimeout(() => toast.remove(), lasts);
}

/** Whether the chat with the bot on a side is what the visitor has in front of them. */
const isOpen = (side) => isShown(side) && store.open[side] === 'direct' && !document.hidden;

function pop(person, { side, text }, isMine) {
  const place = document.getElementById('toasts');
  const [title, ...rest] = text.split('\n');
  const toast = h(
    'div.toast',
    { 'data-side': side, 'data-person': person.key },
    h(
      'button.toast-body',
      {
        type: 'button',
        onclick: () => {
          end();
          goTo(person.key, side);
        },
      },
      h('span.toast-from', {
        text: isMine ? `${names[side]} · Benefits` : `For ${person.name} in ${names[side]}`,
      }),
      h('span.toast-title', { text: title }),
      rest.length > 0 && h('span.toast-text', { text: rest.join(' · ') }),
    ),
    h('button.quiet.icon.toast-close', {
      type: 'button',
      'aria-label': 'Dismiss notification',
      text: '×',
      onclick: () => end(),
    }),
  );
  const end = () => {
    clearTimeout(timer);
    const held = toast.contains(document.activeElement);
    toast.remove();
    if (held) document.getElementById('panes').focus({ preventScroll: true });
  };
  let timer = setTimeout(leave, lasts);
  function leave() {
    if (toast.matches(':hover, :focus-within')) timer = setTimeout(leave, 1_000);
    else end();
  }
  place.append(toast);
  while (place.children.length > most) place.firstChild.remove();
}

/** Shows somebody's chat with the bot on one side, and puts the keyboard there. */
export function goTo(key, side, after = () => focusNewest(side)) {
  store.open[side] = 'direct';
  showSide(side);
  if (store.me === key) {
    redraw();
    requestAnimationFrame(after);
    return;
  }
  const stop = watch((sight) => {
    if (sight.me !== key) return;
    stop();
    requestAnimationFrame(() => requestAnimationFrame(after));
  });
  become(key);
}

function focusNewest(side) {
  const messages = document.querySelectorAll(`#${side} .message`);
  (messages[messages.length - 1] ?? document.querySelector(`#${side} textarea`))?.focus();
}
