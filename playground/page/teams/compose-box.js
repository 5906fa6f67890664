import { h } from '../dom.js';
import { act, openOn } from '../store.js';

const searches = { benefits: 'Benefits', requests: 'My requests' };

/** What the app offers in the compose box: a benefit or a request of one's own to share in this chat, and the form to ask for one. */
export function makeComposeBox(onWarning) {
  const field = h('input.compose-field', {
    type: 'search',
    'aria-label': 'Search in Partner Benefits',
    maxlength: 200,
    oninput: () => look(),
    onkeydown: (event) => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      close();
    },
  });
  const list = h('ul.compose-found', { 'aria-label': 'What can be shared' });
  const panel = h('div.compose-box', {
    role: 'group',
    'aria-label': 'Share from Partner Benefits',
    hidden: true,
  });
  const opener = h('button.quiet.icon', {
    type: 'button',
    'aria-label': 'Share from Partner Benefits',
    'aria-expanded': 'false',
    title: 'Share from Partner Benefits',
    text: '+',
    onclick: () => (panel.hidden ? open() : close()),
  });
  const tabs = Object.entries(searches).map(([command, text]) =>
    h('button.quiet', { type: 'button', 'aria-pressed': 'false', text, onclick: () => choose(command) }),
  );
  const ask = h('button.quiet', { type: 'button', text: 'Request a benefit', onclick: () => begin() });
  panel.append(h('div.compose-tabs', {}, tabs, ask), field, list);
  let command = 'benefits';
  let asked = 0;

  function open() {
    panel.hidden = false;
    opener.setAttribute('aria-expanded', 'true');
    field.value = '';
    choose('benefits');
  }
  function close() {
    panel.hidden = true;
    opener.setAttribute('aria-expanded', 'false');
    opener.focus();
  }
  function choose(next) {
    command = next;
    tabs.forEach((tab, at) => {
      tab.setAttribute('aria-pressed', String(Object.keys(searches)[at] === command));
    });
    field.focus();
    void look();
  }
  /** Only the answer to the last letter counts. */
  async function look() {
    const mine = ++asked;
    const conversation = openOn('teams').id;
    const { items = [], warning } = await act({ do: 'teams.find', conversation, command, text: field.value });
    if (mine !== asked) return;
    const lines = items.map(({ title, text, value }) =>
      h(
        'li',
        {},
        h('button.quiet.compose-item', {
          type: 'button',
          text: [title, text].filter(Boolean).join(' · '),
          onclick: () => finish({ do: 'teams.share', conversation, value }),
        }),
      ),
    );
    list.replaceChildren(
      ...(lines.length > 0 ? lines : [h('li', { text: warning ?? 'Nothing was found.' })]),
    );
  }
  const begin = () => finish({ do: 'teams.begin', conversation: openOn('teams').id });
  async function finish(what) {
    close();
    const { warning } = await act(what);
    onWarning(warning);
  }
  return { opener, panel };
}
