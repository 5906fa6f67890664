import { h, newId } from '../dom.js';
import { controlOf, enteredIn } from './elements.js';
import { text } from './text.js';

/** A labelled field with its hint, and the sentence beside it when something is wrong. */
export function inputBlock(block, press, error) {
  const control = controlOf(block.element);
  control.id = newId('field');
  control.dataset.field = block.block_id;
  const label = h(
    control.classList.contains('choices') ? 'p.field-label' : 'label.field-label',
    {},
    text(block.label),
  );
  if (label.tagName === 'LABEL') {
    label.htmlFor = control.id;
    control.removeAttribute('aria-label');
  } else {
    label.id = newId('label');
    control.setAttribute('aria-labelledby', label.id);
  }
  if (block.optional) label.append(h('span.optional', { text: ' (optional)' }));
  const hint = block.hint && h('p.field-hint', { id: newId('hint') }, text(block.hint));
  const sentence = h('p.field-error', { id: newId('error'), role: 'alert' });
  const offered = block.element.type === 'external_select' && lookUp(block, control, press);
  const field = h('div.field', { 'data-block': block.block_id }, label, control, offered, hint, sentence);
  control.setAttribute('aria-describedby', [hint?.id, sentence.id].filter(Boolean).join(' '));
  if (block.dispatch_action)
    control.addEventListener('change', () => press(block, block.element, enteredIn(control)));
  showError(field, error);
  return field;
}

/** What is typed is looked up by the app, and what fits is offered under the field. */
function lookUp(block, control, press) {
  const list = h('datalist', { id: newId('offered') });
  control.setAttribute('list', list.id);
  let asked = '';
  const ask = async () => {
    const typed = control.value;
    asked = typed;
    const { options = [] } = (await press.suggest?.(block, block.element, typed)) ?? {};
    if (asked === typed)
      list.replaceChildren(...options.map(({ text }) => h('option', { value: text.text })));
  };
  control.addEventListener('focus', ask);
  control.addEventListener('input', ask);
  return list;
}

/** Puts a sentence beside a field, or takes it away. */
export function showError(field, error) {
  const control = field.querySelector('[data-field]');
  const sentence = field.querySelector('.field-error');
  if (sentence.textContent !== (error ?? '')) sentence.textContent = error ?? '';
  sentence.hidden = !error;
  if (error) control.setAttribute('aria-invalid', 'true');
  else control.removeAttribute('aria-invalid');
}

/** What was entered in all fields, by block id. */
export function valuesIn(form) {
  return Object.fromEntries(
    [...form.querySelectorAll('[data-field]')].map((control) => [control.dataset.field, enteredIn(control)]),
  );
}
