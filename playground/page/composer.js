import { h, newId } from './dom.js';
import { makeReplyBar } from './reply.js';

/**
 * A box to write in, with a list of what could be meant. Enter sends, Shift+Enter makes a line, the arrows go through the list, Tab
 * takes from it, Escape closes it.
 * @param given.complete text → `[{insert, hint, more}]`; `more` says that something must follow
 * @param given.share (the name of a file, its content in base64) → a promise
 * @param given.send (text, the message that it replies to, if any) → a promise
 */
export function makeComposer({ name, placeholder, complete, send, share, starter }) {
  const listId = newId('completion');
  const box = h('textarea', {
    rows: 1,
    role: 'combobox',
    'aria-label': name,
    'aria-autocomplete': 'list',
    'aria-expanded': 'false',
    'aria-controls': listId,
    autocomplete: 'off',
    spellcheck: 'false',
    maxlength: 3000,
    placeholder,
  });
  const list = h('ul.completion', { id: listId, role: 'listbox', 'aria-label': 'Commands', hidden: true });
  const open = h('button.quiet.icon.starter', {
    type: 'button',
    'aria-label': starter.name,
    title: starter.name,
    text: starter.sign,
  });
  const picker = h('input', { type: 'file', hidden: true, tabindex: -1, 'aria-hidden': 'true' });
  const clip = h('button.quiet.icon.clip', {
    type: 'button',
    'aria-label': 'Give a file',
    title: 'Give a file',
    text: '📎',
  });
  const button = h('button.send', { type: 'submit', 'aria-label': 'Send', title: 'Send' });
  const warning = h('p.composer-warning', { role: 'alert', hidden: true });
  const reply = makeReplyBar(() => box.focus());
  const form = h(
    'form.composer',
    {},
    list,
    warning,
    reply.bar,
    h('div.composer-row', {}, open, clip, picker, box, button),
  );
  let items = [];
  let at = -1;

  const grow = () => {
    box.style.height = 'auto';
    box.style.height = `${Math.min(box.scrollHeight, 140)}px`;
    button.classList.toggle('is-ready', box.value.trim() !== '');
  };
  const mark = (to) => {
    at = to;
    [...list.children].forEach((child, index) => {
      child.setAttribute('aria-selected', String(index === at));
      if (index === at) child.scrollIntoView({ block: 'nearest' });
    });
    if (at >= 0) box.setAttribute('aria-activedescendant', list.children[at].id);
    else box.removeAttribute('aria-activedescendant');
  };
  const show = (next) => {
    items = next;
    list.hidden = items.length === 0;
    box.setAttribute('aria-expanded', String(items.length > 0));
    list.replaceChildren(
      ...items.map((item, index) =>
        h(
          'li',
          {
            id: newId('option'),
            role: 'option',
            'aria-selected': 'false',
            onpointerdown: (event) => event.preventDefault(),
            onclick: () => take(index),
          },
          h('span.completion-word', { text: item.insert.trim() }),
          h('span.completion-hint', { text: item.hint }),
        ),
      ),
    );
    mark(-1);
  };
  const look = (asked = false) => show(complete(box.value, asked));
  const take = (index) => {
    const item = items[index];
    box.value = item.insert;
    box.focus();
    grow();
    if (item.more) look();
    else show([]);
  };
  const warn = (text) => {
    warning.textContent = text ?? '';
    warning.hidden = !text;
  };
  const submit = async () => {
    const text = box.value.trim();
    if (text === '') return;
    box.value = '';
    grow();
    show([]);
    warn('');
    const { warning: said } = await send(text, reply.take());
    warn(said);
  };

  box.addEventListener('input', () => {
    grow();
    warn('');
    look();
  });
  box.addEventListener('blur', () => show([]));
  box.addEventListener('keydown', (event) => {
    if (event.isComposing) return;
    const isOpen = items.length > 0;
    if (isOpen && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      event.preventDefault();
      const step = event.key === 'ArrowDown' ? 1 : -1;
      mark(at < 0 && step < 0 ? items.length - 1 : (at + step + items.length) % items.length);
    } else if (isOpen && event.key === 'Tab' && !event.shiftKey) {
      event.preventDefault();
      take(Math.max(at, 0));
    } else if (isOpen && event.key === 'Escape') {
      event.preventDefault();
      show([]);
    } else if (event.key === 'Escape' && reply.isOpen()) {
      event.preventDefault();
      reply.clear();
    } else if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      if (at >= 0) take(at);
      else void submit();
    }
  });
  open.addEventListener('click', () => {
    box.focus();
    if (box.value.trim() === '' && starter.insert) box.value = starter.insert;
    grow();
    look(true);
  });
  clip.addEventListener('click', () => picker.click());
  picker.addEventListener('change', async () => {
    const [file] = picker.files;
    picker.value = '';
    if (!file) return;
    if (file.size > largestFile) return warn('The playground takes files of up to 6 MB.');
    warn('');
    const { warning: said } = await share(file.name, await inBase64(file));
    warn(said);
    box.focus();
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void submit();
    box.focus();
  });
  return {
    form,
    box,
    setPlaceholder: (text) => (box.placeholder = text),
    warn,
    /** From now on what is written replies to this message; to none, where none is given. */
    replyTo(message) {
      if (!message) return reply.clear();
      reply.open(message);
      box.focus();
    },
  };
}

const largestFile = 6 * 1024 * 1024;

/** A file as text that a request can carry. */
const inBase64 = (file) =>
  new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result).replace(/^data:[^,]*,/, ''));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(file);
  });

/** The words the bot knows, as both composers offer them. */
export const words = [
  { word: 'home', hint: 'what matters to you, on one page' },
  { word: 'list', hint: 'what there is, and what is left' },
  { word: 'list software', hint: 'product keys for software' },
  { word: 'list cloud', hint: 'cloud subscriptions' },
  { word: 'list visual studio', hint: 'Visual Studio subscriptions' },
  { word: 'list support', hint: 'support incidents and hours' },
  { word: 'show', hint: 'the details of one benefit', more: true },
  { word: 'request', hint: 'ask for a benefit', more: true },
  { word: 'mine', hint: 'what you hold, and your keys' },
  { word: 'requests', hint: 'where your requests stand' },
  { word: 'return', hint: 'give something back', more: true },
  { word: 'queue', hint: 'what waits for your decision' },
  { word: 'away', hint: 'you are out of office; who stands in' },
  { word: 'back', hint: 'you are here again' },
  { word: 'link', hint: 'decide from your other chat too' },
  { word: 'policy', hint: 'who decides what' },
  { word: 'tasks', hint: 'for admins: what is to be done' },
  { word: 'stock', hint: 'for admins: bought, given, left, waiting' },
  { word: 'calendar', hint: 'what lapses when' },
  { word: 'report', hint: 'for admins: what is in use, how fast it goes, what lies idle' },
  { word: 'differences', hint: 'for admins: where Microsoft’s portal says something else' },
  { word: 'ledger', hint: 'for admins: where the ledger ends, and whether it is whole' },
  { word: 'people', hint: 'for admins: who holds what' },
  { word: 'assign', hint: 'for admins: give to one or several people', more: true },
  { word: 'help', hint: 'what the bot understands' },
];

const mostNames = 8;

/** What could be meant by the beginning of a command; after `show` and other words that need one these are names of benefits. */
export function wordsFor(typed, benefits, lead = '') {
  const said = typed.toLowerCase().trimStart();
  const name = /^(show|request|return|assign)\s+(.*)$/.exec(said);
  if (name) {
    const fitting = benefits.filter((benefit) => benefit.toLowerCase().includes(name[2].trim()));
    if (fitting.length === 1 && fitting[0].toLowerCase() === name[2].trim()) return [];
    return fitting
      .slice(0, mostNames)
      .map((benefit) => ({ insert: `${lead}${name[1]} ${benefit}`, hint: '' }));
  }
  const fitting = words.filter(
    ({ word }) => word.startsWith(said) && (said.startsWith('list') || !word.startsWith('list ')),
  );
  if (fitting.length === 1 && fitting[0].word === said) return [];
  return fitting.map(({ word, hint, more }) => ({ insert: `${lead}${word}${more ? ' ' : ''}`, hint, more }));
}
