import { createHmac, type KeyObject } from 'node:crypto';
import type { Knex } from 'knex';
import type { MissingKeys } from '../core/keys-trouble';
import { KeysMissing, makeKeys, readKeyring, type WrappingKeys } from './keyring';
import { type NumberedKeys, newestOf, open, Sealed, seal } from './sealed-text';

/** Which row a key is sealed for: the id of the row, and the benefit it was brought in for. */
export interface About {
  key: string;
  benefit: string;
}

/** Which row a file is sealed for, and who gave it. */
export interface AboutFile {
  file: string;
  person: string;
}

/** Opens product keys. Where the bot could not get at its own keys, everything else goes on without them. */
export interface Vault {
  /** Why nothing can be opened; undefined where all is well. */
  missing: MissingKeys | undefined;
  /** Rejects with `Sealed`. A key that was sealed under a number we did not know yet is looked for in the database. */
  open(sealed: Buffer, about: About): Promise<string>;
  /** The tokens of a chat's workspace; sealed for one team they are worth nothing in the row of another. Throws `Sealed` without keys. */
  sealTokens(text: string, team: string): Buffer;
  /** Rejects with `Sealed`. */
  openTokens(sealed: Buffer, team: string): Promise<string>;
  /** Seals a file for a while: bound to its row and to whoever gave it. Throws `Sealed` without keys. */
  sealFile(content: Uint8Array, about: AboutFile): Buffer;
  /** Rejects with `Sealed`. */
  openFile(sealed: Buffer, about: AboutFile): Promise<Uint8Array>;
  /** Bytes of which a one-time code is made: the same for the same delivery, and not to be guessed without our key. */
  codeFor(delivery: string): Buffer | undefined;
  /** The key of the ledger's chain. */
  chain: ChainKey | undefined;
}

/** A vault with all its keys: seals product keys and tells whether two are the same, without ever storing one in the clear. */
export interface OpenVault extends Vault {
  seal(text: string, about: About): Buffer;
  /**
   * Itself, with the data keys as they are now: whoever seals what stays first asks whether another one seals since. Rejects with `Sealed`
   * where the settings cannot unwrap it.
   */
  renewed(sql: Knex): Promise<OpenVault>;
  codeFor(delivery: string): Buffer;
  /** A keyed fingerprint of a key's canonical form: equal for equal keys, worthless without our key. */
  fingerprint(canonical: string): Buffer;
  chain: ChainKey;
}

/** The key with which the ledger is sealed; it is never in the database in the clear. */
export interface ChainKey {
  /** The number of the key that seals from now on. */
  number: number;
  /** A keyed digest of 32 bytes; undefined where there is no key of the number. */
  digest(words: string | Buffer, number: number): Buffer | undefined;
}

/** What the sealed text of a key is bound to, beside the number of the data key. */
export const aboutKey = ({ key, benefit }: About): string => `product_keys|${key}|${benefit}`;

/** What the sealed tokens of a workspace are bound to. */
export const aboutTokens = (team: string): string => `installations|${team}`;

/** What a sealed file is bound to. */
export const aboutFile = ({ file, person }: AboutFile): string => `held_files|${file}|${person}`;

/**
 * Opens the vault: the data, fingerprint and audit keys that the database keeps wrapped. Makes them where there are none yet.
 * Throws `KeysMissing` when the settings hold no key that can unwrap them.
 */
export async function openVault(database: Knex, wrapping: WrappingKeys, now: Date): Promise<OpenVault> {
  await makeKeys(database, wrapping, now);
  const { data, fingerprint, audit } = await readKeyring(database, wrapping);
  const fingerprintKey = fingerprint.get(newestOf(fingerprint)) as KeyObject;
  let known: NumberedKeys = data;

  async function openBytes(sealed: Buffer, about: string): Promise<Buffer> {
    try {
      return open(known, sealed, about);
    } catch (error) {
      if (!(error instanceof Sealed) || error.code !== 'unknown-key') throw error;
    }
    // Somebody has made another data key since we began.
    known = await readAgain(database, wrapping);
    return open(known, sealed, about);
  }
  const openAbout = async (sealed: Buffer, about: string) =>
    (await openBytes(sealed, about)).toString('utf8');

  const vault: OpenVault = {
    missing: undefined,
    seal: (text, about) => seal(known, Buffer.from(text, 'utf8'), aboutKey(about)),
    async renewed(sql) {
      known = await readAgain(sql, wrapping);
      return vault;
    },
    open: (sealed, about) => openAbout(sealed, aboutKey(about)),
    sealTokens: (text, team) => seal(known, Buffer.from(text, 'utf8'), aboutTokens(team)),
    openTokens: (sealed, team) => openAbout(sealed, aboutTokens(team)),
    sealFile: (content, about) => seal(known, Buffer.from(content), aboutFile(about)),
    openFile: (sealed, about) => openBytes(sealed, aboutFile(about)),
    codeFor: (delivery) => createHmac('sha256', fingerprintKey).update(`link-code|v1|${delivery}`).digest(),
    fingerprint: (canonical) =>
      createHmac('sha256', fingerprintKey).update(`product-key|v1|${canonical}`).digest(),
    chain: {
      number: newestOf(audit),
      digest(words, number) {
        const key = audit.get(number);
        return key && createHmac('sha256', key).update(words).digest();
      },
    },
  };
  return vault;
}

/** The data keys as they are now. A bot whose settings cannot unwrap them any more has none that is new. */
async function readAgain(database: Knex, wrapping: WrappingKeys): Promise<NumberedKeys> {
  try {
    return (await readKeyring(database, wrapping)).data;
  } catch (error) {
    throw error instanceof KeysMissing ? new Sealed('unknown-key') : error;
  }
}

/** The vault of a bot that cannot get at its keys: it opens nothing, and the ledger waits for its seals. */
export const closedVault = (missing: MissingKeys): Vault => ({
  missing,
  open: () => Promise.reject(new Sealed('no-keyring')),
  sealTokens: () => {
    throw new Sealed('no-keyring');
  },
  openTokens: () => Promise.reject(new Sealed('no-keyring')),
  sealFile: () => {
    throw new Sealed('no-keyring');
  },
  openFile: () => Promise.reject(new Sealed('no-keyring')),
  codeFor: () => undefined,
  chain: undefined,
});
