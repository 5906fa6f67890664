import { h } from '../dom.js';
import { link } from './text.js';

/** One element of a rich text block. docs.slack.dev/reference/block-kit/blocks/rich-text-block */
export function richText(element) {
  switch (element.type) {
    case 'rich_text_preformatted':
      return preformatted(element);
    case 'rich_text_list': {
      const items = element.elements.map((one) => h('li', {}, ...runs(one.elements)));
      return h(element.style === 'ordered' ? 'ol' : 'ul', {}, ...items);
    }
    case 'rich_text_quote':
      return h('blockquote', {}, ...runs(element.elements));
    default:
      return h('p.b-text', {}, ...runs(element.elements ?? []));
  }
}

const styles = { bold: 'strong', italic: 'em', strike: 's', code: 'code' };

function runs(all) {
  return all.map((one) => {
    let node =
      one.type === 'link'
        ? link(one.url, one.text ?? one.url)
        : document.createTextNode(one.text ?? one.name ?? one.user_id ?? '');
    for (const [name, isOn] of Object.entries(one.style ?? {}))
      if (isOn && styles[name]) node = h(styles[name], {}, node);
    return node;
  });
}

/** Text to be copied letter by letter. */
function preformatted(element) {
  const words = element.elements.map((one) => one.text ?? '').join('');
  const copied = h('span.unseen', { 'aria-live': 'polite' });
  const button = h('button.quiet.copy', {
    type: 'button',
    text: 'Copy',
    onclick: async () => {
      await navigator.clipboard.writeText(words).then(
        () => (copied.textContent = 'Copied'),
        () => (copied.textContent = 'The browser does not let me copy. Please select the text.'),
      );
      button.textContent = copied.textContent === 'Copied' ? 'Copied' : 'Copy';
    },
  });
  return h('div.b-pre', {}, h('pre', { text: words }), button, copied);
}
