import { checkedMessage } from '../../../playground/slack/block-kit/message';
import { refuseUnsoundView } from '../../../playground/slack/block-kit/view';
import { limits } from '../../../src/bot/slack/limits';
import { homeOf, messageOf, modalOf } from '../../../src/bot/slack/view';
import type { Block, Button, Card, Chart, Field } from '../../../src/core/card';
import { card, type Json } from './fake-slack';

/** Every limit of ours at its edge: what is as long as it may be goes out whole; one sign more is cut with a sign, or what must be whole stays away. */

const x = (count: number): string => 'x'.repeat(count);
const press = { type: 'show', benefit: '3f2b8f0e-6a51-4a57-9a53-000000000100' } as const;
const buttons = (...all: Button[]): Block[] => [{ type: 'buttons', buttons: all }];
const formOf = (...fields: Field[]): Block[] => [
  { type: 'form', fields, submit: 'Send', press: { type: 'done' } },
];
const text: Field = { kind: 'text', name: 'reason', label: 'Reason', lines: 'one', most: 10 };

const inMessage = (blocks: Block[], more: Partial<Card> = {}) => {
  const message = messageOf(card({ ...more, blocks }));
  checkedMessage({ ...message }, 'total');
  return message as unknown as Json;
};
const inModal = (blocks: Block[], more: Partial<Card> = {}) => {
  const view = modalOf(card({ place: 'dialog', ...more, blocks }));
  refuseUnsoundView({ ...view }, 'modal');
  return view as unknown as Json;
};
const inHome = (blocks: Block[]) => {
  const view = homeOf(card({ blocks }));
  refuseUnsoundView({ ...view }, 'home');
  return view as unknown as Json;
};
/** What stands at a path, `blocks.1.text.text`. */
const at = (value: unknown, path: string): unknown =>
  path.split('.').reduce<unknown>((inner, key) => (inner as Json | undefined)?.[key], value);

const confirmed = (more: Partial<{ title: string; text: string; yes: string; no: string }>): Block[] =>
  buttons({ label: 'Go', confirm: { title: 't', text: 't', yes: 'y', no: 'n', ...more }, press });

/** A chart with a picture, whose only words these are. */
const pictured = (more: Partial<Chart>) => {
  const chart: Chart = { type: 'chart', title: '', legend: 'x', bars: [], ...more };
  const files = new Map([[chart, 'F0PICTURE1']]);
  return messageOf(card({ blocks: [chart] }), files) as unknown as Json;
};

/** What is cut, with the sign that says so: how it is drawn with so many letters, and where they stand then. */
const cut: Array<[keyof typeof limits, number, (letters: string) => Json, string]> = [
  ['header', limits.header, (letters) => inMessage([], { title: letters }), 'blocks.0.text.text'],
  [
    'section',
    limits.section,
    (letters) => inMessage([{ type: 'text', text: letters }]),
    'blocks.1.text.text',
  ],
  [
    'context',
    limits.context,
    (letters) => inMessage([{ type: 'text', text: letters, weak: true }]),
    'blocks.1.elements.0.text',
  ],
  ['pictureTitle', limits.pictureTitle, (letters) => pictured({ legend: letters }), 'blocks.1.title.text'],
  [
    'buttonText',
    limits.buttonText,
    (letters) => inMessage(buttons({ label: letters, press })),
    'blocks.1.elements.0.text.text',
  ],
  [
    'accessibilityLabel',
    limits.accessibilityLabel - 'Go: '.length,
    (letters) => inMessage(buttons({ label: 'Go', about: letters, press })),
    'blocks.1.elements.0.accessibility_label',
  ],
  [
    'confirmTitle',
    limits.confirmTitle,
    (letters) => inMessage(confirmed({ title: letters })),
    'blocks.1.elements.0.confirm.title.text',
  ],
  [
    'confirmText',
    limits.confirmText,
    (letters) => inMessage(confirmed({ text: letters })),
    'blocks.1.elements.0.confirm.text.text',
  ],
  [
    'confirmButton',
    limits.confirmButton,
    (letters) => inMessage(confirmed({ no: letters })),
    'blocks.1.elements.0.confirm.deny.text',
  ],
  [
    'inputLabel',
    limits.inputLabel,
    (letters) => inModal(formOf({ ...text, label: letters })),
    'blocks.0.label.text',
  ],
  [
    'inputLabel',
    limits.inputLabel,
    (letters) => inModal(formOf({ ...text, hint: letters })),
    'blocks.0.hint.text',
  ],
  [
    'inputText',
    limits.inputText,
    (letters) => inModal(formOf({ ...text, most: 9_999, initial: letters })),
    'blocks.0.element.initial_value',
  ],
  [
    'placeholder',
    limits.placeholder,
    (letters) =>
      inModal(
        formOf({ kind: 'lookup', of: 'benefits', name: 'benefit', label: 'B', hint: letters, choices: [] }),
      ),
    'blocks.0.element.placeholder.text',
  ],
  [
    'optionText',
    limits.optionText,
    (letters) =>
      inModal(
        formOf({ kind: 'choice', name: 'language', label: 'L', choices: [{ value: 'v', label: letters }] }),
      ),
    'blocks.0.element.options.0.text.text',
  ],
  ['modalTitle', limits.modalTitle, (letters) => inModal([], { title: letters }), 'title.text'],
  [
    'modalButton',
    limits.modalButton,
    (letters) => inModal([{ type: 'form', fields: [text], submit: letters, press: { type: 'done' } }]),
    'submit.text',
  ],
  [
    'search',
    limits.search,
    (letters) => inHome([{ type: 'search', label: 'S', hint: 'h', initial: letters }]),
    'blocks.1.element.initial_value',
  ],
  ['notification', limits.notification, (letters) => inMessage([], { title: letters, blocks: [] }), 'text'],
];

describe.each(cut)('%s (%i)', (_, most, draw, where) => {
  test('is whole at the edge', () =>
    expect(String(at(draw(x(most)), where))).toMatch(new RegExp(`x{${most}}$`)));
  test('is cut with a sign beyond it', () => {
    const drawn = String(at(draw(x(most + 1)), where));
    expect(drawn).toMatch(/x…$/);
    expect(drawn).not.toContain(x(most + 1));
  });
});

describe('what must be whole stays away where it is too long', () => {
  const carriedBy = (length: number) => {
    const given = { ...press, benefit: x(length - JSON.stringify({ ...press, benefit: '' }).length) };
    return at(inMessage(buttons({ label: 'Go', press: given })), 'blocks.1.elements.0.value');
  };
  test('the command of a button', () => {
    expect(String(carriedBy(limits.buttonValue))).toHaveLength(limits.buttonValue);
    expect(carriedBy(limits.buttonValue + 1)).toBeUndefined();
  });

  test('an address', () => {
    const address = (length: number) => `https://a.example/${x(length - 'https://a.example/'.length)}`;
    const shown = (length: number) =>
      at(inMessage(buttons({ label: 'Go', url: address(length) })), 'blocks.1.elements.0.url');
    expect(shown(limits.url)).toBe(address(limits.url));
    expect(shown(limits.url + 1)).toBeUndefined();
  });

  test('the value of a choice', () => {
    const offered = (length: number) =>
      at(
        inModal([
          ...formOf({
            kind: 'choice',
            name: 'language',
            label: 'L',
            choices: [
              { value: x(length), label: 'one' },
              { value: 'v', label: 'v' },
            ],
          }),
        ]),
        'blocks.0.element.options.length',
      );
    expect(offered(limits.optionValue)).toBe(2);
    expect(offered(limits.optionValue + 1)).toBe(1);
  });

  test('what waits behind a form', () => {
    const around = JSON.stringify({ type: 'done', task: '' }).length;
    const waiting = (length: number) =>
      inModal([
        { type: 'form', fields: [text], submit: 'Send', press: { type: 'done', task: x(length - around) } },
      ]);
    expect(waiting(limits.privateMetadata).private_metadata).toHaveLength(limits.privateMetadata);
    expect(waiting(limits.privateMetadata + 1).private_metadata).toBeUndefined();
  });
});

describe('so many and no more', () => {
  const many = (count: number): Button[] =>
    Array.from({ length: count }, (_, n) => ({ label: `Button ${n}`, press }));
  const rows = (count: number): Block[] =>
    Array.from({ length: count }, (_, n) => ({ type: 'text', text: `Row ${n}` }));
  const drawn = (view: Json) => (view.blocks as Json[]).length;
  const said = 'There is more than Slack can show here.';

  test('buttons of a row: one more begins another', () => {
    const blocks = (count: number) => drawn(inMessage(buttons(...many(count))));
    expect([blocks(limits.buttonsOfActions), blocks(limits.buttonsOfActions + 1)]).toEqual([2, 3]);
  });

  test('choices of a field', () => {
    const offered = (count: number) =>
      at(
        inModal(
          formOf({
            kind: 'choice',
            name: 'language',
            label: 'L',
            choices: Array.from({ length: count }, (_, n) => ({ value: `v${n}`, label: `v${n}` })),
          }),
        ),
        'blocks.0.element.options.length',
      );
    expect([offered(limits.options), offered(limits.options + 1)]).toEqual([100, 100]);
  });

  test('facts of a block: one more begins another', () => {
    const facts = (count: number): Block[] => [
      { type: 'facts', facts: Array.from({ length: count }, (_, n) => [`F${n}`, 'v'] as [string, string]) },
    ];
    expect([
      drawn(inMessage(facts(limits.factsOfBlock))),
      drawn(inMessage(facts(limits.factsOfBlock + 1))),
    ]).toEqual([2, 3]);
  });

  test.each<[string, number, (blocks: Block[]) => Json]>([
    // The title is a block of a message and of the Home tab.
    ['blocks of a message', limits.messageBlocks - 1, inMessage],
    ['blocks of a window', limits.modalBlocks, inModal],
    ['blocks of the Home tab', limits.homeBlocks - 1, inHome],
  ])('%s: with one more it says that there is more', (_, most, draw) => {
    expect(JSON.stringify(draw(rows(most)))).not.toContain(said);
    const more = draw(rows(most + 1));
    expect(JSON.stringify(more)).toContain(said);
    expect(drawn(more)).toBe(drawn(draw(rows(most))));
  });

  test('what is said of a picture', () => {
    const said = (letters: number) =>
      String(
        at(
          pictured({ bars: [{ nth: 1, name: '', value: 1, whole: 1, says: x(letters) }] }),
          'blocks.1.alt_text',
        ),
      );
    const around = said(0).length;
    expect(said(limits.altText - around)).toMatch(/x$/);
    expect(said(limits.altText - around + 1)).toMatch(/x…$/);
    expect(said(limits.altText)).toHaveLength(limits.altText);
  });

  test('all text of a message', () => {
    // Four sections and the title; each block has its share.
    const share = 5 * limits.shareOfBlock + 'Benefits'.length;
    const of = (last: number) =>
      JSON.stringify(
        inMessage([2_900, 2_900, 2_900, last].map((length) => ({ type: 'text', text: x(length) }))),
      );
    const room = limits.messageText - share - 3 * 2_900;
    expect(of(room)).not.toContain(said);
    expect(of(room + 1)).toContain(said);
  });
});

test('every limit of the table stands in one of these', () => {
  const here = new Set<string>([
    ...cut.map(([name]) => name),
    'altText',
    'buttonValue',
    'url',
    'optionValue',
    'privateMetadata',
    'buttonsOfActions',
    'options',
    'factsOfBlock',
    'messageBlocks',
    'modalBlocks',
    'homeBlocks',
    'messageText',
    'shareOfBlock',
    // Read by `view.test.ts`: a key of any length is whole in several blocks; facts; a window of 250 KB.
    'preformatted',
    'field',
    'modalBytes',
  ]);
  expect(Object.keys(limits).filter((name) => !here.has(name))).toEqual([]);
});
