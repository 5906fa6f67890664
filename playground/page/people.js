import { avatar, h } from './dom.js';
import { become, store, watch } from './store.js';

const roles = { employee: 'Employee', approver: 'Approver', admin: 'Admin', guest: 'Guest from outside' };

/** Who the visitor is, and the menu of who they can be. */
export function drawPeople(place) {
  const button = h('button.who-button', {
    type: 'button',
    'aria-haspopup': 'menu',
    'aria-expanded': 'false',
    'aria-controls': 'who-menu',
    onclick: () => (menu.hidden ? open() : close()),
    onkeydown: (event) => {
      if (event.key !== 'ArrowDown' || !menu.hidden) return;
      event.preventDefault();
      open();
    },
  });
  const menu = h('div.menu', {
    id: 'who-menu',
    role: 'menu',
    'aria-label': 'I am',
    hidden: true,
    onkeydown: move,
  });
  place.append(h('span.who-label', { text: 'I am', 'aria-hidden': 'true' }), button, menu);

  function open() {
    menu.hidden = false;
    button.setAttribute('aria-expanded', 'true');
    (menu.querySelector('[aria-checked=true]') ?? menu.firstChild)?.focus();
  }
  function close(back = true) {
    if (menu.hidden) return;
    menu.hidden = true;
    button.setAttribute('aria-expanded', 'false');
    if (back) button.focus();
  }
  function move(event) {
    const items = [...menu.querySelectorAll('[role=menuitemradio]')];
    const at = items.indexOf(document.activeElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: items.length - 1 }[event.key];
    if (to !== undefined) {
      event.preventDefault();
      items.at(to % items.length).focus();
    }
    if (event.key === 'Escape') {
      event.preventDefault();
      close();
    }
    if (event.key === 'Tab') close(false);
  }
  document.addEventListener('pointerdown', (event) => {
    if (!place.contains(event.target)) close(false);
  });

  let drawn = '';
  watch(({ me, people }) => {
    const words = JSON.stringify([me, people]);
    if (words === drawn) return;
    drawn = words;
    const self = people.find(({ key }) => key === me);
    const waiting = people.filter((one) => one.key !== me && one.unread.slack + one.unread.teams > 0);
    button.replaceChildren(
      avatar(self.name),
      h(
        'span.who-text',
        {},
        h('span.who-name', { text: self.name }),
        h('span.who-role', { text: roles[self.role] }),
      ),
      ...(waiting.length > 0
        ? [h('span.badge', { text: waiting.length, title: `${waiting.length} others have unread messages` })]
        : []),
      h('span.chevron', { 'aria-hidden': 'true' }),
    );
    button.setAttribute(
      'aria-label',
      `I am ${self.name}, ${roles[self.role]}. ${waiting.length > 0 ? `${waiting.length} others have unread messages. ` : ''}Change`,
    );
    const held = menu.contains(document.activeElement) ? document.activeElement.dataset.key : undefined;
    menu.replaceChildren(...people.map((one) => item(one, one.key === me)));
    if (held) menu.querySelector(`[data-key="${CSS.escape(held)}"]`)?.focus();
  });

  function item(one, isOn) {
    const unread = one.unread.slack + one.unread.teams;
    return h(
      'button.menu-item',
      {
        type: 'button',
        role: 'menuitemradio',
        'aria-checked': String(isOn),
        tabindex: -1,
        'data-key': one.key,
        onclick: () => {
          close();
          if (one.key !== store.me) become(one.key);
        },
      },
      avatar(one.name),
      h(
        'span.who-text',
        {},
        h('span.who-name', { text: one.name }),
        h('span.who-role', { text: roles[one.role] }),
      ),
      unread > 0 && !isOn && h('span.badge', { text: unread, 'aria-label': `${unread} unread` }),
    );
  }
}
