import { avatar, dateOf, h, replaceKept, timeOf } from './dom.js';
import { repliesTo, replyButton } from './reply.js';
import { act } from './store.js';
import { isShown } from './tabs.js';

/** Messages of one person within so many milliseconds stand together under one name. */
const together = 5 * 60_000;

/**
 * A list of messages that is brought up to date in place: what did not change stays as it is, with whatever was typed in it.
 * @param side `slack` or `teams`
 * @param draw makes the content of one message
 * @param reply message → what to do when somebody wants to reply to it
 */
export function makeMessageList(side, draw, reply) {
  const list = h('ol.messages', { tabindex: 0, 'aria-label': 'Messages' });
  let drawn = new Map();
  let shownIn = '';
  let spoken = '';
  let shown = { isDirect: false, messages: [] };

  function update(conversation, messages, opening) {
    const isNew = shownIn !== conversation.id;
    shown = { isDirect: conversation.kind !== 'channel', messages };
    if (isNew) {
      shownIn = conversation.id;
      drawn = new Map();
      list.replaceChildren(opening());
    }
    const wasAtEnd = isNew || list.scrollHeight - list.scrollTop - list.clientHeight < 120;
    const keep = new Map();
    let before = list.firstChild;
    let previous;
    for (const message of messages) {
      const isApart =
        !previous ||
        previous.author !== message.author ||
        previous.ephemeral !== message.ephemeral ||
        message.at - previous.at > together;
      const day = !previous || dateOf(previous.at) !== dateOf(message.at) ? dateOf(message.at) : '';
      const look = `${isApart} ${day}`;
      const old = drawn.get(message.id);
      let item = old;
      if (!old || old.message !== message || old.look !== look) {
        item = { message, look, node: row(message, isApart, day) };
        if (old) replaceKept(old.node, item.node);
      }
      if (before.nextSibling !== item.node) before.after(item.node);
      before = item.node;
      keep.set(message.id, item);
      previous = message;
    }
    for (const [id, { node }] of drawn) if (!keep.has(id)) leave(node);
    const arrived = messages.filter(({ id }) => !drawn.has(id));
    drawn = keep;
    const last = messages.at(-1);
    if (arrived.length > 0 && (wasAtEnd || arrived.at(-1).mine || arrived.at(-1).ephemeral))
      reveal(drawn.get(arrived.at(-1).id).node);
    else if (wasAtEnd && !isNew) list.scrollTop = list.scrollHeight;
    if (!isNew && isShown(side)) for (const message of arrived) if (!message.mine) speak(message);
    if (last && conversation.unread > 0 && isShown(side) && !document.hidden && spoken !== last.id) {
      spoken = last.id;
      void act({ do: 'seen', side, conversation: conversation.real, id: last.id });
    }
  }

  /** Shows the end of the list, or the beginning of a message that is too tall to be seen whole. */
  function reveal(node) {
    list.scrollTop = list.scrollHeight;
    const above = list.getBoundingClientRect().top - node.getBoundingClientRect().top;
    if (above > 0) list.scrollTop -= above;
  }

  function row(message, isApart, day) {
    const who = message.ephemeral ? `${message.author}, only visible to you` : message.author;
    return h(
      'li.message',
      {
        tabindex: -1,
        class: [
          isApart ? 'is-apart' : '',
          message.mine ? 'is-mine' : '',
          message.ephemeral ? 'is-ephemeral' : '',
        ].join(' '),
        'data-id': message.id,
        'aria-label': `${who} at ${timeOf(message.at)}`,
      },
      day && h('div.day', {}, h('span', { text: day })),
      h(
        'div.message-box',
        {},
        message.ephemeral &&
          h('p.ephemeral-note', {}, h('span.eye', { 'aria-hidden': 'true' }), 'Only visible to you'),
        h('div.message-row', {}, margin(message, isApart), body(message, isApart)),
      ),
    );
  }

  function margin(message, isApart) {
    return h(
      'span.message-side',
      {},
      isApart
        ? avatar(message.author, message.bot)
        : h('span.message-time', { text: timeOf(message.at), 'aria-hidden': 'true' }),
    );
  }

  function body(message, isApart) {
    return h(
      'div.message-body',
      {},
      isApart &&
        h(
          'p.message-head',
          {},
          h('span.author', { text: message.author }),
          message.bot && h('span.app', { text: 'App' }),
          h('time', { text: timeOf(message.at) }),
        ),
      message.replyTo && repliesTo(shown.messages.find(({ id }) => id === message.replyTo)),
      draw(message),
      message.edited && h('span.edited', { text: '(edited)' }),
      shown.isDirect && message.bot && !message.ephemeral && replyButton(message, reply),
    );
  }

  /** A message goes; when the keyboard was in it, it goes to the list. */
  function leave(node) {
    const held = node.contains(document.activeElement);
    node.remove();
    if (held) list.focus({ preventScroll: true });
  }

  return { list, update, redraw: () => (shownIn = '') };
}

/** Says a new message to those who listen to the page. */
function speak(message) {
  const place = document.getElementById('spoken');
  place.textContent = `${message.author}: ${message.notice}`.slice(0, 400);
}
