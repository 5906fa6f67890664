import { gzipSync } from 'node:zlib';
import { freshen } from './attack';
import { type Chat, nia, type Recorded } from './chats';
import { closed, type Json, opened } from './mutate';

/** What somebody would try who knows the tools: whole bodies that are said in another way than a chat says them. */
export interface Trick {
  how: string;
  /** What is done with the body before it is written down. */
  body?: (body: Json) => void;
  /** What is done with what is written down. */
  bytes?: (raw: string) => Buffer;
  headers?: Record<string, string>;
  /** Its length is not announced. */
  pieces?: true;
  /** It is as good as before, and heard. */
  good?: true;
}

const isJson = (raw: string): boolean => raw.startsWith('{');
const beside = (raw: string, json: string, form: string): string =>
  isJson(raw) ? `${raw.slice(0, -1)},${json}}` : `${raw}&${form}`;
const many = Array.from({ length: 10_000 }, (_, n) => `n${n}`);

/** What JavaScript looks for in an object and may find in its prototype instead. */
const rights = {
  admin: true,
  role: 'admin',
  standing: 'member',
  mayDecide: true,
  trusted: true,
  verb: 'command',
};
const inPrototypes: Array<[name: string, value: Json]> = [
  ['__proto__', rights],
  ['constructor', { prototype: rights }],
  ['prototype', rights],
  ...['toString', 'toJSON', 'valueOf', 'then'].map((name): [string, Json] => [name, 'text']),
  ['hasOwnProperty', 1],
];
function pollute(node: Json): void {
  if (typeof node !== 'object' || node === null) return;
  for (const inner of Object.values(node)) pollute(inner);
  if (Array.isArray(node)) return;
  for (const [name, value] of inPrototypes)
    if (!Object.hasOwn(node, name))
      Object.defineProperty(node, name, { value, enumerable: true, configurable: true, writable: true });
}

export const tricks: Trick[] = [
  { how: 'in pieces, of a length that is not announced', pieces: true, good: true },
  { how: 'compressed', bytes: (raw) => gzipSync(raw), headers: { 'content-encoding': 'gzip' } },
  { how: 'compressed, and nobody says so', bytes: (raw) => gzipSync(raw) },
  { how: 'said to be compressed', headers: { 'content-encoding': 'gzip' } },
  { how: 'in signs of two bytes', bytes: (raw) => Buffer.from(`\ufeff${raw}`, 'utf16le') },
  { how: 'with a mark of its bytes in front', bytes: (raw) => Buffer.from(`\ufeff${raw}`) },
  { how: 'with bytes that are no text', bytes: (raw) => Buffer.from(raw.replaceAll('a', 'þ'), 'latin1') },
  { how: 'twice', bytes: (raw) => Buffer.from(`${raw}\n${raw}`) },
  {
    how: 'as one of several parts',
    bytes: (raw) =>
      Buffer.from(`--x\r\ncontent-disposition: form-data; name="payload"\r\n\r\n${raw}\r\n--x--\r\n`),
    headers: { 'content-type': 'multipart/form-data; boundary=x' },
  },
  { how: 'of nothing', bytes: () => Buffer.alloc(0) },
  { how: 'with the names of prototypes everywhere', body: pollute },
  {
    how: 'with the names of prototypes beside it',
    bytes: (raw) =>
      Buffer.from(
        beside(
          raw,
          `"__proto__":${JSON.stringify(rights)}`,
          '__proto__=admin&constructor=admin&__proto__[role]=admin&toString=x',
        ),
      ),
  },
  {
    how: 'with ten thousand names beside it',
    bytes: (raw) =>
      Buffer.from(
        beside(raw, many.map((name) => `"${name}":1`).join(','), many.map((name) => `${name}=1`).join('&')),
      ),
  },
];

/** Of all that was recorded, one of every kind that is looked at in another way. */
export function oneOfEach(recorded: Recorded[]): Recorded[] {
  const byKind = new Map<string, Recorded>();
  for (const one of recorded) {
    const body = opened(structuredClone(one.body)) as Record<string, Json>;
    const { type, name } = (body.payload ?? body) as Record<string, Json>;
    const event = (body.event ?? {}) as Record<string, Json>;
    byKind.set([one.kind, type, name, event.type].join(' '), one);
  }
  return [...byKind.values()];
}

/** The bytes of a body as a trick says it, in the name of an employee, and never twice the same. */
export function tricked(chat: Chat, { body }: Recorded, { body: change, bytes }: Trick) {
  const own = opened(structuredClone(body));
  freshen(own);
  chat.sentBy(own, nia);
  change?.(own);
  const { raw, type } = chat.written(closed(own));
  return { raw: bytes ? bytes(raw) : Buffer.from(raw), type };
}
