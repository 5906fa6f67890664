import { ann, button, dig, modal, type Scene, scene, section } from './throwaway-bot';

let s: Scene;
beforeAll(async () => {
  s = await scene({ rates: 'off' });
});
afterAll(() => s.end());

type Blocks = Record<string, unknown>[];
const plain = (text: string) => ({ type: 'plain_text', text });
const x = (count: number) => 'x'.repeat(count);
const times = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index));
const options = (count: number, text = 'o', value = 'v') =>
  times(count, (i) => ({ text: plain(text), value: `${value}${i}` }));
const actions = (...elements: unknown[]): Blocks => [{ type: 'actions', elements }];
const select = (more: Record<string, unknown>) => ({
  type: 'static_select',
  action_id: 's',
  options: options(1),
  ...more,
});
const input = (element: Record<string, unknown>, more: Record<string, unknown> = {}): Blocks => [
  { type: 'input', label: plain('Reason'), element: { action_id: 'a', ...element }, ...more },
];
const confirm = (more: Record<string, unknown>) => ({
  title: plain('Sure?'),
  text: plain('Really'),
  ...more,
});

const image = (more: Record<string, unknown>): Blocks => [
  { type: 'image', alt_text: 'a', image_url: 'https://a.example/i.png', ...more },
];
const groups = (count: number) => times(count, () => ({ label: plain('g'), options: options(1) }));

const post = async (blocks: unknown) =>
  s.call('chat.postMessage', { channel: ann.id, text: 'fallback', blocks });

/** name, the largest thing Slack takes, the smallest it refuses, what it says */
const limits: [string, Blocks, Blocks, string][] = [
  [
    '50 blocks',
    times(50, () => ({ type: 'divider' })),
    times(51, () => ({ type: 'divider' })),
    'no more than 50 items allowed [json-pointer:/blocks]',
  ],
  [
    'section text 3000',
    [section(x(3000))],
    [section(x(3001))],
    'must be less than 3001 characters [json-pointer:/blocks/0/text/text]',
  ],
  [
    '10 fields',
    [{ type: 'section', fields: times(10, () => plain('f')) }],
    [{ type: 'section', fields: times(11, () => plain('f')) }],
    'no more than 10 items allowed [json-pointer:/blocks/0/fields]',
  ],
  [
    'field 2000',
    [{ type: 'section', fields: [plain(x(2000))] }],
    [{ type: 'section', fields: [plain(x(2001))] }],
    'must be less than 2001 characters [json-pointer:/blocks/0/fields/0/text]',
  ],
  [
    'header 150',
    [{ type: 'header', text: plain(x(150)) }],
    [{ type: 'header', text: plain(x(151)) }],
    'must be less than 151 characters [json-pointer:/blocks/0/text/text]',
  ],
  [
    'context 10 elements',
    [{ type: 'context', elements: times(10, () => plain('c')) }],
    [{ type: 'context', elements: times(11, () => plain('c')) }],
    'no more than 10 items allowed [json-pointer:/blocks/0/elements]',
  ],
  [
    'actions 25 elements',
    actions(...times(25, (i) => button('b', { action_id: `a${i}` }))),
    actions(...times(26, (i) => button('b', { action_id: `a${i}` }))),
    'no more than 25 items allowed [json-pointer:/blocks/0/elements]',
  ],
  [
    'button text 75',
    actions(button(x(75))),
    actions(button(x(76))),
    'must be less than 76 characters [json-pointer:/blocks/0/elements/0/text/text]',
  ],
  [
    'button value 2000',
    actions(button('b', { value: x(2000) })),
    actions(button('b', { value: x(2001) })),
    'must be less than 2001 characters [json-pointer:/blocks/0/elements/0/value]',
  ],
  [
    'action_id 255',
    actions(button('b', { action_id: x(255) })),
    actions(button('b', { action_id: x(256) })),
    'must be less than 256 characters [json-pointer:/blocks/0/elements/0/action_id]',
  ],
  [
    'block_id 255',
    [{ type: 'divider', block_id: x(255) }],
    [{ type: 'divider', block_id: x(256) }],
    'must be less than 256 characters [json-pointer:/blocks/0/block_id]',
  ],
  [
    '100 options',
    actions(select({ options: options(100) })),
    actions(select({ options: options(101) })),
    'no more than 100 items allowed [json-pointer:/blocks/0/elements/0/options]',
  ],
  [
    'option text 75',
    actions(select({ options: options(1, x(75)) })),
    actions(select({ options: options(1, x(76)) })),
    'must be less than 76 characters [json-pointer:/blocks/0/elements/0/options/0/text/text]',
  ],
  [
    'option value 150',
    actions(select({ options: options(1, 'o', x(149)) })),
    actions(select({ options: options(1, 'o', x(150)) })),
    'must be less than 151 characters [json-pointer:/blocks/0/elements/0/options/0/value]',
  ],
  [
    'placeholder 150',
    actions(select({ placeholder: plain(x(150)) })),
    actions(select({ placeholder: plain(x(151)) })),
    'must be less than 151 characters [json-pointer:/blocks/0/elements/0/placeholder/text]',
  ],
  [
    'overflow 5',
    actions({ type: 'overflow', action_id: 'o', options: options(5) }),
    actions({ type: 'overflow', action_id: 'o', options: options(6) }),
    'no more than 5 items allowed [json-pointer:/blocks/0/elements/0/options]',
  ],
  [
    'checkboxes 10',
    actions({ type: 'checkboxes', action_id: 'o', options: options(10) }),
    actions({ type: 'checkboxes', action_id: 'o', options: options(11) }),
    'no more than 10 items allowed [json-pointer:/blocks/0/elements/0/options]',
  ],
  [
    'confirm title 100',
    actions(button('b', { confirm: confirm({ title: plain(x(100)) }) })),
    actions(button('b', { confirm: confirm({ title: plain(x(101)) }) })),
    'must be less than 101 characters [json-pointer:/blocks/0/elements/0/confirm/title/text]',
  ],
  [
    'confirm text 300',
    actions(button('b', { confirm: confirm({ text: plain(x(300)) }) })),
    actions(button('b', { confirm: confirm({ text: plain(x(301)) }) })),
    'must be less than 301 characters [json-pointer:/blocks/0/elements/0/confirm/text/text]',
  ],
  [
    'confirm button 30',
    actions(button('b', { confirm: confirm({ confirm: plain(x(30)) }) })),
    actions(button('b', { confirm: confirm({ confirm: plain(x(31)) }) })),
    'must be less than 31 characters [json-pointer:/blocks/0/elements/0/confirm/confirm/text]',
  ],
  [
    'input label 2000',
    input({ type: 'plain_text_input' }, { label: plain(x(2000)) }),
    input({ type: 'plain_text_input' }, { label: plain(x(2001)) }),
    'must be less than 2001 characters [json-pointer:/blocks/0/label/text]',
  ],
  [
    'max_length 3000',
    input({ type: 'plain_text_input', max_length: 3000 }),
    input({ type: 'plain_text_input', max_length: 3001 }),
    'must be less than or equal to 3000 [json-pointer:/blocks/0/element/max_length]',
  ],
  [
    'context text 2000',
    [{ type: 'context', elements: [plain(x(2000))] }],
    [{ type: 'context', elements: [plain(x(2001))] }],
    'must be less than 2001 characters [json-pointer:/blocks/0/elements/0/text]',
  ],
  [
    'input hint 2000',
    input({ type: 'plain_text_input' }, { hint: plain(x(2000)) }),
    input({ type: 'plain_text_input' }, { hint: plain(x(2001)) }),
    'must be less than 2001 characters [json-pointer:/blocks/0/hint/text]',
  ],
  [
    'image alt 2000',
    image({ alt_text: x(2000) }),
    image({ alt_text: x(2001) }),
    'must be less than 2001 characters [json-pointer:/blocks/0/alt_text]',
  ],
  [
    'image title 2000',
    image({ title: plain(x(2000)) }),
    image({ title: plain(x(2001)) }),
    'must be less than 2001 characters [json-pointer:/blocks/0/title/text]',
  ],
  [
    'image url 3000',
    image({ image_url: `https://a.example/${x(2982)}` }),
    image({ image_url: `https://a.example/${x(2983)}` }),
    'must be less than 3001 characters [json-pointer:/blocks/0/image_url]',
  ],
  [
    'markdown 12000',
    [{ type: 'markdown', text: x(12_000) }],
    [{ type: 'markdown', text: x(12_001) }],
    'must be less than 12001 characters [json-pointer:/blocks/0/text]',
  ],
  [
    'accessibility label 75',
    actions(button('b', { accessibility_label: x(75) })),
    actions(button('b', { accessibility_label: x(76) })),
    'must be less than 76 characters [json-pointer:/blocks/0/elements/0/accessibility_label]',
  ],
  [
    '100 groups',
    actions(select({ options: undefined, option_groups: groups(100) })),
    actions(select({ options: undefined, option_groups: groups(101) })),
    'no more than 100 items allowed [json-pointer:/blocks/0/elements/0/option_groups]',
  ],
];

it.each(limits)('%s', async (_law, largest, tooLarge, sentence) => {
  expect(await post(largest)).toMatchObject({ ok: true });
  expect(await post(tooLarge)).toMatchObject({
    ok: false,
    error: 'invalid_blocks',
    errors: [sentence],
    response_metadata: { messages: [`[ERROR] ${sentence}`] },
  });
});

const wrong: [string, unknown, string][] = [
  ['an unknown block', [{ type: 'nope' }], 'unsupported type: nope [json-pointer:/blocks/0/type]'],
  ['a block without a type', [{ text: plain('x') }], 'missing required field: type [json-pointer:/blocks/0]'],
  [
    'an unknown element',
    actions({ type: 'lever' }),
    'unsupported type: lever [json-pointer:/blocks/0/elements/0/type]',
  ],
  [
    'a text field among actions',
    actions({ type: 'plain_text_input', action_id: 'a' }),
    'unsupported type: plain_text_input [json-pointer:/blocks/0/elements/0/type]',
  ],
  [
    'a button in an input block',
    input({ type: 'button', text: plain('b') }),
    'unsupported type: button [json-pointer:/blocks/0/element/type]',
  ],
  ['an empty text', [section('')], 'must be more than 0 characters [json-pointer:/blocks/0/text/text]'],
  [
    'a section of nothing',
    [{ type: 'section' }],
    'must define either `text` or `fields` [json-pointer:/blocks/0/type]',
  ],
  [
    'text that is a string',
    [{ type: 'section', text: 'hello' }],
    'must provide an object [json-pointer:/blocks/0/text]',
  ],
  [
    'text that is a number',
    [{ type: 'section', text: { type: 'mrkdwn', text: 7 } }],
    'must provide a string [json-pointer:/blocks/0/text/text]',
  ],
  [
    'mrkdwn in a header',
    [{ type: 'header', text: { type: 'mrkdwn', text: '*x*' } }],
    'unsupported type: mrkdwn [json-pointer:/blocks/0/text/type]',
  ],
  [
    'mrkdwn on a button',
    actions({ type: 'button', text: { type: 'mrkdwn', text: 'x' } }),
    'unsupported type: mrkdwn [json-pointer:/blocks/0/elements/0/text/type]',
  ],
  [
    'emoji in mrkdwn',
    [{ type: 'section', text: { type: 'mrkdwn', text: 'x', emoji: true } }],
    'invalid additional property: emoji [json-pointer:/blocks/0/text]',
  ],
  [
    'an unknown property',
    [{ type: 'divider', colour: 'red' }],
    'invalid additional property: colour [json-pointer:/blocks/0]',
  ],
  [
    'an unknown style',
    actions(button('b', { style: 'warning' })),
    'must be a valid enum value [json-pointer:/blocks/0/elements/0/style]',
  ],
  [
    'an address that is none',
    actions(button('b', { url: 'contoso' })),
    'invalid url [json-pointer:/blocks/0/elements/0/url]',
  ],
  [
    'a select without options',
    actions({ type: 'static_select', action_id: 's' }),
    'missing required field: options [json-pointer:/blocks/0/elements/0]',
  ],
  [
    'an empty list of options',
    actions(select({ options: [] })),
    'must provide at least 1 items [json-pointer:/blocks/0/elements/0/options]',
  ],
  [
    'an initial option from elsewhere',
    actions(select({ initial_option: { text: plain('other'), value: 'z' } })),
    'must match one of the provided options [json-pointer:/blocks/0/elements/0/initial_option]',
  ],
  [
    'a repeated block_id',
    [section('a', { block_id: 'b' }), section('c', { block_id: 'b' })],
    '`block_id` "b" already exists [json-pointer:/blocks/1/block_id]',
  ],
  [
    'a repeated action_id in a block',
    actions(button('a'), button('b')),
    '`action_id` "go" already exists [json-pointer:/blocks/0/elements/1/action_id]',
  ],
  [
    'a day that no calendar has',
    actions({ type: 'datepicker', action_id: 'd', initial_date: '2026-02-29' }),
    'must be a valid format [json-pointer:/blocks/0/elements/0/initial_date]',
  ],
  [
    'somebody proposed by name',
    actions({ type: 'users_select', action_id: 'u', initial_user: 'ann' }),
    'must be a valid format [json-pointer:/blocks/0/elements/0/initial_user]',
  ],
  [
    'one person proposed in the words of several',
    actions({ type: 'users_select', action_id: 'u', initial_users: ['U0ANN'] }),
    'invalid additional property: initial_users [json-pointer:/blocks/0/elements/0]',
  ],
  [
    'several proposed as one',
    actions({ type: 'multi_users_select', action_id: 'u', initial_users: 'U0ANN' }),
    'must provide an array [json-pointer:/blocks/0/elements/0/initial_users]',
  ],
  [
    'a choice of no people',
    actions({ type: 'multi_users_select', action_id: 'u', max_selected_items: 0 }),
    'must be greater than or equal to 1 [json-pointer:/blocks/0/elements/0/max_selected_items]',
  ],
  [
    'a most for one person',
    actions({ type: 'users_select', action_id: 'u', max_selected_items: 1 }),
    'invalid additional property: max_selected_items [json-pointer:/blocks/0/elements/0]',
  ],
  [
    'a date that is none',
    actions({ type: 'datepicker', action_id: 'd', initial_date: 'tomorrow' }),
    'must be a valid format [json-pointer:/blocks/0/elements/0/initial_date]',
  ],
];

it.each(wrong)('refuses %s', async (_what, blocks, sentence) => {
  const answer = await post(blocks);
  expect(answer).toMatchObject({ ok: false, error: 'invalid_blocks', errors: [sentence] });
});

it('takes the same action_id in different blocks', async () => {
  expect(await post([...actions(button('a')), ...actions(button('b'))])).toMatchObject({ ok: true });
});

it('measures all text of a message together, but not of one sent by response URL', async () => {
  const four = (last: number) => [...times(3, () => section(x(3000))), section(x(last))];
  expect(await post(four(3000 - 3 * 125))).toMatchObject({ ok: true });
  expect(await post(four(3000 - 3 * 125 + 1))).toMatchObject({ ok: false, error: 'msg_blocks_too_long' });
  s.reply(() => ({ body: { blocks: four(3000) } }));
  expect((await s.slack.slash(ann.id, 'im', '/benefits')).message?.blocks).toHaveLength(4);
});

it('refuses blocks that are no list', async () => {
  expect(await post('[')).toMatchObject({ error: 'invalid_blocks_format' });
  expect(await post({ type: 'divider' })).toMatchObject({ error: 'invalid_blocks_format' });
});

it('cuts a text of more than 40,000 characters', async () => {
  const answer = await s.call('chat.postMessage', { channel: ann.id, text: x(40_001) });
  expect(answer).toMatchObject({ ok: true, warning: 'message_truncated' });
  expect(dig(answer, 'message.text')).toHaveLength(40_000);
});

it('tells of a slash answer it cannot show', async () => {
  s.reply(() => ({ body: { blocks: [section(x(3001))] } }));
  expect(await s.slack.slash(ann.id, 'im', '/benefits')).toMatchObject({
    warning: '/benefits failed with the error "invalid_blocks"',
  });
});

describe('a view', () => {
  /** Opens a modal with a fresh trigger and gives Slack's answer. */
  const open = async (view: unknown) => {
    let answer: Awaited<ReturnType<Scene['call']>> | undefined;
    s.reply(async ({ body }) => {
      answer = await s.call('views.open', { trigger_id: body.trigger_id, view });
      return undefined;
    });
    await s.slack.slash(ann.id, 'im', '/benefits');
    return answer;
  };
  const divided = (count: number) => times(count, () => ({ type: 'divider' }));

  it.each([
    [
      '100 blocks',
      modal({ blocks: divided(100) }),
      modal({ blocks: divided(101) }),
      'no more than 100 items allowed [json-pointer:/view/blocks]',
    ],
    [
      'title 24',
      modal({ title: plain(x(24)) }),
      modal({ title: plain(x(25)) }),
      'must be less than 25 characters [json-pointer:/view/title/text]',
    ],
    [
      'submit 24',
      modal({ submit: plain(x(24)) }),
      modal({ submit: plain(x(25)) }),
      'must be less than 25 characters [json-pointer:/view/submit/text]',
    ],
    [
      'close 24',
      modal({ close: plain(x(24)) }),
      modal({ close: plain(x(25)) }),
      'must be less than 25 characters [json-pointer:/view/close/text]',
    ],
    [
      'callback_id 255',
      modal({ callback_id: x(255) }),
      modal({ callback_id: x(256) }),
      'must be less than 256 characters [json-pointer:/view/callback_id]',
    ],
    [
      'private_metadata 3000',
      modal({ private_metadata: x(3000) }),
      modal({ private_metadata: x(3001) }),
      'must be less than 3001 characters [json-pointer:/view/private_metadata]',
    ],
    [
      'external_id 255',
      modal({ external_id: x(255) }),
      modal({ external_id: x(256) }),
      'must be less than 256 characters [json-pointer:/view/external_id]',
    ],
    [
      'submit with inputs',
      modal({ blocks: divided(1), submit: undefined }),
      modal({ submit: undefined }),
      'must define `submit` to use an `input` block in modals [json-pointer:/view/blocks/0/input]',
    ],
    ['a title', modal(), modal({ title: undefined }), 'missing required field: title [json-pointer:/view]'],
    ['type modal', modal(), { type: 'home', blocks: [] }, 'must be of type modal [json-pointer:/view/type]'],
    [
      'no markdown block',
      modal(),
      modal({ blocks: [{ type: 'markdown', text: '# x' }] }),
      'unsupported type: markdown [json-pointer:/view/blocks/0/type]',
    ],
  ])('%s', async (_law, largest, tooLarge, sentence) => {
    expect(await open(largest)).toMatchObject({ ok: true });
    const answer = await open(tooLarge);
    expect(answer).toMatchObject({
      ok: false,
      error: 'invalid_arguments',
      response_metadata: { messages: expect.arrayContaining([`[ERROR] ${sentence}`]) },
    });
  });

  it('of more than 250 KB is too large', async () => {
    const weighing = (bytes: number) => {
      const view = (padding: number) =>
        modal({ private_metadata: x(padding), blocks: times(83, () => section('測'.repeat(1000))) });
      return view(bytes - Buffer.byteLength(JSON.stringify(view(0))));
    };
    expect(await open(weighing(256_000))).toMatchObject({ ok: true });
    expect(await open(weighing(256_001))).toMatchObject({ ok: false, error: 'view_too_large' });
  });

  it('that is the answer to a submission and cannot be shown is trouble for the person', async () => {
    await open(modal());
    s.reply(() => ({ body: { response_action: 'update', view: modal({ title: plain(x(25)) }) } }));
    const [view] = s.slack.views(ann.id);
    expect(await s.slack.submit(ann.id, view?.id ?? '', { Reason: 'x' })).toMatchObject({
      warning: expect.stringContaining('trouble connecting'),
    });
  });
});
