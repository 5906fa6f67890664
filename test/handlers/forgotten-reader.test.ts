import type { TestDatabase } from '../support/database';
import { asksFor, type Door, openDoor, says, stockedDatabase } from '../support/door';
import { dana, eve } from '../support/people';

let database: TestDatabase;
let door: Door;
beforeAll(async () => {
  database = await stockedDatabase({ people: [eve, dana] });
  door = await openDoor(database.url);
  await says(door, dana, { type: 'help' });
});
afterAll(async () => {
  await door?.close();
  await database?.drop();
});

const requests = () => says(door, eve, { type: 'requests' });

test('whoever was just remembered as a reader and is forgotten is somebody new with the next word', async () => {
  const name = 'Windows Server CAL';
  const request = await asksFor(door, eve, name);
  expect(await requests()).toContain(name);
  await says(door, eve, { type: 'cancel', request });
  await requests();
  const { id } = await door.sql('people').where({ email: eve.email }).first('id');
  // As the command line does it: the bot is told nothing.
  await door.store.transaction((ledger) => ledger.forget(id, undefined, new Date()));
  expect(await requests()).not.toContain(name);
  const now = await door.sql('people').where({ email: eve.email }).first('id');
  expect(now.id).not.toBe(id);
});
