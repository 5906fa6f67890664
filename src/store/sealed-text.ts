import { createCipheriv, createDecipheriv, type KeyObject, randomBytes } from 'node:crypto';

/**
 * A sealed text cannot be opened: under a key that is not there, with changed bytes, or moved from another row. `no-keyring`: no key is
 * there at all. Says nothing of the text.
 */
export class Sealed extends Error {
  constructor(readonly code: 'unknown-key' | 'malformed' | 'not-authentic' | 'no-keyring') {
    super(`sealed text refused: ${code}`);
    this.name = 'Sealed';
  }
}

/** Keys by their number: the highest seals, all open. */
export type NumberedKeys = ReadonlyMap<number, KeyObject>;

const format = 1;
const nonceBytes = 12;
const tagBytes = 16;
const headerBytes = 3;
/** What a sealed text has at least, of an empty one. */
const leastBytes = headerBytes + nonceBytes + tagBytes;

/** The number of the key that seals from now on. */
export const newestOf = (keys: ReadonlyMap<number, unknown>): number => Math.max(...keys.keys());

/**
 * AES-256-GCM under a numbered key: `[format 1][key number, 2][nonce 12][tag 16][text]`. What is bound (`about`) must be the
 * same at opening, so that a sealed text is worth nothing in another row; so is the number of the key.
 */
export function seal(keys: NumberedKeys, text: Buffer, about: string): Buffer {
  const number = newestOf(keys);
  const header = Buffer.alloc(headerBytes);
  header.writeUInt8(format, 0);
  header.writeUInt16BE(number, 1);
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv('aes-256-gcm', keys.get(number) as KeyObject, nonce, {
    authTagLength: tagBytes,
  });
  cipher.setAAD(Buffer.from(`${about}|${number}`));
  const sealed = Buffer.concat([cipher.update(text), cipher.final()]);
  return Buffer.concat([header, nonce, cipher.getAuthTag(), sealed]);
}

/** The number of the key under which a text was sealed. Throws `Sealed` where it is no sealed text. */
export function keyNumberOf(blob: Buffer): number {
  if (blob.length < leastBytes || blob.readUInt8(0) !== format) throw new Sealed('malformed');
  return blob.readUInt16BE(1);
}

/** The text. Throws `Sealed`, and never guesses: no other key is tried, no shorter tag is taken. */
export function open(keys: NumberedKeys, blob: Buffer, about: string): Buffer {
  const number = keyNumberOf(blob);
  const key = keys.get(number);
  if (!key) throw new Sealed('unknown-key');
  const nonce = blob.subarray(headerBytes, headerBytes + nonceBytes);
  const tag = blob.subarray(headerBytes + nonceBytes, leastBytes);
  // Without a fixed tag length Node 20 would take a tag of 4 bytes.
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: tagBytes });
  decipher.setAAD(Buffer.from(`${about}|${number}`));
  decipher.setAuthTag(tag);
  try {
    return Buffer.concat([decipher.update(blob.subarray(leastBytes)), decipher.final()]);
  } catch {
    throw new Sealed('not-authentic');
  }
}
