import type { TestDatabase } from '../support/database';
import { asksFor, type Door, openDoor, reading, senderOf, stockedDatabase } from '../support/door';
import { brokenLaws } from '../support/invariants';
import { dana, eve, mei, omar } from '../support/people';
import { layWire, type Wire } from '../support/wire';

let database: TestDatabase;
let wire: Wire;
let near: Door;
let far: Door;
beforeAll(async () => {
  database = await stockedDatabase({
    benefits: [{ category: 'software', benefit: visio, quantity: 50, unit: 'licence', delivery: 'key' }],
    keys: [{ benefit: visio, key: 'VSWPR-FAKE2-9QK7M-C3XJT-4HRBD', key_type: 'mak', seats: 50 }],
  });
  wire = await layWire(database.url);
  near = await openDoor(database.url);
  far = await openDoor(wire.url);
});
afterAll(async () => {
  await far.close();
  await wire.close();
  await near.close();
  await database.drop();
});

const visio = 'Visio Professional 2024';
const counts = async () => {
  const { rows } = await near.sql.raw(`
    select (select count(*)::int from holdings) as holdings, (select count(*)::int from audit) as audit,
           (select count(*)::int from outbox where way = 'tell') as told, (select sum(held)::int from benefits) as held`);
  return rows[0];
};

describe.each(['before', 'after'] as const)('the connection breaks %s the commit', (moment) => {
  test.each([1, 2, 3])('%d times in a row: it happens once, and whoever pressed reads so', async (times) => {
    const request = await asksFor(near, eve, visio);
    const before = await counts();
    wire.cut(moment, times);
    const press = () =>
      far.handle({ type: 'approve', request, version: 1 }, senderOf(dana), `${moment} ${times}`);
    const { card } = await press();
    expect(wire.left()).toBe(0);
    expect(reading(card)).toContain('Approved and delivered');
    const after = await counts();
    expect(after).toEqual({
      holdings: before.holdings + 1,
      audit: before.audit + 1,
      told: before.told + 1,
      held: before.held + 1,
    });
    expect((await press()).card).toEqual(card);
    expect(await counts()).toEqual(after);
    expect(await brokenLaws(near.sql)).toEqual([]);
  });

  test('so often that we give up: the same press afterwards gets the one answer', async () => {
    const request = await asksFor(near, mei, visio);
    const before = await counts();
    wire.cut(moment, 100);
    const press = () =>
      far.handle({ type: 'approve', request, version: 1 }, senderOf(omar), `${moment} for long`);
    expect(reading((await press()).card)).toContain('Something went wrong on our side');
    wire.cut(moment, 0);
    expect(reading((await press()).card)).toContain('Approved and delivered');
    expect(await counts()).toMatchObject({ holdings: before.holdings + 1, audit: before.audit + 1 });
  });
});
