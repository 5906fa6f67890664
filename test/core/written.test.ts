import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { Command } from '../../src/core/command';
import { choice, email, fileName, looked, prose, typed } from '../../src/core/commands/fields';
import { removedKey } from '../../src/core/key-text';
import { tidyProse } from '../../src/core/prose';
import { removedText } from '../../src/core/retention';

const key = 'N4WQB-FAKE7-7TMKX-P9RHD-C2V8J';
const groups = key.split('-');
const fullWidth = (text: string) =>
  text.replace(/[!-~]/g, (sign) => String.fromCodePoint((sign.codePointAt(0) as number) + 0xfee0));

const spellings: Array<[string, string]> = [
  ['as Microsoft writes it', key],
  ['small letters', key.toLowerCase()],
  ['long dashes', groups.join('–')],
  ['blanks around the dashes', groups.join(' - ')],
  ['blanks', groups.join(' ')],
  ['blanks, small letters', groups.join(' ').toLowerCase()],
  ['dots', groups.join('.')],
  ['line breaks', groups.join('\n')],
  ['nothing between', groups.join('')],
  ['nothing between, small letters', groups.join('').toLowerCase()],
  ['one dash lost', 'N4WQBFAKE7-7TMKX-P9RHD-C2V8J'],
  ['full width', fullWidth(key)],
  ['blanks that are not seen', key.replaceAll('-', '\u200B-\u200B')],
];

describe('what a command takes of what somebody wrote can be kept', () => {
  const fields = { prose, typed, looked, choice, email, fileName };
  /** Any sixteen bits, halves of characters and NUL among them, and characters of two halves on both sides of every limit. */
  const anything = fc.oneof(
    fc
      .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 90 })
      .map((units) => String.fromCharCode(...units)),
    fc
      .tuple(fc.nat(100), fc.constantFrom('🎉', '\ud83c', '\udf89', '\u0000', 'é'))
      .map(([before, sign]) => `${'x'.repeat(before)}${sign}${'🎉'.repeat(20)}`),
  );
  /** As a database looks at a text in JSON: with no NUL, and no half of a character. */
  const canBeKept = (text: unknown) => !/\\u(0000|d[89a-f])/i.test(JSON.stringify(text));

  test.each(Object.entries(fields))('%s', (_, field) => {
    fc.assert(
      fc.property(anything, (written) => {
        const { success, data } = field.safeParse(written);
        return !success || canBeKept(data);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('a key in what somebody wrote is removed', () => {
  test.each(spellings)('%s', (_, written) => {
    expect(tidyProse(written)).toBe(removedKey);
    for (const around of [
      [`It says “`, '” is wrong'],
      ['金鑰', '無效'],
      ['My key (', '), twice.'],
      ['1) ', '\n2) nothing'],
    ] as const) {
      const left = tidyProse(around.join(written));
      expect(left).toContain(removedKey);
      for (const group of groups) expect(left.normalize('NFKC').toUpperCase()).not.toContain(group);
    }
  });

  test('also where a word of five letters stands right before or after it, and where there are two', () => {
    for (const joint of [' ', '-', ' - ', '\n'])
      for (const text of [`Visio ${key}`, `${key} twice`, `${key} ${key}`]) {
        const left = tidyProse(text.replaceAll(' ', joint).replaceAll('-', joint));
        for (const group of groups) expect(left).not.toContain(group);
      }
  });

  test('whatever stands around it', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (before, after) => {
        const left = tidyProse(`${before} ${key} ${after}`);
        return groups.every((group) => !left.includes(group));
      }),
    );
  });
});

test.each([
  'a9b1c7d2-0f3e-4a56-8b7c-9d0e1f2a3b4c',
  'Subscription 11111111-2222-3333-4444-555555555555, order ORD-2026-00017',
  'A9B1C7D20F3E4A568B7C9D0E1F2A3B4C',
  'Access ID 1234567890, contract ID C0123456789',
  '001D000001ABCDeFGH',
  '/subscriptions/11111111-2222-3333-4444-555555555555/resourceGroups/rg-visio-01',
  'mei.lin.chang.huang.wang@contoso.example',
  'The users in Room1 never could begin; there again since today.',
  'Teams needs Win11 today, since Win10 stops.',
  'since today there never again would begin those',
  '98052 98053 98054 98055 98056',
  'Error 0x8007232B, code 0xC004F074, KB5034441',
  'https://learn.microsoft.com/en-us/partner-center/benefits/mpn-learn-about-licenses',
  '０９１２－３４５－６７８，分機１２',
  '我需要 Visio Professional 2024 給新同事',
  'commit 3f2504e04f8911d39a0c0305e82c3301aabbccdd',
])('words and ids stay as they are: %s', (text) => {
  expect(tidyProse(text)).toBe(text);
});

test('ids of any kind that Microsoft draws by chance stay', () => {
  for (let time = 0; time < 2000; time++) {
    const id = randomUUID();
    for (const written of [id, id.toUpperCase(), `{${id}}`, id.replaceAll('-', '')])
      expect(tidyProse(written)).toBe(written);
  }
});

describe('every field in which a person writes is tidied at the door', () => {
  const id = randomUUID();
  const nasty = `Mei\u0000 \uD800${key} x`;
  const tidy = `Mei ${removedKey} x`;
  const commands: Array<[string, object]> = [
    ['text', { type: 'say', dialog: false }],
    ['reason', { type: 'request', request: id, benefit: id }],
    ['email', { type: 'request', request: id, benefit: id, reason: 'x' }],
    ['language', { type: 'request', request: id, benefit: id, reason: 'x' }],
    ['system', { type: 'request', request: id, benefit: id, reason: 'x' }],
    ['reason', { type: 'deny', request: id, version: 1 }],
    ['reason', { type: 'report-key', report: id, holding: id }],
    ['what', { type: 'use', use: id, holding: id, quantity: 1 }],
    ['reason', { type: 'return', holding: id }],
    ['evidence', { type: 'done', task: id }],
    ['accessId', { type: 'done', task: id }],
    ['contractId', { type: 'done', task: id }],
    ['reason', { type: 'could-not', task: id }],
    ['names', { type: 'assign', assignment: id, benefit: id, reason: 'x' }],
    ['email', { type: 'assign', assignment: id, benefit: id, reason: 'x' }],
    ['reason', { type: 'assign', assignment: id, benefit: id }],
    ['reason', { type: 'reassign', request: id, holding: id, person: `person:${id}` }],
    ['email', { type: 'reassign', request: id, holding: id, person: `person:${id}`, reason: 'x' }],
    ['reason', { type: 'remove', holding: id }],
    ['name', { type: 'add-person', id, email: 'mei@contoso.example' }],
    ['email', { type: 'add-person', id, name: 'Mei' }],
  ];
  test.each(commands)('%s of %j', (field, command) => {
    expect(Command.parse({ ...command, [field]: nasty })).toMatchObject({ [field]: tidy });
  });

  test.each([
    ['person', { type: 'person' }, 'person:zz'],
    ['person', { type: 'away', from: '2026-12-01', until: '2026-12-02' }, 'person:not-one-of-ours'],
    ['to', { type: 'reply', text: 'x' }, {}],
    ['to', { type: 'reply', text: 'x' }, { ts: '1\u0000' }],
    ['to', { type: 'reply', text: 'x' }, { '\ud800': '1' }],
  ])('what the database could not even look for names nothing: %s of %j', (field, command, odd) => {
    expect(Command.safeParse({ ...command, [field]: odd }).success).toBe(false);
  });

  test('a key is nobody', () => {
    expect(Command.safeParse({ type: 'person', person: `person:${key}` }).success).toBe(false);
  });
});

test('nobody writes the sign that stands for words which were removed', () => {
  expect(tidyProse(removedText)).toBe('');
  expect(tidyProse(`Because of ${removedText} that`)).not.toContain('no longer kept');
});
