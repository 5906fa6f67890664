import type { TestDatabase } from '../support/database';
import { asksFor, type Door, openDoor, says, stockedDatabase } from '../support/door';
import { ada, dana, eve, type Figure, mei, omar } from '../support/people';
import { applyPolicy, policyOf, rule, stage } from '../support/policy';

/** A form may be older than what is true, or offer everybody where they are too many for a menu: then the answer names who may. */
describe('somebody who may not decide', () => {
  let database: TestDatabase;
  let door: Door;
  beforeAll(async () => {
    database = await stockedDatabase();
    door = await openDoor(database.url);
  });
  afterAll(async () => {
    await door.close();
    await database.drop();
  });
  const ref = async ({ email }: Figure) =>
    `person:${(await door.sql('people').where({ email }).first('id')).id}` as const;

  test('gets no decision handed over', async () => {
    const request = await asksFor(door, eve, 'Visio Professional 2024');
    const answer = await says(door, dana, {
      type: 'hand-over',
      request,
      version: 1,
      person: await ref(mei),
    });
    expect(answer).toContain('Mei Lin may not decide this. Please choose one of these: ');
    for (const { name } of [ada, omar]) expect(answer).toContain(name);
    expect(answer).not.toMatch(/Dana Decider|Eve Employee/);
  });

  test('does not stand in', async () => {
    const answer = await says(door, dana, {
      type: 'away',
      from: '2026-12-24',
      until: '2099-01-06',
      person: await ref(mei),
    });
    expect(answer).toContain('Mei Lin may not decide this. Please choose one of these: ');
    for (const { name } of [ada, omar]) expect(answer).toContain(name);
  });

  test('is handed nothing where nobody else could take it', async () => {
    const request = await asksFor(door, mei, 'Visio Professional 2024');
    await door.sql('people').whereIn('email', [omar.email, ada.email]).update({ role: 'employee' });
    const answer = await says(door, dana, { type: 'hand-over-form', request, version: 1 });
    expect(answer).toContain('Nobody else may decide this just now, so it stays with you.');
  });

  test('is told where everybody else is asked already', async () => {
    await door.sql('people').where({ email: omar.email }).update({ role: 'approver' });
    await applyPolicy(database.url, policyOf([rule('two', [stage([{ is: 'approvers' }], { need: 2 })])]));
    const request = await asksFor(door, mei, 'Windows Server 2025 Standard', {
      quantity: 1,
      language: 'English',
      system: 'x64',
    });
    const answer = await says(door, dana, { type: 'hand-over-form', request, version: 1 });
    expect(answer).toContain('Everybody else who may decide this is asked already.');
  });
});
