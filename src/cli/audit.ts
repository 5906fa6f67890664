import { auditAcceptVerb } from './audit-accept';
import { auditExportVerb } from './audit-export';
import { auditStreamVerb } from './audit-stream';
import { auditVerifyVerb } from './audit-verify';
import type { Verb } from './verb';

/** What can be done with the ledger, by the word after `audit`. */
export const audits: Record<string, Verb> = {
  export: auditExportVerb,
  verify: auditVerifyVerb,
  accept: auditAcceptVerb,
  stream: auditStreamVerb,
};
