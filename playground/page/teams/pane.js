import { makeComposer, wordsFor } from '../composer.js';
import { h } from '../dom.js';
import { tried } from '../guide.js';
import { makePane } from '../pane.js';
import { act, openOn, store } from '../store.js';
import { drawCard } from './card.js';
import { makeComposeBox } from './compose-box.js';
import { drawDialog } from './dialog.js';

/** Cards that were refreshed for their person already: by message and content. */
const refreshed = new Set();

/** The Teams side: adaptive cards, dialogs, and the bot's list of commands. */
export function makeTeamsPane(place) {
  const composer = makeComposer({
    name: 'Message in Teams',
    placeholder: 'Message',
    starter: { name: 'Commands of the bot', sign: '≡' },
    complete,
    share: (name, content) => act({ do: 'teams.share-file', name, content }),
    send: (text, quoted) => act({ do: 'teams.say', conversation: openOn('teams').id, text, quoted }),
  });

  const box = makeComposeBox(composer.warn);
  composer.form.querySelector('.composer-row').prepend(box.opener);
  composer.form.append(box.panel);

  const draw = (message) => {
    const conversation = openOn('teams').id;
    const warning = h('p.message-warning', { role: 'alert', hidden: true });
    const press = async (path, filled, label) => {
      const { warning: said, problems } = await act({
        do: 'teams.press',
        conversation,
        message: message.id,
        path,
        filled,
      });
      const sentence = said ?? problems?.map((one) => one.message).join(' ');
      warning.textContent = sentence ?? '';
      warning.hidden = !sentence;
      if (!sentence && /^(Approve|核准)/.test(label)) tried('approve');
    };
    if (message.refreshDue) refresh(conversation, message);
    return h(
      'div.content',
      {},
      message.text && h('p.bubble', { text: message.text }),
      message.file && h('p.bubble.shared-file', { text: `📎 ${message.file.name}` }),
      ...message.cards.map((card) => drawCard(card, press)),
      message.problem && h('p.bubble.is-problem', { text: message.problem }),
      warning,
    );
  };

  const pane = makePane(place, 'teams', {
    platform: 'Teams tenant',
    left: 'has no account here any more. An open window can go on for a while: try what the bot answers.',
    draw,
    composer,
    header: ({ kind }) => (kind === 'personal' ? 'Chat with the app' : 'Channel of the team Contoso'),
    placeholder: ({ kind }) =>
      kind === 'personal' ? 'Type a message' : 'Start a post, @Benefits to ask the app',
    opening: ({ kind, title }) =>
      h(
        'div.opening-words',
        {},
        h('strong', { text: kind === 'personal' ? `You and ${title}` : title }),
        h('p', {
          text:
            kind === 'personal'
              ? 'Ask in your own words, or choose a command below.'
              : 'In a channel the app answers when it is mentioned.',
        }),
      ),
    onUpdate: (own) => drawDialog(own?.dialog ?? null, place),
  });
  addEventListener('themechange', () => pane.redraw());
}

function refresh(conversation, message) {
  const mark = `${store.me} ${message.id} ${JSON.stringify(message.cards)}`;
  if (refreshed.has(mark)) return;
  refreshed.add(mark);
  void act({ do: 'teams.refresh', conversation, message: message.id });
}

const mention = '@Benefits ';

function complete(typed, asked) {
  const isChannel = openOn('teams')?.kind === 'channel';
  if (isChannel) {
    if (typed.startsWith(mention))
      return wordsFor(typed.slice(mention.length), store.sight.benefits, mention);
    return asked || (typed.startsWith('@') && mention.toLowerCase().startsWith(typed.toLowerCase()))
      ? [{ insert: mention, hint: 'speak to the app here', more: true }]
      : [];
  }
  if (typed.trim() === '' && !asked) return [];
  return wordsFor(typed, store.sight.benefits);
}
