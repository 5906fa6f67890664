import { h } from './dom.js';
import { redraw, store, watch } from './store.js';

const names = { slack: 'Slack', teams: 'Teams' };

/** On a narrow screen one side is shown at a time. */
export function showSide(side) {
  store.side = side;
  localStorage.setItem('side', side);
  redraw();
}

const isNarrow = () => matchMedia('(max-width: 859px)').matches;

/** Whether a side can be seen now. */
export const isShown = (side) => !isNarrow() || store.side === side;

export function drawTabs(place) {
  const tabs = Object.entries(names).map(([side, name]) =>
    h(
      'button.tab',
      {
        type: 'button',
        role: 'tab',
        id: `tab-${side}`,
        'aria-controls': side,
        'data-side': side,
        onclick: () => showSide(side),
        onkeydown: (event) => {
          if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
          const other = side === 'slack' ? 'teams' : 'slack';
          showSide(other);
          document.getElementById(`tab-${other}`).focus();
        },
      },
      h('span', { text: name }),
      h('span.badge', { hidden: true }),
    ),
  );
  place.append(...tabs);
  const roles = () => {
    for (const side of Object.keys(names)) {
      const pane = document.getElementById(side);
      pane.setAttribute('role', isNarrow() ? 'tabpanel' : 'region');
      pane.setAttribute('aria-label', names[side]);
    }
  };
  addEventListener('resize', roles);
  roles();
  watch((sight) => {
    document.body.dataset.side = store.side;
    const me = sight.people.find(({ key }) => key === sight.me);
    for (const tab of tabs) {
      const { side } = tab.dataset;
      const isOn = side === store.side;
      tab.setAttribute('aria-selected', String(isOn));
      tab.tabIndex = isOn ? 0 : -1;
      const unread = isOn ? 0 : me.unread[side];
      tab.lastChild.hidden = unread === 0;
      tab.lastChild.textContent = unread;
    }
  });
}
