import type { Card } from '../../src/core/card';
import type { NoticeKind } from '../../src/core/notice';
import { greenwich } from '../../src/core/reader-clock';
import { asked, askForm } from '../../src/core/views/asking';
import { ready } from '../../src/core/views/assigning';
import { list, show, type View, viewFor } from '../../src/core/views/catalogue';
import { summary } from '../../src/core/views/deciding';
import { denialForm } from '../../src/core/views/deciding-forms';
import { cardFor } from '../../src/core/views/for-notice';
import { mine } from '../../src/core/views/holdings';
import { keyCard } from '../../src/core/views/key';
import { queue, requests } from '../../src/core/views/requests';
import { help, refused, working } from '../../src/core/views/said';
import { requestsToShare, sharedBenefit, sharedRequest } from '../../src/core/views/sharing';
import { finishForm } from '../../src/core/views/task-forms';
import { tasks } from '../../src/core/views/tasks';
import { notForOthers, offer, unclear } from '../../src/core/views/understood';
import type { Locale } from '../../src/core/words';
import { cardsOfDeciding } from './cards-of-deciding';
import { cardsOfFiles } from './cards-of-files';
import { cardsOfHome } from './cards-of-home';
import { cardsOfLife } from './cards-of-life';
import { cardsOfLookingBack } from './cards-of-looking-back';
import {
  approved,
  cancelled,
  credit,
  dana,
  decidedBy,
  denied,
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

/** The key of the examples. */
export const fakeKey = 'XXXXX-FAKE2-XXXXX-XXXXX-XXXXX';
const notYet = { ...server, package: { ...server.package, starts: '2026-12-01' } };
const noKey = { ...visio, id: id(106), name: 'Project Professional 2024', stock: inStock() };
const offered = ({ id, name }: { id: string; name: string }) => ({
  label: name,
  press: { type: 'show', benefit: id } as const,
});
const everything = [server, visio, noKey, credit, studio, incidents];
const onlooker = { platform: 'teams', user: id(1), address: { mri: '29:1omar' } } as const;
const waiting = { request: pending, background: notices['to-decide'].background };

/** Looking up, asking, holding, and what everybody is told. */
const cardsOfAsking: Record<string, (view: View) => Card> = {
  'the list': (view) => list(view, everything, undefined, 1),
  'the list of one category': (view) => list(view, [studio], 'visual-studio', 1),
  'an empty list': (view) => list(view, [], undefined, 1),
  'the details of a benefit': (view) => show(view, server, decidedBy(dana, omar)),
  'the details of a benefit that nobody can be given': (view) => show(view, notYet, decidedBy()),
  'what may have been meant': (view) => offer(view, [server, visio].map(offered), true),
  'what comes nearest': (view) =>
    offer(
      view,
      [server, visio].map((one) => ({ ...offered(one), label: view.words.offer.acts.ask(one.name) })),
      false,
    ),
  'nothing comes near': (view) => offer(view, [], false),
  'nobody can tell what was meant': (view) => unclear(view, false),
  'nobody can tell what an admin meant': (view) => unclear(view, true),
  'a key asked for in the name of another': (view) => notForOthers(view, visio.name, omar.name),
  'what is asked before somebody is back': (view) =>
    ready(view, view.words.offer.backTitle, view.words.offer.back, view.words.buttons.back, { type: 'back' }),
  'what is asked before accounts are linked': (view) =>
    ready(view, view.words.offer.linkTitle, view.words.offer.link, view.words.buttons.link, { type: 'link' }),
  'the form for somebody who was named': (view) =>
    askForm(view, studio, id(200), { chosen: { ref: `person:${omar.id}`, name: omar.name } }),
  'a benefit that was shared': (view) => sharedBenefit(view, server),
  'a benefit that was shared, of which there is nothing yet': (view) => sharedBenefit(view, notYet),
  'requests that can be shared': (view) => requestsToShare(view, [pending, approved]),
  'a request that was shared': (view) =>
    sharedRequest(view, pending, [onlooker, { ...onlooker, platform: 'slack' }]),
  'a request that was shared and denied': (view) => sharedRequest(view, denied, []),
  'the form with every field': (view) => askForm(view, server, id(200)),
  'the form with the fewest fields': (view) => askForm(view, visio, id(200)),
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
  'the key': (view) => keyCard(view, holding, server, { key: fakeKey, type: 'mak' }),
  'the key of a benefit without anything else': (view) =>
    keyCard(
      view,
      { ...holding, language: undefined, system: undefined } as never,
      { instructions: {} },
      { key: fakeKey, type: 'unknown' },
    ),
  'a key at which nobody looked in time': (view) =>
    keyCard(view, { ...holding, shown: false, activateBy: '2026-10-31' }, visio, {
      key: fakeKey,
      type: 'token',
    }),
  'what I hold, and did not look at in time': (view) =>
    mine(view, [{ ...holding, shown: false, activateBy: '2026-10-31' }], [], 1),
  'the instruction in place of a key': (view) =>
    keyCard(view, holding, visio, { key: 'Ask the help desk for the image.', type: 'custom' }),
  'my requests': (view) => requests(view, [pending, approved, fulfilled, denied, cancelled], 1),
  'no requests': (view) => requests(view, [], 1),
  'what waits for me': (view) => queue(view, { waiting: [waiting], others: [] }, 1),
  'nothing waits for me': (view) => queue(view, { waiting: [], others: [] }, 1),
  'the tasks of the admins': (view) => tasks(view, [openTask], 1),
  'no tasks, and what waits for an admin besides': (view) =>
    tasks(view, [], 1, {
      differences: 2,
      scarce: [
        { id: visio.id, name: visio.name, waiting: 3, needs: 'keys' },
        { id: studio.id, name: studio.name, waiting: 1, needs: 'room' },
      ],
    }),
  'no tasks': (view) => tasks(view, [], 1),
  'the form that finishes a task': (view) => finishForm(view, openTask),
  'what an employee can say': (view) => help(view, { decides: false, admin: false }),
  'what an approver can say': (view) => help(view, { decides: true, admin: false }),
  'what an admin can say': (view) => help(view, { decides: true, admin: true }),
  'a refusal': ({ locale }) => refused(locale, { why: 'too-many', benefit: server.name, left: 2 }),
  'a moment, please': ({ locale }) => working(locale),
};
const told = Object.fromEntries(
  (Object.keys(notices) as NoticeKind[]).map((kind) => [
    `notice: ${kind}`,
    (view: View) => cardFor(view, notices[kind]),
  ]),
);

/** Every card we draw, by what it is, from its example. */
export const everyCard: Record<string, (view: View) => Card> = {
  ...cardsOfAsking,
  ...cardsOfLife,
  ...cardsOfDeciding,
  ...cardsOfHome,
  ...cardsOfFiles,
  ...cardsOfLookingBack,
  ...told,
};

/** Every example, drawn for a reader of one language. */
export const cardsIn = (locale: Locale): Array<[name: string, card: Card]> =>
  Object.entries(everyCard).map(([name, draw]) => [name, draw(viewFor(locale, greenwich, now))]);
