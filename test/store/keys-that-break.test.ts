import { randomUUID } from 'node:crypto';
import type { Change } from '../../src/core/change';
import type { TestDatabase } from '../support/database';
import { asksFor, type Door, openDoor, says, senderOf, stockedDatabase } from '../support/door';
import { brokenLaws } from '../support/invariants';
import { ada, dana, eve, type Figure, mei, omar } from '../support/people';

const server = 'Windows Server 2025 Standard';
const wish = { quantity: 1, language: 'English', system: 'x64' };

let database: TestDatabase;
let door: Door;
/** How far the clock was moved, in milliseconds. */
let moved = 0;
beforeEach(async () => {
  moved = 0;
  database = await stockedDatabase();
  door = await openDoor(database.url, () => new Date(Date.now() + moved));
});
afterEach(async () => {
  expect(door.troubles).toEqual([]);
  expect(await brokenLaws(door.sql)).toEqual([]);
  await door.close();
  await database.drop();
});

/** Somebody has a unit of the one MAK; resolves with their holding. */
async function has(figure: Figure): Promise<string> {
  const request = await asksFor(door, figure, server, wish);
  await says(door, figure === dana ? omar : dana, { type: 'approve', request, version: 1 });
  return (await door.sql('holdings').where({ request_id: request }).first('id')).id;
}
const looksAt = async (figure: Figure, holding: string) => {
  const { seen } = await door.handle({ type: 'show-key', holding }, senderOf(figure), randomUUID());
  await seen?.(true);
};
const reports = (figure: Figure, holding: string) =>
  says(door, figure, { type: 'report-key', report: randomUUID(), holding, reason: 'Not accepted' });
async function finds(outcome: 'broken' | 'spent' | 'works'): Promise<string> {
  const { id } = await door.sql('tasks').where({ kind: 'check-key', state: 'open' }).first('id');
  return says(door, ada, { type: 'done', task: id, outcome });
}
const units = async (): Promise<Record<string, number>> => {
  const { rows } = await door.sql.raw(
    `select state, count(*)::int as units from units u join product_keys k on k.id = u.key_id where k.type = 'mak' group by 1`,
  );
  return Object.fromEntries(rows.map((row: { state: string; units: number }) => [row.state, row.units]));
};

/** What giving back a unit comes to, as somebody decided who did not know yet that its key is broken. */
const givenBack = (holding: string, person: string, benefit: string, unit: string, pool: string): Change => {
  const at = new Date().toISOString();
  const ending = { how: 'returned', by: { id: person, name: mei.name } } as const;
  return {
    steps: [
      { do: 'end', holding, at, ending, released: true },
      { do: 'take', benefit, quantity: -1 },
      { do: 'unit', unit, pool, from: 'held', to: 'free' },
    ],
    notices: [],
    audit: [{ action: 'holding.ended', by: person, subject: holding, person, benefit, why: 'returned' }],
  };
};

/** As an admin does by way of another benefit that the key serves: their stock is not locked together. */
const breaks = (holding: string): Promise<void> =>
  door.store.transaction(async (ledger) => {
    const { unit_id } = await door.sql('tasks').where({ holding_id: holding }).first('unit_id');
    const key = await ledger.lockReported(holding, String(unit_id));
    if (!key) throw new Error('nothing was reported');
    const step = { do: 'break-key', key: key.key, at: new Date().toISOString() } as const;
    await ledger.record({ steps: [step], notices: [], audit: [] }, undefined, new Date());
  });

/** Until somebody waits for what somebody else has locked. */
async function somebodyWaits(): Promise<void> {
  const waiting = `select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
  for (let looks = 0; looks < 2000; looks++) if ((await door.sql.raw(waiting)).rows.length > 0) return;
  throw new Error('nobody waits');
}

test.each(['decided before, saved after', 'saved first, while the other waits'])(
  'what comes back while a key is found broken is retired, and counted once: %s',
  async (order) => {
    const [hers, others] = [await has(eve), await has(mei)];
    await reports(eve, hers);
    let breaking: Promise<void> | undefined;
    await door.store.transaction(async (ledger) => {
      const unit = await ledger.unitOf(others);
      const { person_id, benefit_id } = await door.sql('holdings').where({ id: others }).first();
      const change = givenBack(others, person_id, benefit_id, String(unit?.unit), String(unit?.pool));
      if (order.startsWith('decided')) await breaks(hers);
      await ledger.record(
        { ...change, steps: change.steps.filter((step) => step.do === 'unit') },
        undefined,
        new Date(),
      );
      if (order.startsWith('saved')) {
        breaking = breaks(hers);
        await somebodyWaits();
      }
      await ledger.record(
        { ...change, steps: change.steps.filter((step) => step.do !== 'unit'), audit: [] },
        undefined,
        new Date(),
      );
    });
    await breaking;
    expect(await units()).toEqual({ retired: 14, held: 1, 'set-aside': 1 });
  },
);

test('a key that is broken is not handed on with what somebody has of it', async () => {
  const [hers, others] = [await has(eve), await has(mei)];
  await reports(eve, hers);
  await finds('broken');
  const { id } = await door.sql('people').where({ name: omar.name }).first('id');
  const moving = {
    type: 'reassign',
    request: randomUUID(),
    holding: others,
    person: `person:${id}`,
  } as const;
  expect(await says(door, ada, { ...moving, reason: 'A new project' })).toContain('Nothing is left');
  await says(door, mei, { type: 'return', holding: others });
  expect(await units()).toEqual({ retired: 15, held: 1 });
});

test('a look belongs to the key that was looked at: another unit of the same key was seen too', async () => {
  const hers = await has(eve);
  await looksAt(eve, hers);
  await reports(eve, hers);
  await finds('spent');
  await says(door, eve, { type: 'return', holding: hers });
  expect(await units()).toEqual({ free: 14, retired: 2 });
});

test('a look at the key before is none at the one that took its place', async () => {
  const visio = await asksFor(door, eve, 'Visio Professional 2024');
  await says(door, dana, { type: 'approve', request: visio, version: 1 });
  const { id } = await door.sql('holdings').where({ request_id: visio }).first('id');
  await looksAt(eve, id);
  const shown = async () => (await door.store.ledger.holding(id))?.shown;
  expect(await shown()).toBe(true);
  await reports(eve, id);
  expect(await shown()).toBe(false);
});

test.each([
  ['looked at', 'retired', { free: 14, held: 1, retired: 1 }],
  ['not looked at', 'free', { free: 15, held: 1 }],
] as const)('an activation that works after all and was %s is %s', async (was, _, left) => {
  const hers = await has(eve);
  if (was === 'looked at') await looksAt(eve, hers);
  await reports(eve, hers);
  await finds('works');
  expect(await units()).toEqual(left);
});

test.each([true, false])(
  'a clock that goes back ends and shows nothing before it began (shown: %s)',
  async (shown) => {
    const hers = await has(eve);
    moved = -3_600_000;
    if (shown) await looksAt(eve, hers);
    moved = -7_200_000;
    await says(door, eve, { type: 'return', holding: hers });
    const { since, ended_at } = await door.sql('holdings').where({ id: hers }).first();
    expect(ended_at.getTime()).toBeGreaterThanOrEqual(since.getTime());
  },
);

test('the holder hears truthfully what became of a key', async () => {
  const hers = await has(eve);
  await says(door, eve, { type: 'return', holding: hers });
  const ended = `You no longer have ${server}`;
  expect(await reports(eve, hers)).toContain(ended);
  expect(await says(door, eve, { type: 'show-key', holding: hers })).toContain(ended);
  expect(await reports(mei, hers)).toContain('belongs to somebody else');
});

test('what an admin found is told to whoever reported it', async () => {
  const hers = await has(eve);
  await reports(eve, hers);
  await finds('spent');
  const [told, ...more] = await door
    .sql('outbox')
    .whereRaw(`notice->>'kind' = 'key-checked'`)
    .select('notice');
  expect(told.notice).toMatchObject({ outcome: 'spent', holding: { person: { name: eve.name }, key: true } });
  expect(more).toEqual([]);
});
