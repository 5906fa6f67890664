import { h } from '../dom.js';
import { blocks } from './blocks.js';
import { text } from './text.js';

/**
 * Draws a modal: its title, its blocks and its buttons.
 * @param title the id under which the title is known to whoever names the dialog by it
 * @param on `press`: as of `blocks`; `close`: (all of them?) → what to do
 */
export function modalForm(view, title, { press, close }) {
  return h(
    'form.modal-form',
    { novalidate: true },
    h(
      'header.modal-head',
      {},
      h('h4.modal-title', { id: title }, text(view.title)),
      h('button.quiet.icon', {
        type: 'button',
        'aria-label': 'Close all',
        text: '×',
        onclick: () => close(true),
      }),
    ),
    h('p.modal-warning', { role: 'alert', hidden: true }),
    h(
      'div.modal-content',
      { tabindex: 0, role: 'group', 'aria-labelledby': title },
      blocks(view.blocks, press, view.errors),
    ),
    h(
      'footer.modal-foot',
      {},
      h(
        'button.s-button',
        { type: 'button', onclick: () => close(false) },
        view.close ? text(view.close) : view.submit ? 'Cancel' : 'Close',
      ),
      view.submit && h('button.s-button.primary', { type: 'submit' }, text(view.submit)),
    ),
  );
}
