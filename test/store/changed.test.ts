import { randomUUID } from 'node:crypto';
import type { TestDatabase } from '../support/database';
import { asksFor, benefitNamed, type Door, openDoor, says, senderOf, stockedDatabase } from '../support/door';
import { dana, eve, type Figure, mei, omar } from '../support/people';
import { applyPolicy, policyOf, rule, stage } from '../support/policy';

/** What is kept of a request that whoever asked has changed. */

const sqlServer = 'SQL Server 2022 Standard';
let database: TestDatabase;
let door: Door;
beforeEach(async () => {
  database = await stockedDatabase();
  door = await openDoor(database.url);
  const oneByOne = [dana, omar].map(({ email }) => stage([{ is: 'person', email }]));
  await applyPolicy(database.url, policyOf([rule('one by one', oneByOne)]));
  for (const one of [eve, mei, dana, omar]) await says(door, one, { type: 'help' });
});
afterEach(async () => {
  expect(door.troubles).toEqual([]);
  await door.close();
  await database.drop();
});

const changes = (request: string, version: number, quantity: number) =>
  says(door, eve, { type: 'change', request, version, quantity, reason: 'Another plan' });

test('what the rules looked at is what they looked at last', async () => {
  const request = await asksFor(door, eve, sqlServer, { quantity: 1 });
  await changes(request, 1, 2);
  const { facts } = await door.sql('requests').where({ id: request }).first('facts');
  expect(facts).toMatchObject({ benefit: sqlServer, wants: 2 });
});

test('whoever was told of a stage before they changed it sees there how it ended', async () => {
  const request = await asksFor(door, eve, sqlServer, { quantity: 2 });
  await says(door, dana, { type: 'approve', request, version: 1 });
  await changes(request, 2, 1);
  await says(door, dana, { type: 'deny', request, version: 3, reason: 'Not now' });
  const { rows } = await door.sql.raw(
    `select way || ' ' || (notice ->> 'kind') as told from outbox join people on people.id = person_id where email = ? order by outbox.id`,
    [eve.email],
  );
  expect(rows.map(({ told }: { told: string }) => told)).toEqual([
    'redraw still-waits',
    'tell stage-passed',
    'redraw still-waits',
    'redraw decided',
    'tell denied',
  ]);
});

test('only whoever asked is offered to change it, wherever they read of it', async () => {
  const [request, benefit] = [
    randomUUID(),
    await benefitNamed(door.sql, 'Visual Studio Enterprise Subscription'),
  ];
  const { rows } = await door.sql.raw('select id from people where email = ?', [mei.email]);
  const person = `person:${rows[0].id}`;
  await says(door, eve, { type: 'request', request, benefit, person, reason: 'She builds it' });
  const offered = async (
    figure: Figure,
    command: { type: 'requests' } | { type: 'review'; request: string },
  ) =>
    JSON.stringify((await door.handle(command, senderOf(figure), randomUUID())).card).includes('change-form');
  for (const command of [{ type: 'requests' }, { type: 'review', request }] as const) {
    expect(await offered(eve, command)).toBe(true);
    expect(await offered(mei, command)).toBe(false);
  }
  await says(door, dana, { type: 'approve', request, version: 1 });
  const { rows: told } = await door.sql.raw(
    `select name, notice ->> 'reader' = people.id::text as theirs from outbox join people on people.id = person_id
      where notice ->> 'kind' = 'stage-passed' order by name`,
  );
  expect(told).toEqual([
    { name: eve.name, theirs: true },
    { name: mei.name, theirs: true },
  ]);
});
