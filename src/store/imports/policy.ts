import type { Knex } from 'knex';
import type { Policy } from '../../core/policy/policy';
import { type Applied, appliedNow } from '../seal/rules';
import type { ChainKey } from '../vault';
import { type Importing, inOneGo } from './in-one-go';
import { ImportRefused } from './refused';

/** What became of a policy file. */
export interface PolicyOutcome {
  /** 1 when it is another text than the newest version has. */
  new: number;
  changed: 0;
  /** The version that counts from now on; of a dry run, the one that counts still. */
  version: number;
  /** Who applied it, by name; by address, where they have not been seen yet. */
  by: string;
  /** What the row of the ledger says beside. */
  noted?: Applied & { person: string | undefined };
}

/** How a policy is to be applied. */
export interface ApplyingPolicy extends Importing {
  /** The address of whoever applies it: an admin. */
  by: string;
  /** Whoever will be an admin when they are first seen; they count while there is no other. */
  adminEmails: ReadonlySet<string>;
  /** With it the ledger says what the version says, so that it cannot be written anew unseen. */
  chain: ChainKey;
}

/**
 * Applies a policy: it is kept as a further version, and counts for what is asked from now on. The text of the newest version once more
 * changes nothing.
 * @param text as it was reviewed
 * @throws ImportRefused when no active admin has the address of whoever applies it
 */
export async function applyPolicy(
  database: Knex,
  { text, policy }: { text: string; policy: Omit<Policy, 'version'> },
  applying: ApplyingPolicy,
): Promise<PolicyOutcome> {
  return inOneGo(database, 'import.policy', applying, async (sql): Promise<PolicyOutcome> => {
    const by = await adminWith(sql, applying);
    const { rows } = await sql.raw('select version, text from policies order by version desc limit 1');
    const newest: { version: number; text: string } | undefined = rows[0];
    const person = { by: by.name };
    if (newest?.text === text || applying.dryRun)
      return {
        new: newest?.text === text ? 0 : 1,
        changed: 0,
        version: newest?.version ?? 0,
        ...person,
      };
    const [{ version }] = await sql('policies')
      .insert({
        text,
        policy: JSON.stringify(policy),
        applied_by: by.email,
        applied_at: applying.now,
      })
      .returning('version');
    const noted = { ...(await appliedNow(sql, applying.chain, version)), person: by.id };
    return { new: 1, changed: 0, version, ...person, noted };
  });
}

interface Applier {
  /** Absent where they have not been seen yet. */
  id?: string;
  name: string;
  email: string;
}

/** Who decides what is said by admins alone. At the very first start there is none yet: then by those who are named to become it. */
async function adminWith(sql: Knex, { by, adminEmails }: ApplyingPolicy): Promise<Applier> {
  const email = by.trim().toLowerCase();
  const { rows } = await sql.raw(
    `select id, name, email_key as email, role = 'admin' as admin from people where active and email_key = ?
      order by role = 'admin' desc, name, id limit 1`,
    [email],
  );
  const [found] = rows;
  if (found?.admin) return { id: found.id, name: found.name, email: found.email };
  const { rows: admins } = await sql.raw(`select from people where active and role = 'admin' limit 1`);
  if (admins.length === 0 && adminEmails.has(email))
    return found ? { id: found.id, name: found.name, email } : { name: email, email };
  if (!found) throw new ImportRefused({ code: 'no-such-person' });
  throw new ImportRefused({ code: 'not-an-admin', person: found.name });
}
