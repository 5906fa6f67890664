import { checkedMessage } from '../../playground/slack/block-kit/message';
import { refuseUnsoundView } from '../../playground/slack/block-kit/view';
import { judgeCard } from '../../playground/teams/card-laws';
import { chartsOf } from '../../src/bot/pictures/pictures';
import * as slack from '../../src/bot/slack/view';
import * as teams from '../../src/bot/teams/view';
import { colonIn, plainText } from '../../src/core/card';
import { Command } from '../../src/core/command';
import { greenwich } from '../../src/core/reader-clock';
import { viewFor } from '../../src/core/views/catalogue';
import { cardFor } from '../../src/core/views/for-notice';
import { cardsIn, fakeKey } from './every-card';
import { doneTask, now } from './examples';
import { adaptiveCard, slackBlocks, slackModal } from './prose';

/**
 * Every card we draw, as a person of each platform and language sees it. The snapshots are prose (`prose.ts` says how to read them): read
 * them whenever they change.
 */
describe.each(['en', 'zh-TW'] as const)('in %s', (locale) => {
  describe.each(cardsIn(locale))('%s', (_, card) => {
    const hasKey = card.blocks.some(({ type }) => type === 'code');
    const charts = chartsOf(card);
    const files = new Map(charts.map((chart, nth) => [chart, `F0PICTURE${nth}`]));
    const pictures = new Map(charts.map((chart) => [chart, Uint8Array.of(1, 2, 3)]));

    test('in words', () => {
      expect(`\n${plainText(card)}\n`).toMatchSnapshot();
      expect(plainText(card)).not.toContain(fakeKey);
    });

    test('in Slack', () => {
      if (slack.needsDialog(card)) {
        const view = slack.modalOf(card);
        refuseUnsoundView({ ...view }, 'modal');
        expect(`\n${slackModal(view)}\n`).toMatchSnapshot();
      } else {
        const message = slack.messageOf(card, files);
        checkedMessage({ ...message }, 'total');
        expect(`\n${slackBlocks(message.blocks)}\n`).toMatchSnapshot();
      }
      expect(JSON.stringify(slack.messageOf(card))).not.toContain(fakeKey);
    });

    test('in Teams', () => {
      const drawn = teams.view(card, card.place === 'dialog' ? 'dialog' : 'message', pictures);
      expect(judgeCard(drawn)).toEqual({ errors: [], warnings: [] });
      expect(`\n${adaptiveCard(drawn)}\n`).toMatchSnapshot();
      expect(JSON.stringify(teams.view(card, 'message'))).not.toContain(fakeKey);
    });

    test('keeps the marks of its language where words of ours are put together', () => {
      if (card.locale !== 'zh-TW') return;
      for (const line of plainText(card).split('\n'))
        expect(line).not.toMatch(/\p{Script=Han} ?[:;(),]|[:;(),] ?\p{Script=Han}|^• .*?: /u);
    });

    test('has buttons that each say what they are about, and do what the house understands', () => {
      const buttons = card.blocks.flatMap((block) =>
        block.type === 'buttons' ? block.buttons : block.type === 'row' && block.button ? [block.button] : [],
      );
      for (const button of buttons)
        if ('press' in button) expect(Command.safeParse(button.press).error).toBeUndefined();
      const labels = buttons.map(({ label, about }) => `${label} ${about ?? ''}`);
      expect(new Set(labels).size).toBe(labels.length);
    });

    if (charts.length > 0)
      test('says in words all that its pictures show, and says it of them', () => {
        const words = plainText(card).replaceAll('\n', ' ');
        for (const { bars } of charts)
          for (const { nth, name, says } of bars) {
            expect(words).toContain(`${nth}. ${name}${colonIn(card.locale)}`);
            expect(words).toContain(says);
          }
        expect(slack.messageOf(card).blocks.some(({ type }) => type === 'image')).toBe(false);
        expect(JSON.stringify(teams.view(card, 'message'))).not.toContain('data:');
      });

    if (hasKey || card.blocks.some(({ type }) => type === 'form'))
      test('is never part of the chat', () => expect(card.place).toBe('dialog'));
  });
});

test('a task that is done says who did it', () => {
  expect(plainText(cardFor(viewFor('en', greenwich, now), { kind: 'task-done', task: doneTask }))).toContain(
    'Done by: Ada Admin',
  );
});
