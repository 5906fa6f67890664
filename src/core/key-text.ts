/** Why a text that stands where a key should stand is not one. */
export type NotAKey =
  | 'empty'
  | 'placeholder'
  | 'junk-id'
  | 'legacy'
  | 'html'
  | 'key-in-text'
  | 'wrong-shape'
  | 'sentence'
  | 'too-long';

/** What a text turned out to be. `canonical` is for comparing and fingerprints, `shown` is for the holder. */
type KeyReading =
  | { kind: 'key'; canonical: string; shown: string }
  | { kind: 'instruction'; canonical: string; shown: string }
  | { kind: 'not-a-key'; why: NotAKey };

/** The longest instruction that may stand in place of a key: one text block of Slack's Block Kit holds 3,000 characters. */
export const longestInstruction = 3000;
const longestText = 20_000;
const longestSpelling = 400;

// Format characters (zero width, soft hyphen, byte order mark, direction marks), controls, variation selectors, and fillers
// that are drawn as nothing. Line breaks and tabs stay: they are blanks.
const invisible =
  /(?![\t\n\v\f\r])(?:[\p{Cf}\p{Cc}\p{Variation_Selector}\u{115F}\u{1160}\u{3164}\u{2800}]|\u{034F})/gu;
// Everything that looks like a dash, with the minus sign, the bullet, the Japanese long-vowel mark and the box-drawing line.
const dashes = /[\p{Pd}\u{2212}\u{2043}\u{02D7}\u{30FC}\u{2500}\u{23AF}]/gu;
const markup = /<\/?[a-z][a-z0-9]{0,20}(?:\s[^<>]{0,500})?\/?>|&(?:nbsp|amp|lt|gt|quot|apos|#\d{1,7});/gi;
const wrapping = /^[\s"'`=.,;:()[\]{}<>“”‘’«»]+|[\s"'`=.,;:()[\]{}<>“”‘’«»]+$/g;
// Runs in which a key may stand: five groups or more with dashes, 25 characters with nothing between them, and groups with blanks or
// other signs between them, of which some may be missing. A run with more than five is taken whole: where it ends is not known.
const dashed = /(?<![A-Za-z0-9])[A-Za-z0-9]{5}(?:-[A-Za-z0-9]{5}){4,}(?![A-Za-z0-9])/g;
const bare = /(?<![A-Za-z0-9])[A-Za-z0-9]{25}(?![A-Za-z0-9])/g;
const parted =
  /(?<![A-Za-z0-9])(?:[A-Za-z0-9]{5}(?:\s{0,3}[-_./\\|:,;~]?\s{0,3})){4,}[A-Za-z0-9]{5}(?![A-Za-z0-9])/g;
const asWritten = /^[A-Z0-9]{5}(?:-[A-Z0-9]{5}){4}$/;
const placeholderWords =
  /^(?:test key ?\d{0,9}|n\/?a|none|null|nil|tb[ad]|todo|unknown|pending|not applicable|no key|[-?*.x0•]{1,40})$/i;
/** `000-1234567`: the ten digits with which products of the nineties were installed; the same for everybody, worth nothing today. */
const legacy = /^\d{3}-?\d{7}$/;
/** The example of Microsoft's page on cloud tokens (Partner Center documentation, October 2023). */
const documentationExample = 'AAAA1BBBB2CCCC3DDDD4EEEE5';

/**
 * Reads a text that stands where a product key should stand.
 *
 * A key is 25 letters and digits in groups of five (or ten …: a lost dash does no harm), parted by dashes, blanks or nothing, in any
 * case or width, wrapped in quotes or in HTML. Look-alike letters (O and 0, Cyrillic А) are never folded: that could make two different keys one.
 * The grey cases, decided by what an admin wants to find in the stock afterwards:
 * - HTML around nothing but a key is that key; HTML around words is refused, because a chat would show its tags.
 * - A masked key (`XXXXX-XXXXX-XXXXX-XXXXX-ABCDE`), five equal groups and the example of the documentation are placeholders.
 * - A key inside a sentence is refused also where instructions may stand: as part of a text it could be given a second time.
 * - `texts: 'allowed'` (a custom or static key of our own CSV) takes any other plain text as the instruction to show in place of a key:
 *   the admin wrote it there on purpose. An export holds such rows by the hundred and nobody chose them, so there it is refused.
 *
 * @param id the row's number in the export; zero and less are Microsoft's own test rows.
 */
export function readKeyText(
  text: string,
  { id, texts }: { id?: string; texts: 'allowed' | 'refused' },
): KeyReading {
  if (id !== undefined && /^\s*(?:-\d+|0+)\s*$/.test(id)) return { kind: 'not-a-key', why: 'junk-id' };
  if (text.length > longestText) return { kind: 'not-a-key', why: 'too-long' };
  // Nine rows of ten are written as they should be, and need no washing.
  const clean = asWritten.test(text)
    ? text
    : text.replace(invisible, '').normalize('NFKC').replace(invisible, '').trim();
  const plain = clean.includes('<') || clean.includes('&') ? clean.replace(markup, ' ').trim() : clean;
  const canonical = fiveByFive(clean) ?? fiveByFive(plain);
  if (canonical !== undefined) {
    if (isPlaceholder(canonical)) return { kind: 'not-a-key', why: 'placeholder' };
    return { kind: 'key', canonical, shown: grouped(canonical) };
  }
  if (plain === '') return { kind: 'not-a-key', why: 'empty' };
  if (placeholderWords.test(plain)) return { kind: 'not-a-key', why: 'placeholder' };
  if (holdsKey(plain)) return { kind: 'not-a-key', why: 'key-in-text' };
  if (plain !== clean) return { kind: 'not-a-key', why: 'html' };
  if (texts === 'refused') return { kind: 'not-a-key', why: shapeOf(plain) };
  if (plain.length > longestInstruction) return { kind: 'not-a-key', why: 'too-long' };
  // Case is kept: an instruction may hold a PIN or a serial number in which it counts.
  return { kind: 'instruction', canonical: plain.replace(/\s+/g, ' '), shown: plain };
}

/** What stands where a key was: in no language, and no longer than any key. */
export const removedKey = '[•••••]';

/** Whether a key stands anywhere in a text: such a text is never printed, and never used as a name. */
export function holdsKey(text: string): boolean {
  const clean = cleanOf(text.slice(0, longestText));
  return fiveByFive(clean) !== undefined || marked(clean) !== clean;
}

/**
 * A text in which a mark stands for everything that looks like a key, in any case, width or spelling; any other text as it is. Ids as
 * Microsoft writes them (of a subscription, an order, a contract) and plain words are no keys.
 */
export function withoutKey(text: string): string {
  const clean = cleanOf(text);
  const whole = fiveByFive(clean);
  if (whole !== undefined && isMixed(whole)) return removedKey;
  const left = marked(clean);
  return left === clean ? text : left;
}

const cleanOf = (text: string): string =>
  text.replace(invisible, '').normalize('NFKC').replace(invisible, '').replace(dashes, '-');

const marked = (clean: string): string =>
  clean
    .replace(dashed, removedKey)
    .replace(bare, (run) => (isMixed(run) ? removedKey : run))
    .replace(parted, (run) => (isParted(run) ? removedKey : run));

const isMixed = (run: string): boolean => /\d/.test(run) && /[A-Za-z]/.test(run);

function isParted(run: string): boolean {
  const groups = run.replace(/[^A-Za-z0-9]/g, '').match(/.{5}/g) ?? [];
  return groups.join('') !== run && groups.some((_, from) => isGrouped(groups.slice(from, from + 5)));
}

/** Five words can have five letters each, and one of them a number; not all of them in one case with numbers among the letters. */
function isGrouped(groups: string[]): boolean {
  const letters = groups.join('');
  if (groups.length < 5 || !isMixed(letters)) return false;
  if (letters === letters.toUpperCase()) return true;
  return letters === letters.toLowerCase() && groups.filter((group) => /\d/.test(group)).length >= 2;
}

/** The 25 characters in capitals, or undefined. Groups may be of any multiple of five, so that a lost dash does no harm. */
function fiveByFive(text: string): string | undefined {
  if (asWritten.test(text)) return text.replaceAll('-', '');
  if (text.length > longestSpelling) return undefined;
  const bare = text.replace(dashes, '-').replace(wrapping, '');
  // Names and sentences can have 25 letters too ("Windows Server 2019 Standard" has), but not in words of five, ten or more.
  const groups = bare.split(/[-\s_./\\|:,;~]+/);
  // A key broken over two lines has a blank inside a group, and still five whole groups between its dashes.
  const acrossLines = bare.replace(/\s+/g, '').split('-');
  const whole = groups.every(({ length }) => length % 5 === 0)
    ? groups
    : acrossLines.length === 5
      ? acrossLines
      : [];
  const joined = whole.join('');
  if (/^[A-Za-z0-9]{25}$/.test(joined) && whole.every(({ length }) => length % 5 === 0))
    return joined.toUpperCase();
  return undefined;
}

const grouped = (key: string): string =>
  `${key.slice(0, 5)}-${key.slice(5, 10)}-${key.slice(10, 15)}-${key.slice(15, 20)}-${key.slice(20)}`;

function isPlaceholder(canonical: string): boolean {
  const first = canonical.slice(0, 5);
  return canonical.startsWith(first.repeat(3)) || canonical === documentationExample;
}

function shapeOf(plain: string): NotAKey {
  if (legacy.test(plain)) return 'legacy';
  return /\s/.test(plain) || plain.length > 64 ? 'sentence' : 'wrong-shape';
}
