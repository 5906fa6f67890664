// Draws every example of the page: left as Slack shows it, right as Teams does. `gallery.draw` draws one, wherever it comes from.
import { h, newId } from '../../playground/page/dom.js';
import { blocks } from '../../playground/page/slack/blocks.js';
import { modalForm } from '../../playground/page/slack/modal-form.js';
import { store } from '../../playground/page/store.js';
import { drawCard } from '../../playground/page/teams/card.js';

document.documentElement.dataset.theme = matchMedia('(prefers-color-scheme: dark)').matches
  ? 'dark'
  : 'light';
// Whom the pickers offer.
store.sight = {
  people: ['Ada Admin', 'Dana Decider'].map((name) => ({
    key: name,
    name,
    sides: ['slack', 'teams'],
    left: false,
  })),
};

const nothing = async () => {};

function inSlack({ slack }) {
  if (slack.is === 'message')
    return h('div.content', { 'data-says': slack.text }, blocks(slack.blocks, nothing));
  const title = newId('window');
  return h(
    'div.window.slack-modal',
    { role: 'group', 'aria-labelledby': title },
    modalForm(slack.view, title, { press: nothing, close: nothing }),
  );
}

/** @param press called with what a button sends: its own data, and what was filled in. */
function inTeams({ teams }, press = nothing) {
  const content = drawCard(teams.card, press);
  return teams.is === 'dialog' ? h('div.window.teams-dialog', {}, content) : h('div.content', {}, content);
}

globalThis.gallery = {
  examples: JSON.parse(document.getElementById('examples').textContent),
  /** One card in both shapes, by the platform's name. */
  draw: (example, press) => ({ slack: inSlack(example), teams: inTeams(example, press) }),
};

const anchor = ({ name, locale }) => `${locale}-${name.replace(/[^\p{L}\p{N}]+/gu, '-')}`;

function article(example) {
  const shapes = gallery.draw(example);
  return h(
    'article.example',
    { id: anchor(example), 'data-name': example.name, 'data-locale': example.locale, lang: example.locale },
    h(
      'h2',
      { lang: 'en' },
      h('a', { href: `#${anchor(example)}`, text: example.name }),
      h('small', { text: example.locale }),
    ),
    h('section.slack', { 'aria-label': `Slack: ${example.name}, ${example.locale}` }, shapes.slack),
    h('section.teams', { 'aria-label': `Teams: ${example.name}, ${example.locale}` }, shapes.teams),
  );
}

const byName = Object.groupBy
  ? Object.values(Object.groupBy(gallery.examples, ({ name }) => name))
  : gallery.examples.map((example) => [example]);
document.body.append(
  h(
    'header.gallery-head',
    {},
    h('h1', { text: 'Every card' }),
    h('p', {
      text: `${byName.length} cards in two languages: on the left as Slack shows them, on the right as Teams does.`,
    }),
  ),
  h('main.gallery', {}, ...byName.flat().map(article)),
);
