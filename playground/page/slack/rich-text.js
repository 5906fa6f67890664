import { h } from '../dom.js';
import { link } from './text.js';

/**
 * One element of a rich text block, and where it stands among all of them.
 * docs.slack.dev/reference/block-kit/blocks/rich-text-block
 */
export function richText(element, at, all) {
  switch (element.type) {
    case 'rich_text_preformatted':
      return preformatted(element, wordsIn(all[at - 1]));
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

const wordsIn = (element) => (element?.elements ?? []).map((one) => one.text ?? '').join('');

/** Text to be copied letter by letter; `name` is what stands above it, for those who hear the button alone. */
function preformatted(element, name) {
  const words = wordsIn(element);
  const copied = h('span.unseen', { 'aria-live': 'polite' });
  const button = h('button.quiet.copy', {
    type: 'button',
    onclick: async () => {
      await navigator.clipboard.writeText(words).then(
        () => (copied.textContent = 'Copied'),
        () => (copied.textContent = 'The browser does not let me copy. Please select the text.'),
      );
      say(copied.textContent === 'Copied' ? 'Copied' : 'Copy');
    },
  });
  const say = (word) => {
    button.textContent = word;
    if (name) button.setAttribute('aria-label', `${word} ${name}`);
  };
  say('Copy');
  return h('div.b-pre', {}, h('pre', { text: words }), button, copied);
}
