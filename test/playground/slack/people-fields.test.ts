import { ann, bob, button, dig, modal, type Scene, scene } from './throwaway-bot';

const wei = { id: 'W0WEI', name: 'wei', realName: '陳偉', email: 'wei@contoso.example' };
const otherBob = { id: 'U0BOBBY', name: 'bobby', realName: 'Bob Stone', email: 'bobby@contoso.example' };

let s: Scene;
const set = async (settings: Parameters<typeof scene>[0]): Promise<void> => {
  await s?.end();
  s = await scene({ people: [ann, bob, wei], ...settings });
};
beforeEach(() => set({}));
afterAll(() => s.end());

const input = (type: string, more: Record<string, unknown> = {}, block: Record<string, unknown> = {}) => ({
  type: 'input',
  block_id: type,
  label: { type: 'plain_text', text: type },
  element: { type, action_id: 'value', ...more },
  ...block,
});

/** Opens a modal of these inputs, fills it in and gives what the bot is told, or what the client says. */
async function fill(blocks: unknown[], values: Record<string, string | string[] | null>) {
  s.reply(async ({ body }) => {
    await s.call('views.open', { trigger_id: body.trigger_id, view: modal({ blocks }) });
    return undefined;
  });
  await s.slack.slash(ann.id, 'im', '/benefits');
  s.reply(() => undefined);
  const [view] = s.slack.views(ann.id);
  const { sent, errors } = await s.slack.submit(ann.id, String(view?.id), values);
  const body = s.heard.at(-1)?.body as { view: { state: { values: Record<string, { value: unknown }> } } };
  return sent ? Object.values(body.view.state.values).map(({ value }) => value) : errors;
}

const person = [input('users_select')];
const people = [input('multi_users_select', { max_selected_items: 2 })];
const day = [input('datepicker')];

test.each<[string, string]>([
  ['a display name', 'bob'],
  ['a full name', 'Bob Stone'],
  ['a name in other letters', ' bob STONE '],
  ['an e-mail address', 'bob@contoso.example'],
  ['an id', 'U0BOB'],
])('somebody is picked by %s', async (_, named) => {
  expect(await fill(person, { users_select: named })).toEqual([
    { type: 'users_select', selected_user: 'U0BOB' },
  ]);
});

test.each<[string, string | string[], string[]]>([
  ['with commas between', 'Bob Stone, wei@contoso.example', ['U0BOB', 'W0WEI']],
  ['one by one', ['陳偉', 'bob'], ['W0WEI', 'U0BOB']],
  ['each once', 'bob,Bob Stone,U0BOB, ,', ['U0BOB']],
])('several are picked %s', async (_, named, ids) => {
  expect(await fill(people, { multi_users_select: named })).toEqual([
    { type: 'multi_users_select', selected_users: ids },
  ]);
});

test('a day is picked', async () => {
  expect(await fill(day, { datepicker: '2026-12-31' })).toEqual([
    { type: 'datepicker', selected_date: '2026-12-31' },
  ]);
});

test('what is proposed is sent unless it is changed, and nothing is null or an empty list', async () => {
  const optional = { optional: true };
  const blocks = [
    input('users_select', { initial_user: 'U0BOB' }),
    input('multi_users_select', {}, optional),
    input('datepicker', {}, optional),
  ];
  expect(await fill(blocks, {})).toEqual([
    { type: 'users_select', selected_user: 'U0BOB' },
    { type: 'multi_users_select', selected_users: [] },
    { type: 'datepicker', selected_date: null },
  ]);
});

test.each<[string, unknown[], Record<string, string | null>, Record<string, string>]>([
  ['nobody picked', person, {}, { users_select: 'Please complete this required field.' }],
  [
    'no people picked',
    people,
    { multi_users_select: '' },
    { multi_users_select: 'Please complete this required field.' },
  ],
  [
    'too many',
    people,
    { multi_users_select: 'ann,bob,wei' },
    { multi_users_select: 'Please choose no more than 2.' },
  ],
  ['no day of the calendar', day, { datepicker: '2026-02-30' }, { datepicker: 'Please enter a valid date.' }],
])('the client keeps to itself: %s', async (_, blocks, values, errors) => {
  expect(await fill(blocks, values)).toEqual(errors);
});

test('the list has members only, and one of each name', async () => {
  s.slack.change(wei.id, { deleted: true });
  s.slack.addPerson(otherBob);
  await expect(fill(person, { users_select: 'Wei' })).rejects.toThrow(
    'Nobody is "Wei"; there are: Ann Chen (ann),',
  );
  await expect(fill(person, { users_select: wei.id })).rejects.toThrow('Nobody is');
  await expect(fill(person, { users_select: '' })).resolves.toMatchObject({
    users_select: expect.anything(),
  });
  await expect(fill(person, { users_select: 'Bob Stone' })).rejects.toThrow(
    'More than one member is "Bob Stone"',
  );
  expect(await fill(person, { users_select: 'bobby' })).toMatchObject([{ selected_user: 'U0BOBBY' }]);
});

describe('a member who is deactivated', () => {
  const changes = () => s.heard.filter(({ body }) => dig(body, 'event.type') === 'user_change');

  test('is gone from the directory and signed out, and the bot is told', async () => {
    expect(await s.slack.deactivate(bob.id)).toMatchObject({ sent: true, answer: { status: 200 } });
    expect(changes().map(({ body }) => body)).toMatchObject([
      {
        type: 'event_callback',
        team_id: 'T0HOME',
        event_id: expect.stringMatching(/^Ev\w+$/),
        event: {
          user: {
            id: 'U0BOB',
            team_id: 'T0HOME',
            name: 'bob',
            deleted: true,
            profile: { email: 'bob@contoso.example' },
          },
          cache_ts: s.clock.ms / 1000,
          event_ts: expect.stringMatching(/^\d+\.\d{6}$/),
        },
      },
    ]);
    expect(await s.call('users.info', { user: bob.id })).toMatchObject({ user: { deleted: true } });
    expect(await s.call('chat.postMessage', { channel: bob.id, text: 'Hello' })).toMatchObject({ ok: false });
    await expect(s.slack.say(bob.id, 'im', 'hello')).rejects.toThrow('deactivated');
  });

  test('loses the windows that were open', async () => {
    s.reply(async ({ body }) => {
      await s.call('views.open', { trigger_id: body.trigger_id, view: modal() });
      return undefined;
    });
    await s.slack.slash(bob.id, 'im', '/benefits');
    s.reply(() => undefined);
    await s.slack.deactivate(bob.id);
    await s.slack.reactivate(bob.id);
    expect(s.slack.views(bob.id)).toEqual([]);
  });

  test('can be taken back', async () => {
    await s.slack.deactivate(bob.id);
    await s.slack.reactivate(bob.id);
    expect(changes().map(({ body }) => dig(body, 'event.user.deleted'))).toEqual(['true', 'false']);
    expect(await s.slack.say(bob.id, 'im', 'hello')).toMatchObject({ sent: true });
  });

  test('is told of again until the bot takes it', async () => {
    await set({ retryDelaysMs: [0, 0, 0] });
    s.reply(() => ({ status: s.heard.length < 3 ? 500 : 200 }));
    expect(await s.slack.deactivate(bob.id)).toMatchObject({ warning: expect.anything() });
    await s.slack.settled();
    expect(new Set(s.heard.map(({ body }) => body.event_id)).size).toBe(1);
    expect(s.heard).toHaveLength(3);
  });

  test('is not told to an app that may not read the directory', async () => {
    await set({ scopes: ['chat:write'] });
    expect(await s.slack.deactivate(bob.id)).toEqual({ sent: false });
    expect(s.heard).toEqual([]);
  });

  test('was a member before', async () => {
    await expect(s.slack.deactivate('U9')).rejects.toThrow('Nobody in this workspace has the id U9.');
  });
});

test('a picker outside of a form tells at once whom somebody picked', async () => {
  const blocks = [
    {
      type: 'actions',
      elements: [{ type: 'users_select', action_id: 'who' }, button('Go', { action_id: 'go' })],
    },
  ];
  const { ts } = await s.call('chat.postMessage', { channel: ann.id, text: 'Who?', blocks });
  await s.slack.press(ann.id, { channel: 'D0ANN', ts }, 'who', 'Bob Stone');
  expect(s.heard.at(-1)?.body).toMatchObject({
    type: 'block_actions',
    actions: [{ type: 'users_select', selected_user: 'U0BOB' }],
  });
});
