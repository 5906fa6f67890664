import type { Knex } from 'knex';

/** A version of the policy, and how it came about. */
export interface PolicyVersion {
  version: number;
  at: string;
  /** The address of whoever applied it, where it was told. */
  by?: string;
}

/** Every version that was ever applied, the newest first. */
export async function policyVersions(sql: Knex): Promise<PolicyVersion[]> {
  const { rows } = await sql.raw(
    'select version, applied_at, applied_by from policies order by version desc',
  );
  return rows.map((row: { version: number; applied_at: Date; applied_by: string | null }) => ({
    version: row.version,
    at: row.applied_at.toISOString(),
    ...(row.applied_by && { by: row.applied_by }),
  }));
}
