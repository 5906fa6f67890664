import { cursorText, type LedgerEvent } from '../core/event';
import { base, metadata, resourceOf, type Severity, userOf } from './ocsf';

/** Somebody got a privilege, or lost it. */
const userAccess = { uid: 3005, name: 'User Access Management' };
/** Something that is managed was made or changed: a request, a task, a person, the ledger. */
const entity = { uid: 3004, name: 'Entity Management' };

const assigned = { id: 1, name: 'Assign Privileges' };
const revoked = { id: 2, name: 'Revoke Privileges' };
const made = { id: 1, name: 'Create' };
const changed = { id: 3, name: 'Update' };

/** What of the ledger says that somebody has something from then on, or has it no more. */
const access: Partial<Record<LedgerEvent['action'], typeof assigned>> = {
  'request.fulfilled': assigned,
  'holding.ended': revoked,
};
const beginnings = new Set<LedgerEvent['action']>(['request.asked', 'request.assigned', 'person.added']);
/** What somebody should look at. */
const grave: Partial<Record<LedgerEvent['action'], Severity>> = {
  'ledger.doubted': 4,
  'ledger.accepted': 4,
  'ledger.reworded': 3,
  'keys.rotated': 3,
  'keys.resealed': 3,
  'request.overridden': 3,
};

/**
 * An event of the ledger for a collector of security events (OCSF, as `holdingsOcsf` writes what was held). What the schema has no place for
 * stands under `unmapped`, the cursor among it.
 */
export function eventOcsf(event: LedgerEvent): object {
  const { id, cursor, row, at, action, by, person, benefit, subject, why, details, because } = event;
  const right = person && benefit ? access[action] : undefined;
  // Words that were kept long enough go by the clock, thousands of them; the note of it is keyed, and what has none is grave.
  const severity = because === 'request.text-removed' ? 1 : (grave[action] ?? 1);
  const [kind = ''] = action.split('.');
  const rest = {
    time: Date.parse(at),
    metadata: metadata(id, row),
    actor: by && { user: userOf(by) },
    message: action,
    comment: why,
    unmapped: { action, cursor: cursorText(cursor), subject, details, because },
  };
  if (right && person && benefit)
    return {
      ...base(userAccess, right, severity),
      ...rest,
      user: userOf(person),
      privileges: [benefit.name],
      resources: [resourceOf(benefit)],
    };
  return {
    ...base(entity, beginnings.has(action) ? made : changed, severity),
    ...rest,
    entity: { uid: subject ?? benefit?.id ?? id, type: kind, name: benefit?.name ?? person?.name },
    user: person && userOf(person),
    resources: benefit && [resourceOf(benefit)],
  };
}
