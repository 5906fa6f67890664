import type { Who } from '../core/held-on';

/** The version of the schema that collectors of today know (OCSF 1.5.0; 1.9.0 recommends a newer class for who holds what). */
const schema = '1.5.0';

const category = { uid: 3, name: 'Identity & Access Management' } as const;
const severities = { 1: 'Informational', 3: 'Medium', 4: 'High' } as const;

/** How grave something is, in the numbers of the schema. */
export type Severity = keyof typeof severities;

/** Somebody as the schema writes a user. */
export const userOf = ({ id, name, email }: Who) => ({ uid: id, name, email_addr: email });

/** What every event of ours begins with. What is absent is undefined, which JSON leaves out: so every event has one shape, which is written faster. */
export const base = (
  { uid: classUid, name }: { uid: number; name: string },
  activity: { id: number; name: string },
  severity: Severity = 1,
) => ({
  class_uid: classUid,
  class_name: name,
  activity_id: activity.id,
  activity_name: activity.name,
  category_uid: category.uid,
  category_name: category.name,
  type_uid: classUid * 100 + activity.id,
  type_name: `${name}: ${activity.name}`,
  severity_id: severity,
  severity: severities[severity],
  status_id: 1,
  status: 'Success',
});

/** Who says so. `sequence`: the row of the ledger. */
export const metadata = (uid: string, sequence: number | undefined) => ({
  version: schema,
  uid,
  product: { name: 'Partner benefits bot', vendor_name: 'Partner benefits bot' },
  log_name: 'audit',
  sequence,
});

/** A benefit as the schema writes a resource. */
export const resourceOf = ({ id, name }: { id: string; name: string }) => ({
  uid: id,
  name,
  type: 'Membership benefit',
});
