import { h } from '../dom.js';

/** A text object of Block Kit; markup was read by the server and comes as spans. */
export function text(object) {
  if (!object) return document.createTextNode('');
  return object.type === 'mrkdwn' ? spans(object.spans ?? []) : document.createTextNode(object.text ?? '');
}

const marks = { bold: 'strong', italic: 'em', strike: 's' };

/** Pieces of formatted text. */
export function spans(all) {
  const fragment = document.createDocumentFragment();
  for (const span of all) {
    let node = piece(span);
    for (const mark of span.marks ?? []) node = h(marks[mark], {}, node);
    fragment.append(node);
  }
  return fragment;
}

function piece(span) {
  switch (span.kind) {
    case 'code':
      return h('code', { text: span.text });
    case 'pre':
      return h('pre', { text: span.text });
    case 'link':
      return link(span.url, span.text);
    case 'user':
      return h('span.mention', { text: `@${span.name ?? span.id}` });
    case 'channel':
      return h('span.mention', { text: `#${span.name}` });
    case 'broadcast':
      return h('span.mention', { text: `@${span.range}` });
    default:
      return document.createTextNode(span.text);
  }
}

/** A link that leaves the playground in a tab of its own; anything but the web stays words. */
export function link(url, words, more = {}) {
  if (!/^(https?|mailto):/i.test(url)) return document.createTextNode(words);
  return h('a', { href: url, target: '_blank', rel: 'noreferrer noopener', ...more, text: words });
}
