import { makeComposer, words, wordsFor } from '../composer.js';
import { h } from '../dom.js';
import { tried } from '../guide.js';
import { makePane } from '../pane.js';
import { act, openOn, store } from '../store.js';
import { blocks } from './blocks.js';
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
      : h('p.content.b-text', {}, spans(message.spans));
  };

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
    onUpdate: (own) => drawModals(own?.views ?? [], place),
  });
}

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
