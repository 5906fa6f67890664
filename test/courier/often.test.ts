import { randomUUID } from 'node:crypto';
import { openStage, type Stage, until } from './stage';

/** What somebody makes come again and again rings at nobody all day, nor does it keep the platforms busy. */

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterEach(() => stage.clear());
afterAll(() => stage.close());

const allSent = async () => (await stage.ledger.backlog()).due === 0;
const heard = (what: 'deliver' | 'redraw'): string[] =>
  stage.slack.calls.filter((call) => call.what === what).map(({ says }) => says);

test('thousands of messages for one person keep nobody else waiting', async () => {
  const [flooded, other] = [await stage.person('slack'), await stage.person('slack')];
  const { notice } = await stage
    .sql('outbox')
    .where({ id: await stage.post(flooded, 'much') })
    .first('notice');
  await stage.sql.raw(
    `insert into outbox (person_id, subject, way, notice, due_at)
     select ?::uuid, gen_random_uuid(), 'tell', ?::jsonb, ?::timestamptz from generate_series(1, 2000)`,
    [flooded, JSON.stringify(notice), stage.now()],
  );
  stage.courier();
  const toFlooded = () => heard('deliver').filter((says) => says === 'word much').length;
  await until('the second of them arrived', () => toFlooded() >= 2);
  await stage.post(other, 'little');
  await until('the other one is told', () => heard('deliver').includes('word little'));
  expect(toFlooded()).toBeLessThanOrEqual(4);
});

test('of several drawings of one card that wait together, only the last one is made', async () => {
  const person = await stage.person('slack');
  const subject = randomUUID();
  const courier = stage.courier();
  await stage.post(person, 'asked', subject);
  await until('it arrived', allSent);
  await courier.stop();
  for (const says of ['first', 'second', 'third'])
    await stage.post(person, says, subject, 'redraw', 'denied');
  courier.start();
  await until('all are settled', allSent);
  expect(heard('redraw')).toEqual(['word third']);
});

test('a drawing that a new message stands behind is made: that one may be long on its way', async () => {
  const person = await stage.person('slack');
  const subject = randomUUID();
  const courier = stage.courier();
  await stage.post(person, 'asked', subject);
  await until('it arrived', allSent);
  await courier.stop();
  await stage.post(person, 'first', subject, 'redraw', 'denied');
  await stage.post(person, 'news', subject);
  await stage.post(person, 'last', subject, 'redraw', 'denied');
  courier.start();
  await until('all are settled', () => {
    stage.moveTime(1_100);
    return allSent();
  });
  expect(heard('redraw')).toEqual(['word first', 'word last', 'word last']);
});

test('whoever says all day that they are away and back is heard three times, and then only seen', async () => {
  const person = await stage.person('slack');
  const subject = randomUUID();
  stage.courier();
  const says = async (name: string) => {
    const notice = {
      kind: 'stands-in',
      person: { id: subject, name: `word ${name}` },
      from: '2026-11-23',
      until: '2026-11-24',
    };
    await stage.sql('outbox').insert({
      person_id: person,
      subject,
      way: 'tell',
      notice: JSON.stringify(notice),
      due_at: stage.now(),
    });
    stage.moveTime(1_100);
    await until(`${name} is settled`, allSent);
  };
  for (const name of ['one', 'two', 'three', 'four', 'five']) await says(name);
  expect(heard('deliver')).toEqual(['word one', 'word two', 'word three']);
  expect(new Set(heard('redraw').slice(-3))).toEqual(new Set(['word five']));
  stage.moveTime(24 * 3_600_000);
  await says('tomorrow');
  expect(heard('deliver').at(-1)).toBe('word tomorrow');
});
