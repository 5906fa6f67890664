import { checkedMessage } from '../../playground/slack/block-kit/message';
import { refuseUnsoundView } from '../../playground/slack/block-kit/view';
import { judgeCard } from '../../playground/teams/card-laws';
import * as slack from '../../src/bot/slack/view';
import * as teams from '../../src/bot/teams/view';
import { type Card, plainText } from '../../src/core/card';
import { Command } from '../../src/core/command';
import type { NoticeKind } from '../../src/core/notice';
import { asked, askForm } from '../../src/core/views/asking';
import { ready } from '../../src/core/views/assigning';
import { list, show, type View } from '../../src/core/views/catalogue';
import { summary } from '../../src/core/views/deciding';
import { denialForm } from '../../src/core/views/deciding-forms';
import { cardFor } from '../../src/core/views/for-notice';
import { mine } from '../../src/core/views/holdings';
import { keyCard } from '../../src/core/views/key';
import { queue, requests } from '../../src/core/views/requests';
import { help, refused, working } from '../../src/core/views/said';
import { finishForm } from '../../src/core/views/task-forms';
import { tasks } from '../../src/core/views/tasks';
import { notForOthers, offer, unclear } from '../../src/core/views/understood';
import { wordsIn } from '../../src/core/words';
import { cardsOfDeciding } from './cards-of-deciding';
import { cardsOfLife } from './cards-of-life';
import { cardsOfLookingBack } from './cards-of-looking-back';
import {
  approved,
  cancelled,
  credit,
  dana,
  decidedBy,
  denied,
  doneTask,
  fulfilled,
  holding,
  id,
  incidents,
  inStock,
  notices,
  now,
  omar,
  openTask,
  pending,
  server,
  setUp,
  studio,
  visio,
} from './examples';
import { adaptiveCard, slackBlocks, slackModal } from './prose';

/**
 * Every card we draw, as a person of each platform and language sees it. The snapshots are prose (`prose.ts` says how to read them): read
 * them whenever they change.
 */
const fake = 'XXXXX-FAKE2-XXXXX-XXXXX-XXXXX';
const notYet = { ...server, package: { ...server.package, starts: '2026-12-01' } };
const noKey = { ...visio, id: id(106), name: 'Project Professional 2024', stock: inStock() };
const offered = ({ id, name }: { id: string; name: string }) => ({
  label: name,
  press: { type: 'show', benefit: id } as const,
});
const everything = [server, visio, noKey, credit, studio, incidents];
const waiting = { request: pending, background: notices['to-decide'].background };

const answers: Record<string, (view: View) => Card> = {
  'the list': (view) => list(view, everything, undefined, 1),
  'the list of one category': (view) => list(view, [studio], 'visual-studio', 1),
  'an empty list': (view) => list(view, [], undefined, 1),
  'the details of a benefit': (view) => show(view, server, decidedBy(dana, omar)),
  'the details of a benefit that nobody can be given': (view) => show(view, notYet, decidedBy()),
  'what may have been meant': (view) => offer(view, [server, visio].map(offered), true),
  'what comes nearest': (view) =>
    offer(
      view,
      [server, visio].map((one) => ({
        ...offered(one),
        label: view.words.offer.acts.ask(one.name),
      })),
      false,
    ),
  'nothing comes near': (view) => offer(view, [], false),
  'nobody can tell what was meant': unclear,
  'a key asked for in the name of another': (view) => notForOthers(view, visio.name, omar.name),
  'what is asked before somebody is back': (view) =>
    ready(view, view.words.offer.backTitle, view.words.offer.back, view.words.buttons.back, { type: 'back' }),
  'what is asked before accounts are linked': (view) =>
    ready(view, view.words.offer.linkTitle, view.words.offer.link, view.words.buttons.link, { type: 'link' }),
  'the form with every field': (view) => askForm(view, server, id(200)),
  'the form with the fewest fields': (view) => askForm(view, visio, id(200)),
  'the form for somebody who was named': (view) =>
    askForm(view, studio, id(200), { chosen: { ref: `person:${omar.id}`, name: omar.name } }),
  'a request was made': (view) => asked(view, pending),
  'the form for a reason': (view) => denialForm(view, pending),
  'a request that was approved': (view) => summary(view, fulfilled),
  'a request that was cancelled': (view) => summary(view, cancelled),
  'what I hold': (view) =>
    mine(
      view,
      [holding, { ...holding, id: id(302), benefit: setUp.benefit, quantity: 1, key: false }],
      [pending, approved],
      1,
    ),
  'I hold nothing': (view) => mine(view, [], [], 1),
  'the key': (view) => keyCard(view, holding, server, { key: fake, type: 'mak' }),
  'the key of a benefit without anything else': (view) =>
    keyCard(
      view,
      { ...holding, language: undefined, system: undefined } as never,
      { instructions: {} },
      { key: fake, type: 'unknown' },
    ),
  'the instruction in place of a key': (view) =>
    keyCard(view, holding, visio, { key: 'Ask the help desk for the image.', type: 'custom' }),
  'my requests': (view) => requests(view, [pending, approved, fulfilled, denied, cancelled], 1),
  'no requests': (view) => requests(view, [], 1),
  'what waits for me': (view) => queue(view, { waiting: [waiting], others: [] }, 1),
  'nothing waits for me': (view) => queue(view, { waiting: [], others: [] }, 1),
  'the tasks of the admins': (view) => tasks(view, [openTask], 1),
  'no tasks': (view) => tasks(view, [], 1),
  'the form that finishes a task': (view) => finishForm(view, openTask),
  help,
  'a refusal': ({ locale }) => refused(locale, { why: 'too-many', benefit: server.name, left: 2 }),
  'a moment, please': ({ locale }) => working(locale),
};
const told = Object.fromEntries(
  (Object.keys(notices) as NoticeKind[]).map((kind) => [
    `notice: ${kind}`,
    (view: View) => cardFor(view, notices[kind]),
  ]),
);

const viewIn = (locale: View['locale']): View => ({ words: wordsIn(locale), locale, now });
const drawings = { ...answers, ...cardsOfLife, ...cardsOfDeciding, ...cardsOfLookingBack, ...told };

describe.each(['en', 'zh-TW'] as const)('in %s', (locale) => {
  describe.each(Object.keys(drawings))('%s', (name) => {
    const card = drawings[name]?.(viewIn(locale)) as Card;
    const hasKey = card.blocks.some(({ type }) => type === 'code');

    test('in words', () => {
      expect(`\n${plainText(card)}\n`).toMatchSnapshot();
      expect(plainText(card)).not.toContain(fake);
    });

    test('in Slack', () => {
      if (slack.needsDialog(card)) {
        const view = slack.modalOf(card);
        refuseUnsoundView({ ...view }, 'modal');
        expect(`\n${slackModal(view)}\n`).toMatchSnapshot();
      } else {
        const message = slack.messageOf(card);
        checkedMessage({ ...message }, 'total');
        expect(`\n${slackBlocks(message.blocks)}\n`).toMatchSnapshot();
      }
      expect(JSON.stringify(slack.messageOf(card))).not.toContain(fake);
    });

    test('in Teams', () => {
      const drawn = teams.view(card, card.place === 'dialog' ? 'dialog' : 'message');
      expect(judgeCard(drawn)).toEqual({ errors: [], warnings: [] });
      expect(`\n${adaptiveCard(drawn)}\n`).toMatchSnapshot();
      expect(JSON.stringify(teams.view(card, 'message'))).not.toContain(fake);
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

    if (hasKey || card.blocks.some(({ type }) => type === 'form'))
      test('is never part of the chat', () => expect(card.place).toBe('dialog'));
  });
});

test('a task that is done says who did it', () => {
  expect(plainText(cardFor(viewIn('en'), { kind: 'task-done', task: doneTask }))).toContain(
    'Done by: Ada Admin',
  );
});
