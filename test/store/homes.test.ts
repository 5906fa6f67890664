import { connect } from '../../src/store/database';
import type { OpenHome } from '../../src/store/homes';
import type { TestDatabase } from '../support/database';
import { type Door, openDoor, says, senderOf, stockedDatabase } from '../support/door';
import { eve, type Figure, mei } from '../support/people';

const minute = 60_000;
let database: TestDatabase;
let door: Door;
let now = new Date();
beforeAll(async () => {
  database = await stockedDatabase({ people: [eve, mei] });
  door = await openDoor(database.url, () => now);
  for (const figure of [eve, mei]) await says(door, figure, { type: 'list' });
});
afterAll(async () => {
  await door?.close();
  await database?.drop();
});
beforeEach(async () => {
  await door.sql('homes').delete();
  for (const figure of [eve, mei]) await opens(figure);
  await looksAndDraws();
  await door.sql('homes').update({ looked_at: now });
});

const ownerOf = (figure: Figure) => ({ home: senderOf(figure).home, user: figure.slackId });
const opens = (figure: Figure, command: unknown = { type: 'home' }) =>
  door.store.ledger.openedHome(
    'slack',
    { ...ownerOf(figure), command, drawn: 'as it was', hash: '1.a' },
    now,
  );
/** Somebody new who has opened their page. */
let others = 0;
async function another(): Promise<Figure> {
  others += 1;
  const figure: Figure = {
    ...mei,
    name: `Nia Newcomer ${others}`,
    email: `nia${others}@contoso.example`,
    slackId: `U0NIA${others}`,
  };
  await says(door, figure, { type: 'list' });
  await opens(figure);
  await looksAndDraws();
  await door.sql('homes').update({ looked_at: now });
  return figure;
}
async function forgets({ email }: Figure): Promise<void> {
  const { id } = await door.sql('people').where({ email }).first('id');
  await door.store.ledger.forget(id, undefined, now);
}
const looks = (most = 10) => door.store.ledger.homesToLookAt('slack', most, now);
const later = (milliseconds: number) => {
  now = new Date(now.getTime() + milliseconds);
};
/** Looks until all stands as it should, also what is looked at once more. */
async function looksAndDraws() {
  for (let round = 0; round < 3; round += 1) {
    later(2 * minute);
    for (const page of await looks()) await door.store.ledger.drewHome('slack', page, now);
  }
  expect(await looks()).toEqual([]);
}
const happensTo = (figure: Figure, sql: Pick<Door['sql'], 'raw'> = door.sql) =>
  sql.raw(
    `insert into audit (at, action, subject, person_id) select now(), 'request.approved', gen_random_uuid(), id from people where email = ?`,
    [figure.email],
  );
const users = (pages: Array<{ user: string }>) => pages.map(({ user }) => user);

test('what is saved late, under a number lower than one seen, is looked at still', async () => {
  const other = connect(database.url, 'answering');
  const late = await other.transaction();
  await happensTo(eve, late);
  await happensTo(mei);
  later(minute);
  // However often it is looked at until then: what is saved late is not there yet.
  for (let round = 0; round < 3; round += 1)
    for (const page of await looks()) await door.store.ledger.drewHome('slack', page, now);
  await late.commit();
  later(2 * minute);
  expect(users(await looks())).toContain(eve.slackId);
  await other.destroy();
});

test('a page that was taken and not drawn is given to nobody else for a minute, and then again', async () => {
  await happensTo(eve);
  expect(users(await looks())).toEqual([eve.slackId]);
  later(minute / 2);
  expect(await looks()).toEqual([]);
  later(minute / 2);
  expect(users(await looks())).toContain(eve.slackId);
});

test('a page on which something of its owner changed comes before those of everybody', async () => {
  await door
    .sql('homes')
    .where({ user_id: mei.slackId })
    .update({ looked_at: new Date(now.getTime() - minute) });
  await happensTo(eve);
  later(minute);
  expect(users(await looks(1))).toEqual([eve.slackId]);
  expect(users(await looks(1))).toEqual([mei.slackId]);
});

test('a page that was being drawn when somebody was forgotten does not count as drawn, nor does it hinder that theirs is emptied', async () => {
  const figure = await another();
  await happensTo(eve);
  await happensTo(figure);
  const drawing = await looks();
  expect(users(drawing).sort()).toEqual([eve.slackId, figure.slackId].sort());
  await forgets(figure);
  for (const page of drawing)
    if (page.user === eve.slackId)
      await door.store.ledger.drewHome('slack', { ...page, drawn: 'with the name', hash: '2.b' }, now);
    else await door.store.ledger.forgetHome('slack', page);
  later(minute);
  expect(await looks()).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ user: eve.slackId, drawn: '' }),
      expect.objectContaining({ user: figure.slackId, gone: true }),
    ]),
  );
});

test('whoever opens their page while it is being emptied has it drawn anew, and it is not forgotten', async () => {
  const figure = await another();
  await forgets(figure);
  later(minute);
  const page = (await looks()).find(({ gone }) => gone) as OpenHome;
  await says(door, figure, { type: 'list' });
  await opens(figure);
  await door.store.ledger.forgetHome('slack', page);
  expect(await looks()).toContainEqual(
    expect.objectContaining({ user: figure.slackId, gone: false, drawn: '', hash: '' }),
  );
});

test('what cannot be drawn over is given up after some days, and a page that cannot be emptied is known no more', async () => {
  const figure = await another();
  later(10 * 24 * 60 * minute);
  await forgets(figure);
  expect(users(await looks())).toEqual(expect.arrayContaining([eve.slackId, figure.slackId]));
  later(2 * 24 * 60 * minute);
  expect(users(await looks())).toEqual(expect.arrayContaining([eve.slackId, figure.slackId]));
  later(2 * 24 * 60 * minute);
  expect(await looks()).toEqual([]);
  expect(await door.sql('homes').where({ user_id: figure.slackId })).toEqual([]);
});

test('when the app is taken away from a workspace its pages go, but for one that was opened since', async () => {
  const { home } = ownerOf(eve);
  await door.store.ledger.forgetHomesIn('slack', home, new Date(now.getTime() - 365 * 24 * 60 * minute));
  expect(await door.sql('homes')).toHaveLength(2);
  await door.store.ledger.forgetHomesIn('slack', home, now);
  expect(await door.sql('homes')).toEqual([]);
});

test('when somebody is forgotten their page is to be emptied, and everybody’s is drawn anew, however long ago it was opened', async () => {
  later(10 * 24 * 60 * minute);
  expect(await looks()).toEqual([]);
  const { id } = await door.sql('people').where({ email: mei.email }).first('id');
  await door.store.ledger.forget(id, undefined, now);
  const pages = await looks();
  expect(pages.map(({ user, gone, drawn, hash }) => ({ user, gone, drawn, hash }))).toEqual(
    expect.arrayContaining([
      { user: mei.slackId, gone: true, drawn: '', hash: '' },
      { user: eve.slackId, gone: false, drawn: '', hash: '' },
    ]),
  );
  for (const page of pages)
    if (page.gone) await door.store.ledger.forgetHome('slack', page);
    else await door.store.ledger.drewHome('slack', { ...page, drawn: 'anew', hash: '3.c' }, now);
  later(minute);
  expect(await looks()).toEqual([]);
  expect(await door.sql('homes').where({ user_id: mei.slackId })).toEqual([]);
});

test('a page that was turned while it was drawn keeps what it was turned to, and is looked at anew', async () => {
  await happensTo(eve);
  const page = (await looks())[0] as OpenHome;
  await opens(eve, { type: 'home', page: 2 });
  await door.store.ledger.drewHome('slack', { ...page, drawn: 'page one', hash: '2.b' }, now);
  await door.store.ledger.doubtHome('slack', page);
  expect(await looks()).toMatchObject([
    { user: eve.slackId, command: { type: 'home', page: 2 }, drawn: 'as it was', hash: '1.a' },
  ]);
});
