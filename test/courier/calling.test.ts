import { randomUUID } from 'node:crypto';
import type { Outcome } from '../../src/bot/platform';
import { ownPolicy } from '../../src/core/policy/policy';
import { openStage, type Stage, until } from './stage';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
  const policy = { ...ownPolicy, channel: { slack: 'C0HELP', teams: '19:help' } };
  await stage.sql('policies').insert({ text: '', policy: JSON.stringify(policy), applied_at: new Date() });
});
afterEach(() => stage.clear());
afterAll(() => stage.close());

const never: Outcome = { sent: false, tryAgain: false, reason: 'blocked' };
const calls = () => [...stage.slack.calls, ...stage.teams.calls].filter(({ what }) => what === 'call');
const state = async (id: number) => {
  const { state, last_failure } = await stage.row(id);
  return `${state} ${last_failure}`;
};
const isOver = (id: number) => async () => (await stage.row(id)).state !== 'due';
/** No private message arrives; what a call comes to. */
function onlyCalls(slack: () => Outcome, teams = slack): void {
  stage.slack.answer = ({ what }) => (what === 'call' ? slack() : never);
  stage.teams.answer = ({ what }) => (what === 'call' ? teams() : never);
}

test('whom no private message reaches is called once, where they last spoke, and knows that there is more', async () => {
  const person = await stage.person('teams', 'slack');
  onlyCalls(stage.slack.arrived, stage.teams.arrived);
  stage.courier();
  const ids = [];
  for (const word of ['one', 'two', 'three']) ids.push(await stage.post(person, word));
  for (const id of ids) await until('it is over', isOver(id));
  expect(calls()).toEqual([
    {
      what: 'call',
      to: `19:help teams ${person}`,
      says: expect.stringContaining('there is something for you'),
    },
  ]);
  for (const id of ids) expect(await state(id)).toBe('dead only-called');
  expect(await stage.ledger.lostTo()).toEqual([]);
  expect(JSON.stringify(calls())).not.toContain('word one');

  stage.moveTime(25 * 3_600_000);
  await until('the next day', isOver(await stage.post(person, 'four')));
  expect(calls()).toHaveLength(2);
});

test('a call that cannot be made is tried in the other channel, and then an admin has to know', async () => {
  const person = await stage.person('teams', 'slack');
  onlyCalls(() => never);
  stage.courier();
  const id = await stage.post(person, 'hello');
  await until('it is given up', isOver(id));
  expect(calls().map(({ to }) => to)).toEqual([`C0HELP slack ${person}`, `19:help teams ${person}`]);
  expect(await state(id)).toBe('dead blocked');
  expect(await stage.ledger.lostTo()).toEqual([person]);
});

test('a channel gets no more than the platform takes, and a call that fails in passing is made again', async () => {
  const at: number[] = [];
  let busy = true;
  onlyCalls(() => {
    at.push(stage.now().getTime());
    if (!busy) return stage.slack.arrived();
    busy = false;
    return { sent: false, tryAgain: true, reason: 'busy' };
  });
  stage.courier();
  const ids = [];
  for (let n = 0; n < 3; n++) ids.push(await stage.post(await stage.person('slack'), `${n}`));
  for (const id of ids) await until('it is over', isOver(id));
  expect(at).toHaveLength(4);
  for (const [n, moment] of at.slice(1).entries()) expect(moment - (at[n] as number)).toBeGreaterThan(1_000);
});

test('whoever is heard of again gets what was lost, once', async () => {
  const person = await stage.person('slack');
  stage.slack.answer = ({ what }) => (what === 'call' ? stage.slack.arrived() : never);
  stage.courier();
  const id = await stage.post(person, 'hello');
  await until('they are called', isOver(id));
  expect(await stage.ledger.withinReachAgain(stage.now())).toEqual([]);
  stage.moveTime(60_000);
  await stage.sql('accounts').where({ person_id: person }).update({ spoke_at: stage.now() });
  expect(await stage.ledger.withinReachAgain(stage.now())).toEqual([person]);
  stage.slack.answer = () => stage.slack.arrived();
  const again = { do: 'deliver-again', person, at: stage.now().toISOString() } as const;
  await stage.ledger.record({ steps: [again], notices: [], audit: [] }, undefined, stage.now());
  await until('it is sent', async () => (await stage.row(id)).state === 'sent');
  expect(stage.slack.calls.at(-1)).toMatchObject({ what: 'deliver', says: 'word hello' });
  expect(await stage.ledger.withinReachAgain(stage.now())).toEqual([]);
});

test('what is lost about reaching somebody else, or of a change, makes nobody else be reached', async () => {
  const lost = async (way: string, notice: object): Promise<boolean> => {
    const person = await stage.person('slack');
    const row = {
      person_id: person,
      subject: randomUUID(),
      way,
      notice: JSON.stringify(notice),
      due_at: stage.now(),
    };
    await stage.sql('outbox').insert({ ...row, state: 'dead', settled_at: stage.now() });
    return (await stage.ledger.lostOf(person)).matters;
  };
  expect(await lost('tell', { kind: 'to-do', task: { duty: { kind: 'set-up' } } })).toBe(true);
  expect(await lost('tell', { kind: 'denied' })).toBe(true);
  expect(await lost('tell', { kind: 'to-do', task: { duty: { kind: 'reach' } } })).toBe(false);
  expect(await lost('redraw', { kind: 'decided' })).toBe(false);
});

test('somebody who has left is called nowhere', async () => {
  const person = await stage.person('slack');
  await stage
    .sql('people')
    .where({ id: person })
    .update({ active: false, left_at: new Date(), left_how: 'slack' });
  stage.courier();
  const id = await stage.post(person, 'hello', randomUUID());
  await until('it is over', isOver(id));
  expect(await state(id)).toBe('dead person-has-left');
  expect(calls()).toEqual([]);
});
