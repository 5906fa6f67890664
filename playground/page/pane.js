import { h } from './dom.js';
import { makeMessageList } from './messages.js';
import { messagesOf, openOn, redraw, store, watch } from './store.js';

/**
 * The frame both clients share: a list of conversations, the open one with its messages, and a box to write in.
 * @param given.platform what stands under the company's name
 * @param given.draw draws the content of one message
 * @param given.composer made by `makeComposer`
 * @param given.header conversation → what stands under its title
 * @param given.left what is true here of somebody who has left the company; their name comes before
 * @param given.opening conversation → what stands before the first message
 * @param given.onUpdate called with the side's state after each change
 */
export function makePane(
  place,
  side,
  { platform, draw, composer, header, left, opening, placeholder, onUpdate },
) {
  const teamName = h('span');
  const team = h('h2.team', {}, teamName, h('span.platform', { text: platform }));
  const list = h('ul.conversations');
  const nav = h('nav.sidebar', { 'aria-label': 'Conversations' }, team, list);
  const title = h('h3.title');
  const under = h('p.under');
  const messages = makeMessageList(side, draw, composer.replyTo);
  const typing = h('p.typing', { 'aria-live': 'polite' });
  const absent = h('p.absent', { hidden: true });
  const gone = h('p.gone', { role: 'note', hidden: true });
  const talk = h(
    'div.talk',
    {},
    h('header.head', {}, title, under),
    messages.list,
    typing,
    gone,
    composer.form,
    absent,
  );
  place.append(nav, talk);

  let shownIn = '';
  let drawn = '';
  function drawConversations(all, current) {
    const words = JSON.stringify([all.map(({ id, title, unread }) => [id, title, unread]), current.id]);
    if (words === drawn) return;
    drawn = words;
    const held = list.contains(document.activeElement) ? document.activeElement.dataset.kind : undefined;
    list.replaceChildren(
      ...all.map((one) => {
        const isDirect = one.kind !== 'channel';
        return h(
          'li',
          {},
          h(
            'button.conversation',
            {
              type: 'button',
              'data-kind': isDirect ? 'direct' : 'channel',
              'aria-current': one.id === current.id ? 'true' : undefined,
              onclick: () => {
                store.open[side] = isDirect ? 'direct' : one.id;
                redraw();
              },
            },
            h('span.conversation-mark', {
              'aria-hidden': 'true',
              'data-kind': isDirect ? 'direct' : 'channel',
            }),
            h('span.conversation-name', { text: one.title.replace(/^#/, '') }),
            one.unread > 0 &&
              one.id !== current.id &&
              h('span.badge', { text: one.unread, 'aria-label': `${one.unread} unread` }),
          ),
        );
      }),
    );
    if (held) list.querySelector(`[data-kind="${held}"]`)?.focus();
  }

  function update(sight) {
    const own = sight[side];
    const current = own && openOn(side);
    for (const element of [nav, messages.list, composer.form]) element.hidden = !current;
    const self = sight.people.find(({ key }) => key === sight.me);
    absent.hidden = Boolean(current);
    gone.hidden = !current || !self.left;
    gone.textContent = `${self.name} ${left}`;
    place.classList.toggle('is-absent', !current);
    if (!current) {
      title.textContent = '';
      under.textContent = '';
      absent.textContent = `${self.name} has no account here.`;
      onUpdate?.(own, sight);
      return;
    }
    // What somebody replied to is theirs, and of the conversation they did it in.
    if (shownIn !== `${sight.me} ${current.id}`) composer.replyTo(undefined);
    shownIn = `${sight.me} ${current.id}`;
    teamName.textContent = own.team;
    drawConversations(own.conversations, current);
    title.textContent = current.title;
    under.textContent = header(current);
    composer.setPlaceholder(placeholder(current));
    typing.textContent = current.typing ? `${current.title} is typing …` : '';
    messages.update(
      { ...current, id: `${sight.me} ${current.id}`, real: current.id },
      messagesOf(side, current),
      () => h('li.opening', {}, opening(current)),
    );
    onUpdate?.(own, sight);
  }
  watch(update);
  return {
    redraw() {
      messages.redraw();
      if (store.sight) update(store.sight);
    },
  };
}
