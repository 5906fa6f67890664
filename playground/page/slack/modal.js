import { h, newId } from '../dom.js';
import { tried } from '../guide.js';
import { dismissed, opened } from '../modal-focus.js';
import { act } from '../store.js';
import { showError, valuesIn } from './inputs.js';
import { modalForm } from './modal-form.js';

const shown = new Map();

/** Shows the modals a person has open, the one in front last, each over the one below. */
export function drawModals(views, place) {
  const ids = new Set(views.map(({ id }) => id));
  for (const [id, one] of [...shown].reverse()) {
    if (ids.has(id)) continue;
    shown.delete(id);
    if (one.submitted) tried('ask');
    dismissed(one.dialog, place);
  }
  for (const view of views) {
    const known = shown.get(view.id);
    if (!known) shown.set(view.id, open(view, place));
    else if (known.hash !== view.hash) fill(known, view);
    else amend(known, view);
  }
}

function open(view, place) {
  const dialog = h('dialog.modal.slack-modal');
  const one = { dialog, view, hash: '' };
  dialog.addEventListener('cancel', (event) => {
    event.preventDefault();
    void act({ do: 'slack.close', view: one.view.id });
  });
  fill(one, view);
  if (view.blocks.some(isKey)) tried('key');
  opened(dialog, place);
  return one;
}

/** A key stands alone in its block; another value to be copied has its name with it. */
const isKey = ({ type, elements }) =>
  type === 'rich_text' && elements.every((one) => one.type === 'rich_text_preformatted');

function fill(one, view) {
  if (one.submitted) tried('ask');
  one.submitted = false;
  one.view = view;
  one.hash = view.hash;
  const title = newId('modal');
  const press = (block, element, input) =>
    act({
      do: 'slack.press',
      at: { view: view.id },
      block: block.block_id,
      action: element.action_id,
      input,
    }).then(({ warning }) => warn(one, warning));
  press.suggest = (block, element, typed) =>
    act({
      do: 'slack.suggest',
      view: view.id,
      block: block.block_id,
      action: element.action_id,
      text: typed,
    });
  const close = (all) => act({ do: 'slack.close', view: view.id, all });
  const form = modalForm(view, title, { press, close });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void submit(one, form);
  });
  form.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && view.submit) form.requestSubmit();
  });
  one.dialog.setAttribute('aria-labelledby', title);
  const held = one.dialog.contains(document.activeElement);
  one.dialog.replaceChildren(form);
  if (held) (form.querySelector('[data-field]') ?? form.querySelector('button')).focus();
  warn(one, view.warning);
}

async function submit(one, form) {
  const button = form.querySelector('[type=submit]');
  if (!button || button.getAttribute('aria-busy') === 'true') return;
  button.setAttribute('aria-busy', 'true');
  one.submitted = true;
  const { warning } = await act({ do: 'slack.submit', view: one.view.id, values: valuesIn(form) });
  button.removeAttribute('aria-busy');
  if (warning) warn(one, warning);
}

/** The same modal with other sentences: what was typed stays. */
function amend(one, view) {
  one.view = view;
  one.submitted = false;
  warn(one, view.warning);
  const fields = [...one.dialog.querySelectorAll('.field')];
  const before = fields.filter((field) => !field.querySelector('.field-error').hidden).length;
  for (const field of fields) showError(field, view.errors[field.dataset.block]);
  const wrong = fields.filter((field) => view.errors[field.dataset.block]);
  if (wrong.length > 0 && before === 0) wrong[0].querySelector('[data-field]').focus();
}

function warn(one, sentence) {
  const place = one.dialog.querySelector('.modal-warning');
  place.textContent = sentence ?? '';
  place.hidden = !sentence;
}
