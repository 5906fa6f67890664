import { setImmediate as turnOver } from 'node:timers/promises';
import { makeLeaving } from '../../../src/bot/slack/leaving';
import {
  type Bot,
  event,
  home,
  type Json,
  type Sent,
  send,
  startBot,
  startWebApi,
  until,
  type WebApi,
} from './fake-slack';

const change = (user: Json, more: Json = {}) =>
  event({ type: 'user_change', user: { id: 'U1', team_id: home, ...user } }, more);
const gone = (more: Json = {}) => change({ deleted: true }, more);

let webApi: WebApi;
let bot: Bot;
let left: jest.Mock<Promise<void>, [string, string]>;
beforeEach(async () => {
  webApi = await startWebApi();
  left = jest.fn(async (_home: string, _user: string) => {});
  bot = await startBot(webApi, {}, undefined, (home, user) => left(home, user));
});
afterEach(async () => {
  remembered();
  await bot.stop();
  await webApi.stop();
});

/** From now on nothing is remembered until the returned function is called, at the latest at the end of the test. */
function heldBack(): () => void {
  left.mockImplementation(() => new Promise((resolve) => waiting.push(resolve)));
  return remembered;
}
const waiting: Array<() => void> = [];
const remembered = () => {
  for (const resolve of waiting.splice(0)) resolve();
};

const tell = (body: string): Promise<Sent> => send(bot.url, body, 'json');

test('a member who was deactivated has left: said once, and nobody spoke', async () => {
  const body = gone();
  expect(await tell(body)).toMatchObject({ status: 200 });
  expect(await send(bot.url, `${body} `, 'json')).toMatchObject({ status: 200 });
  expect(left.mock.calls).toEqual([[home, 'U1']]);
  expect(bot.heard).toEqual([]);
});

test('who comes back and leaves again has left again', async () => {
  await tell(gone());
  await tell(change({ deleted: false }));
  await tell(gone());
  expect(left).toHaveBeenCalledTimes(2);
});

test('nothing is acknowledged before it is remembered, also when it is said again meanwhile', async () => {
  const remember = heldBack();
  const body = gone();
  const answers: number[] = [];
  const told = [body, `${body} `].map((text) => tell(text).then(({ status }) => answers.push(status)));
  await until(() => left.mock.calls.length > 0);
  // Another word goes through meanwhile, so this one could have been answered as well.
  await tell(change({ deleted: false }));
  expect(answers).toEqual([]);
  remember();
  await Promise.all(told);
  expect(answers).toEqual([200, 200]);
  expect(left).toHaveBeenCalledTimes(1);
});

test('a bot that stops waits for what is being remembered', async () => {
  const remember = heldBack();
  const told = tell(gone());
  await until(() => left.mock.calls.length > 0);
  let hasStopped = false;
  const stopping = bot.slack.stop().then(() => {
    hasStopped = true;
  });
  await turnOver();
  expect(hasStopped).toBe(false);
  remember();
  await Promise.all([stopping, told]);
});

test('what could not be remembered is refused, and taken when it is said again', async () => {
  left.mockRejectedValueOnce(new Error('the database is away'));
  const body = gone();
  expect(await tell(body)).toMatchObject({ status: 500 });
  expect(await tell(body)).toMatchObject({ status: 200 });
  expect(left).toHaveBeenCalledTimes(2);
});

test.each<[string, string]>([
  ['is of another workspace', change({ deleted: true, team_id: 'T1' }, { team_id: 'T1' })],
  ['is a guest of ours from another workspace', change({ deleted: true, team_id: 'T1' })],
  ['of another home is seen from this one', change({ deleted: true, team_id: 'T0ALSO' })],
  ['changed a photograph', change({ deleted: false })],
  ['has no word about it', change({})],
  ['is called deleted in words', change({ deleted: 'true' })],
  ['only joined', event({ type: 'team_join', user: { id: 'U1', team_id: home, deleted: true } })],
])('nobody has left who %s', async (_, body) => {
  expect(await tell(body)).toMatchObject({ status: 200 });
  expect(left).not.toHaveBeenCalled();
});

test('a bot that is told of nobody acknowledges all the same', async () => {
  const deaf = await startBot(webApi);
  expect(await send(deaf.url, gone(), 'json')).toMatchObject({ status: 200 });
  await deaf.stop();
});

test('an event is remembered for a while, not for ever', async () => {
  const hears = makeLeaving(new Set([home]), left, 2);
  for (const id of ['Ev1', 'Ev2', 'Ev2', 'Ev3', 'Ev1']) await hears(JSON.parse(gone({ event_id: id })));
  expect(left).toHaveBeenCalledTimes(4);
});
