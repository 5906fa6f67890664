import { randomUUID } from 'node:crypto';
import type { TestDatabase } from '../support/database';
import { asksFor, benefitNamed, type Door, openDoor, says, stockedDatabase } from '../support/door';
import { brokenLaws } from '../support/invariants';
import { ada, dana, eve, type Figure, mei, omar } from '../support/people';

const [monthly, other] = ['Azure credit', 'Azure bulk credit'];
const rounds = 10;

/** Two bots on one database. */
let database: TestDatabase;
let one: Door;
let two: Door;
beforeEach(async () => {
  database = await stockedDatabase({
    people: [eve, mei, dana, omar, ada],
    benefits: [monthly, other].map((benefit, at) => ({
      category: 'cloud' as const,
      benefit,
      quantity: 100,
      unit: at ? 'USD per year' : 'USD per month',
      delivery: 'assign' as const,
    })),
  });
  [one, two] = await Promise.all([openDoor(database.url), openDoor(database.url)]);
});
afterEach(async () => {
  const troubles = [...one.troubles, ...two.troubles];
  const broken = await brokenLaws(one.sql);
  // Closed before anything is said of it: a door that stays open keeps the whole run from ending.
  await Promise.all([one.close(), two.close()]);
  await database.drop();
  expect({ troubles, broken }).toEqual({ troubles: [], broken: [] });
});

/** What was granted to somebody and is theirs or on its way: never more than one credit. */
async function creditsOf(figure: Figure): Promise<number> {
  const [row] = await one
    .sql('requests')
    .join('people', 'people.id', 'assignee_id')
    .where({ name: figure.name })
    .whereIn('state', ['waiting', 'offered', 'approved', 'fulfilled'])
    .count();
  return Number(row?.count);
}
/** Everything that was asked for and given is out of the way, but one request where one is to stay. */
async function beginAnew({ but }: { but?: string } = {}): Promise<void> {
  for (const table of ['tasks', 'reviews', 'reviewers'])
    await one
      .sql(table)
      .whereNot(but ? { request_id: but } : {})
      .del();
  await one
    .sql('requests')
    .whereNot(but ? { id: but } : {})
    .del();
}

test('two approvers approve two credits for one person at once: one is granted', async () => {
  for (let round = 0; round < rounds; round++) {
    const [first, second] = [await asksFor(one, eve, monthly), await asksFor(one, eve, other)];
    const answers = await Promise.all([
      says(one, dana, { type: 'approve', request: first, version: 1 }),
      says(two, omar, { type: 'approve', request: second, version: 1 }),
    ]);
    expect(answers.filter((answer) => answer.includes('one active credit per person'))).toHaveLength(1);
    expect(await creditsOf(eve)).toBe(1);
    await beginAnew();
    await one.sql('benefits').update({ held: 0 });
  }
});

test('two admins assign two credits to the same people at once: each has one', async () => {
  for (let round = 0; round < rounds; round++) {
    const assigns = async (door: Door, benefit: string, names: string) =>
      says(door, ada, {
        type: 'assign',
        assignment: randomUUID(),
        benefit: await benefitNamed(door.sql, benefit),
        names,
        reason: 'For the work',
      });
    await Promise.all([
      assigns(one, monthly, 'Eve Employee, Mei Lin'),
      assigns(two, other, 'Mei Lin, Eve Employee'),
    ]);
    for (const figure of [eve, mei]) expect(await creditsOf(figure)).toBeLessThanOrEqual(1);
    await beginAnew();
    await one.sql('benefits').update({ held: 0 });
  }
});

test('one credit is moved to somebody, another approved for them at the same moment: they get one', async () => {
  const first = await asksFor(one, eve, monthly);
  await says(one, dana, { type: 'approve', request: first, version: 1 });
  await says(one, ada, { type: 'done', task: (await one.sql('tasks').first('id')).id });
  const holding = (await one.sql('holdings').first('id')).id;
  for (let round = 0; round < rounds; round++) {
    const second = await asksFor(one, omar, other);
    const person = `person:${(await one.sql('people').where({ name: omar.name }).first('id')).id}`;
    const move = { type: 'reassign', request: randomUUID(), holding, person, reason: 'Moved' } as const;
    await Promise.all([
      says(one, ada, move),
      says(two, dana, { type: 'approve', request: second, version: 1 }),
    ]);
    expect(await creditsOf(omar)).toBe(1);
    await beginAnew({ but: first });
    await one.sql('benefits').where({ name: other }).update({ held: 0 });
  }
});
