import { h, newId } from '../dom.js';
import { act, openOn, store } from '../store.js';
import { blocks } from './blocks.js';

/**
 * The two tabs over the conversation with the app: its Home, and the messages; and what the app offers in Slack's menu of shortcuts.
 * docs.slack.dev/surfaces/app-home
 */
export function makeHomeTab(place) {
  const talk = place.querySelector('.talk');
  const panelId = newId('home');
  const tab = (name, isHome) =>
    h('button.slack-tab', { type: 'button', role: 'tab', text: name, onclick: () => show(isHome) });
  const home = tab('Home', true);
  const messages = tab('Messages', false);
  const shortcut = h('button.s-button.shortcut', {
    type: 'button',
    text: 'Request a benefit',
    title: 'A shortcut of the app, as in the menu that / opens',
    onclick: () => act({ do: 'slack.shortcut', callback: 'request_benefit' }),
  });
  const tabs = h(
    'div.slack-tabs',
    {},
    h('div', { role: 'tablist', 'aria-label': 'The app' }, home, messages),
    shortcut,
  );
  const panel = h('div.slack-home', {
    id: panelId,
    role: 'tabpanel',
    tabindex: 0,
    'aria-label': 'Home',
    hidden: true,
  });
  home.setAttribute('aria-controls', panelId);
  talk.querySelector('.head').after(tabs, panel);

  let isOpen = false;
  let drawn = '';
  /** Whose Home tab is in front. */
  let whose;
  function show(isHome) {
    isOpen = isHome;
    whose = undefined;
    update(store.sight?.slack);
  }

  /** The app is told whenever its Home tab comes to the front, also that of somebody else. docs.slack.dev/reference/events/app_home_opened */
  function tell(shown) {
    const { me } = store.sight ?? {};
    // The next person's page comes in a moment; until then the one before is shown.
    if (me !== store.me || whose === (shown ? me : undefined)) return;
    whose = shown ? me : undefined;
    if (shown) void act({ do: 'slack.home' });
  }

  /** Draws what is published, where something new is; what is being typed into its field stays. */
  function update(own) {
    const isDirect = openOn('slack')?.kind === 'im';
    const shown = isOpen && isDirect;
    tabs.hidden = !own || !isDirect;
    talk.classList.toggle('shows-home', shown);
    panel.hidden = !shown;
    for (const [one, selected] of [
      [home, shown],
      [messages, !shown],
    ])
      one.setAttribute('aria-selected', String(selected));
    tell(shown);
    const view = own?.home;
    const look = view ? `${store.me} ${view.id} ${view.hash}` : store.me;
    if (!shown || look === drawn) return;
    drawn = look;
    const held = panel.contains(document.activeElement) ? document.activeElement.dataset.field : undefined;
    panel.replaceChildren(
      view ? blocks(view.blocks, pressIn(view)) : h('p.b-context', { text: 'Nothing is here yet.' }),
    );
    if (held) panel.querySelector(`[data-field="${held}"]`)?.focus();
  }
  return { update };
}

const pressIn = (view) => (block, element, input) =>
  act({
    do: 'slack.press',
    at: { view: view.id },
    block: block.block_id,
    action: element.action_id,
    input,
  });
