import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  type KeyObject,
  randomBytes,
} from 'node:crypto';
import type { Knex } from 'knex';

/** The keys of the settings (`KEY_ENCRYPTION_KEYS`), by number: the highest wraps, all unwrap. */
export type WrappingKeys = ReadonlyMap<number, Buffer>;

const purposes = ['data', 'fingerprint', 'audit'] as const;
type Purpose = (typeof purposes)[number];

/** Whether the database has the keys that keys are sealed with. */
export async function secretsAreThere(database: Knex): Promise<boolean> {
  const { rows } = await database.raw('select count(distinct purpose)::int as found from sealed_secrets');
  return rows[0].found === purposes.length;
}

/** A sealed text cannot be opened: wrong key, changed bytes, or moved from another row. Says nothing of the text. */
export class Sealed extends Error {
  constructor(readonly code: 'unknown-key' | 'malformed' | 'not-authentic') {
    super(`sealed text refused: ${code}`);
    this.name = 'Sealed';
  }
}

const format = 1;
const nonceBytes = 12;
const tagBytes = 16;
const headerBytes = 3;

/**
 * AES-256-GCM under a numbered key: `[format 1][key number, 2][nonce 12][tag 16][text]`. What is bound (`about`) must be the
 * same at opening, so that a sealed text is worth nothing in another row.
 */
function seal(keys: ReadonlyMap<number, KeyObject>, text: Buffer, about: string): Buffer {
  const number = Math.max(...keys.keys());
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

function open(keys: ReadonlyMap<number, KeyObject>, blob: Buffer, about: string): Buffer {
  if (blob.length < headerBytes + nonceBytes + tagBytes || blob.readUInt8(0) !== format)
    throw new Sealed('malformed');
  const number = blob.readUInt16BE(1);
  const key = keys.get(number);
  if (!key) throw new Sealed('unknown-key');
  const nonce = blob.subarray(headerBytes, headerBytes + nonceBytes);
  const tag = blob.subarray(headerBytes + nonceBytes, headerBytes + nonceBytes + tagBytes);
  // Without a fixed tag length Node 20 would take a tag of 4 bytes.
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: tagBytes });
  decipher.setAAD(Buffer.from(`${about}|${number}`));
  decipher.setAuthTag(tag);
  try {
    return Buffer.concat([
      decipher.update(blob.subarray(headerBytes + nonceBytes + tagBytes)),
      decipher.final(),
    ]);
  } catch {
    throw new Sealed('not-authentic');
  }
}

/** Seals product keys and tells whether two are the same, without ever storing one in the clear. */
export interface Vault {
  /** @param key the id of the key's row; `benefit` the benefit it is sealed for. */
  seal(text: string, about: { key: string; benefit: string }): Buffer;
  /** Throws `Sealed`. */
  open(sealed: Buffer, about: { key: string; benefit: string }): string;
  /** Seals a file for a while: bound to its row and to whoever gave it. */
  sealFile(content: Uint8Array, about: { file: string; person: string }): Buffer;
  /** Throws `Sealed`. */
  openFile(sealed: Buffer, about: { file: string; person: string }): Uint8Array;
  /** A keyed fingerprint of a key's canonical form: equal for equal keys, worthless without our key. */
  fingerprint(canonical: string): Buffer;
  /** Bytes of which a one-time code is made: the same for the same delivery, and not to be guessed without our key. */
  codeFor(delivery: string): Buffer;
  /** The key of the ledger's chain. */
  chain: ChainKey;
}

/** The key with which the ledger is sealed; it is never in the database in the clear. */
export interface ChainKey {
  /** The number of the key that seals from now on. */
  number: number;
  /** A keyed digest of 32 bytes; undefined where there is no key of the number. */
  digest(words: string | Buffer, number: number): Buffer | undefined;
}

const aboutKey = ({ key, benefit }: { key: string; benefit: string }): string =>
  `product_keys|${key}|${benefit}`;

const aboutFile = ({ file, person }: { file: string; person: string }): string =>
  `held_files|${file}|${person}`;

/**
 * Opens the vault: the data, fingerprint and audit keys that the database keeps wrapped. Makes them where there are none yet.
 * Throws `Sealed` when the settings hold no key that can unwrap them.
 */
export async function openVault(database: Knex, wrapping: WrappingKeys, now: Date): Promise<Vault> {
  const wrappers = new Map([...wrapping].map(([number, key]) => [number, createSecretKey(key)]));
  const aboutSecret = (purpose: Purpose, number: number) => `sealed_secrets|${purpose}|${number}`;

  await database('sealed_secrets')
    .insert(
      purposes.map((purpose) => ({
        purpose,
        number: 1,
        wrapped: seal(wrappers, randomBytes(32), aboutSecret(purpose, 1)),
        made_at: now,
      })),
    )
    .onConflict()
    .ignore();

  const rows: Array<{ purpose: Purpose; number: number; wrapped: Buffer }> =
    await database('sealed_secrets').select();
  const keysFor = (purpose: Purpose): Map<number, KeyObject> =>
    new Map(
      rows
        .filter((row) => row.purpose === purpose)
        .map((row) => [
          row.number,
          createSecretKey(open(wrappers, row.wrapped, aboutSecret(purpose, row.number))),
        ]),
    );
  const data = keysFor('data');
  const fingerprints = keysFor('fingerprint');
  const fingerprintKey = fingerprints.get(Math.max(...fingerprints.keys())) as KeyObject;
  const audit = keysFor('audit');

  return {
    seal: (text, about) => seal(data, Buffer.from(text, 'utf8'), aboutKey(about)),
    open: (sealed, about) => open(data, sealed, aboutKey(about)).toString('utf8'),
    sealFile: (content, about) => seal(data, Buffer.from(content), aboutFile(about)),
    openFile: (sealed, about) => open(data, sealed, aboutFile(about)),
    codeFor: (delivery) => createHmac('sha256', fingerprintKey).update(`link-code|v1|${delivery}`).digest(),
    fingerprint: (canonical) =>
      createHmac('sha256', fingerprintKey).update(`product-key|v1|${canonical}`).digest(),
    chain: {
      number: Math.max(...audit.keys()),
      digest(words, number) {
        const key = audit.get(number);
        return key && createHmac('sha256', key).update(words).digest();
      },
    },
  };
}
