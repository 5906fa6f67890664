import { h, newId } from '../dom.js';
import { tried } from '../guide.js';
import { dismissed, opened } from '../modal-focus.js';
import { act } from '../store.js';
import { drawCard } from './card.js';

let shown;
let drawn = '';

/** Shows the dialog a person has open, or none. */
export function drawDialog(dialog, place) {
  const words = JSON.stringify(dialog);
  if (words === drawn) return;
  drawn = words;
  if (!dialog) {
    const gone = shown;
    shown = undefined;
    if (gone) dismissed(gone, place);
    return;
  }
  if (!shown) {
    shown = h('dialog.modal.teams-dialog');
    shown.addEventListener('cancel', (event) => {
      event.preventDefault();
      void act({ do: 'teams.close' });
    });
    fill(dialog);
    opened(shown, place);
  } else {
    const held = shown.contains(document.activeElement);
    fill(dialog);
    if (held) shown.querySelector('input, textarea, select, .modal-content')?.focus();
  }
}

function fill(dialog) {
  const title = newId('dialog');
  const warning = h('p.modal-warning', { role: 'alert', hidden: true });
  const press = async (path, filled) => {
    const { warning: said, problems } = await act({ do: 'teams.submit', path, filled });
    const sentence = said ?? problems?.map(({ message }) => message).join(' ');
    warning.textContent = sentence ?? '';
    warning.hidden = !sentence;
  };
  const content = dialog.card
    ? drawCard(dialog.card, press)
    : h('p.b-text', {
        text:
          dialog.problem ??
          dialog.text ??
          `This dialog frames ${dialog.url}, which the playground does not load.`,
      });
  content.classList.add('dialog-card');
  shown.setAttribute('aria-labelledby', title);
  shown.replaceChildren(
    h(
      'div.modal-form',
      {},
      h(
        'header.modal-head',
        {},
        h('h4.modal-title', { id: title, text: dialog.title || 'Benefits' }),
        h('button.quiet.icon', {
          type: 'button',
          'aria-label': 'Close',
          text: '×',
          onclick: () => act({ do: 'teams.close' }),
        }),
      ),
      warning,
      h('div.modal-content', { tabindex: 0, role: 'group', 'aria-labelledby': title }, content),
    ),
  );
  if (/"fontType":"Monospace","size":"Medium"/.test(JSON.stringify(dialog.card ?? {}))) tried('key');
}
