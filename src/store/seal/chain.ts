import type { Head } from '../../core/ledger';
import type { ChainKey } from '../vault';

/** One link of the chain: some rows of the ledger, what each of them says, and the link before. */
export interface Seal {
  number: number;
  at: Date;
  key_number: number;
  /** Ids of rows, in their order. */
  rows: number[];
  /** Of each row the digest of what it says, 32 bytes one after another. */
  leaves: Buffer;
  previous: Buffer;
  mac: Buffer;
}

/** As long as a digest is. */
export const digestBytes = 32;

/** So many rows at most come under one seal. The schema says the same. */
export const mostRows = 5_000;

/** What stands before the first seal. */
export const beginning = Buffer.alloc(digestBytes);

/**
 * What a row of the ledger says, as one text: every column but its id, which the seal binds. The text of a record quotes what it must, tells
 * nothing from an empty text, and hangs on no setting of the session.
 */
export const contentOfRow =
  'row(extract(epoch from at), transaction, action, by_person, subject, person_id, benefit_id, why, details)::text';

/** The digest of what a row says. It is keyed, so that nobody makes one without the key. */
export const leafOf = (chain: ChainKey, content: string, keyNumber: number): Buffer | undefined =>
  chain.digest(`row|v1|${content}`, keyNumber);

/** What authenticates a seal: everything in it, and through the seal before it everything before. */
export function macOf(chain: ChainKey, seal: Omit<Seal, 'mac'>): Buffer | undefined {
  const { number, at, key_number, rows, leaves, previous } = seal;
  const said = Buffer.from(`seal|v1|${number}|${at.toISOString()}|${key_number}|${rows.join(',')}|`);
  return chain.digest(Buffer.concat([said, leaves, previous]), key_number);
}

/** The head that a chain has with this seal as its last. */
export const headOf = ({ number, at, mac }: Pick<Seal, 'number' | 'at' | 'mac'>): Head => ({
  seal: number,
  mac: mac.toString('hex'),
  at: at.toISOString(),
});
