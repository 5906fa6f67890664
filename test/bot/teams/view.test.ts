import fc from 'fast-check';
import { actionsOf, textOf } from '../../../playground/teams/card-form';
import { judgeCard } from '../../../playground/teams/card-laws';
import type { Json } from '../../../playground/teams/json';
import { input } from '../../../src/bot/teams/input';
import { dialogOf, messageOf, replacementOf } from '../../../src/bot/teams/message';
import { view } from '../../../src/bot/teams/view';
import type { Block, Button, Card, Field } from '../../../src/core/card';
import { card } from './stage';

const benefit = '3e4b6a38-0000-4000-8000-000000000001';
const request = '3e4b6a38-0000-4000-8000-000000000002';
const holding = '3e4b6a38-0000-4000-8000-000000000003';

const blocks: Record<string, Block> = {
  text: { type: 'text', text: 'Two lines.\n\nThe second.' },
  'weak text': { type: 'text', text: 'By the way.', weak: true },
  heading: { type: 'heading', text: 'Software (12)' },
  facts: {
    type: 'facts',
    facts: [
      ['Left', '7 of 10'],
      ['Reason', 'See [this](https://evil.example) *now*'],
    ],
  },
  row: {
    type: 'row',
    title: 'Windows 11 Enterprise',
    text: '7 left',
    button: { label: 'Show', about: 'Windows 11 Enterprise', press: { type: 'show', benefit } },
  },
  'row without a button': { type: 'row', title: 'Windows 11 Enterprise', text: '7 left' },
  copy: { type: 'copy', label: 'E-mail', text: '*partner*@contoso.example' },
  code: { type: 'code', label: 'Product key', text: 'XXXXX-FAKE2-XXXXX-XXXXX-XXXXX' },
  buttons: {
    type: 'buttons',
    buttons: [
      { label: 'Approve', style: 'primary', press: { type: 'approve', request, version: 3 } },
      { label: 'Deny', style: 'danger', press: { type: 'refuse', request, version: 3 } },
      { label: 'Show key', press: { type: 'show-key', holding } },
      { label: 'Download', url: 'https://download.example/win11?lang=en' },
      { label: 'Bad link', url: 'javascript:alert(1)' },
    ],
  },
  form: {
    type: 'form',
    submit: 'Request',
    press: { type: 'request', request, benefit },
    fields: [
      { name: 'quantity', label: 'Quantity', kind: 'number', least: 1, most: 16, initial: 1 },
      {
        name: 'language',
        label: 'Language',
        kind: 'choice',
        choices: ['English', '繁體中文'].map((value) => ({ value, label: value })),
        initial: 'English',
      },
      { name: 'reason', label: 'Reason', hint: 'What is it for?', kind: 'text', lines: 'many', most: 1000 },
      { name: 'evidence', label: 'Evidence', kind: 'text', lines: 'one', most: 200, optional: true },
    ],
  },
};

const fields: Record<string, Field> = {
  'text of one line': { name: 'name', label: 'Name', kind: 'text', lines: 'one', most: 80 },
  'text with a beginning': {
    name: 'reason',
    label: 'Reason',
    kind: 'text',
    lines: 'many',
    most: 12,
    initial: 'Was needed by the whole team',
  },
  number: { name: 'seats', label: 'Seats', kind: 'number', least: 1, most: 9, initial: 2 },
  choice: {
    name: 'level',
    label: 'Level',
    kind: 'choice',
    choices: [
      { value: 'ent', label: 'Enterprise' },
      { value: 'pro', label: 'Professional' },
    ],
    initial: 'pro',
  },
  day: { name: 'until', label: 'Until', hint: 'The last day', kind: 'day', initial: '2027-01-14' },
  person: { name: 'person', label: 'Person', hint: 'Whose it will be', kind: 'person' },
  people: { name: 'people', label: 'People', kind: 'people', most: 20 },
};

describe('a field in Teams', () => {
  test.each(Object.entries(fields))('%s', (_name, field) => {
    expect(input(field, 'en')).toMatchSnapshot();
    const form: Block = { type: 'form', fields: [field], submit: 'Send', press: { type: 'done' } };
    for (const where of ['message', 'dialog'] as const)
      expect(judgeCard(view(card('Title', { blocks: [form] }), where))).toEqual({ errors: [], warnings: [] });
  });

  test.each(Object.entries(fields))('%s may be left empty when it is optional', (_name, field) => {
    const { isRequired, ...rest } = input({ ...field, optional: true }, 'en');
    expect(isRequired).toBeUndefined();
    expect(input(field, 'en')).toMatchObject({ ...rest, isRequired: true });
  });
});

describe('a card in Teams', () => {
  test.each(Object.entries(blocks))('%s', (_name, block) => {
    const drawn = view(card('Title', { blocks: [block] }), 'message');
    expect(judgeCard(drawn)).toEqual({ errors: [], warnings: [] });
    expect(drawn.body).toMatchSnapshot();
  });

  test.each(['code', 'buttons', 'form'])('%s in a dialog', (name) => {
    const drawn = view(card('Title', { place: 'dialog', blocks: [blocks[name]!] }), 'dialog');
    expect(judgeCard(drawn)).toEqual({ errors: [], warnings: [] });
    expect(drawn.body).toMatchSnapshot();
  });

  test('has words for notifications and screen readers', () => {
    const message = messageOf(card('Approved', { blocks: [blocks.text!, blocks.facts!, blocks.code!] }));
    expect(message).toMatchObject({
      summary:
        'Approved\nTwo lines.\n\nThe second.\nLeft: 7 of 10\nReason: See [this](https://evil.example) *now*',
      attachments: [{ content: { version: '1.5', fallbackText: expect.stringContaining('7 of 10') } }],
    });
    expect(JSON.stringify(message)).not.toContain('FAKE2');
  });

  test('errors of a form are in the language of the card', () => {
    const drawn = view(card('標題', { locale: 'zh-TW', blocks: [blocks.form!] }), 'message');
    expect(JSON.stringify(drawn)).toContain('請填寫「Reason」。');
  });

  test('what is typed into a form goes with its own button only', () => {
    const drawn = view(card('Title', { blocks: [blocks.form!, blocks.buttons!] }), 'message');
    const inputs = actionsOf(drawn)
      .filter(({ type }) => type !== 'Action.OpenUrl')
      .map(({ label, inputs }) => [label, inputs.length]);
    expect(inputs).toEqual([
      ['Request', 4],
      ['Approve', 0],
      ['Deny', 0],
      ['Show key', 0],
    ]);
  });

  test.each([
    '[click](https://evil.example)',
    '![](https://evil.example/x.png)',
    '**bold** _soft_ `code` ~~gone~~',
    '<at>everyone</at> <b>bold</b> &lt;',
    '# heading',
    '- item',
    '1. item',
    '> quote',
    'https://evil.example',
    'www.evil.example',
    'mail me@evil.example',
    '{{DATE(2026-01-01T00:00:00Z)}}',
    'a\\*b',
  ])('shows %j as it was written, nowhere with a meaning', (text) => {
    const drawn = view(
      card(text, {
        blocks: [
          { type: 'text', text },
          { type: 'heading', text },
          { type: 'facts', facts: [[text, text]] },
          { type: 'row', title: text, text },
          { type: 'copy', label: text, text },
        ],
      }),
      'message',
    );
    expect(judgeCard(drawn).errors).toEqual([]);
    expect(typesIn(drawn)).not.toContain('TextBlock');
    expect(typesIn(drawn)).not.toContain('FactSet');
    expect(JSON.stringify(drawn.body)).not.toContain('{{');
    expect(textOf(drawn).replaceAll('\u200B', '').split('\n')).toContain(text);
  });

  test('drops what cannot be seen but changes what is seen', () => {
    const text = 'in\u202Evoice\u202C\u0007';
    const drawn = view(card(text, { blocks: [{ type: 'text', text }] }), 'message');
    expect(textOf(drawn)).toBe('invoice\ninvoice');
  });

  test('a heading of mere words is a heading to a screen reader', () => {
    const drawn = view(card('Visual Studio Enterprise (MPN), 5 licences'), 'message');
    expect(drawn.body).toMatchObject([{ type: 'TextBlock', style: 'heading' }]);
  });
});

describe('a card that is too large', () => {
  const rows = (count: number, text: string): Block[] =>
    Array.from({ length: count }, (_, n) => ({
      type: 'row',
      title: `Benefit ${n}`,
      text,
      button: { label: 'Show', press: { type: 'show', benefit } },
    }));
  const bodyOf = (message: object) =>
    (message as { attachments: [{ content: Json }] }).attachments[0].content;

  test('says less of everything first', () => {
    const drawn = bodyOf(messageOf(card('List', { blocks: rows(20, '長'.repeat(1_000)) })));
    expect(
      textOf(drawn)
        .split('\n')
        .filter((line) => line.startsWith('Benefit')),
    ).toHaveLength(20);
    expect(textOf(drawn)).toMatch(/長…\n/);
  });

  test('then leaves out lines from the end, and keeps what can be pressed', () => {
    const last: Block = { type: 'buttons', buttons: [{ label: 'Next', press: { type: 'list', page: 2 } }] };
    const text = textOf(bodyOf(messageOf(card('List', { blocks: [...rows(500, 'x'), last] }))));
    expect(text).toContain('Benefit 0');
    expect(text).not.toContain('Benefit 499');
    expect(text.split('\n').slice(-2)).toEqual(['…', '[Next]']);
  });

  test('what is to be copied is whole, whatever else is cut short', () => {
    const blocks: Block[] = [
      ...rows(500, 'x'.repeat(300)),
      { type: 'copy', label: 'Name', text: 'y'.repeat(5_000) },
    ];
    expect(textOf(bodyOf(messageOf(card('Task', { blocks }))))).toContain(`Name\n${'y'.repeat(5_000)}`);
  });

  test('never loses a key to make room for words', () => {
    const dialog = JSON.stringify(dialogOf(card('Key', { blocks: [...rows(500, 'x'), blocks.code!] })));
    expect(dialog).toContain('XXXXX-FAKE2-XXXXX-XXXXX-XXXXX');
  });
});

/** Whatever the house says, Teams can show it. */
describe('any card', () => {
  const text = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 60 }),
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc.constantFrom(
      '',
      ' ',
      '\n',
      '…',
      '長'.repeat(3_000),
      '🔑'.repeat(2_000),
      '"\\'.repeat(3_000),
      '{{'.repeat(500),
    ),
  );
  const press = fc.constantFrom(
    { type: 'help' as const },
    { type: 'show' as const, benefit },
    { type: 'show-key' as const, holding },
  );
  const button: fc.Arbitrary<Button> = fc.oneof(
    fc.record(
      { label: text, about: text, style: fc.constantFrom('primary' as const, 'danger' as const), press },
      { requiredKeys: ['label', 'press'] },
    ),
    fc.record({ label: text, url: fc.oneof(text, fc.webUrl()) }),
  );
  const field: fc.Arbitrary<Field> = fc.oneof(
    fc.record({
      name: fc.constantFrom('reason' as const, 'evidence' as const),
      label: text,
      kind: fc.constant('text' as const),
      lines: fc.constantFrom('one' as const, 'many' as const),
      most: fc.integer({ min: 1, max: 4_000 }),
    }),
    fc.constantFrom<Field>(...Object.values(fields).filter(({ name }) => name !== 'reason')),
    fc.constant<Field>({
      name: 'quantity',
      label: 'Quantity',
      kind: 'number',
      least: 1,
      most: 5,
      initial: 1,
    }),
    fc.record({
      name: fc.constantFrom('language' as const, 'system' as const),
      label: text,
      kind: fc.constant('choice' as const),
      choices: fc.array(fc.record({ value: fc.string({ minLength: 1, maxLength: 75 }), label: text }), {
        minLength: 1,
        maxLength: 100,
      }),
    }),
  );
  const block: fc.Arbitrary<Block> = fc.oneof(
    fc.record({ type: fc.constant('text' as const), text }),
    fc.record({ type: fc.constant('heading' as const), text }),
    fc.record({
      type: fc.constant('facts' as const),
      facts: fc.array(fc.tuple(text, text), { maxLength: 12 }),
    }),
    fc.record(
      { type: fc.constant('row' as const), title: text, text, button },
      { requiredKeys: ['type', 'title', 'text'] },
    ),
    fc.record({ type: fc.constantFrom('code' as const, 'copy' as const), label: text, text }),
    fc.record({ type: fc.constant('buttons' as const), buttons: fc.array(button, { maxLength: 12 }) }),
  );
  const form: fc.Arbitrary<Block> = fc.record({
    type: fc.constant('form' as const),
    fields: fc.uniqueArray(field, { selector: ({ name }) => name, minLength: 1, maxLength: 4 }),
    submit: text,
    press: fc.constant({ type: 'request' as const, request, benefit }),
  });
  const anyCard: fc.Arbitrary<Card> = fc
    .record({
      title: text,
      blocks: fc.array(block, { maxLength: 60 }),
      forms: fc.array(form, { maxLength: 1 }),
      place: fc.constantFrom('here' as const, 'beside' as const, 'dialog' as const),
      locale: fc.constantFrom('en' as const, 'zh-TW' as const),
    })
    .map(({ forms, blocks, ...rest }) => ({ ...rest, blocks: [...blocks, ...forms] }));

  test('is small enough and can be drawn, in a message, in the place of a card and in a dialog', () => {
    fc.assert(
      fc.property(anyCard, (one) => {
        const message = messageOf(one) as { attachments: [{ content: Json }] };
        const replacement = replacementOf(one) as { value: Json };
        const dialog = dialogOf(one) as { task: { value: { card: { content: Json } } } };
        for (const sent of [message, replacement, dialog]) {
          expect(Buffer.byteLength(JSON.stringify(sent))).toBeLessThanOrEqual(27_000);
        }
        for (const drawn of [
          message.attachments[0].content,
          replacement.value,
          dialog.task.value.card.content,
        ]) {
          expect(judgeCard(drawn).errors).toEqual([]);
        }
      }),
      { numRuns: 150 },
    );
  });
});

function typesIn(node: unknown): string[] {
  if (Array.isArray(node)) return node.flatMap(typesIn);
  if (typeof node !== 'object' || node === null) return [];
  const { type, ...rest } = node as Json;
  return [...(typeof type === 'string' ? [type] : []), ...Object.values(rest).flatMap(typesIn)];
}
