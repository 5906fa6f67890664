import { h } from './dom.js';

/** What a message begins with: enough to know it again. */
const beginningOf = ({ notice }) => {
  const [line] = (notice ?? '').trim().split('\n');
  return line.length > 60 ? `${line.slice(0, 59)}…` : line;
};

/** The line above a message that replies to another one. */
export const repliesTo = (original) =>
  h('p.replies-to', { text: original ? `In reply to “${beginningOf(original)}”` : 'In reply to a message' });

/** The button that replies to a message. */
export const replyButton = (message, reply) =>
  h('button.quiet.reply', {
    type: 'button',
    'aria-label': `Reply to “${beginningOf(message)}”`,
    text: 'Reply',
    onclick: () => reply(message),
  });

/** A bar over the box to write in, which says what is replied to, as long as something is. */
export function makeReplyBar(onEnd) {
  const words = h('span.reply-words');
  const end = h('button.quiet.icon', {
    type: 'button',
    'aria-label': 'Do not reply to it',
    title: 'Do not reply to it',
    text: '×',
    onclick: () => {
      clear();
      onEnd();
    },
  });
  const bar = h('p.reply-bar', { hidden: true }, words, end);
  let to;
  const clear = () => {
    to = undefined;
    bar.hidden = true;
  };
  return {
    bar,
    clear,
    isOpen: () => to !== undefined,
    open(message) {
      to = message.id;
      words.textContent = `In reply to “${beginningOf(message)}”`;
      bar.hidden = false;
    },
    /** The message that is replied to, which it is then no more. */
    take() {
      const taken = to;
      clear();
      return taken;
    },
  };
}
