import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import type { NewPerson as SlackPerson } from './slack';
import type { NewPerson as TeamsPerson } from './teams/people';

/** Somebody whom the visitor of the page can be, on one side or on both. */
export type Member = {
  /** The e-mail address, which is the same on both sides. */
  key: string;
  name: string;
  role: 'employee' | 'approver' | 'admin' | 'guest';
  slack?: SlackPerson;
  teams?: TeamsPerson;
};

const Account = z.object({
  handle: z.string(),
  /** Of somebody whom the people file knows by e-mail only. */
  slackId: z.string().optional(),
  locale: z.enum(['en-US', 'zh-TW']),
  timeZone: z.string(),
});
const Accounts = z.object({
  accounts: z.record(z.string(), Account),
  guests: z.array(Account.extend({ name: z.string(), email: z.string(), slackId: z.string() })),
});
const People = z.array(
  z.object({
    name: z.string(),
    email: z.string(),
    role: z.enum(['employee', 'approver', 'admin']),
    slack_id: z.string(),
    teams_id: z.string(),
  }),
);
const Benefits = z.array(z.object({ benefit: z.string() }));

const rowsOf = (folder: string, file: string): unknown =>
  parse(readFileSync(join(folder, file), 'utf8'), { columns: true, skip_empty_lines: true });

/**
 * The people of the sample company: those of its people file, with what Slack and Teams know of them besides, and the guests whom the
 * company does not know.
 */
export function companyIn(folder: string): Member[] {
  const { accounts, guests } = Accounts.parse(
    JSON.parse(readFileSync(join(folder, 'accounts.json'), 'utf8')),
  );
  const members = People.parse(rowsOf(folder, 'people.csv')).map((row): Member => {
    const account = accounts[row.email];
    if (!account) throw new Error(`accounts.json does not know ${row.email}`);
    const { name, email, role } = row;
    return {
      key: email,
      name,
      role,
      slack: {
        id: row.slack_id || (account.slackId ?? ''),
        name: account.handle,
        realName: name,
        email,
        locale: account.locale,
        tz: account.timeZone,
        is_admin: role === 'admin',
      },
      ...(row.teams_id && {
        teams: {
          name,
          email,
          aadObjectId: row.teams_id,
          locale: account.locale,
          timeZone: account.timeZone,
        },
      }),
    };
  });
  const strangers = guests.map(
    (guest): Member => ({
      key: guest.email,
      name: guest.name,
      role: 'guest',
      slack: {
        id: guest.slackId,
        name: guest.handle,
        realName: guest.name,
        email: guest.email,
        locale: guest.locale,
        tz: guest.timeZone,
        is_restricted: true,
        is_ultra_restricted: true,
      },
    }),
  );
  return [...members, ...strangers];
}

/** The names of the sample's benefits, which the composers offer to complete. */
export const benefitsIn = (folder: string): string[] =>
  Benefits.parse(rowsOf(folder, 'membership.csv')).map(({ benefit }) => benefit);
