import fc from 'fast-check';
import { naughty } from '../gallery/naughty';

export type Json = null | boolean | number | string | Json[] | { [name: string]: Json };
export type Place = Array<string | number>;

/** One change of a body: at which of its places (counted round), and what is done there. */
export interface Change {
  at: number;
  how: 'put' | 'take away' | 'swap' | 'twice' | 'wrap';
  put: Json;
  other: number;
}

/** What is too much to be carried about stands as a sign until it is written. */
const signs = { deep: '§deep§', big: '§big§', long: '§long§' };
const tooMuch: Array<[sign: string, text: string]> = [
  [`"${signs.deep}"`, `${'['.repeat(25_000)}1${']'.repeat(25_000)}`],
  [signs.deep, 'deep'],
  [signs.big, 'x'.repeat(60_000)],
  [`"${signs.long}"`, `[${'"x",'.repeat(3_000)}"x"]`],
  [signs.long, 'long'],
];
/** A value as JSON, with all there is too much of. */
export const inJson = (value: Json): string =>
  tooMuch.reduce((text, [sign, instead]) => text.replaceAll(sign, instead), JSON.stringify(value) ?? '');

/** Names that mean something to JavaScript and, by their lengths, to whoever trusts them. */
const names = ['__proto__', 'constructor', 'prototype', 'toString', 'length', 'type', 'then'];

/** What may stand in any place: anything that JSON can say, and what somebody once tripped over. */
const anything: fc.Arbitrary<Json> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...naughty) },
  { weight: 4, arbitrary: fc.jsonValue({ maxDepth: 3 }) as fc.Arbitrary<Json> },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
  {
    weight: 2,
    arbitrary: fc.constantFrom<Json>(null, true, false, 0, -1, 1e308, -0.5, 2 ** 53, '', ' ', '\u0000', '0'),
  },
  { weight: 1, arbitrary: fc.uuid() },
  {
    weight: 1,
    arbitrary: fc.constantFrom(...names).map((name) => JSON.parse(`{"${name}":{"admin":true}}`) as Json),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom<Json>(...Object.values(signs)),
  },
);

export const change: fc.Arbitrary<Change> = fc.record({
  at: fc.nat(10_000),
  how: fc.constantFrom<Change['how']>('put', 'put', 'put', 'take away', 'swap', 'twice', 'wrap'),
  put: anything,
  other: fc.nat(10_000),
});

/** Bodies carry JSON inside of texts: the commands of buttons and forms. It is changed like the rest. */
const inText = Symbol('was text');
type Opened = { [inText]?: true };

export function opened(value: Json): Json {
  if (typeof value === 'string' && /^[{[]/.test(value)) {
    try {
      const inner = opened(JSON.parse(value) as Json);
      if (typeof inner === 'object' && inner !== null) Object.defineProperty(inner, inText, { value: true });
      return inner;
    } catch {
      return value;
    }
  }
  if (Array.isArray(value)) return value.map(opened);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, opened(inner)]));
}

export function closed(value: Json): Json {
  if (typeof value !== 'object' || value === null) return value;
  const inner = Array.isArray(value)
    ? value.map(closed)
    : Object.fromEntries(Object.entries(value).map(([name, one]) => [name, closed(one)]));
  return (value as Opened)[inText] ? inJson(inner) : inner;
}

/** Every place in a body, the body itself left out. */
function places(value: Json, above: Place = []): Place[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => {
    const here = [...above, Array.isArray(value) ? Number(name) : name];
    return [here, ...places(inner, here)];
  });
}

const read = (value: Json, place: Place): Json =>
  place.reduce<Json>((node, name) => (node as Record<string, Json>)[name] as Json, value);

/** Changes an opened body in place. */
export function mutate(body: Json, changes: Change[]): void {
  for (const { at, how, put, other } of changes) {
    const all = places(body);
    const place = all[at % Math.max(1, all.length)];
    const name = place?.at(-1);
    if (place === undefined || name === undefined) return;
    const node = read(body, place.slice(0, -1)) as Record<string, Json>;
    const old = node[name] as Json;
    const elsewhere = all[other % all.length] as Place;
    if (how === 'put') node[name] = put;
    else if (how === 'take away') delete node[name];
    else if (how === 'swap') node[name] = structuredClone(read(body, elsewhere));
    else if (how === 'twice') node[name] = [old, structuredClone(old)];
    else node[name] = { [JSON.stringify(put).slice(0, 20)]: old };
  }
}
