import { h, newId } from '../dom.js';
import { members } from './members.js';
import { text } from './text.js';

/**
 * An interactive element outside of a form: using it is told to the bot at once.
 * @param tell input → a promise that settles when the bot has answered
 */
export function elementOf(element, tell) {
  switch (element.type) {
    case 'button':
      return button(element, tell);
    case 'overflow':
      return overflow(element, tell);
    case 'image':
      return h('span.b-context', { text: `[${element.alt_text}]` });
    default: {
      const control = controlOf(element);
      control.addEventListener('change', () => tell(enteredIn(control)));
      return control;
    }
  }
}

function button(element, tell) {
  const look = { class: `s-button ${element.style ?? ''}`, 'aria-label': element.accessibility_label };
  if (element.url) {
    const a = h(
      'a',
      { ...look, href: element.url, target: '_blank', rel: 'noreferrer noopener' },
      text(element.text),
    );
    a.addEventListener('click', () => tell(null));
    return a;
  }
  const made = h('button', { type: 'button', ...look }, text(element.text));
  made.addEventListener('click', async () => {
    if (made.getAttribute('aria-busy') === 'true') return;
    if (element.confirm && !(await confirmed(element.confirm))) return;
    made.setAttribute('aria-busy', 'true');
    await tell(null);
    made.removeAttribute('aria-busy');
  });
  return made;
}

/** Asks before something is done. docs.slack.dev/reference/block-kit/composition-objects/confirmation-dialog-object */
function confirmed(question) {
  return new Promise((resolve) => {
    const title = newId('confirm');
    const opener = document.activeElement;
    const dialog = h(
      'dialog.modal.slack-modal.is-small',
      { 'aria-labelledby': title },
      h('h4.modal-title', { id: title }, text(question.title)),
      h('p.b-text', {}, text(question.text)),
      h(
        'div.modal-foot',
        {},
        h('button.s-button', { type: 'button', onclick: () => end(false) }, text(question.deny)),
        h('button.s-button.primary', { type: 'button', onclick: () => end(true) }, text(question.confirm)),
      ),
    );
    const end = (yes) => {
      dialog.close();
      dialog.remove();
      opener?.focus();
      resolve(yes);
    };
    dialog.addEventListener('cancel', () => end(false));
    document.body.append(dialog);
    dialog.showModal();
  });
}

function overflow(element, tell) {
  const menu = h('div.menu', { role: 'menu', hidden: true });
  const opener = h('button.s-button.icon', {
    type: 'button',
    text: '⋯',
    'aria-label': 'More actions',
    'aria-haspopup': 'menu',
    'aria-expanded': 'false',
    onclick: () => show(menu.hidden),
  });
  const show = (isOpen) => {
    menu.hidden = !isOpen;
    opener.setAttribute('aria-expanded', String(isOpen));
    if (isOpen) menu.firstChild?.focus();
  };
  menu.append(
    ...element.options.map((option) =>
      h(
        'button.menu-item',
        {
          type: 'button',
          role: 'menuitem',
          onclick: () => {
            show(false);
            opener.focus();
            tell(option.value);
          },
        },
        text(option.text),
      ),
    ),
  );
  menu.addEventListener('keydown', (event) => {
    const items = [...menu.children];
    const at = items.indexOf(document.activeElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1 }[event.key];
    if (to !== undefined) items.at(to % items.length).focus();
    if (event.key === 'Escape') {
      show(false);
      opener.focus();
    }
    if (['ArrowDown', 'ArrowUp', 'Escape'].includes(event.key)) {
      event.preventDefault();
      event.stopPropagation();
    }
  });
  const wrapped = h('span.overflow', {}, opener, menu);
  wrapped.addEventListener('focusout', (event) => {
    if (!wrapped.contains(event.relatedTarget)) show(false);
  });
  return wrapped;
}

const inputTypes = {
  email_text_input: 'email',
  url_text_input: 'url',
  datepicker: 'date',
  timepicker: 'time',
  datetimepicker: 'datetime-local',
};

/** The control for an element that holds a value; its value is read by `enteredIn`. */
export function controlOf(element) {
  const name = element.placeholder?.text;
  switch (element.type) {
    case 'plain_text_input': {
      const common = { placeholder: name, maxlength: element.max_length ?? 3000 };
      const made = element.multiline
        ? h('textarea', { rows: 4, ...common })
        : h('input', { type: 'text', ...common });
      made.value = element.initial_value ?? '';
      return made;
    }
    case 'number_input': {
      const step = element.is_decimal_allowed ? 'any' : 1;
      const made = h('input', {
        type: 'number',
        min: element.min_value,
        max: element.max_value,
        step,
        placeholder: name,
      });
      made.value = element.initial_value ?? '';
      return made;
    }
    case 'radio_buttons':
    case 'checkboxes':
      return choices(element, element.type === 'checkboxes' ? 'checkbox' : 'radio', element.options);
    case 'static_select':
    case 'multi_static_select':
      return select(element, optionsOf(element));
    case 'external_select':
      return h('input', {
        type: 'text',
        role: 'combobox',
        'aria-autocomplete': 'list',
        autocomplete: 'off',
        placeholder: name,
      });
    case 'users_select':
      return select(element, memberOptions(), 'Choose a person');
    case 'multi_users_select':
      return choices(element, 'checkbox', memberOptions());
    default: {
      const made = h('input', { type: inputTypes[element.type] ?? 'text', placeholder: name });
      made.value = element.initial_value ?? element.initial_date ?? element.initial_time ?? '';
      return made;
    }
  }
}

const optionsOf = (element) =>
  element.options ?? (element.option_groups ?? []).flatMap((group) => group.options);

const memberOptions = () =>
  members().map(({ key, name }) => ({ value: key, text: { type: 'plain_text', text: name } }));

/** What is chosen before anybody chooses: options by their values, people by their ids. */
const initialIn = ({
  initial_option: option,
  initial_options: options,
  initial_user: user,
  initial_users: users,
}) => [...(options ?? [option]).map((one) => one?.value), ...(users ?? [user]).map(keyOf)];

const keyOf = (id) => id && members().find(({ slackId }) => slackId === id)?.key;

function select(element, options, unchosen = 'Choose an option') {
  const isMany = element.type.startsWith('multi_');
  const initial = initialIn(element);
  const made = h(
    'select',
    { multiple: isMany, 'aria-label': element.placeholder?.text ?? 'Choose' },
    !isMany && h('option', { value: '', text: element.placeholder?.text ?? unchosen }),
    ...options.map((option) =>
      h('option', { value: option.value, text: option.text.text, selected: initial.includes(option.value) }),
    ),
  );
  return made;
}

/** One box or dot per option. The keyboard comes to the group first, which says what is asked. */
function choices(element, type, options) {
  const group = newId('choice');
  const initial = initialIn(element);
  return h(
    'div.choices',
    { role: type === 'radio' ? 'radiogroup' : 'group', tabindex: -1, 'data-many': type === 'checkbox' },
    ...options.map((option) =>
      h(
        'label',
        {},
        h('input', { type, name: group, value: option.value, checked: initial.includes(option.value) }),
        h('span', {}, text(option.text)),
      ),
    ),
  );
}

/** What stands in a control, as the bot gets it: a text, several, or null. */
export function enteredIn(control) {
  if (control.classList.contains('choices')) {
    const chosen = [...control.querySelectorAll('input:checked')].map(({ value }) => value);
    return control.dataset.many !== undefined && control.dataset.many !== 'false'
      ? chosen
      : (chosen[0] ?? null);
  }
  if (control.multiple) return [...control.selectedOptions].map(({ value }) => value);
  return control.value === '' ? null : control.value;
}
