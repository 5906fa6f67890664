import type { Change } from './change';
import type { Named, PlatformName } from './person';

/**
 * An account was linked by a code: the ledger says to whom, for whom it was taken so far, and in which chat.
 * @param person whose account it is from now on
 * @param before who spoke from it, which is the same person where it was theirs already
 */
export const accountLinked = (person: string, before: Pick<Named, 'id'>, platform: PlatformName): Change => ({
  steps: [],
  notices: [],
  audit: [{ action: 'person.linked', by: person, subject: before.id, person, why: platform }],
});
