import { hear } from '../../src/bot/slack/hear';
import { makeLeaving } from '../../src/bot/slack/leaving';
import { uninstalledIn } from '../../src/bot/slack/uninstalling';
import { Activity, timeZoneOf } from '../../src/bot/teams/activity';
import { command, event, home, interaction, type Json, press, submission } from './slack/fake-slack';

/**
 * What a chat calls things is kept and looked for: with signs in it that no database keeps, a turn would fail long after the door. Nothing at
 * all, and what is longer than any name, is none either.
 */
const noNames: Array<[what: string, name: unknown]> = [
  ['a NUL', 'N\u00001'],
  ['nothing but a NUL', '\u0000'],
  ['half of a character', 'N\ud8001'],
  ['the other half', 'N\udc001'],
  ['nothing', ''],
  ['a line break', 'N\n1'],
  ['what is longer than any name', 'N'.repeat(401)],
  ['no text', { N: 1 }],
];

/** A copy of a body in which something else stands in a place. Throws where nothing stood there: a place that is misspelt proves nothing. */
function put(body: Json, place: string, value: unknown): Json {
  const copy = structuredClone(body);
  const names = place.split('.');
  const last = names.pop() as string;
  const node = names.reduce((one, name) => one[name] as Json, copy);
  if (node[last] === undefined) throw new Error(`nothing stands at ${place}`);
  node[last] = value;
  return copy;
}

const bodyOf = (text: string): Json => {
  if (text.startsWith('{')) return JSON.parse(text);
  const { payload, ...rest } = Object.fromEntries(new URLSearchParams(text));
  return payload ? JSON.parse(payload) : rest;
};

const acting = { team: { id: home }, enterprise: { id: 'E1' }, user: { id: 'U1', team_id: home } };
const pressed = bodyOf(press('{"type":"mine"}', { ...acting, response_url: 'https://r.example' }));
const inModal = { ...pressed, view: { id: 'V1', type: 'modal' } };
const sent = bodyOf(submission('{"type":"mine"}', {}, acting));
const typing = bodyOf(
  interaction({ ...acting, type: 'block_suggestion', action_id: 'benefits', value: 'vi' }),
);
const chosen = bodyOf(
  interaction({
    ...acting,
    type: 'message_action',
    callback_id: 'request_for_person',
    trigger_id: 't1',
    message: { user: 'U2' },
  }),
);
const everywhere = { context_team_id: home, enterprise_id: 'E1', context_enterprise_id: 'E1' };
const said = bodyOf(
  event(
    {
      type: 'message',
      channel_type: 'im',
      text: 'mine',
      thread_ts: '1.1',
      user_team: home,
      source_team: home,
    },
    everywhere,
  ),
);
const opened = bodyOf(event({ type: 'app_home_opened', tab: 'home' }));
const typed = bodyOf(command('mine', { response_url: 'https://r.example', enterprise_id: 'E1' }));

const places: Array<[what: string, body: Json, places: string[]]> = [
  ['a command', typed, ['team_id', 'user_id', 'trigger_id', 'enterprise_id']],
  [
    'words',
    said,
    [
      'team_id',
      'context_team_id',
      'enterprise_id',
      'context_enterprise_id',
      'event_id',
      'authorizations.0.user_id',
      'event.channel',
      'event.user',
      'event.ts',
      'event.thread_ts',
      'event.team',
      'event.user_team',
      'event.source_team',
    ],
  ],
  ['a look at the Home tab', opened, ['team_id', 'event_id', 'event.user']],
  ['a press', pressed, ['team.id', 'enterprise.id', 'user.id', 'user.team_id', 'trigger_id']],
  ['a press in a window', inModal, ['view.id']],
  ['a form', sent, ['team.id', 'user.id', 'view.id', 'view.hash']],
  ['typing', typing, ['team.id', 'user.id']],
  ['a shortcut', chosen, ['team.id', 'user.id', 'trigger_id', 'message.user']],
];

const homes = new Set([home]);
describe.each(noNames)('in Slack, %s in the place of a name', (_, none) => {
  test.each(places)('%s that bears it says nothing to us', (_what, body, of) => {
    expect(hear(body, homes)).toBeDefined();
    const heard = of.filter((place) => hear(put(body, place, none), homes) !== undefined);
    expect(heard).toEqual([]);
  });

  test('a message that was pressed and has no name is none', () => {
    const container = { channel_id: 'C1', message_ts: '1.1' };
    const on = (over: Json) => hear({ ...pressed, container: { ...container, ...over } }, homes)?.way;
    expect(on({})).toMatchObject({ message: { channel: 'C1', ts: '1.1' } });
    for (const over of [{ channel_id: none }, { message_ts: none }])
      expect(on(over)).not.toHaveProperty('message');
  });

  test('nobody has left, and nothing was taken away', () => {
    const left: string[] = [];
    const leaving = makeLeaving(homes, async (_, user) => void left.push(user));
    const gone = bodyOf(
      event({ type: 'user_change', user: { id: 'U1', team_id: home, deleted: true } }, { event_time: 1 }),
    );
    for (const place of ['event_id', 'event.user.id', 'team_id']) void leaving(put(gone, place, none));
    expect(left).toEqual([]);
    const uninstalled = bodyOf(event({ type: 'app_uninstalled' }, { event_time: 1 }));
    expect(uninstalledIn(put(uninstalled, 'team_id', none), homes)).toBeUndefined();
  });
});

test.each([
  ['before all time', -1e300],
  ['after it', 1e300],
  ['between two seconds', 0.5],
])('the app was taken away %s: nothing that could be kept', (_, time) => {
  const gone = bodyOf(event({ type: 'app_uninstalled' }, { event_time: time }));
  expect(uninstalledIn(gone, homes)).toBeUndefined();
  expect(uninstalledIn(put(gone, 'event_time', 1_700_000_000), homes)?.team).toBe(home);
});

test('whoever we are is a member, or nobody that a text is searched for', () => {
  const named = (user: string) => hear(put(said, 'authorizations.0.user_id', user), homes)?.heard.input;
  for (const user of ['UBOT', '(', '**bold**', '[', '\\'])
    expect(named(user)).toMatchObject({ text: 'mine' });
});

const activity = {
  type: 'message',
  id: '1700000000000',
  serviceUrl: 'https://smba.trafficmanager.net/emea/',
  conversation: { id: 'a:1', conversationType: 'personal' },
  from: { id: '29:1', aadObjectId: '66666666-7777-4888-9999-aaaaaaaaaaaa' },
  recipient: { id: '28:1' },
  replyToId: '1700000000001',
  localTimezone: 'Europe/London',
  text: 'mine',
};

describe.each(noNames)('in Teams, %s in the place of a name', (_, none) => {
  test.each(['id', 'conversation.id', 'from.id', 'recipient.id', 'replyToId'])(
    'an activity that bears it at %s is refused',
    (place) => {
      expect(Activity.safeParse(activity).success).toBe(true);
      expect(Activity.safeParse(put(activity, place, none)).success).toBe(false);
    },
  );

  test('nobody came, and the clock of whoever speaks is not known', () => {
    const added = Activity.parse({ ...activity, membersAdded: [{ id: none }] });
    expect(added.membersAdded).toBeUndefined();
    const zoneIn = (over: Json) => timeZoneOf(Activity.parse({ ...activity, ...over }));
    expect(zoneIn({})).toBe('Europe/London');
    expect(zoneIn({ localTimezone: none })).toBeUndefined();
    const clientInfo = { type: 'clientInfo', timezone: none };
    expect(zoneIn({ localTimezone: undefined, entities: [clientInfo] })).toBeUndefined();
  });
});
