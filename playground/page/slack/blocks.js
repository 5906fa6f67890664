import { h } from '../dom.js';
import { elementOf } from './elements.js';
import { inputBlock } from './inputs.js';
import { richText } from './rich-text.js';
import { text } from './text.js';

/**
 * Draws blocks.
 * @param press (block, element, input) → a promise: what to do when a button is pressed or a menu chosen
 * @param errors sentences beside inputs, by block id
 */
export function blocks(all, press, errors = {}) {
  return h('div.blocks', {}, ...all.map((block) => drawn(block, press, errors)));
}

function drawn(block, press, errors) {
  const element = (one) => elementOf(one, (input) => press(block, one, input));
  switch (block.type) {
    case 'header':
      return h('h4.b-header', {}, text(block.text));
    case 'section':
      return h(
        'div.b-section',
        {},
        h(
          'div.b-section-text',
          {},
          block.text && h('p.b-text', {}, text(block.text)),
          block.fields &&
            h('div.b-fields', {}, ...block.fields.map((field) => h('p.b-text', {}, text(field)))),
        ),
        block.accessory && h('div.b-accessory', {}, element(block.accessory)),
      );
    case 'actions':
      return h('div.b-actions', {}, ...block.elements.map(element));
    case 'context':
      return h(
        'div.b-context',
        {},
        ...block.elements.map((one) => h('span', {}, one.type === 'image' ? `[${one.alt_text}]` : text(one))),
      );
    case 'divider':
      return h('hr.b-divider');
    case 'image':
      return block.src
        ? h(
            'figure.b-picture',
            {},
            block.title && h('figcaption.b-context', {}, text(block.title)),
            h('img', { src: block.src, alt: block.alt_text }),
          )
        : h('p.b-context', { text: `[${block.alt_text}]` });
    case 'input':
      return inputBlock(block, press, errors[block.block_id]);
    case 'rich_text':
      return h('div.b-rich', {}, ...block.elements.map(richText));
    case 'markdown':
      return h('p.b-text', { text: block.text });
    default:
      return h('p.b-context', { text: `[${block.type}]` });
  }
}
