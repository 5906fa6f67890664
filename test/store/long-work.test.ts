import type { TestDatabase } from '../support/database';
import { type Door, openDoor, stockedDatabase } from '../support/door';

/** Somebody in a chat waits no longer than they do there; what the bot does by itself has time, as for a leaver with a hundred things. */

let database: TestDatabase;
let door: Door;
beforeAll(async () => {
  database = await stockedDatabase();
  door = await openDoor(database.url);
});
afterAll(async () => {
  await door?.close();
  await database?.drop();
});

test('work of three seconds is done on the rounds, and given up in a chat', async () => {
  const threeSeconds = async () => {
    for (let part = 0; part < 3; part++) await door.sql.raw('select pg_sleep(1)');
    return 'done';
  };
  const [onRounds, inChat] = await Promise.allSettled([
    door.store.longTransaction(threeSeconds),
    door.store.transaction(threeSeconds),
  ]);
  expect(onRounds).toEqual({ status: 'fulfilled', value: 'done' });
  expect(inChat).toEqual({ status: 'rejected', reason: new Error('the database did not answer in time') });
});
