import { randomUUID } from 'node:crypto';
import { makeRounds } from '../../src/handlers/rounds';
import type { TestDatabase } from '../support/database';
import { asksFor, type Door, openDoor, says, senderOf, stockedDatabase } from '../support/door';
import { ada, dana, eve, type Figure, mei, omar } from '../support/people';
import { applyPolicy, policyOf, rule, stage } from '../support/policy';

/** What was shown to people is compared with what is true. */

const visio = 'Visio Professional 2024';
const second = 1_000;
const hour = 3_600_000;
let database: TestDatabase;
let door: Door;
let now = new Date();
beforeEach(async () => {
  now = new Date();
  database = await stockedDatabase({ people: [eve, mei, dana, omar, ada] });
  door = await openDoor(database.url, () => now);
});
afterEach(async () => {
  expect(door.troubles).toEqual([]);
  await door.close();
  await database.drop();
});

const later = (milliseconds: number): void => {
  now = new Date(now.getTime() + milliseconds);
};
const stale = async (): Promise<string[]> => {
  const copies = await door.store.ledger.staleCopies(now);
  return copies.map(({ person }) => names.get(person) as string).sort();
};
const names = new Map<string, string>();

/** Whatever is on its way arrives; redraws change what copies show, unless they are lost. */
async function allArrives(redraws: 'drawn' | 'lost' | 'dead' = 'drawn'): Promise<void> {
  for (const { id, name } of await door.sql('people').select('id', 'name')) names.set(id, name);
  const { ledger } = door.store;
  for (;;) {
    const leased = await ledger.lease(50, now, 60_000);
    if (leased.length === 0) return;
    for (const one of leased) {
      const version = 'request' in one.notice ? one.notice.request.version : undefined;
      const live = ['to-decide', 'digest', 'to-do', 'granted', 'stage-passed'].includes(one.notice.kind);
      const shown = { live, ...(version !== undefined && { version }) };
      if (one.way === 'tell') await ledger.sent(one, now, { platform: 'slack', ref: { ts: one.id } }, shown);
      else if (redraws === 'dead') await ledger.bury(one, 'busy', now);
      else {
        if (redraws === 'drawn')
          for (const { id } of await ledger.copiesOf(one.person, one.subject))
            await ledger.redrawn(id, shown);
        await ledger.sent(one, now);
      }
    }
  }
}

/** What is on its way now, as who is to see what. */
const onItsWay = async (): Promise<string[]> =>
  (
    await door
      .sql('outbox')
      .join('people', 'people.id', 'person_id')
      .where({ state: 'due' })
      .orderBy('name')
      .select('name', 'way', door.sql.raw(`notice ->> 'kind' as kind`))
  ).map(({ name, way, kind }) => `${name}: ${way} ${kind}`);

async function goesRound(): Promise<void> {
  const troubles: unknown[] = [];
  const report = (duty: string, error: unknown) => troubles.push([duty, error]);
  await makeRounds({ store: door.store, now: () => now, changed() {}, report }).once();
  expect(troubles).toEqual([]);
}
const denies = (figure: Figure, request: string) =>
  says(door, figure, { type: 'deny', request, version: 1, reason: 'Not now' });

test('what changed in time is left alone, and what holds its key is too', async () => {
  const request = await asksFor(door, eve, visio);
  await allArrives();
  await says(door, dana, { type: 'approve', request, version: 1 });
  await allArrives();
  later(10 * 60 * second);
  expect(await stale()).toEqual([]);
});

test('a change that was lost is made again half a minute later, once', async () => {
  const request = await asksFor(door, eve, visio);
  await allArrives();
  await denies(dana, request);
  later(31 * second);
  // It is on its way still.
  expect(await stale()).toEqual([]);
  await allArrives('lost');
  expect(await stale()).toEqual(['Dana Decider', 'Omar Okay']);
  later(-20 * second);
  expect(await stale()).toEqual([]);
  later(20 * second);
  // Two copies of the bot make their rounds at once.
  await Promise.all([goesRound(), goesRound()]);
  expect(await onItsWay()).toEqual(['Dana Decider: redraw decided', 'Omar Okay: redraw decided']);
  await goesRound();
  expect(await onItsWay()).toHaveLength(2);
  await allArrives();
  later(hour);
  expect(await stale()).toEqual([]);
});

test('of two who must agree, the card of whoever has is drawn anew too', async () => {
  await applyPolicy(database.url, policyOf([rule('two', [stage([{ is: 'approvers' }], { need: 2 })])]));
  const request = await asksFor(door, eve, visio);
  await allArrives();
  later(60 * second);
  await says(door, dana, { type: 'approve', request, version: 1 });
  await allArrives('lost');
  later(29 * second);
  expect(await stale()).toEqual([]);
  later(2 * second);
  expect(await stale()).toEqual(['Dana Decider']);
  await goesRound();
  expect(await onItsWay()).toEqual(['Dana Decider: redraw decided']);
  await door.sql('posted').update({ live: false });
  expect(await stale()).toEqual([]);
});

test('what was given up is tried again after an hour, then after two, for ever', async () => {
  const request = await asksFor(door, eve, visio);
  await allArrives();
  await denies(dana, request);
  for (const hours of [1, 2, 4, 8, 16, 24, 24]) {
    await allArrives('dead');
    later(hours * hour - second);
    expect(await stale()).toEqual([]);
    later(second);
    expect(await stale()).toEqual(['Dana Decider', 'Omar Okay']);
    await goesRound();
    expect((await onItsWay()).filter((line) => line.endsWith('redraw decided'))).toHaveLength(2);
  }
});

test('whoever decides it no more sees so in the end', async () => {
  await asksFor(door, eve, visio);
  await allArrives();
  await door.sql('people').where({ name: omar.name }).update({ role: 'employee' });
  await goesRound();
  expect(await onItsWay()).toEqual(['Eve Employee: redraw still-waits', 'Omar Okay: redraw decided']);
  await allArrives('lost');
  later(61 * second);
  expect(await stale()).toEqual(['Omar Okay']);
  await goesRound();
  expect(await onItsWay()).toEqual(['Omar Okay: redraw decided']);
});

test('an answer that stays in a chat is mended as a message is; an admin keeps what they opened to decide alone', async () => {
  await applyPolicy(database.url, policyOf([rule('Dana', [stage([{ is: 'person', email: dana.email }])])]));
  const request = await asksFor(door, eve, visio);
  await allArrives();
  // The second look of Ada took the place of the first.
  for (const figure of [eve, ada, ada]) {
    const { stands } = await door.handle({ type: 'review', request }, senderOf(figure), randomUUID());
    await stands?.({ platform: 'slack', ref: { ts: `seen by ${figure.name}` } });
  }
  expect(await door.sql('posted').whereNull('outbox_id')).toHaveLength(2);
  later(61 * second);
  expect(await stale()).toEqual([]);
  await denies(dana, request);
  await allArrives('lost');
  later(31 * second);
  expect(await stale()).toEqual(['Ada Admin', 'Dana Decider', 'Eve Employee']);
  await goesRound();
  expect(await onItsWay()).toContain('Ada Admin: redraw decided');
});

test('a list in whose place a request was opened stays what it is', async () => {
  const request = await asksFor(door, eve, visio);
  await allArrives();
  const [list] = await door.sql('posted').where({ subject: request });
  await door.sql('posted').where({ id: list.id }).update({ subject: list.person_id });
  const { stands } = await door.handle({ type: 'review', request }, senderOf(dana), randomUUID());
  await stands?.({ platform: 'slack', ref: list.ref });
  expect(await door.sql('posted').whereJsonPath('ref', '$.ts', '=', list.ref.ts).pluck('subject')).toEqual([
    list.person_id,
  ]);
});

test('of what was changed, whoever decides sees the newest version with all they need', async () => {
  const request = await asksFor(door, eve, visio);
  await allArrives();
  await says(door, eve, { type: 'change', request, version: 1, reason: 'Still for the diagrams' });
  await allArrives();
  // The message before it was told nothing new.
  later(31 * second);
  expect(await stale()).toEqual(['Dana Decider', 'Omar Okay']);
  await goesRound();
  expect(await onItsWay()).toEqual(['Dana Decider: redraw to-decide', 'Omar Okay: redraw to-decide']);
  await allArrives();
  expect(await stale()).toEqual([]);
});

test('a task that is done has no buttons anywhere in the end', async () => {
  const request = await asksFor(door, eve, 'Visual Studio Enterprise Subscription');
  await says(door, dana, { type: 'approve', request, version: 1 });
  await allArrives();
  const [task] = await door.sql('tasks').pluck('id');
  await says(door, ada, { type: 'done', task });
  await allArrives('lost');
  expect(await stale()).toEqual([]);
  later(31 * second);
  expect(await stale()).toEqual(['Ada Admin']);
  await goesRound();
  expect(await onItsWay()).toEqual(['Ada Admin: redraw task-done']);
});

test('a list of what waits that could not be changed is changed later', async () => {
  await asksFor(door, eve, visio);
  await allArrives();
  const [person] = await door.sql('people').where({ name: dana.name }).pluck('id');
  const row = {
    person_id: person,
    subject: person,
    due_at: now,
    notice: JSON.stringify({ kind: 'digest', waiting: [] }),
  };
  await door.sql('digests').insert({ person_id: person, requests: [], told_at: now });
  await door.sql('outbox').insert({ ...row, way: 'tell' });
  await allArrives();
  await door.sql('outbox').insert({ ...row, way: 'redraw' });
  await allArrives('dead');
  expect(await stale()).toEqual([]);
  later(hour);
  expect(await stale()).toEqual(['Dana Decider']);
  await goesRound();
  expect(await onItsWay()).toContain('Dana Decider: redraw digest');
  await allArrives();
  later(25 * hour);
  expect(await stale()).toEqual([]);
});
