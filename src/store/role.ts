import { createHash, createHmac, pbkdf2Sync, randomBytes } from 'node:crypto';
import type { Knex } from 'knex';

/** The database role with which the bot works; it owns nothing. */
export interface Role {
  name: string;
  /** Undefined where the server asks for none. */
  password: string | undefined;
}

/** What can only be added to: not even the bot changes or removes a row. */
const append = ['audit', 'seals', 'policies'];
/** What only a migration writes. */
const read = ['migrations', 'migrations_lock'];

/** The role that an address of the database names, as pg reads it; undefined where it names none. */
export function roleIn(address: string): Role | undefined {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  const name = url?.searchParams.get('user') ?? decodeURIComponent(url?.username ?? '');
  const password = url?.searchParams.get('password') ?? decodeURIComponent(url?.password ?? '');
  return name ? { name, password: password || undefined } : undefined;
}

/** The bot's role may do more than it should, and this command cannot take it away. */
export class RoleTooStrong extends Error {
  override readonly name = 'RoleTooStrong';
}

/**
 * Makes the role of the bot where it is missing, and gives it exactly what it needs in this database: it reads everything, writes what it must, and
 * can only add to the ledger. To be called by the owner of the tables, inside a transaction that only one at a time is in.
 */
export async function restrict(sql: Knex, role: Role): Promise<void> {
  const { rows } = await sql.raw(
    `select rolsuper or rolcreaterole or rolbypassrls or pg_has_role(oid, current_user::regrole, 'member') as strong
       from pg_roles where rolname = ?`,
    [role.name],
  );
  if (rows[0]?.strong)
    throw new RoleTooStrong(
      'The user of DATABASE_URL owns the tables or may become whoever does. Name another one there: it is made by this command.',
    );
  const quoted = (
    await sql.raw('select quote_ident(?) as name, quote_ident(current_database()) as database', [role.name])
  ).rows[0];
  if (!rows[0]) await sql.raw(`create role ${quoted.name} login${passwordOf(role)}`);
  else await setPassword(sql, quoted.name, role);
  for (const grant of grantsTo(quoted.name, quoted.database)) await sql.raw(grant);
  // The number of a row and of its transaction are the server's to say.
  const { rows: said } = await sql.raw(
    `select string_agg(quote_ident(attname), ', ') as columns from pg_attribute
      where attrelid = 'audit'::regclass and attnum > 0 and not attisdropped and attname not in ('id', 'transaction')`,
  );
  await sql.raw(`revoke insert on audit from ${quoted.name}`);
  await sql.raw(`grant insert (${said[0].columns}) on audit to ${quoted.name}`);
}

const grantsTo = (name: string, database: string): string[] => [
  `grant connect, temporary on database ${database} to ${name}`,
  `grant usage on schema public to ${name}`,
  `grant select, insert, update, delete on all tables in schema public to ${name}`,
  `grant usage, select on all sequences in schema public to ${name}`,
  ...append.map((table) => `revoke update, delete, truncate, references, trigger on ${table} from ${name}`),
  // Words that name somebody who is to be forgotten. Each of the two adds itself a row to the ledger that says what it replaced.
  `grant execute on function reword_audit(bigint[], text[], uuid), reword_policy(int, text, jsonb, text, uuid) to ${name}`,
  ...read.map((table) => `revoke insert, update, delete on ${table} from ${name}`),
];

/** Another password in the settings is another one here; where somebody else looks after roles, that is theirs to see to. */
async function setPassword(sql: Knex, name: string, role: Role): Promise<void> {
  if (!role.password) return;
  await sql.raw('savepoint before_password');
  try {
    await sql.raw(`alter role ${name} login${passwordOf(role)}`);
  } catch (error) {
    if ((error as { code?: string }).code !== '42501') throw error;
    await sql.raw('rollback to savepoint before_password');
  }
}

/** Only a verifier travels (RFC 5802, as PostgreSQL keeps it): no log of statements ever holds the password. */
function passwordOf({ password }: Role): string {
  if (!password) return '';
  const rounds = 4_096;
  const salt = randomBytes(16);
  const salted = pbkdf2Sync(password.normalize('NFKC'), salt, rounds, 32, 'sha256');
  const keyed = (word: string) => createHmac('sha256', salted).update(word).digest();
  const stored = createHash('sha256').update(keyed('Client Key')).digest('base64');
  return ` password 'SCRAM-SHA-256$${rounds}:${salt.toString('base64')}$${stored}:${keyed('Server Key').toString('base64')}'`;
}

/** Whether the role of this connection could change or remove rows of the ledger, or switch its triggers off. */
export async function mayRewrite(database: Knex): Promise<boolean> {
  const { rows } = await database.raw(
    `select r.rolsuper or r.rolcreaterole
            or pg_has_role(r.oid, (select relowner from pg_class where oid = 'audit'::regclass), 'member')
            or has_table_privilege('audit', 'update, delete, truncate, trigger')
            or has_table_privilege('seals', 'update, delete, truncate, trigger') as may
       from pg_roles r where r.rolname = current_user`,
  );
  return rows[0].may;
}
