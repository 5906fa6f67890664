import { type SaxesAttributePlain, SaxesParser } from 'saxes';
import type { FileProblem } from '../core/file-problem';
import { readKeyText } from '../core/key-text';
import { readKeyType } from '../core/key-type';
import { namedInExport } from './cells';
import { readDay } from './days';
import { type FileSource, fileText } from './file-text';
import type { KeyRow } from './keys-csv';
import { limits as defaults, type Limits, type Reading } from './limits';
import { BadFile, type Item } from './problem';

/** The first elements of the exports of 2006-08, of 2012-18, and since 2017. */
const roots = new Set(['your_product_keys', 'yourkey', 'root']);
const encodings = /^(?:utf-?8|utf-?16(?:le|be)?|us-ascii|ascii)$/i;
const mostRemembered = 10_000;

/**
 * KeysExport.xml of every era, row by row:
 * keys in an attribute (2006-08), in `Key` elements under a `Product_Key` (since 2012), or in bare `Key` elements without a product.
 * Notes and subscriptions are passed over. The bytes decide the encoding, since .NET is known to declare UTF-16 over UTF-8;
 * a declared encoding that is neither is refused.
 *
 * @throws BadFile for a DOCTYPE, for XML that is not well formed or ends too early, and beyond any limit
 */
export async function* readKeysExport(
  source: FileSource,
  reading: Reading = {},
): AsyncGenerator<Item<KeyRow>> {
  const found: Item<KeyRow>[] = [];
  const parser = exportParser({ ...defaults, ...reading.limits }, (item) => found.push(item));
  for await (const text of fileText(source, reading)) {
    parser.write(text);
    yield* found.splice(0);
  }
  parser.close();
  yield* found.splice(0);
}

interface OpenKey {
  line: number;
  id: string | undefined;
  type: string;
  /** The day it was given out, as written. */
  claimed: string;
  text: string;
}

/** Attributes by their names in small letters: `notes` and `Notes` both occur, and mean nothing to us. */
type Given = ReadonlyMap<string, string>;
/** What would be taken for the truth: written twice in one element, in two cases, nobody could say which it is. */
const told = new Set(['name', 'key', 'id', 'type', 'key_type', 'claimeddate', 'date_key_claimed']);
const claimedIn = (given: Given): string => given.get('claimeddate') ?? given.get('date_key_claimed') ?? '';

/** Feeds a strict parser and keeps no more than the element at hand. */
function exportParser(limits: Limits, found: (item: Item<KeyRow>) => void) {
  const xml = new SaxesParser();
  let sinceEvent = 0;
  let elements = 0;
  let attributes = 0;
  let rows = 0;
  let closing = false;
  const open: string[] = [];
  let product: { name: string | null; line: number; keys: number } | undefined;
  let key: OpenKey | undefined;

  const refuse = (problem: FileProblem): never => {
    throw new BadFile(xml.line, problem);
  };
  const names = new Map<string, string | null>(); // a few names stand in very many rows
  const nameOf = (written: string): string | null => {
    const known = names.get(written);
    if (known !== undefined) return known;
    const name = namedInExport({ line: xml.line, column: 'Name' }, written);
    if (names.size < mostRemembered) names.set(written, name);
    return name;
  };
  const row = (line: number, name: string | null, { id, type, text, claimed }: Omit<OpenKey, 'line'>) => {
    if (++rows > limits.rows) refuse({ code: 'too-many-rows', most: limits.rows });
    const reading = readKeyText(text, { texts: 'refused', ...(id === undefined ? {} : { id }) });
    if (reading.kind === 'not-a-key') {
      found({ line, nth: rows, problem: { code: 'not-a-key', why: reading.why, product: name } });
    } else {
      const known = readKeyType(type) ?? 'unknown';
      const on = readDay(claimed);
      const row = { product: name, ...reading, type: known, seats: null, ...(on && { claimed: on }) };
      found({ line, nth: rows, row });
    }
  };

  xml.on('error', () => refuse({ code: closing && elements > 0 ? 'cut-off' : 'not-xml' }));
  xml.on('doctype', (type) => refuse({ code: /^\s*html\b/i.test(type) ? 'web-page' : 'doctype' }));
  xml.on('xmldecl', ({ encoding }) => {
    sinceEvent = 0;
    if (encoding !== undefined && !encodings.test(encoding)) {
      refuse({ code: 'declared-encoding', encoding: encoding.slice(0, 60) });
    }
  });
  xml.on('opentagstart', ({ name }) => {
    sinceEvent = 0;
    attributes = 0;
    open.push(local(name));
    if (open.length > limits.depth) refuse({ code: 'too-deep', most: limits.depth });
    if (++elements > limits.elements) refuse({ code: 'too-many-elements', most: limits.elements });
    if (elements > 1) return;
    if (open[0] === 'html') refuse({ code: 'web-page' });
    if (!roots.has(open[0]!)) refuse({ code: 'not-a-keys-export', root: name.slice(0, 60) });
  });
  xml.on('attribute', (_: SaxesAttributePlain) => {
    sinceEvent = 0;
    if (++attributes > limits.attributes) refuse({ code: 'too-many-attributes', most: limits.attributes });
  });
  xml.on('opentag', (tag) => {
    sinceEvent = 0;
    const given = attributesOf(tag.attributes, (name) => refuse({ code: 'attribute-twice', name }));
    if (open.at(-1) === 'product_key') {
      const name = nameOf(given.get('name') ?? '');
      product = { name, line: xml.line, keys: 0 };
      const text = given.get('key');
      if (text !== undefined) {
        product.keys++;
        row(xml.line, name, {
          id: given.get('id'),
          type: given.get('key_type') ?? given.get('type') ?? '',
          claimed: claimedIn(given),
          text,
        });
      }
    } else if (open.at(-1) === 'key') {
      key = {
        line: xml.line,
        id: given.get('id'),
        type: given.get('type') ?? given.get('key_type') ?? '',
        claimed: claimedIn(given),
        text: '',
      };
    }
  });
  const read = (text: string) => {
    sinceEvent = 0;
    if (key === undefined) return;
    key.text += text;
    if (key.text.length > limits.pieceChars) refuse({ code: 'piece-too-long', most: limits.pieceChars });
  };
  xml.on('text', read);
  xml.on('cdata', read);
  xml.on('comment', () => {
    sinceEvent = 0;
  });
  xml.on('processinginstruction', () => {
    sinceEvent = 0;
  });
  xml.on('closetag', () => {
    sinceEvent = 0;
    const name = open.pop();
    if (name === 'key' && key !== undefined) {
      if (product !== undefined) product.keys++;
      row(key.line, product?.name ?? null, key);
      key = undefined;
    } else if (name === 'product_key' && product !== undefined) {
      if (product.keys === 0)
        row(product.line, product.name, { id: undefined, type: '', claimed: '', text: '' });
      product = undefined;
    }
  });

  return {
    write(text: string) {
      // A parser keeps one text, name or attribute whole, and tells us of it only at its end: so what came since is counted here.
      sinceEvent += text.length;
      xml.write(text);
      if (sinceEvent > limits.pieceChars) refuse({ code: 'piece-too-long', most: limits.pieceChars });
    },
    close() {
      closing = true;
      xml.close();
      if (rows === 0) throw new BadFile(null, { code: 'no-rows', of: 'product keys' });
    },
  };
}

/** A Map, so that no name of an attribute means anything to this program. */
function attributesOf(written: Record<string, string>, twice: (name: string) => never): Given {
  const given = new Map<string, string>();
  for (const [name, value] of Object.entries(written)) {
    const small = name.toLowerCase();
    if (told.has(small) && given.has(small) && given.get(small) !== value) twice(small);
    given.set(small, value);
  }
  return given;
}

/** An element's name without a prefix, in lower case. */
const local = (name: string): string => name.slice(name.indexOf(':') + 1).toLowerCase();
