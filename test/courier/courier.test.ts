import { randomUUID } from 'node:crypto';
import { makeCarrier } from '../../src/bot/carry';
import { Pace } from '../../src/bot/pace';
import type { Outcome } from '../../src/bot/platform';
import { gate, openStage, type Stage, until } from './stage';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterEach(() => stage.clear());
afterAll(() => stage.close());

const said = (): string[] => stage.teams.calls.map(({ says }) => says);
const isSent = async (id: number) => (await stage.row(id)).state === 'sent';
const allSent = async () => (await stage.ledger.backlog()).due === 0;
const fails = (after?: number): Outcome => ({
  sent: false,
  tryAgain: true,
  reason: 'busy',
  ...(after !== undefined && { after }),
});
const never: Outcome = { sent: false, tryAgain: false, reason: 'blocked' };

test('everything arrives once, in order for each person and subject', async () => {
  const people = await Promise.all(Array.from({ length: 6 }, () => stage.person('teams')));
  const expected: string[] = [];
  for (let turn = 0; turn < 5; turn++)
    for (const [who, person] of people.entries())
      for (const about of ['a', 'b']) {
        const subject = `00000000-0000-4000-8000-0000000${about}${who}000`;
        await stage.post(person, `${who}${about}${turn}`, subject);
        expected.push(`word ${who}${about}${turn}`);
      }
  stage.courier();
  await until('all are sent', allSent);
  expect([...said()].sort()).toEqual([...expected].sort());
  for (const thread of new Set(expected.map((words) => words.slice(0, -1))))
    expect(said().filter((words) => words.startsWith(thread))).toEqual(
      [0, 1, 2, 3, 4].map((turn) => `${thread}${turn}`),
    );
});

test('what can never be carried is given up one day, and what comes after it arrives', async () => {
  const person = await stage.person('teams');
  const subject = randomUUID();
  const odd = await stage.post(person, 'odd', subject);
  await stage
    .sql('outbox')
    .where({ id: odd })
    .update({ notice: JSON.stringify({ kind: 'denied' }), attempts: 299 });
  const next = await stage.post(person, 'next', subject);
  stage.courier();
  await until('the next one arrived', () => isSent(next));
  expect(await stage.row(odd)).toMatchObject({ state: 'dead', last_failure: 'unforeseen TypeError' });
  expect(said()).toEqual(['word next']);
  expect(stage.log.map(({ event }) => event)).toEqual(
    expect.arrayContaining(['notice-unforeseen', 'notice-undeliverable']),
  );
});

test('what fails holds up what comes after it on the same subject, and nothing else', async () => {
  const person = await stage.person('teams');
  const subject = randomUUID();
  stage.teams.answer = ({ says }) =>
    says === 'word first' && stage.teams.calls.filter((call) => call.says === says).length < 3
      ? fails()
      : stage.teams.arrived();
  const first = await stage.post(person, 'first', subject);
  await stage.post(person, 'second', subject);
  await stage.post(person, 'other');
  stage.courier();
  await until('the other subject arrived', () => said().includes('word other'));
  expect(said()).not.toContain('word second');
  while (!(await isSent(first))) {
    await until('the try is over', async () => (await stage.row(first)).attempts > 0);
    stage.moveTime(60_000);
  }
  await until('all are sent', allSent);
  expect(said().filter((words) => words !== 'word other')).toEqual([
    'word first',
    'word first',
    'word first',
    'word second',
  ]);
});

test('what nobody has to be told any more is settled, and holds up nothing', async () => {
  const person = await stage.person('teams');
  const subject = randomUUID();
  // Somebody is to decide what does not wait.
  const notice = JSON.stringify({ kind: 'to-decide' });
  const row = { person_id: person, subject, way: 'tell', notice, due_at: stage.now() };
  const [{ id }] = await stage.sql('outbox').insert(row).returning('id');
  await stage.post(person, 'second', subject);
  stage.courier();
  await until('all are settled', allSent);
  expect(said()).toEqual(['word second']);
  expect(await isSent(id)).toBe(true);
  expect(stage.log).toContainEqual(expect.objectContaining({ event: 'notice-overtaken', notice: id }));
});

test('no transaction is open and no row is locked while a platform is called', async () => {
  const seen: unknown[] = [];
  stage.teams.answer = async () => {
    const { rows } = await stage.sql.raw(
      `select (select count(*)::int from pg_stat_activity where datname = current_database() and state like 'idle in transaction%') as open,
              (select count(*)::int from (select from outbox for update nowait) as free) as free`,
    );
    seen.push(rows[0]);
    return stage.teams.arrived();
  };
  const ids = [];
  for (let n = 0; n < 5; n++) ids.push(await stage.post(await stage.person('teams'), `${n}`));
  stage.courier();
  await until('all are sent', allSent);
  expect(seen).toEqual(ids.map(() => ({ open: 0, free: ids.length })));
});

test('the pauses between tries grow to five minutes, and after a day of them an operator is told', async () => {
  stage.teams.answer = () => fails();
  const id = await stage.post(await stage.person('teams'), 'hello');
  stage.courier();
  const pauses: number[] = [];
  for (let tries = 1; tries < 300; tries++) {
    await until(`try ${tries} is over`, async () => (await stage.row(id)).last_failure !== null);
    const { due_at, attempts } = await stage.row(id);
    expect(attempts).toBe(tries);
    const pause = due_at.getTime() - stage.now().getTime();
    pauses.push(pause);
    await stage.sql('outbox').update({ last_failure: null });
    stage.moveTime(pause + 1_000);
  }
  await until('it was given up', async () => (await stage.row(id)).state === 'dead');
  for (const [at, pause] of pauses.entries()) {
    const longest = Math.min(1_000 * 2 ** at, 300_000);
    expect(pause).toBeLessThanOrEqual(longest);
    expect(pause).toBeGreaterThan(longest / 2 - 250);
  }
  expect(stage.log.at(-1)).toMatchObject({
    level: 'error',
    event: 'notice-undeliverable',
    notice: id,
    tries: 300,
  });
}, 240_000);

test('what may have arrived may have, whatever fails next', async () => {
  const failures = ['timeout', 'busy'];
  stage.teams.answer = () => ({ sent: false, tryAgain: true, reason: failures.shift() ?? 'busy' });
  const id = await stage.post(await stage.person('teams'), 'hello');
  stage.courier();
  await until('the first try is over', async () => (await stage.row(id)).last_failure !== null);
  stage.moveTime(60_000);
  await until('the second try is over', async () => {
    const { attempts, due_at } = await stage.row(id);
    return attempts === 2 && due_at > stage.now();
  });
  expect((await stage.row(id)).last_failure).toBe('timeout');
});

test('a platform that says when is not called before, about anybody', async () => {
  stage.teams.answer = () => fails(30_000);
  const [one, other] = [await stage.person('teams'), await stage.person('teams')];
  const first = await stage.post(one, 'first');
  stage.courier();
  await until('the platform has answered', async () => (await stage.row(first)).last_failure === 'busy');
  stage.teams.answer = () => stage.teams.arrived();
  const second = await stage.post(other, 'second');
  stage.moveTime(28_000);
  await until('the second was looked at', async () => (await stage.row(second)).due_at > stage.now());
  expect(said()).toEqual(['word first']);
  // Waiting is no try: what is counted while it is looked whether it may go is taken back.
  await until('waiting counts as no try', async () => (await stage.row(second)).attempts === 0);
  stage.moveTime(3_000);
  await until('both are sent', allSent);
  expect(said()).toHaveLength(3);
});

test('in Slack a conversation gets one message a second, and waiting for it is no try', async () => {
  const person = await stage.person('slack');
  const at: number[] = [];
  stage.slack.answer = () => {
    at.push(performance.now());
    return stage.slack.arrived();
  };
  const ids = [];
  for (let n = 0; n < 3; n++) ids.push(await stage.post(person, `${n}`));
  stage.courier();
  await until('all are sent', allSent);
  for (const [n, moment] of at.slice(1).entries()) expect(moment - (at[n] as number)).toBeGreaterThan(1_000);
  for (const id of ids) expect((await stage.row(id)).attempts).toBe(1);
});

test('of two messages to one person that are drawn at the same moment, one waits for its second', async () => {
  const person = await stage.person('slack');
  for (const word of ['one', 'two']) await stage.post(person, word);
  const drawing = gate<Awaited<ReturnType<Stage['ledger']['policy']>>>();
  let drawn = 0;
  const both: Stage['ledger'] = Object.create(stage.ledger, {
    policy: {
      value: () => {
        drawn += 1;
        return drawing.promise;
      },
    },
  });
  const carry = makeCarrier({
    ledger: both,
    platforms: [stage.slack],
    pace: new Pace(stage.now),
    now: stage.now,
  });
  const results = (await stage.ledger.lease(2, stage.now(), 8_000)).map(carry);
  await until('both are being drawn', () => drawn === 2);
  drawing.open(await stage.ledger.policy());
  expect((await Promise.all(results)).map(({ is }) => is).sort()).toEqual(['done', 'not-yet']);
  expect(stage.slack.calls).toHaveLength(1);
});

test('whoever is slow to reach keeps nobody else waiting', async () => {
  const [slow, quick] = [await stage.person('slack'), await stage.person('teams')];
  const hanging = gate<Outcome>();
  stage.slack.answer = () => hanging.promise;
  const stuck = await stage.post(slow, 'stuck');
  stage.courier();
  await until('the slow platform was called', () => stage.slack.calls.length === 1);
  const passing = await stage.post(quick, 'passing');
  await until('the other has arrived', () => isSent(passing));
  hanging.open(stage.slack.arrived());
  await until('and then the slow one', () => isSent(stuck));
});

test('two couriers on one outbox, slow platforms: each notice arrives exactly once', async () => {
  const people = await Promise.all(Array.from({ length: 20 }, () => stage.person('teams')));
  const expected: string[] = [];
  for (let n = 0; n < 200; n++) {
    await stage.post(people[n % people.length] as string, `${n}`);
    expected.push(`word ${n}`);
  }
  stage.teams.answer = () =>
    new Promise((resolve) => setTimeout(() => resolve(stage.teams.arrived()), Math.random() * 20));
  for (let n = 0; n < 2; n++) stage.courier('own');
  stage.courier();
  await until('all are sent', allSent);
  expect([...said()].sort()).toEqual(expected.sort());
});

test('what a killed courier held is taken over when its lease runs out, not before', async () => {
  const id = await stage.post(await stage.person('teams'), 'left-behind');
  expect(await stage.ledger.lease(16, stage.now(), 60_000)).toHaveLength(1);
  stage.courier();
  const witness = await stage.post(await stage.person('teams'), 'witness');
  await until('the courier is at work', () => isSent(witness));
  stage.moveTime(58_000);
  const later = await stage.post(await stage.person('teams'), 'later');
  await until('it has looked again', () => isSent(later));
  expect(said()).not.toContain('word left-behind');
  stage.moveTime(3_000);
  await until('it was taken over', () => isSent(id));
});

test('the clock jumps by 90 days while a notice is on its way: it is not sent twice', async () => {
  const hanging = gate<Outcome>();
  stage.teams.answer = ({ says }) => (says === 'word slow' ? hanging.promise : stage.teams.arrived());
  const id = await stage.post(await stage.person('teams'), 'slow');
  stage.courier();
  await until('it is on its way', () => stage.teams.calls.length === 1);
  stage.moveTime(90 * 86_400_000);
  const witness = await stage.post(await stage.person('teams'), 'witness');
  await until('the courier has looked again', () => isSent(witness));
  hanging.open(stage.teams.arrived());
  await until('it is sent', () => isSent(id));
  expect(said().filter((words) => words === 'word slow')).toHaveLength(1);
});

test('where it cannot arrive it goes to the other platform, and where nothing helps an operator is told', async () => {
  const person = await stage.person('teams', 'slack');
  stage.teams.answer = () => never;
  const id = await stage.post(person, 'hello');
  stage.courier();
  await until('it is sent', () => isSent(id));
  expect(stage.slack.calls.map(({ says }) => says)).toEqual(['word hello']);

  stage.slack.answer = () => never;
  stage.moveTime(2_000);
  const lost = await stage.post(await stage.person('slack', 'teams'), 'lost');
  await until('it was given up', async () => (await stage.row(lost)).state === 'dead');
  expect(stage.log).toContainEqual(
    expect.objectContaining({
      level: 'error',
      event: 'notice-undeliverable',
      notice: lost,
      reason: 'blocked',
    }),
  );
  expect(JSON.stringify(stage.log)).not.toContain('word');
});

test('a platform that falls over is tried again', async () => {
  stage.teams.answer = () => {
    throw new TypeError('a secret in an error');
  };
  const id = await stage.post(await stage.person('teams'), 'hello');
  stage.courier();
  await until('the try is over', async () => (await stage.row(id)).last_failure === 'unforeseen TypeError');
  stage.teams.answer = () => stage.teams.arrived();
  stage.moveTime(5_000);
  await until('it is sent', () => isSent(id));
});

test('a stop lets what is on its way arrive, and takes nothing new', async () => {
  const hanging = gate<Outcome>();
  stage.teams.answer = () => hanging.promise;
  const id = await stage.post(await stage.person('teams'), 'slow');
  const courier = stage.courier();
  await until('it is on its way', () => stage.teams.calls.length === 1);
  const stopped = courier.stop();
  const late = await stage.post(await stage.person('teams'), 'late');
  hanging.open(stage.teams.arrived());
  await stopped;
  expect(await isSent(id)).toBe(true);
  expect((await stage.row(late)).attempts).toBe(0);
});

describe('copies', () => {
  const copies = async () => (await stage.sql('posted').select('ref')).map(({ ref }) => ref.message).sort();

  test('a redraw reaches every copy on either platform, and a copy that is gone is forgotten', async () => {
    const person = await stage.person('teams', 'slack');
    const subject = randomUUID();
    stage.courier();
    await stage.post(person, 'one', subject);
    await until('it is there', allSent);
    await stage
      .sql('accounts')
      .where({ platform: 'slack' })
      .update({ spoke_at: new Date(2_000_000) });
    await stage.post(person, 'two', subject);
    await until('it is there too', allSent);
    const [onSlack, onTeams] = await copies();

    stage.teams.answer = ({ what }) => (what === 'redraw' ? { ...never, gone: true } : stage.teams.arrived());
    await stage.post(person, 'decided', subject, 'redraw');
    await until('it is redrawn', allSent);
    const redrawn = [...stage.slack.calls, ...stage.teams.calls].filter(({ what }) => what === 'redraw');
    expect(redrawn.map(({ to }) => to).sort()).toEqual([onSlack, onTeams]);
    expect(await copies()).toEqual([onSlack]);
  });

  test('a copy in a chat that shuts us out is not forgotten, and the other one is drawn', async () => {
    const person = await stage.person('teams', 'slack');
    const subject = randomUUID();
    stage.courier();
    await stage.post(person, 'one', subject);
    await until('it is there', allSent);
    await stage
      .sql('accounts')
      .where({ platform: 'slack' })
      .update({ spoke_at: new Date(2_000_000) });
    await stage.post(person, 'two', subject);
    await until('it is there too', allSent);
    const before = await copies();
    stage.teams.answer = () => never;
    const id = await stage.post(person, 'decided', subject, 'redraw', 'denied');
    await until('it was given up', allSent);
    expect(await stage.row(id)).toMatchObject({ state: 'dead', last_failure: 'blocked' });
    expect(stage.slack.calls.filter(({ what }) => what === 'redraw')).toHaveLength(1);
    expect(await copies()).toEqual(before);
  });

  test('a copy that could not be redrawn just now is redrawn later', async () => {
    const person = await stage.person('teams');
    const subject = randomUUID();
    stage.courier();
    await stage.post(person, 'one', subject);
    await until('it is there', allSent);
    stage.teams.answer = () => fails();
    const id = await stage.post(person, 'decided', subject, 'redraw');
    await until('the try is over', async () => (await stage.row(id)).last_failure === 'busy');
    stage.teams.answer = () => stage.teams.arrived();
    stage.moveTime(5_000);
    await until('it is redrawn', () => isSent(id));
    expect(await copies()).toHaveLength(1);
  });

  test('of several copies only those are drawn again that could not be drawn', async () => {
    const person = await stage.person('teams', 'slack');
    const subject = randomUUID();
    stage.courier();
    await stage.post(person, 'one', subject);
    await until('it is there', allSent);
    await stage
      .sql('accounts')
      .where({ platform: 'slack' })
      .update({ spoke_at: new Date(2_000_000) });
    await stage.post(person, 'two', subject);
    await until('it is there too', allSent);
    stage.slack.answer = () => fails();
    const id = await stage.post(person, 'decided', subject, 'redraw', 'denied');
    await until('the try is over', async () => (await stage.row(id)).last_failure === 'busy');
    stage.slack.answer = () => stage.slack.arrived();
    stage.moveTime(5_000);
    await until('it is redrawn', () => isSent(id));
    const drawn = ({ what }: { what: string }) => what === 'redraw';
    expect([stage.teams.calls.filter(drawn).length, stage.slack.calls.filter(drawn).length]).toEqual([1, 2]);
  });

  test('what a copy shows is remembered, and one that shows the decided version already is left alone', async () => {
    const person = await stage.person('teams');
    const subject = randomUUID();
    const shown = async () => stage.sql('posted').select('version', 'live');
    stage.courier();
    await stage.post(person, 'one', subject);
    await until('it is there', allSent);
    expect(await shown()).toEqual([{ version: 1, live: true }]);
    for (let time = 0; time < 2; time++) {
      await stage.post(person, 'decided', subject, 'redraw');
      await until('it is redrawn', allSent);
      expect(await shown()).toEqual([{ version: 2, live: false }]);
    }
    expect(stage.teams.calls.filter(({ what }) => what === 'redraw')).toHaveLength(1);
  });

  test('a message that arrived after its lease had run out is remembered like any other', async () => {
    const person = await stage.person('teams');
    await stage.post(person, 'one');
    const [late] = await stage.ledger.lease(1, stage.now(), 60_000);
    stage.moveTime(61_000);
    stage.courier();
    await until('another has taken over', allSent);
    if (!late) throw new Error('nothing was leased');
    await stage.ledger.sent(late, stage.now(), { platform: 'teams', ref: { message: 'the late one' } });
    expect(await copies()).toHaveLength(2);
    expect(await copies()).toContain('the late one');
  });
});
