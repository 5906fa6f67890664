import { aboutFile, aboutKey, aboutTokens } from './vault';

/** A column that is sealed under a data key: how its rows are named and counted, and what each is bound to. */
export interface UnderDataKey {
  table: string;
  column: string;
  /** By what a row is named, as a type with a least value. */
  id: { column: string; type: 'uuid' | 'text'; least: string };
  /** What else is read to know what a row is bound to. */
  beside: string | undefined;
  about(id: string, beside: string): string;
  /** So many rows in one transaction: whoever wants one of them meanwhile waits that long, and all of them are in memory. */
  together: number;
}

const byUuid = { column: 'id', type: 'uuid', least: '00000000-0000-0000-0000-000000000000' } as const;

/** Everything that a change of the data key has to seal anew. */
export const underDataKey = {
  keys: {
    table: 'product_keys',
    column: 'sealed',
    id: byUuid,
    beside: 'sealed_for',
    about: (key, benefit) => aboutKey({ key, benefit }),
    together: 500,
  },
  files: {
    table: 'held_files',
    column: 'sealed',
    id: byUuid,
    beside: 'person_id',
    about: (file, person) => aboutFile({ file, person }),
    together: 4,
  },
  tokens: {
    table: 'installations',
    column: 'sealed',
    id: { column: 'team', type: 'text', least: '' },
    beside: undefined,
    about: (team) => aboutTokens(team),
    together: 100,
  },
} as const satisfies Record<string, UnderDataKey>;

/**
 * Bytes that no data key seals, and why a change of it leaves them: wrapped under the settings' own key, or a digest, which nobody can open.
 * With those above these are all columns of bytes there are; a test holds them against the schema.
 */
export const notUnderDataKey = {
  'sealed_secrets.wrapped': 'wrapped',
  'product_keys.fingerprint': 'digest',
  'link_codes.digest': 'digest',
  'portal_exports.digest': 'digest',
  'seals.leaves': 'digest',
  'seals.previous': 'digest',
  'seals.mac': 'digest',
  'told_heads.mac': 'digest',
} as const;
