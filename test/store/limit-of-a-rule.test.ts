import { randomUUID } from 'node:crypto';
import type { TestDatabase } from '../support/database';
import { benefitNamed, type Door, openDoor, reading, says, senderOf, stockedDatabase } from '../support/door';
import { ada, dana, eve, mei } from '../support/people';
import { applyPolicy, policyOf } from '../support/policy';

/** A rule that approves at once up to a number gives nobody more keys than that, however often they give one back. */

const visio = 'Visio Professional 2024';
let database: TestDatabase;
let door: Door;
beforeAll(async () => {
  database = await stockedDatabase({ people: [eve, mei, dana, ada] });
  door = await openDoor(database.url);
  await applyPolicy(
    database.url,
    policyOf([{ name: 'one each', when: {}, yields: { is: 'approve', limit: 1 } }]),
  );
});
afterAll(async () => {
  await door.close();
  await database.drop();
});

const asks = async (figure: typeof eve): Promise<string> =>
  says(door, figure, {
    type: 'request',
    request: randomUUID(),
    benefit: await benefitNamed(door.sql, visio),
    reason: 'Drawings',
  });
const heldBy = async ({ name }: typeof eve): Promise<string> =>
  (
    await door
      .sql('holdings')
      .join('people', 'people.id', 'person_id')
      .where({ name, ended_at: null })
      .first('holdings.id')
  ).id;

test('whoever gives back what they never looked at gets another one at once', async () => {
  expect(await asks(mei)).toContain('one each');
  await says(door, mei, { type: 'return', holding: await heldBy(mei) });
  expect(await asks(mei)).toContain('one each');
  await says(door, mei, { type: 'return', holding: await heldBy(mei) });
});

test('whoever has looked at the key and gives it back is beyond the limit: people are asked', async () => {
  expect(await asks(eve)).toContain('one each');
  const holding = await heldBy(eve);
  const shown = await door.handle({ type: 'show-key', holding }, senderOf(eve), randomUUID());
  expect(reading(shown.card)).toContain('Your key');
  await shown.seen?.(true);
  await says(door, eve, { type: 'return', holding });
  const again = await asks(eve);
  expect(again).toContain('Dana Decider');
  expect(again).not.toContain('one each');
});
