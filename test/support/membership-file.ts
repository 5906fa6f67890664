import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { importMembershipVerb } from '../../src/cli/import-membership';
import { type Company, wrappingKey } from './company';

/** The day so many days from today, as the chats' clock has it before anybody moved it. */
export const dayAhead = (days: number): string =>
  new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

/** A day as an English card writes it. */
export const inWords = (day: string): string =>
  new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  );

/**
 * An admin brings in a membership file for the company's package, as in the sample; resolves with what the command says.
 *
 * @param rows below `category,benefit,quantity,unit,delivery,activate_by`
 */
export async function bringsIn(
  company: Company,
  rows: string[],
  options: Record<string, string | boolean>,
): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'benefits-membership-'));
  try {
    const path = join(folder, 'membership.csv');
    await writeFile(path, ['category,benefit,quantity,unit,delivery,activate_by', ...rows].join('\n'));
    const { ok, text } = await importMembershipVerb.run({
      words: [path],
      options: {
        package: 'Partner Success Core',
        'partner-id': '1234567',
        'account-email': 'partner@contoso.example',
        starts: '2020-01-01',
        ...options,
      },
      env: { DATABASE_URL: company.database.url, KEY_ENCRYPTION_KEYS: wrappingKey },
      say: () => {},
    });
    if (!ok) throw new Error(text);
    return text;
  } finally {
    await rm(folder, { recursive: true });
  }
}
