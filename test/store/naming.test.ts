import { randomUUID } from 'node:crypto';
import { plainText } from '../../src/core/card';
import type { Command } from '../../src/core/command';
import type { NamedAccount, Standing } from '../../src/store/store';
import type { TestDatabase } from '../support/database';
import { asksFor, benefitNamed, type Door, openDoor, says, senderOf, stockedDatabase } from '../support/door';
import { brokenLaws } from '../support/invariants';
import { ada, dana, eve, type Figure, mei, omar } from '../support/people';
import { benefits } from '../support/sample';

/** Whom words, mentions and pickers mean, on a real database: nobody is given what is for somebody else. */

const figure = (number: number, name: string, email: string): Figure => ({
  ...eve,
  name,
  email,
  slackId: `U0PERSON${number}`,
  teamsId: `7a1f0c52-2c55-4d5b-9a0e-5d5f3a1c1${String(number).padStart(3, '0')}`,
});
const wen = figure(10, '陳大文', 'wen@contoso.example');
const clara: Figure = { ...figure(11, 'Clara Keeper', 'clara@contoso.example'), role: 'admin' };
const cal = 'Windows Server CAL';
const many = Array.from({ length: 60 }, (_, at) =>
  figure(100 + at, `Person Number${at}`, `person${at}@contoso.example`),
);

let database: TestDatabase;
let door: Door;
beforeAll(async () => {
  database = await stockedDatabase({
    people: [eve, mei, dana, omar, ada, clara, wen, ...many],
    benefits: benefits.map((one) => (one.benefit === cal ? { ...one, quantity: 1000 } : one)),
  });
  door = await openDoor(database.url);
});
afterEach(async () => {
  expect(await brokenLaws(door.sql)).toEqual([]);
  expect(door.troubles).toEqual([]);
});
afterAll(async () => {
  await door.close();
  await database.drop();
});

const assigning = async (more: object): Promise<Command> => ({
  type: 'assign',
  assignment: randomUUID(),
  benefit: await benefitNamed(door.sql, cal),
  reason: 'For the work',
  ...more,
});
const holders = async (): Promise<string[]> =>
  (await door.store.ledger.holdersOf(await benefitNamed(door.sql, cal))).map(({ person }) => person.name);
/** Gives, and says who has it now that did not before. */
async function gives(more: object): Promise<{ answer: string; got: string[] }> {
  const before = await holders();
  const answer = await says(door, ada, await assigning(more));
  return { answer, got: (await holders()).filter((name) => !before.includes(name)) };
}

test.each([
  ['a name with “and” in it', '陳和平', 'I know nobody called “陳和平”'],
  ['a single letter', 'e', 'I know nobody called “e”'],
  ['a first name', 'Eve', 'Nobody is called just “Eve”. Do you mean Eve Employee (eve@contoso.example)?'],
  ['a family name', '陳大', 'Nobody is called just “陳大”. Do you mean 陳大文'],
])('%s is no whole name, and nobody is given anything', async (_, names, refusal) => {
  const { answer, got } = await gives({ names });
  expect(answer).toContain(refusal);
  expect(got).toEqual([]);
});

test('a last name before a first one is one person', async () => {
  expect(await gives({ names: 'Decider, Dana' })).toMatchObject({ got: ['Dana Decider'] });
});

test('more people than are given something in one go are counted, and none is left out unseen', async () => {
  const names = many
    .slice(0, 51)
    .map(({ name }) => name)
    .join('\n');
  const { answer, got } = await gives({ names });
  expect(answer).toContain('You named 51 people, and 50 are the most in one go.');
  expect(got).toEqual([]);
  expect(await says(door, ada, { type: 'say', text: `assign ${cal} to ${names}`, dialog: true })).toContain(
    'You named 51 people',
  );
});

test('a button of a message carries no more than 40 people', async () => {
  const text = (count: number) =>
    `assign ${cal} to ${many
      .slice(0, count)
      .map(({ name }) => name)
      .join(', ')}`;
  expect(await says(door, ada, { type: 'say', text: text(41), dialog: false })).toContain(
    `Please type “assign ${cal}” without them`,
  );
  const { card } = await door.handle(
    { type: 'say', text: text(40), dialog: false },
    senderOf(ada),
    randomUUID(),
  );
  const button = card.blocks.flatMap((block) => (block.type === 'buttons' ? block.buttons : []))[0];
  const press = button && 'press' in button ? JSON.stringify(button.press) : '';
  expect(press).toContain('assign-form');
  expect(press.length).toBeLessThan(2000);
});

test('the same form eight times at once gives once, and says so each time', async () => {
  const atOnce = (command: Command) =>
    Promise.all(Array.from({ length: 8 }, (_, at) => says(door, at % 2 ? ada : clara, command)));
  // Eight connections are open before it counts.
  await atOnce({ type: 'cancel', request: randomUUID() });
  for (const [one, other] of [
    [0, 1],
    [2, 3],
    [4, 5],
  ] as const) {
    const names = [many[50 + one], many[50 + other]].map((somebody) => somebody?.name).join('\n');
    const answers = await atOnce(await assigning({ names }));
    expect(answers.filter((answer) => answer.includes('Has it now'))).toHaveLength(1);
    expect(answers.filter((answer) => answer.match(/Was assigned before/g)?.length === 2)).toHaveLength(7);
  }
});

test('fifty people have it in one go, well before an answer is late', async () => {
  const people = many.slice(0, 50);
  const names = people.map(({ name }) => name).join('\n');
  const started = performance.now();
  const { answer, got } = await gives({ names });
  expect(answer).toContain(`${cal}: assigned`);
  expect(got).toHaveLength(50);
  // A whole transaction has 2.2 s.
  expect(performance.now() - started).toBeLessThan(2_000);
});

describe('an account that a picker names', () => {
  const saying = async (profile: Standing, command: Command, who = wen, platform = 'teams' as const) => {
    const named: NamedAccount[] = [{ ref: `teams:${who.teamsId}`, user: who.teamsId, profile }];
    const { card } = await door.handle(command, { ...senderOf(ada, platform), named }, randomUUID());
    return plainText(card);
  };
  const member = (email?: string): Standing => ({
    standing: 'member',
    name: 'Wen Chen',
    locale: 'en',
    ...(email && { email }),
  });
  const silent: Standing = { standing: 'unknown', locale: 'en' };
  const looking = (who = wen): Command => ({ type: 'person', person: `teams:${who.teamsId}` });

  test.each([
    ['without an address', member()],
    ['with another address', member('wen.chen@contoso.example')],
    ['whom the directory does not show', silent],
  ])('%s is known by the id of the people file', async (_, profile) => {
    expect(await saying(profile, looking())).toContain('wen@contoso.example');
  });

  test('is given what it was picked for, though the directory does not show it', async () => {
    const people = [`teams:${wen.teamsId}`];
    expect(await saying(silent, await assigning({ people }))).toContain('Has it now');
    expect(await holders()).toContain('陳大文');
  });

  test('whom nobody knows is a colleague to be added, not the one who speaks', async () => {
    const stranger = figure(99, 'Nora New', 'nora@contoso.example');
    const said = await saying(silent, looking(stranger), stranger);
    expect(said).toContain('I could not find this colleague in the directory');
    expect(said).toContain('An admin can add them');
  });

  test('with the address of somebody who has another account here is somebody else', async () => {
    const other = figure(98, 'Wen Chen', wen.email);
    const said = await saying(member(wen.email), looking(other), other);
    expect(said).toContain('I know nobody called');
  });
});

test('whose second account is the only approver is decided about by an admin', async () => {
  const small = await stockedDatabase({ people: [mei, dana, ada] });
  const other = await openDoor(small.url);
  try {
    const twin: Figure = { ...mei, name: 'Dana Twin', email: dana.email, slackId: 'U0PERSON97' };
    await says(other, twin, { type: 'help' });
    await says(other, twin, { type: 'mine' });
    const { id } = await other.sql('people').where({ name: twin.name }).first('id');
    const benefit = await benefitNamed(other.sql, 'Visual Studio Enterprise Subscription');
    const request: Command = {
      type: 'request',
      request: randomUUID(),
      benefit,
      person: `person:${id}`,
      reason: 'A build',
    };
    expect(await says(other, mei, request)).toContain('Ada Admin');
    expect(await other.sql('requests').pluck('asked')).toEqual([
      [(await other.sql('people').where({ email: ada.email }).first('id')).id],
    ]);
  } finally {
    await other.close();
    await small.drop();
  }
});

describe('an id that exists elsewhere', () => {
  const gone = 'I cannot find that any more';
  const personId = async ({ email }: Figure): Promise<string> =>
    (await door.sql('people').where({ email }).first('id')).id;

  test('of a request is no move', async () => {
    const request = await asksFor(door, eve, 'Visio Professional 2024');
    await says(door, ada, await assigning({ names: omar.name }));
    const [holding] = await door.store.ledger.holdingsOf(await personId(omar));
    const person = `person:${await personId(mei)}`;
    const move: Command = { type: 'reassign', request, holding: holding?.id ?? '', person, reason: 'Moves' };
    expect(await says(door, ada, move)).toContain(gone);
  });

  test('of a person is nobody new', async () => {
    const id = await personId(eve);
    const add: Command = { type: 'add-person', id, name: 'Nora New', email: 'nora@contoso.example' };
    expect(await says(door, ada, add)).toContain(gone);
  });

  test('of what a colleague has noted down is no note', async () => {
    const benefit = await benefitNamed(door.sql, 'Product support incidents');
    const names = `${eve.name}\n${mei.name}`;
    const give = await assigning({ benefit, names, email: 'second@fabrikam.example', quantity: 2 });
    await says(door, ada, give);
    for (let task = 0; task < 4; task += 1) {
      const { id } = await door.sql('tasks').where({ state: 'open' }).first('id');
      await says(door, ada, { type: 'done', task: id, accessId: 'A-1', contractId: 'C-1' });
    }
    const holdingOf = async (who: Figure) =>
      (await door.store.ledger.holdersOf(benefit)).find(({ person }) => person.name === who.name)?.id ?? '';
    const note = { type: 'use', use: randomUUID(), quantity: 1, what: 'A case' } as const;
    expect(await says(door, eve, { ...note, holding: await holdingOf(eve) })).not.toContain(gone);
    expect(await says(door, mei, { ...note, holding: await holdingOf(mei) })).toContain(gone);
  });
});
