import type { FileKind } from '../core/file';
import type { FileSource } from './file-text';
import type { KeyRow } from './keys-csv';
import { readKeys } from './keys-file';
import type { Reading } from './limits';
import { type MembershipRow, readMembership } from './membership';
import { type PersonRow, readPeople } from './people';
import type { Item } from './problem';
import { readSubscriptions, type SubscriptionRow } from './visual-studio';

/** The rows of each kind of file that comes in. */
export interface RowOf {
  keys: KeyRow;
  membership: MembershipRow;
  people: PersonRow;
  'visual-studio': SubscriptionRow;
}

/** How each kind is read. */
export const readers: {
  [Kind in FileKind]: (source: FileSource, reading?: Reading) => AsyncGenerator<Item<RowOf[Kind]>>;
} = {
  keys: readKeys,
  membership: readMembership,
  people: readPeople,
  'visual-studio': readSubscriptions,
};
