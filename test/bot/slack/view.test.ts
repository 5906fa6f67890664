import fc from 'fast-check';
import { checkedMessage } from '../../../playground/slack/block-kit/message';
import { refuseUnsoundView } from '../../../playground/slack/block-kit/view';
import { limits } from '../../../src/bot/slack/limits';
import { escaped } from '../../../src/bot/slack/text';
import { messageOf, modalOf } from '../../../src/bot/slack/view';
import { sentences } from '../../../src/bot/slack/words';
import type { Block, Button, Card, Field, Press } from '../../../src/core/card';
import type { Command } from '../../../src/core/command';
import { clip } from '../../../src/core/prose';
import { card } from './fake-slack';

const id = '3f2b8f0e-6a51-4a57-9a53-0c7e2f1f9a10';
const show: Command = { type: 'show', benefit: id };
const key = 'XXXXX-FAKEX-XXXXX-XXXXX-XXXXX';

describe('a card of every kind of block', () => {
  const list = card({
    title: 'Software',
    blocks: [
      { type: 'heading', text: 'Windows & more' },
      { type: 'text', text: 'Ask for what you need.\nSomebody answers.' },
      {
        type: 'facts',
        facts: [
          ['Package', 'Action Pack'],
          ['Left', '4 of 5'],
        ],
      },
      {
        type: 'row',
        title: 'Windows 11',
        text: '4 left',
        button: { label: 'Request', about: 'Windows 11', press: show },
      },
      { type: 'row', title: 'Visio <plan 2>', text: '' },
      { type: 'copy', label: 'E-mail', text: 'ada@contoso.example' },
      {
        type: 'buttons',
        buttons: [
          { label: 'Approve', style: 'primary', press: show },
          { label: 'Deny', style: 'danger', press: show },
          { label: 'Download', url: 'https://example.com/get' },
        ],
      },
      { type: 'text', text: 'Page 1 of 2', weak: true },
    ],
  });

  test('is a message', () => expect(messageOf(list)).toMatchSnapshot());

  test('is a form in a window', () => {
    const form = card({
      title: 'Request Windows 11 Enterprise for virtual desktops',
      place: 'dialog',
      locale: 'zh-TW',
      blocks: [
        { type: 'text', text: 'An approver will see this.' },
        {
          type: 'form',
          submit: 'Request',
          press: { type: 'request', request: id, benefit: id },
          fields: [
            { name: 'quantity', label: 'Quantity', kind: 'number', least: 1, most: 8, initial: 2 },
            {
              name: 'language',
              label: 'Language',
              kind: 'choice',
              choices: ['English', 'German'].map((value) => ({ value, label: value })),
              initial: 'German',
            },
            {
              name: 'reason',
              label: 'Reason',
              hint: 'One sentence is enough.',
              kind: 'text',
              lines: 'many',
              most: 1000,
            },
            {
              name: 'email',
              label: 'Another e-mail',
              kind: 'text',
              lines: 'one',
              most: 200,
              initial: 'ada@contoso.example',
              optional: true,
            },
            { name: 'person', label: 'For whom', hint: 'Whoever will use it.', kind: 'person' },
            { name: 'people', label: 'For whom else', kind: 'people', most: 20, optional: true },
            { name: 'until', label: 'Until', kind: 'day', initial: '2026-12-31' },
          ],
        },
      ],
    });
    expect(modalOf(form)).toMatchSnapshot();
  });

  test('shows a key in a window', () => {
    const shown = card({
      title: 'Your key',
      place: 'dialog',
      blocks: [{ type: 'code', label: 'Windows 11', text: key }],
    });
    expect(modalOf(shown)).toMatchSnapshot();
  });
});

describe('nobody can write markup', () => {
  const text = '<!channel> <@U1> <https://evil.example|Microsoft> & `code`';
  const everywhere = card({
    title: text,
    blocks: [
      { type: 'heading', text },
      { type: 'text', text },
      { type: 'facts', facts: [[text, text]] },
      { type: 'row', title: text, text },
      { type: 'copy', label: text, text },
    ],
  });

  test('that Slack would read', () => {
    const message = messageOf(everywhere);
    expect(message.text).not.toMatch(/[<>]/);
    JSON.stringify(message.blocks, (_, value) => {
      if (value?.type === 'mrkdwn') {
        expect(value.text).not.toMatch(/[<>]/);
        expect(value.verbatim).toBe(true);
      }
      return value;
    });
  });

  test('inside a key', () => {
    const hostile = '```\n<!channel>';
    const { blocks } = modalOf(
      card({ place: 'dialog', blocks: [{ type: 'code', label: 'Key', text: hostile }] }),
    );
    expect(blocks.at(-1)).toEqual({
      type: 'rich_text',
      elements: [{ type: 'rich_text_preformatted', elements: [{ type: 'text', text: hostile }] }],
    });
  });
});

test('what is to be copied is in a message letter by letter, with its name', () => {
  const text = '```\n<!channel> *a* &amp; `b` ';
  expect(messageOf(card({ blocks: [{ type: 'copy', label: 'Name', text }] })).blocks.slice(1)).toEqual([
    {
      type: 'rich_text',
      elements: [
        {
          type: 'rich_text_section',
          elements: [{ type: 'text', text: 'Name', style: { bold: true } }],
        },
        { type: 'rich_text_preformatted', elements: [{ type: 'text', text }] },
      ],
    },
  ]);
});

test('a key and a form are in no message', () => {
  const { text, blocks } = messageOf(
    card({
      blocks: [
        { type: 'code', label: 'Key', text: key },
        {
          type: 'form',
          submit: 'Send',
          press: show,
          fields: [{ name: 'reason', label: 'Why', kind: 'text', lines: 'one', most: 9 }],
        },
      ],
    }),
  );
  expect(JSON.stringify([text, blocks])).not.toMatch(/FAKEX|Why/);
});

test('a link that is no address of the web has no button', () => {
  const buttons: Button[] = [
    'javascript:alert(1)',
    'file:///etc/passwd',
    'not a link',
    `https://a.example/${'x'.repeat(3000)}`,
  ].map((url) => ({ label: 'Open', url }));
  expect(messageOf(card({ blocks: [{ type: 'buttons', buttons }] })).blocks).toHaveLength(1);
});

describe('too much for Slack', () => {
  const rows = (count: number, text: string): Block[] =>
    Array.from({ length: count }, (_, n) => ({
      type: 'row',
      title: `Benefit ${n}`,
      text,
      button: { label: 'Show', press: show },
    }));
  const paging: Block = { type: 'buttons', buttons: [{ label: 'Next', press: { type: 'list', page: 2 } }] };

  test.each([
    ['blocks', rows(80, '')],
    ['letters', rows(30, 'x'.repeat(1200))],
  ])('%s: the middle goes, with a word; the way on stays', (_, many) => {
    const { blocks } = messageOf(card({ blocks: [...many, paging] }));
    expect(() => checkedMessage({ text: 'x', blocks }, 'total')).not.toThrow();
    expect(blocks[1]).toMatchObject({ text: { text: expect.stringContaining('Benefit 0') } });
    expect(blocks.at(-2)).toMatchObject({ elements: [{ text: sentences.en.more }] });
    expect(blocks.at(-1)).toMatchObject({ type: 'actions', elements: [{ text: { text: 'Next' } }] });
  });

  test('facts: in blocks of ten', () => {
    const facts = Array.from({ length: 23 }, (_, n): [string, string] => [`Fact ${n}`, 'x']);
    const { blocks } = messageOf(card({ blocks: [{ type: 'facts', facts }] }));
    const counts = blocks.slice(1).map((block) => (block.type === 'rich_text' ? block.elements.length : 0));
    expect(counts).toEqual([10, 10, 3]);
  });

  test('in a window: no more than 250 KB', () => {
    const text: Block = { type: 'text', text: '金鑰'.repeat(1500) };
    const view = modalOf(card({ place: 'dialog', blocks: Array.from({ length: 90 }, () => text) }));
    expect(() => refuseUnsoundView({ ...view }, 'modal')).not.toThrow();
    expect(view.blocks.at(-1)).toMatchObject({ elements: [{ text: sentences.en.more }] });
  });

  test('in a window: what is asked stays', () => {
    const form: Block = {
      type: 'form',
      submit: 'Deny',
      press: { type: 'deny', request: id, version: 1 },
      fields: [{ name: 'reason', label: 'Reason', kind: 'text', lines: 'many', most: 1000 }],
    };
    const { blocks } = modalOf(card({ place: 'dialog', blocks: [...rows(120, 'x'), form] }));
    expect(blocks).toHaveLength(limits.modalBlocks);
    expect(blocks.at(-1)).toMatchObject({ type: 'input', block_id: 'reason' });
  });
});

describe('a text that is cut', () => {
  test.each([
    ['short', 10, 'short'],
    ['a longer text', 8, 'a longe…'],
    ['1234567😀9', 9, '1234567…'],
  ])('%j to %i characters is %j', (text, most, cut) => expect(clip(text, most)).toBe(cut));

  test.each([
    ['a & b', 20, 'a &amp; b'],
    ['12345&&', 10, '12345…'],
    ['1234<>&', 10, '1234&lt;…'],
  ])('%j to %i characters of markup is %j', (text, most, cut) => expect(escaped(text, most)).toBe(cut));
});

test('no Chinese sentence equals its English one', () => {
  for (const name of Object.keys(sentences.en) as Array<keyof typeof sentences.en>) {
    expect(sentences['zh-TW'][name]).not.toBe(sentences.en[name]);
  }
});

describe('whatever a card says, Slack takes it', () => {
  const long = (most: number) =>
    fc.nat(most).map((length) => 'x&<é😀'.repeat(Math.ceil(length / 5)).slice(0, length));
  const text = fc.oneof(
    { weight: 4, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) },
    { weight: 1, arbitrary: fc.constantFrom('', ' ', '\n', '&'.repeat(4000), '`'.repeat(100)) },
    { weight: 1, arbitrary: long(5000) },
  );
  const command = fc.oneof(
    fc.constant(show),
    text.map((words): Command => ({ type: 'say', text: words, dialog: false })),
  );
  const button: fc.Arbitrary<Button> = fc.oneof(
    fc.record({
      label: text,
      about: text,
      style: fc.constantFrom('primary' as const, 'danger' as const),
      press: command,
    }),
    fc.record({ label: text, press: command }),
    fc.record({ label: text, url: fc.oneof(fc.webUrl(), text) }),
  );
  const field: fc.Arbitrary<Field> = fc.oneof(
    fc.record({
      name: fc.constantFrom('reason' as const, 'evidence' as const),
      label: text,
      hint: text,
      kind: fc.constant('text' as const),
      lines: fc.constantFrom('one' as const, 'many' as const),
      most: fc.nat(10_000),
      initial: text,
    }),
    fc.record({
      name: fc.constant('quantity' as const),
      label: text,
      kind: fc.constant('number' as const),
      least: fc.nat(5),
      most: fc.nat(100_000),
      initial: fc.nat(100_000),
    }),
    fc.record({
      name: fc.constantFrom('language' as const, 'system' as const),
      label: text,
      kind: fc.constant('choice' as const),
      choices: fc.oneof(
        fc.array(fc.record({ value: text, label: text }), { maxLength: 6 }),
        fc.constant(Array.from({ length: 130 }, (_, n) => ({ value: `${n}`, label: 'The same' }))),
      ),
      initial: text,
    }),
    fc.record({ name: fc.constant('person' as const), label: text, kind: fc.constant('person' as const) }),
    fc.record({
      name: fc.constant('people' as const),
      label: text,
      kind: fc.constant('people' as const),
      most: fc.nat(100),
      optional: fc.constant(true as const),
    }),
    fc.record({
      name: fc.constant('until' as const),
      label: text,
      kind: fc.constant('day' as const),
      initial: fc.oneof(text, fc.constantFrom('2026-02-28', '2026-02-30', '2026-2-3')),
    }),
  );
  const block: fc.Arbitrary<Block> = fc.oneof(
    fc.record({ type: fc.constant('text' as const), text }),
    fc.record({ type: fc.constant('text' as const), text, weak: fc.constant(true as const) }),
    fc.record({ type: fc.constant('heading' as const), text }),
    fc.record({
      type: fc.constant('facts' as const),
      facts: fc.array(fc.tuple(text, text), { maxLength: 25 }),
    }),
    fc.record({ type: fc.constant('row' as const), title: text, text }),
    fc.record({ type: fc.constant('row' as const), title: text, text, button }),
    fc.record({ type: fc.constantFrom('code' as const, 'copy' as const), label: text, text }),
    fc.record({ type: fc.constant('buttons' as const), buttons: fc.array(button, { maxLength: 30 }) }),
  );
  const form: fc.Arbitrary<Block> = fc.record({
    type: fc.constant('form' as const),
    fields: fc.array(field, { maxLength: 6 }),
    submit: text,
    press: text.map((words): Press => ({ type: 'deny', words })),
  });
  const any: fc.Arbitrary<Card> = fc.record({
    title: text,
    blocks: fc
      .tuple(fc.array(block, { maxLength: 140, size: 'max' }), fc.option(form))
      .map(([blocks, last]) => (last ? [...blocks, last] : blocks)),
    place: fc.constantFrom('here' as const, 'beside' as const, 'dialog' as const),
    locale: fc.constantFrom('en' as const, 'zh-TW' as const),
  });

  test('as a message and as a window', () => {
    fc.assert(
      fc.property(any, (given) => {
        checkedMessage({ ...messageOf(given) }, 'total');
        refuseUnsoundView({ ...modalOf(given) }, 'modal');
      }),
      // Shrinking a card this large could go on for minutes.
      { numRuns: 60, interruptAfterTimeLimit: 15_000 },
    );
  });
});
