import { randomUUID } from 'node:crypto';
import type { Command } from '../../src/core/command';
import type { TestDatabase } from '../support/database';
import { benefitNamed, type Door, openDoor, says, stockedDatabase } from '../support/door';
import { brokenLaws } from '../support/invariants';
import { ada, dana, eve, type Figure, mei, omar } from '../support/people';

/** What an admin gives and moves, at the door and on a real database: once, whole, and by the laws of the ledger. */

const clara: Figure = {
  ...ada,
  name: 'Clara Keeper',
  email: 'clara@contoso.example',
  slackId: 'U0PERSON9',
  teamsId: '7a1f0c52-2c55-4d5b-9a0e-5d5f3a1c1009',
};
let database: TestDatabase;
let door: Door;
beforeEach(async () => {
  database = await stockedDatabase({ people: [eve, mei, dana, omar, ada, clara] });
  door = await openDoor(database.url);
});
afterEach(async () => {
  expect(await brokenLaws(door.sql)).toEqual([]);
  expect(door.troubles).toEqual([]);
  await door.close();
  await database.drop();
});

const reason = 'For the new office';
const idOf = async ({ email }: Figure): Promise<string> =>
  (await door.sql('people').where({ email }).first('id')).id;

async function assigning(benefit: string, names: string, more: object = {}): Promise<Command> {
  const assignment = randomUUID();
  return {
    type: 'assign',
    assignment,
    benefit: await benefitNamed(door.sql, benefit),
    names,
    reason,
    ...more,
  };
}
const holdingOf = async (figure: Figure, benefit: string): Promise<string> => {
  const holdings = await door.store.ledger.holdingsOf(await idOf(figure));
  const found = holdings.find((holding) => holding.benefit.name === benefit);
  if (!found) throw new Error(`${figure.name} does not hold ${benefit}`);
  return found.id;
};
async function moving(from: Figure, benefit: string, to: Figure, more: object = {}): Promise<Command> {
  const [holding, person] = [await holdingOf(from, benefit), `person:${await idOf(to)}`];
  return { type: 'reassign', request: randomUUID(), holding, person, reason, ...more };
}
const heldBy = async (figure: Figure): Promise<string[]> =>
  (await door.store.ledger.holdingsOf(await idOf(figure))).map(({ benefit }) => benefit.name);

test('the same form sent twice gives once', async () => {
  const command = await assigning('Windows Server CAL', 'Eve Employee\nMei Lin');
  expect(await says(door, ada, command)).toMatch(/Eve Employee: Has it now[\s\S]*Mei Lin: Has it now/);
  expect(await says(door, ada, command)).toMatch(
    /Eve Employee: Was assigned before[\s\S]*Mei Lin: Was assigned before/,
  );
  expect(await heldBy(eve)).toEqual(['Windows Server CAL']);
  expect(await heldBy(mei)).toEqual(['Windows Server CAL']);
});

test('what is left goes to the first named, the others are told why', async () => {
  const names = 'Eve Employee, Mei Lin, Omar Okay';
  const answer = await says(door, ada, await assigning('Visio Professional 2024', names));
  expect(answer).toMatch(/assigned to 2 of 3/);
  expect(answer).toMatch(/Omar Okay: Nothing is left of Visio Professional 2024/);
});

test('a name that several have is asked about, and nobody is given anything by mistake', async () => {
  await door.sql('people').where({ email: omar.email }).update({ name: 'Eve Okay' });
  const answer = await says(door, ada, await assigning('Windows Server CAL', 'Eve'));
  expect(answer).toContain(
    'Several people are called “Eve”: Eve Employee (eve@contoso.example), Eve Okay (omar@contoso.example)',
  );
  expect(await heldBy(eve)).toEqual([]);
});

test('somebody named twice is given it once, and pasted addresses are understood', async () => {
  const names = 'Eve Employee; eve@contoso.example; Mei Lin <mei@contoso.example>';
  const answer = await says(door, ada, await assigning('Windows Server CAL', names));
  expect(answer.match(/Has it now/g)).toHaveLength(2);
  expect(answer).not.toContain('before');
});

test('two admins give the last one at once: one person has it', async () => {
  await says(door, ada, await assigning('Visio Professional 2024', 'Eve Employee'));
  const both = await Promise.all([
    assigning('Visio Professional 2024', 'Mei Lin').then((command) => says(door, ada, command)),
    assigning('Visio Professional 2024', 'Omar Okay').then((command) => says(door, clara, command)),
  ]);
  expect(both.filter((answer) => answer.includes('Has it now'))).toHaveLength(1);
  expect(both.filter((answer) => answer.includes('Nothing is left'))).toHaveLength(1);
});

test('two admins move the same at once: it goes to one person', async () => {
  for (const benefit of ['Windows Server CAL', 'Visio Professional 2024', 'Office 365 E3']) {
    await says(door, ada, await assigning(benefit, 'Eve Employee'));
    const [one, other] = [await moving(eve, benefit, mei), await moving(eve, benefit, omar)];
    const both = await Promise.all([says(door, ada, one), says(door, clara, other)]);
    expect(both.filter((answer) => answer.includes('has it now'))).toHaveLength(1);
    expect(both.filter((answer) => answer.includes('I cannot find that any more'))).toHaveLength(1);
    const held = [...(await heldBy(mei)), ...(await heldBy(omar))];
    expect(held.filter((name) => name === benefit)).toHaveLength(1);
    expect(await heldBy(eve)).toEqual([]);
  }
});

test.each([
  ['a retail key', 'Visio Professional 2024', {}],
  [
    'a MAK that nobody has seen',
    'Windows Server 2025 Standard',
    { language: 'English', system: 'x64', quantity: 4 },
  ],
  ['a key that everybody shares', 'SQL Server 2022 Standard', { quantity: 2 }],
  ['a token', 'Office 365 E3', {}],
  ['what has no key', 'Windows Server CAL', { quantity: 3 }],
])('%s is moved, and the ledger adds up', async (_, benefit, more) => {
  await says(door, ada, await assigning(benefit, 'Eve Employee', more));
  const held = await door.sql('benefits').where({ name: benefit }).first('held');
  const command = await moving(eve, benefit, mei);
  expect(await says(door, ada, command)).toContain('Mei Lin has it now');
  expect(await says(door, ada, command)).toContain('Mei Lin has it now');
  expect([await heldBy(eve), await heldBy(mei)]).toEqual([[], [benefit]]);
  expect(await door.sql('benefits').where({ name: benefit }).first('held')).toEqual(held);
});

test('a MAK that was seen is spent: the next one has another activation', async () => {
  const benefit = 'Windows Server 2025 Standard';
  await says(door, ada, await assigning(benefit, 'Eve Employee', { language: 'English', system: 'x64' }));
  await says(door, eve, { type: 'show-key', holding: await holdingOf(eve, benefit) });
  expect(await says(door, ada, await moving(eve, benefit, mei))).toContain('Mei Lin has it now');
  const states = await door.sql('units').where('state', '<>', 'free').orderBy('state').pluck('state');
  expect(states).toEqual(['held', 'retired']);
});

test('support is moved with what is not used up', async () => {
  const benefit = 'Product support incidents';
  const email = 'second@fabrikam.example';
  await says(door, ada, await assigning(benefit, 'Eve Employee', { email, quantity: 5 }));
  for (let step = 1; step <= 2; step += 1) {
    const [{ id: task }] = await door.sql('tasks').where({ state: 'open' }).select('id');
    await says(door, ada, { type: 'done', task, accessId: 'A-1', contractId: 'C-1' });
  }
  const holding = await holdingOf(eve, benefit);
  await says(door, eve, { type: 'use', use: randomUUID(), holding, quantity: 2, what: 'A failing cluster' });
  expect(await says(door, ada, await moving(eve, benefit, mei, { email }))).toContain('Mei Lin has it now');
  const [moved] = await door.store.ledger.holdingsOf(await idOf(mei));
  expect(moved).toMatchObject({ quantity: 3, contract: { accessId: 'A-1', contractId: 'C-1' }, email });
});

test('somebody who left keeps their address, and is not added again', async () => {
  const add = (): Command => ({
    type: 'add-person',
    id: randomUUID(),
    name: 'Nora New',
    email: 'nora@contoso.example',
  });
  expect(await says(door, ada, add())).toContain('Nora New was added');
  await door.sql('people').where({ name: 'Nora New' }).update({ active: false });
  expect(await says(door, ada, add())).toContain('This address belongs to Nora New already.');
});

test('whoever was added keeps an address that another one takes over in the chat', async () => {
  const nora: Figure = { ...eve, name: 'Nora New', email: 'nora@contoso.example', slackId: 'U0PERSON7' };
  const add = (name: string, email: string): Command => ({
    type: 'add-person',
    id: randomUUID(),
    name,
    email,
  });
  await says(door, ada, add('Nora New', nora.email));
  await says(door, ada, add('Olga Next', 'olga@contoso.example'));
  expect(await says(door, nora, { type: 'mine' })).toContain('You hold nothing yet');
  const renamed = { ...nora, email: 'olga@contoso.example' };
  expect(await says(door, renamed, { type: 'requests' })).toContain('You have not asked for anything yet');
  expect(await idOf({ ...eve, email: 'olga@contoso.example' })).not.toEqual(await idOf(nora));
});
