import type { Knex } from 'knex';
import type { FileKind, FileRefused, FileReport, HeldFile, KnownPackage } from '../core/file';
import { fileKeptFor } from '../core/file';
import type { Meanings } from '../core/file-names';
import type { AliasRow } from '../imports/aliases';
import { type Allowance, readApart } from '../imports/apart';
import { dayInName } from '../imports/days';
import type { Limits } from '../imports/limits';
import { BadFile } from '../imports/problem';
import { tellKind } from '../imports/tell-kind';
import type { Placing } from './imports/destinations';
import type { Importing } from './imports/in-one-go';
import { importKeys } from './imports/keys';
import { importMembership } from './imports/membership';
import { importPeople } from './imports/people';
import { ImportRefused } from './imports/refused';
import { ofKeys, ofMembership, ofPeople, ofPortal } from './imports/report';
import { importSubscriptions } from './imports/visual-studio';
import { Sealed } from './sealed-text';
import type { OpenVault, Vault } from './vault';

/** What may be spent on a file while somebody waits in a chat. */
const limits: Partial<Limits> = { rows: 20_000 };
const allowance: Allowance = { memory: 64, time: 8_000 };
/** So many packages a card asks about. */
const mostPackages = 4;

type Given = Omit<HeldFile, 'kind'> & { kind: FileKind };

/**
 * Files given in a chat. Between what they would do and Import they lie here sealed, for whoever gave them and a quarter of an hour; their
 * rows are read by a thread of their own, and never lie on a disk.
 */
export const filesIn = (sql: Knex, vault: Vault, adminEmails: ReadonlySet<string>) => ({
  /** What kind of file it is; undefined where nobody can tell; why not, where it is no text. */
  async kindOfFile(content: Uint8Array): Promise<FileKind | undefined | FileRefused> {
    try {
      return await tellKind(content, { limits });
    } catch (error) {
      return refusalOf(error);
    }
  },

  /** Whether a file can be kept: not without the keys it is sealed with. */
  canKeepFiles: (): boolean => isOpen(vault),

  async keepFile({ id, name, kind, content, meanings }: HeldFile, person: string, now: Date): Promise<void> {
    await sql('held_files').insert({
      id,
      person_id: person,
      kind: kind ?? null,
      name,
      meanings: JSON.stringify(meanings),
      sealed: vault.sealFile(content, { file: id, person }),
      held_until: new Date(now.getTime() + fileKeptFor * 60_000),
    });
  },

  /** A file, locked, if it is still kept and this person gave it. */
  async heldFile(id: string, person: string, now: Date): Promise<HeldFile | undefined> {
    const { rows } = await sql.raw(
      'select name, kind, meanings, sealed from held_files where id = ? and person_id = ? and held_until > ?::timestamptz for update',
      [id, person, now],
    );
    const [row]: Array<HeldRow | undefined> = rows;
    if (!row) return undefined;
    try {
      const content = await vault.openFile(row.sealed, { file: id, person });
      return { id, name: row.name, kind: row.kind ?? undefined, content, meanings: row.meanings };
    } catch (error) {
      // The data key has been changed since: it is asked for once more.
      if (error instanceof Sealed) return undefined;
      throw error;
    }
  },

  async sayKind(id: string, kind: FileKind): Promise<void> {
    await sql('held_files').where({ id }).update({ kind });
  },

  async sayMeanings(id: string, meanings: Meanings): Promise<void> {
    await sql('held_files')
      .where({ id })
      .update({ meanings: JSON.stringify(meanings) });
  },

  async dropFile(id: string): Promise<void> {
    await sql('held_files').where({ id }).delete();
  },

  async filesKeptTooLong(now: Date): Promise<string[]> {
    const { rows } = await sql.raw(
      'select id from held_files where held_until <= ?::timestamptz order by held_until limit 100',
      [now],
    );
    return rows.map(({ id }: { id: string }) => id);
  },

  /** The packages that a membership file can be brought in for: those that have not ended, the one that ends first in front. */
  async packagesFor(now: Date): Promise<KnownPackage[]> {
    const { rows } = await sql.raw(
      'select id, name, ends from packages where ends >= ?::date order by starts > ?::date, ends, id limit ?',
      [now, now, mostPackages],
    );
    return rows;
  },

  /** What a file would do: it is done, and taken back. */
  tryFile: (file: Given, pack: string | undefined, givenBy: string, now: Date) =>
    bring(sql, vault, adminEmails, file, pack, { now, givenBy, dryRun: true }),

  /** All of it, or nothing. */
  bringIn: (file: Given, pack: string | undefined, givenBy: string, now: Date) =>
    bring(sql, vault, adminEmails, file, pack, { now, givenBy }),
});

async function bring(
  sql: Knex,
  vault: Vault,
  adminEmails: ReadonlySet<string>,
  { kind, name, content, meanings }: Given,
  pack: string | undefined,
  importing: Importing,
): Promise<FileReport | FileRefused> {
  const rowsOf = <Kind extends FileKind>(of: Kind) => readApart(of, content, { limits }, allowance);
  try {
    switch (kind) {
      case 'keys':
        if (!isOpen(vault)) throw new Sealed('no-keyring');
        return ofKeys(await importKeys(sql, rowsOf(kind), placingOf(meanings), vault.renewed, importing));
      case 'people':
        return ofPeople(await importPeople(sql, rowsOf(kind), { ...importing, adminEmails }));
      case 'visual-studio': {
        const today = importing.now.toISOString().slice(0, 10);
        const exported = [dayInName(name) ?? today, today].sort()[0] as string;
        return ofPortal(
          await importSubscriptions(sql, rowsOf(kind), {
            ...importing,
            exported,
            aliases: aliasesOf(meanings),
          }),
        );
      }
      case 'membership': {
        const terms = await termsOf(sql, pack);
        if (!terms) {
          // Nothing to bring it in for: whether it can be read is said all the same.
          let rows = 0;
          for await (const _ of rowsOf(kind)) rows += 1;
          return { kind, counts: [['rows', rows]], lines: [], writes: false };
        }
        return ofMembership(await importMembership(sql, rowsOf(kind), terms, importing), terms.name);
      }
    }
  } catch (error) {
    return refusalOf(error);
  }
}

interface HeldRow {
  name: string;
  kind: FileKind | null;
  meanings: Meanings;
  sealed: Buffer;
}

/** What was said in a chat, as `--map` says it. */
const aliasesOf = ({ names }: Meanings): AliasRow[] =>
  names.flatMap(({ name, benefit, id }) =>
    name !== null && benefit ? [{ product: name, benefit, ...(id && { id }) }] : [],
  );

function placingOf(meanings: Meanings): Placing {
  const { benefit, id } = meanings.names.find(({ name }) => name === null) ?? {};
  return {
    aliases: aliasesOf(meanings),
    create: meanings.make,
    knownStay: true,
    ...(benefit && { nameless: { benefit, ...(id && { id }) } }),
  };
}

const isOpen = (vault: Vault): vault is OpenVault => vault.missing === undefined;

/** The package as it is: a file given in a chat says nothing new of it. */
async function termsOf(sql: Knex, pack: string | undefined) {
  if (!pack) return undefined;
  const row = await sql('packages').where({ id: pack }).first();
  return (
    row && {
      name: row.name as string,
      partnerId: row.partner_id as string,
      accountEmail: row.account_email as string | null,
      starts: row.starts as string,
      ends: row.ends as string,
      membershipEnds: row.membership_ends as string | null,
      graceDays: row.grace_days as number,
    }
  );
}

/** Only what is written for whoever gave the file is passed on. */
function refusalOf(error: unknown): FileRefused {
  if (error instanceof BadFile) return { refused: [{ line: error.line, problem: error.problem }] };
  if (error instanceof ImportRefused) return { refused: error.complaints };
  throw error;
}
