import { randomUUID } from 'node:crypto';
import { offers } from '../../src/handlers/duties/offers';
import { offersOver } from '../../src/handlers/duties/offers-over';
import type { Duty } from '../../src/handlers/rounds';
import type { TestDatabase } from '../support/database';
import { asksFor, benefitNamed, type Door, openDoor, says, stockedDatabase } from '../support/door';
import { anotherKey, lawsBrokenIn, offerTime, oneKey, visio } from '../support/one-key';
import { ada, dana, eve, type Figure, mei, omar } from '../support/people';

describe('several copies of the bot at the same moment', () => {
  let database: TestDatabase;
  let copies: Door[];
  let benefit: string;
  let now: Date;

  beforeEach(async () => {
    now = new Date();
    database = await stockedDatabase({ ...oneKey, keys: [] });
    copies = await Promise.all([1, 2].map(() => openDoor(database.url, () => now)));
    benefit = await benefitNamed(copy(0).sql, visio);
  });
  afterEach(async () => {
    expect(await lawsBrokenIn({ database })).toEqual([]);
    expect(copies.flatMap(({ troubles }) => troubles)).toEqual([]);
    await Promise.all(copies.map((door) => door.close()));
    await database.drop();
  });

  const copy = (at: number): Door => copies[at % copies.length] as Door;
  const approves = (door: Door, request: string) =>
    says(door, dana, { type: 'approve', request, version: 1 });
  /** Each copy does the duty several times at once, at a moment of its own. */
  const doAtOnce = (duty: Duty, id: string, at: Date): Promise<void>[] =>
    Array.from({ length: 6 }, (_, nth) =>
      copy(nth).store.transaction((ledger) =>
        duty.carryOut(
          {
            ledger,
            now: at,
            at: at.toISOString(),
            newId: randomUUID,
            record: (change) => ledger.record(change, undefined, at),
            report() {},
          },
          id,
        ),
      ),
    );
  const states = async (): Promise<string[]> =>
    (
      await copy(0)
        .sql('requests')
        .join('people', 'people.id', 'assignee_id')
        .orderBy('closed_at')
        .select('name', 'state')
    ).map(({ name, state }) => `${name}: ${state}`);

  async function waits(figure: Figure): Promise<string> {
    const request = await asksFor(copy(0), figure, visio);
    now = new Date(now.getTime() + 1_000);
    expect(await approves(copy(0), request)).toContain('waiting list');
    return request;
  }

  test('each unit is offered once, in the order of the list, and whoever is approved just then goes behind', async () => {
    for (const figure of [eve, omar, ada]) await waits(figure);
    const last = await asksFor(copy(0), mei, visio);
    now = new Date(now.getTime() + 1_000);
    await anotherKey({ database }, 3);
    await anotherKey({ database }, 4);
    await Promise.all([...doAtOnce(offers, benefit, now), approves(copy(1), last)]);
    expect(await states()).toEqual([
      'Eve Employee: offered',
      'Omar Okay: offered',
      'Ada Admin: waiting',
      'Mei Lin: waiting',
    ]);
  });

  test('an offer is taken or over, never both', async () => {
    const request = await waits(eve);
    await waits(omar);
    await anotherKey({ database }, 3);
    await Promise.all(doAtOnce(offers, benefit, now));
    const after = new Date(now.getTime() + offerTime);
    const [answer] = await Promise.all([
      says(copy(0), eve, { type: 'accept', request }),
      ...doAtOnce(offersOver, request, after),
    ]);
    const [first] = await states();
    const taken = first === 'Eve Employee: fulfilled';
    expect(answer).toContain(taken ? 'Approved and delivered' : 'The time to take');
    await Promise.all(doAtOnce(offers, benefit, after));
    expect(await states()).toEqual(
      taken
        ? ['Eve Employee: fulfilled', 'Omar Okay: waiting']
        : expect.arrayContaining(['Eve Employee: cancelled', 'Omar Okay: offered']),
    );
  });

  test('whoever needs much is not overtaken by whoever needs little', async () => {
    await copy(0).sql('benefits').where({ id: benefit }).update({ unit: 'core' });
    const much = await asksFor(copy(0), eve, visio, { quantity: 3 });
    await approves(copy(0), much);
    now = new Date(now.getTime() + 1_000);
    const little = await asksFor(copy(0), omar, visio, { quantity: 1 });
    await approves(copy(0), little);
    // Two of three can be given: enough for the second in line alone.
    await copy(0).sql('benefits').where({ id: benefit }).update({ quantity: 2 });
    await anotherKey({ database }, 3);
    await Promise.all(doAtOnce(offers, benefit, now));
    expect(await states()).toEqual(['Eve Employee: waiting', 'Omar Okay: waiting']);
    await copy(0).sql('benefits').where({ id: benefit }).update({ quantity: 3 });
    await Promise.all(doAtOnce(offers, benefit, now));
    expect(await states()).toEqual(['Eve Employee: offered', 'Omar Okay: waiting']);
  });
});
