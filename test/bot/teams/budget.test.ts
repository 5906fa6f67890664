import { textOf } from '../../../playground/teams/card-form';
import { isJson, type Json, objects } from '../../../playground/teams/json';
import { listed, shared } from '../../../src/bot/teams/compose';
import { foundOf } from '../../../src/bot/teams/input';
import { mostBytes } from '../../../src/bot/teams/limits';
import { dialogOf, messageOf, replacementOf } from '../../../src/bot/teams/message';
import type { Block, Card, Chart } from '../../../src/core/card';
import { card } from './stage';

const request = '3e4b6a38-0000-4000-8000-000000000002';
const form: Block = {
  type: 'form',
  submit: 'Deny',
  press: { type: 'deny', request, version: 3 },
  fields: [{ name: 'reason', label: 'Reason', kind: 'text', lines: 'many', most: 1_000 }],
};
/** As long as ours are. */
const seal = () => ({ seal: 's'.repeat(43), room: 'zh-TW' }) as const;
const refilled = { reason: 'r'.repeat(1_000) };

/** Everything by which a card goes out, and the card as it lies in there. */
const ways: Array<[way: string, draw: (card: Card) => object, drawn: (sent: Json) => unknown]> = [
  ['a message', messageOf, (sent) => objects(sent.attachments)[0]?.content],
  ['the answer to a button', replacementOf, (sent) => sent.value],
  ['a dialog', dialogOf, (sent) => at(sent, 'task', 'value', 'card', 'content')],
  [
    'a form that was filled in',
    (one) => dialogOf(one, seal, refilled),
    (sent) => at(sent, 'task', 'value', 'card', 'content'),
  ],
  [
    'a card shared from the compose box',
    (one) => shared(one, seal),
    (sent) => objects(at(sent, 'composeExtension', 'attachments'))[0]?.content,
  ],
];

const at = (sent: Json, ...path: string[]): unknown =>
  path.reduce<unknown>((node, key) => (isJson(node) ? node[key] : undefined), sent);
const bytesOf = (sent: object): number => Buffer.byteLength(JSON.stringify(sent));

describe.each(ways)('what fits into %s', (_way, draw, drawn) => {
  const cardOf = (more: number): Card => {
    const lengths = [...Array.from({ length: 7 }, () => 3_000), more];
    const texts = lengths.map((length): Block => ({ type: 'text', text: 'x'.repeat(length) }));
    return card('Windows 11', { blocks: [...texts, form] });
  };
  const spare = mostBytes - bytesOf(draw(cardOf(500)));
  const read = (sent: object): string => textOf(drawn(sent as Json) as Json);

  test('to the last byte is whole', () => {
    expect(spare).toBeGreaterThan(0);
    const sent = draw(cardOf(500 + spare));
    expect(bytesOf(sent)).toBe(mostBytes);
    expect(read(sent)).toContain(`\n${'x'.repeat(500 + spare)}\n`);
  });

  test('and one byte more is cut with a sign, and what is to be filled in stays', () => {
    const sent = draw(cardOf(500 + spare + 1));
    expect(bytesOf(sent)).toBeLessThanOrEqual(mostBytes);
    expect(read(sent)).toMatch(/x…\n/);
    expect(read(sent)).toContain('[Deny]');
  });
});

test('a form that was filled in with more than a field takes keeps what it takes', () => {
  const sent = dialogOf(card('Deny', { blocks: [form] }), seal, { reason: 'r'.repeat(200_000) });
  expect(JSON.stringify(sent)).toContain(`"value":"${'r'.repeat(1_000)}"`);
});

describe('pictures give way to words', () => {
  const charts = [1, 2, 3].map(
    (nth): Chart => ({ type: 'chart', title: `C${nth}`, legend: 'Filled: in use', bars: [] }),
  );
  const pictures = new Map(charts.map((one) => [one, new Uint8Array(2_000)]));
  const words = (length: number): Block => ({ type: 'text', text: 'x'.repeat(length) });
  const shown = (length: number) => {
    const sent = messageOf(card('Report', { blocks: [...charts, words(length)] }), undefined, pictures);
    expect(bytesOf(sent)).toBeLessThanOrEqual(mostBytes);
    const body = objects(at(objects((sent as Json).attachments)[0] ?? {}, 'content', 'body'));
    return {
      pictures: body.flatMap(({ type, altText }) => (type === 'Image' ? [altText] : [])),
      legends: JSON.stringify(body).split('Filled: in use').length - 1,
      whole: JSON.stringify(body).includes(`"${'x'.repeat(length)}"`),
    };
  };

  test.each([
    [10_000, ['C1: ', 'C2: ', 'C3: ']],
    [18_000, ['C1: ', 'C2: ']],
    [21_000, ['C1: ']],
    [24_500, []],
  ])('beside %i letters there are %j', (length, left) => {
    expect(shown(length)).toEqual({ pictures: left, legends: left.length, whole: true });
  });
});

/** A letter of four bytes, so that nothing takes more room. */
const wide = (times: number): string => '𠮷'.repeat(times);
const found = (title: string, text: string) =>
  Array.from({ length: 15 }, (_, at) => ({
    title: `${at} ${title}`,
    text,
    press: { type: 'share-request', request },
  }));
const linesIn = (sent: object) =>
  objects(at(sent as Json, 'composeExtension', 'attachments')).map(({ content }) => content as Json);

test.each([
  ['short words', 'Visio', 'Waiting for approval'],
  ['long titles', wide(300), ''],
  ['long words', 'Visio', wide(2_000)],
  ['both', wide(300), wide(2_000)],
])('what is found from the compose box fits into an answer, with %s', (_, title, text) => {
  const sent = listed(found(title, text));
  expect(bytesOf(sent)).toBeLessThanOrEqual(mostBytes);
  const lines = linesIn(sent);
  expect(lines).toHaveLength(15);
  expect(lines.map((line) => String(line.title).split(' ')[0])).toEqual(
    Array.from({ length: 15 }, (_, n) => String(n)),
  );
});

test('and of what is too much even so, the last is left out', () => {
  const [one] = found('Visio', '');
  const press = { type: 'share', benefit: 'b'.repeat(3_000) };
  const sent = listed(Array.from({ length: 15 }, () => ({ ...one!, press })));
  expect(bytesOf(sent)).toBeLessThanOrEqual(mostBytes);
  expect(linesIn(sent).length).toBeGreaterThan(5);
});

test('what is found while somebody types fits into an answer', () => {
  const choices = Array.from({ length: 15 }, (_, n) => ({ value: `${n}`, label: wide(1_000) }));
  expect(bytesOf(foundOf(choices))).toBeLessThanOrEqual(mostBytes);
});
