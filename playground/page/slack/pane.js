import { makeComposer, words, wordsFor } from '../composer.js';
import { h } from '../dom.js';
import { tried } from '../guide.js';
import { makePane } from '../pane.js';
import { act, openOn, store } from '../store.js';
import { blocks } from './blocks.js';
import { makeHomeTab } from './home-tab.js';
import { mentionsFor } from './members.js';
import { drawModals } from './modal.js';
import { spans } from './text.js';

const command = '/benefits';

/** The Slack side: Block Kit messages, modals, ephemeral messages, and the slash command with completion. */
export function makeSlackPane(place) {
  const composer = makeComposer({
    name: 'Message in Slack',
    placeholder: 'Message',
    starter: { name: 'Slash commands', sign: '/', insert: '/' },
    complete,
    share: (name, content) => act({ do: 'slack.share', channel: openOn('slack').id, name, content }),
    send: (text, thread) => act({ do: 'slack.say', channel: openOn('slack').id, text, thread }),
  });

  const draw = (message) => {
    const { id } = message;
    const warning = h('p.message-warning', { role: 'alert', hidden: true });
    const press = async (block, element, input) => {
      warning.hidden = true;
      const { warning: said } = await act({
        do: 'slack.press',
        at: { channel: openOn('slack').id, ts: id },
        block: block.block_id,
        action: element.action_id,
        input,
      });
      warning.textContent = said ?? '';
      warning.hidden = !said;
      if (!said && element.style === 'primary' && /"type":"approve"/.test(element.value ?? ''))
        tried('approve');
    };
    if (message.file) return h('p.content.b-text.shared-file', { text: `📎 ${message.file.name}` });
    return message.blocks.length > 0
      ? h('div.content', {}, blocks(message.blocks, press), warning)
      : h('div.content', {}, h('p.b-text', {}, spans(message.spans)), forWriter(message));
  };

  let home;
  makePane(place, 'slack', {
    platform: 'Slack workspace',
    left: 'is deactivated here: signed out, and nothing can be sent.',
    draw,
    composer,
    header: ({ kind }) => (kind === 'im' ? 'Direct message with the app' : 'Everybody at Contoso'),
    placeholder: ({ kind, title }) =>
      kind === 'im' ? `Message ${title}, or type /` : `Message ${title}, or type /`,
    opening: ({ kind, title }) =>
      h(
        'div.opening-words',
        {},
        h('strong', { text: kind === 'im' ? `You and ${title}` : title }),
        h('p', {
          text:
            kind === 'im'
              ? 'Type /benefits, or say in your own words what you need: “I need a Windows Server key”.'
              : 'Whatever /benefits answers here, only you can see.',
        }),
      ),
    onUpdate: (own) => {
      home?.update(own);
      drawModals(own?.views ?? [], place);
    },
  });
  home = makeHomeTab(place);
}

/** What the app offers on a message of a colleague; Slack has it behind the three dots. */
const forWriter = ({ id, bot, mine, author }) =>
  !bot &&
  !mine &&
  h('button.quiet.shortcut', {
    type: 'button',
    text: 'Request a benefit for this person',
    'aria-label': `Request a benefit for ${author}`,
    onclick: () =>
      act({
        do: 'slack.shortcut',
        callback: 'request_for_person',
        at: { channel: openOn('slack').id, ts: id },
      }),
  });

function complete(typed, asked) {
  const { benefits, slack } = store.sight;
  const named = mentionsFor(typed);
  if (named.length > 0) return named;
  if (typed.startsWith('/')) {
    const rest = /^\/benefits\s+(.*)$/is.exec(typed);
    if (rest) return wordsFor(rest[1], benefits, `${command} `);
    if (!command.startsWith(typed.trimEnd().toLowerCase())) return [];
    return [
      { insert: `${command} `, hint: 'membership benefits: look up, ask, receive', more: true },
      ...words
        .filter(({ word }) => !word.startsWith('list '))
        .map(({ word, hint, more }) => ({ insert: `${command} ${word}${more ? ' ' : ''}`, hint, more })),
    ];
  }
  const mention = `@${slack?.handle ?? 'benefits'} `;
  const inChannel = openOn('slack')?.kind === 'channel';
  if (
    inChannel &&
    (asked || (typed !== '' && mention.startsWith(typed.toLowerCase()) && typed.startsWith('@')))
  )
    return [{ insert: mention, hint: 'speak to the app here' }];
  return [];
}
