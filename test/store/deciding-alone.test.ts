import type { TestDatabase } from '../support/database';
import { asksFor, type Door, openDoor, says, stockedDatabase } from '../support/door';
import { ada, dana, eve, omar } from '../support/people';
import { applyPolicy, policyOf, rule, stage } from '../support/policy';

const visio = 'Visio Professional 2024';
let database: TestDatabase;
let door: Door;
beforeEach(async () => {
  database = await stockedDatabase();
  door = await openDoor(database.url);
  for (const one of [eve, dana, omar, ada]) await says(door, one, { type: 'help' });
});
afterEach(async () => {
  await door.close();
  await database.drop();
});

const decidesAlone = (request: string, verdict: 'approve' | 'deny') =>
  says(door, ada, {
    type: 'override',
    request,
    version: 1,
    verdict,
    reason: 'Both approvers are on a flight until tonight',
  });
const agrees = (request: string, who: typeof ada) =>
  says(door, who, { type: 'approve', request, version: 1 });

test('an admin who has agreed already, and waits for a second one, may still decide alone', async () => {
  const two = stage([{ is: 'approvers' }], { may: [{ is: 'admins' }], need: 2 });
  await applyPolicy(database.url, policyOf([rule('two', [two])]));
  const request = await asksFor(door, eve, visio);
  expect(await agrees(request, ada)).toContain('Waits for: Dana Decider, Omar Okay');
  const answer = await decidesAlone(request, 'approve');
  expect(answer).toContain('Decided by: Ada Admin');
  // Who agreed twice is named once.
  expect(answer).toMatch(/^Agreed: Ada Admin$/m);
  // And whoever looks at it later reads the same.
  const later = await says(door, dana, { type: 'review', request });
  expect(later).toMatch(/^Agreed: Ada Admin$/m);
  expect(later).toContain('Decided by: Ada Admin (alone, in an emergency)');
  expect(later).toMatch(/^Why alone: .{20,}$/m);
  expect(door.troubles).toEqual([]);
});

test('an admin in whose place somebody has agreed may still decide alone', async () => {
  const two = stage([{ is: 'admins' }, { is: 'person', email: dana.email }], { need: 2 });
  await applyPolicy(database.url, policyOf([rule('two', [two])]));
  const request = await asksFor(door, eve, visio);
  const { rows } = await door.sql.raw('select id from people where email = ?', [omar.email]);
  await says(door, ada, { type: 'hand-over', request, version: 1, person: `person:${rows[0].id}` });
  expect(await agrees(request, omar)).toContain('Omar Okay');
  expect(await decidesAlone(request, 'deny')).toContain('State: Denied');
  expect(door.troubles).toEqual([]);
});
