import { avatar, h } from './dom.js';
import { act, become, store, watch } from './store.js';
import { remark } from './toasts.js';

const roles = { employee: 'Employee', approver: 'Approver', admin: 'Admin', guest: 'Guest from outside' };
const roleOf = ({ role, left }) => (left ? `${roles[role]}, has left` : roles[role]);

const closed = ({ sides }) =>
  [sides.includes('slack') && 'deactivated in Slack', sides.includes('teams') && 'deleted in Teams']
    .filter(Boolean)
    .join(', ');

/** Opens the menu with what can happen to somebody, the keyboard on it. */
export let unfold = () => {};

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
    unfolded = undefined;
    menu.hidden = true;
    button.setAttribute('aria-expanded', 'false');
    if (back) button.focus();
  }
  function move(event) {
    // Up and down go from person to person, left and right within what belongs to one.
    const items = [...menu.querySelectorAll('[role=menuitemradio]')];
    const row = document.activeElement.closest('.menu-row');
    const at = items.findIndex((item) => item.parentElement === row);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: items.length - 1 }[event.key];
    const own = [...(row?.querySelectorAll('button') ?? [])];
    const beside = own.indexOf(document.activeElement) + ({ ArrowRight: 1, ArrowLeft: -1 }[event.key] ?? 0);
    if (to !== undefined) {
      event.preventDefault();
      items.at(to % items.length).focus();
    }
    if (event.key === 'ArrowRight' || event.key === 'ArrowLeft') {
      event.preventDefault();
      own[beside]?.focus();
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
  /** The person whose accounts the menu shows something to do about. */
  let unfolded;
  watch(({ me, people }) => {
    const words = JSON.stringify([me, people]);
    if (words === drawn) return;
    drawn = words;
    draw(me, people);
  });

  function draw(me, people) {
    const self = people.find(({ key }) => key === me);
    const waiting = people.filter((one) => one.key !== me && one.unread.slack + one.unread.teams > 0);
    button.replaceChildren(
      avatar(self.name),
      h(
        'span.who-text',
        {},
        h('span.who-name', { text: self.name }),
        h('span.who-role', { text: roleOf(self) }),
      ),
      ...(waiting.length > 0
        ? [h('span.badge', { text: waiting.length, title: `${waiting.length} others have unread messages` })]
        : []),
      h('span.chevron', { 'aria-hidden': 'true' }),
    );
    button.setAttribute(
      'aria-label',
      `I am ${self.name}, ${roleOf(self)}. ${waiting.length > 0 ? `${waiting.length} others have unread messages. ` : ''}Change`,
    );
    drawMenu(me, people);
  }

  function drawMenu(me, people) {
    const { key, kind } = menu.contains(document.activeElement) ? document.activeElement.dataset : {};
    menu.replaceChildren(...people.map((one) => row(one, one.key === me)));
    if (key === undefined) return;
    const own = `[data-key="${CSS.escape(key)}"]`;
    (menu.querySelector(`${own}[data-kind="${kind}"]`) ?? menu.querySelector(own))?.focus();
  }

  /** A person of the menu, what can happen to them, and the button that unfolds it. */
  function row(one, isOn) {
    const isUnfolded = unfolded === one.key;
    return h(
      'div.menu-row',
      { role: 'none' },
      item(one, isOn),
      h('button.quiet.icon.menu-more', {
        type: 'button',
        role: 'menuitem',
        tabindex: -1,
        text: '⋯',
        title: 'What can happen to them',
        'aria-label': `What can happen to ${one.name}`,
        'aria-expanded': String(isUnfolded),
        'data-key': one.key,
        'data-kind': 'more',
        onclick: () => {
          unfolded = isUnfolded ? undefined : one.key;
          drawMenu(store.me, store.sight.people);
          if (unfolded) menu.querySelector('[data-kind=act]')?.focus();
        },
      }),
      isUnfolded &&
        h(
          'button.menu-item.menu-act',
          {
            type: 'button',
            role: 'menuitem',
            tabindex: -1,
            'data-key': one.key,
            'data-kind': 'act',
            onclick: () => leaveOrReturn(one),
          },
          one.left ? 'Comes back' : 'Leaves the company',
          h('span.who-role', { text: one.left ? 'the accounts are opened again' : closed(one) }),
        ),
    );
  }

  unfold = (key) => {
    open();
    unfolded = key;
    drawMenu(store.me, store.sight.people);
    menu.querySelector('[data-kind=act]')?.focus();
  };

  async function leaveOrReturn({ key, name, left }) {
    close();
    const { warning } = await act({ do: left ? 'company.return' : 'company.leave', person: key });
    remark(
      'Contoso',
      warning ??
        (left
          ? `${name} is back\nThe bot believes it after two minutes: press +1 h`
          : `${name} has left the company`),
    );
  }

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
        'data-kind': 'be',
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
        h('span.who-role', { text: roleOf(one) }),
      ),
      unread > 0 && !isOn && h('span.badge', { text: unread, 'aria-label': `${unread} unread` }),
    );
  }
}
