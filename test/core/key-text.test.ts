import fc from 'fast-check';
import { holdsKey, type NotAKey, readKeyText } from '../../src/core/key-text';
import { type KeyType, readKeyType } from '../../src/core/key-type';

const key = 'N4WQB-FAKEQ-7TMKX-P9RHD-C2V8J';
const canonical = key.replaceAll('-', '');
const strict = { texts: 'refused' } as const;
const own = { texts: 'allowed' } as const;

test.each([
  ['as Microsoft writes it', key],
  ['small letters', key.toLowerCase()],
  ['a blank and a line break behind', `${key} \r\n`],
  ['blanks between the groups', key.replaceAll('-', ' ')],
  ['nothing between the groups', canonical],
  ['one dash lost', 'N4WQBFAKEQ-7TMKX-P9RHD-C2V8J'],
  ['blanks around the dashes', key.replaceAll('-', ' - ')],
  ['long dashes', key.replaceAll('-', '–')],
  ['minus signs', key.replaceAll('-', '−')],
  ['no-break hyphens', key.replaceAll('-', '\u2011')],
  ['the long-vowel mark of a Japanese keyboard', key.replaceAll('-', 'ー')],
  ['dots', key.replaceAll('-', '.')],
  ['full width', 'Ｎ４ＷＱＢ－ＦＡＫＥＱ－７ＴＭＫＸ－Ｐ９ＲＨＤ－Ｃ２Ｖ８Ｊ'],
  [
    'zero-width blanks, a soft hyphen and a byte order mark',
    `\uFEFFN4\u200BWQB-FA\u00ADKEQ-7TMKX-P9R\u2060HD-C2V8J`,
  ],
  ['no-break blanks', `\u00A0${key}\u00A0`],
  ['quotation marks', `"${key}"`],
  ['a spreadsheet formula', `="${key}"`],
  ['broken over two lines', 'N4WQB-FAKEQ-7TM\nKX-P9RHD-C2V8J'],
  ['nothing but a key in HTML', `<p><b>${key}</b>&nbsp;</p><br />`],
])('a key: %s', (_, text) => {
  for (const how of [strict, own])
    expect(readKeyText(text, how)).toEqual({ kind: 'key', canonical, shown: key });
});

test.each<[NotAKey, string]>([
  ['empty', ''],
  ['empty', ' \t\u200B\n'],
  ['empty', '<p>&nbsp;</p>'],
  ['placeholder', 'Test Key 1'],
  ['placeholder', 'n/a'],
  ['placeholder', '---'],
  ['placeholder', 'XXXXX-XXXXX-XXXXX-XXXXX-XXXXX'],
  ['placeholder', 'XXXXX-XXXXX-XXXXX-XXXXX-C2V8J'],
  ['placeholder', '12345-12345-12345-12345-12345'],
  ['placeholder', 'AAAA1-BBBB2-CCCC3-DDDD4-EEEE5'],
  ['legacy', '000-1234567'],
  ['legacy', '0001234567'],
  ['html', '<p>Go to <a href="https://example.invalid/">the page</a> and enter PIN <b>FAKE26WKDM3</b></p>'],
  ['key-in-text', `Use ${key} for 32-bit systems`],
  ['key-in-text', `Use ${key.replaceAll('-', '\u2013')} for 32-bit systems`],
  ['key-in-text', `<p>Use ${key}</p>`],
  ['wrong-shape', 'N4WQB-FAKEQ-7TMKX-P9RHD-C2V8'],
  ['wrong-shape', 'FAKE26WKDM3XXXXX'],
  ['wrong-shape', '\u039D4WQB-FAKEQ-7TMKX-P9RHD-C2V8J'], // its first letter is Greek
  ['sentence', 'No key is required for this product.'],
  ['sentence', 'Windows Server 2019 Standard'], // 25 letters and digits
  ['sentence', 'Pre-release; no key at all it'],
])('not a key (%s): %s', (why, text) => {
  expect(readKeyText(text, strict)).toEqual({ kind: 'not-a-key', why });
});

test("Microsoft's own test rows have numbers up to zero", () => {
  for (const id of ['-3', '0', ' -12 ']) {
    expect(readKeyText(key, { ...strict, id })).toEqual({ kind: 'not-a-key', why: 'junk-id' });
  }
  for (const id of ['1', '11177', '', 'x'])
    expect(readKeyText(key, { ...strict, id })).toMatchObject({ kind: 'key' });
});

test('a text of a book is not looked at', () => {
  expect(readKeyText('x'.repeat(20_001), strict)).toEqual({ kind: 'not-a-key', why: 'too-long' });
});

test('where instructions may stand, plain words are one, in their own case and lines', () => {
  expect(readKeyText('  Sign in at\n my.example,  PIN aB3 ', own)).toEqual({
    kind: 'instruction',
    canonical: 'Sign in at my.example, PIN aB3',
    shown: 'Sign in at\n my.example,  PIN aB3',
  });
  expect(readKeyText('000-7654321', own)).toMatchObject({ kind: 'instruction' });
  expect(readKeyText('x y'.repeat(1001), own)).toEqual({ kind: 'not-a-key', why: 'too-long' });
  expect(readKeyText('<b>Sign in</b>', own)).toEqual({ kind: 'not-a-key', why: 'html' });
  expect(readKeyText('tbd', own)).toEqual({ kind: 'not-a-key', why: 'placeholder' });
});

const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789'];
const anyKey = fc
  .array(fc.constantFrom(...letters), { minLength: 25, maxLength: 25 })
  .map((drawn) => drawn.join(''))
  .filter((text) => !text.startsWith(text.slice(0, 5).repeat(3)) && text !== 'AAAA1BBBB2CCCC3DDDD4EEEE5');

/** One of the ways in which people and programmes write the same key. */
const spelling = (text: string) =>
  fc
    .record({
      between: fc.constantFrom('-', ' ', '', '–', '‑', '－', '_', ' - ', '\u00A0', '\t', '−', '.'),
      outer: fc.constantFrom(
        ['', ''],
        ['"', '"'],
        [' ', '\r\n'],
        ['<p>', '</p>'],
        ['“', '”'],
        ['\uFEFF', ''],
      ),
      letters: fc.array(
        fc.record({
          small: fc.boolean(),
          wide: fc.boolean(),
          unseen: fc.constantFrom('', '', '', '\u200B', '\u00AD', '\u200E'),
        }),
        {
          minLength: 25,
          maxLength: 25,
        },
      ),
    })
    .map(({ between, outer, letters }) => {
      const written = [...text].map((letter, at) => {
        const { small, wide, unseen } = letters[at]!;
        const cased = small ? letter.toLowerCase() : letter;
        return (wide ? String.fromCharCode(cased.charCodeAt(0) + 0xfee0) : cased) + unseen;
      });
      const groups = [0, 5, 10, 15, 20].map((from) => written.slice(from, from + 5).join(''));
      return outer[0] + groups.join(between) + outer[1];
    });

test('two spellings of one key have one canonical form, whatever the key', () => {
  fc.assert(
    fc.property(
      anyKey.chain((text) => fc.tuple(fc.constant(text), spelling(text))),
      ([text, written]) => {
        expect(readKeyText(written, strict)).toMatchObject({ kind: 'key', canonical: text });
        expect(holdsKey(`${written}`.replace(/<\/?p>/g, ''))).toBe(true);
      },
    ),
    { numRuns: 500 },
  );
});

test('two keys that differ never have the same canonical form', () => {
  fc.assert(
    fc.property(anyKey, fc.nat(24), fc.constantFrom(...letters), (text, at, letter) => {
      const other = text.slice(0, at) + letter + text.slice(at + 1);
      fc.pre(other !== text);
      expect(readKeyText(other, strict)).not.toMatchObject({ canonical: text });
    }),
  );
});

test('a canonical form read again is itself, and any text at all is read without an error', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
      const reading = readKeyText(text, own);
      if (reading.kind === 'not-a-key') return;
      expect(readKeyText(reading.shown, own)).toMatchObject({
        kind: reading.kind,
        canonical: reading.canonical,
      });
    }),
    { numRuns: 500 },
  );
});

test('ten times the text takes no more than about ten times as long', () => {
  const bad = ['<a ', '&#1', "'''", '- -', 'A1B2C-', 'x ', '\u200B', '(('];
  const time = (length: number) => {
    const begun = performance.now();
    for (const part of bad)
      for (const how of [strict, own]) readKeyText(part.repeat(length).slice(0, length), how);
    return performance.now() - begun;
  };
  time(2000);
  expect(time(20_000)).toBeLessThan(Math.max(500, 30 * time(2000)));
});

test.each<[KeyType | undefined, string[]]>([
  [
    'retail',
    [
      'Retail',
      'retail',
      'Retail Key',
      'DreamSpark Retail Key',
      'Microsoft Imagine Retail',
      'Azure Dev Tools for Teaching Retail Key',
    ],
  ],
  [
    'mak',
    [
      'MAK',
      'MultipleActivation',
      'Multiple Activation',
      'Multiple Activation Key',
      'Multiple Activation Key (MAK)',
      'VA 1.0',
      'OEM Key',
    ],
  ],
  [
    'mak',
    [
      'DreamSpark MAK Key',
      'DreamSpark Lab Key',
      'Microsoft Imagine Lab',
      'Azure Dev Tools for Teaching MAK Key',
    ],
  ],
  ['static', ['Static', 'Static Activation Key', ' static  activation\u00A0key ']],
  ['custom', ['Custom', 'Custom Key']],
  ['token', ['token', 'Office Setup Key', 'PIN']],
  ['unknown', ['', 'N/A', 'Not Applicable', 'Microsoft Imagine KMS', 'KMS Key']],
  [undefined, ['subscription', '__proto__', 'constructor', '3']],
])('key type %s: %j', (type, spellings) => {
  for (const spelling of spellings) expect([spelling, readKeyType(spelling)]).toEqual([spelling, type]);
});
