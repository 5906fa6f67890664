import pino from 'pino';
import { slackDirectory } from '../../../src/bot/slack/directory';
import { clientsOf } from '../../../src/bot/slack/web-api';
import { home, type Json, startWebApi, token, type WebApi } from './fake-slack';

let webApi: WebApi;
beforeAll(async () => {
  webApi = await startWebApi();
});
afterAll(() => webApi.stop());

const directory = () =>
  slackDirectory(async () => clientsOf(token, `${webApi.url}/api/`, pino({ enabled: false })).look);

const ada = {
  id: 'U1',
  team_id: home,
  name: 'ada',
  tz: 'Asia/Taipei',
  locale: 'en-US',
  is_email_confirmed: true,
  profile: { real_name: 'Ada Lovelace', display_name: 'ada', email: 'ada@contoso.example' },
};
const look = async (user: Json) => {
  webApi.answers['users.info'] = () => ({ ok: true, user: { ...ada, ...user } });
  return directory().look(home, 'U1');
};
const member = {
  standing: 'member',
  name: 'Ada Lovelace',
  email: 'ada@contoso.example',
  locale: 'en',
  timeZone: 'Asia/Taipei',
};

test('a member is known by name, e-mail, language and time zone', async () => {
  expect(await look({})).toEqual(member);
  expect(webApi.of('users.info').at(-1)).toEqual({ user: 'U1', include_locale: 'true' });
});

test.each<[string, Json, Json]>([
  ['an app user', { is_app_user: true }, {}],
  ['somebody whose e-mail is not said to be confirmed or not', { is_email_confirmed: undefined }, {}],
  ['somebody with their language set to Traditional Chinese', { locale: 'zh-TW' }, { locale: 'zh-TW' }],
  ['somebody with their language set to Simplified Chinese', { locale: 'zh-CN' }, { locale: 'zh-TW' }],
  ['somebody with another language', { locale: 'de-DE' }, {}],
  [
    'somebody without a full name',
    { profile: { display_name: 'ada', email: 'ada@contoso.example' } },
    { name: 'ada' },
  ],
])('%s is a member', async (_, user, difference) => {
  expect(await look(user)).toEqual({ ...member, ...difference });
});

test('an e-mail that is not confirmed is not believed', async () => {
  expect(await look({ is_email_confirmed: false })).not.toHaveProperty('email');
});

test.each<[string, Json]>([
  ['a deactivated account', { deleted: true }],
  ['a bot', { is_bot: true }],
  ['a workflow', { is_workflow_bot: true }],
  ['a connector', { is_connector_bot: true }],
  ['a guest', { is_restricted: true }],
  ['a guest of one channel', { is_ultra_restricted: true }],
  ['somebody seen through Slack Connect', { is_stranger: true }],
  ['somebody of another workspace', { team_id: 'T1' }],
  ['an account without a workspace', { team_id: undefined }],
  ['Slackbot', { id: 'USLACKBOT' }],
])('%s is a stranger', async (_, user) => {
  expect(await look({ ...user, locale: 'zh-TW' })).toEqual({ standing: 'stranger', locale: 'zh-TW' });
});

test.each(['user_not_found', 'user_not_visible'])(
  'whom Slack does not know (%s) is a stranger',
  async (error) => {
    webApi.answers['users.info'] = () => ({ ok: false, error });
    expect(await directory().look(home, 'U1')).toEqual({ standing: 'stranger', locale: 'en' });
  },
);

test.each<[string, () => Json | { status: number } | 'break']>([
  ['an inner error', () => ({ ok: false, error: 'internal_error' })],
  ['a missing scope', () => ({ ok: false, error: 'missing_scope' })],
  ['too many questions', () => ({ status: 429, headers: { 'retry-after': '30' } })],
  ['a bad gateway', () => ({ status: 502 })],
  ['a broken connection', () => 'break'],
])('%s is no answer about anybody', async (_, answer) => {
  webApi.answers['users.info'] = answer;
  await expect(directory().look(home, 'U1')).rejects.toThrow();
});
