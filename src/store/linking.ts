import { createHash } from 'node:crypto';
import type { Knex } from 'knex';
import type { PlatformName, Speaker } from '../core/person';
import type { Refusal } from '../core/refusal';
import type { Sender } from './store';
import type { Vault } from './vault';

/** Letters and digits that nobody takes for another one (Crockford's base 32). */
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
/** Ten of them: 50 bits, for ten minutes, with five tries an hour. */
const codeLength = 10;
const codeLasts = 10 * 60_000;
const mostTries = 5;
const triesCountFor = 3_600_000;

/** A code as it is compared: in capitals, without what divides its groups, and with what was misread put right. */
const comparableCode = (code: string): string =>
  code
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replace(/[IL]/g, '1')
    .replace(/O/g, '0');

const digestOf = (code: string): Buffer => createHash('sha256').update(comparableCode(code)).digest();

/** What typing a code came to: `person` is whose account it is from now on. */
export type Linking = { is: 'linked'; person: string } | { is: 'refused'; refusal: Refusal };

/** Accounts of one person on two chats, linked by a one-time code. */
export const linkingIn = (sql: Knex, vault: Pick<Vault, 'codeFor'>) => ({
  /**
   * A new code for a person, in two groups; an earlier one of theirs is good no more. Only its digest is kept. It is made of the delivery
   * that asked for it: the same one again shows the same code, and changes nothing, also when the code was used meanwhile or another made. What was answered is noted as nothing: it shows the code.
   * Undefined where the keys of the database are missing.
   */
  async makeLinkCode(
    person: string,
    platform: PlatformName,
    delivery: string,
    now: Date,
  ): Promise<string | undefined> {
    const bytes = vault.codeFor(`${delivery}|${person}`);
    if (!bytes) return undefined;
    const drawn = [...bytes.subarray(0, codeLength)];
    const signs = drawn.map((byte) => letters[byte % letters.length]).join('');
    const code = `${signs.slice(0, 5)}-${signs.slice(5)}`;
    await sql.raw(
      `with delivered as (
         insert into inbound (identity, seen_at, answer) values (?, ?, 'null') on conflict (identity) do nothing returning identity)
       insert into link_codes (person_id, platform, digest, expires_at)
         select ?::uuid, ?, ?::bytea, ?::timestamptz from delivered
           on conflict (person_id) do update set platform = excluded.platform, digest = excluded.digest, expires_at = excluded.expires_at`,
      [delivery, now, person, platform, digestOf(code), new Date(now.getTime() + codeLasts)],
    );
    return code;
  },

  /**
   * A code that was typed in the other chat. The account there may decide from now on; where it was taken for somebody else so far, who
   * has nothing and wants nothing, it becomes an account of the person who made the code.
   */
  async link(
    { platform, home, user }: Pick<Sender, 'platform' | 'home' | 'user'>,
    speaker: Speaker,
    code: string,
    now: Date,
  ): Promise<Linking> {
    const account = [platform, home, user];
    const { rows: tried } = await sql.raw(
      'select tries from link_tries where platform = ? and home = ? and user_id = ? and since > ?::timestamptz for update',
      [...account, new Date(now.getTime() - triesCountFor)],
    );
    if ((tried[0]?.tries ?? 0) >= mostTries) return refused({ why: 'too-many-codes' });

    const { rows } = await sql.raw(
      'select c.person_id, c.platform from link_codes c join people p on p.id = c.person_id and p.active where c.digest = ? and c.expires_at > ? for update of c',
      [digestOf(code), now],
    );
    const [found]: Array<{ person_id: string; platform: PlatformName } | undefined> = rows;
    if (!found) {
      await sql.raw(
        `insert into link_tries (platform, home, user_id, since, tries) values (?, ?, ?, ?::timestamptz, 1)
             on conflict (platform, home, user_id) do update set
                tries = case when link_tries.since > ?::timestamptz then link_tries.tries + 1 else 1 end,
                since = case when link_tries.since > ?::timestamptz then link_tries.since else excluded.since end`,
        [...account, now, new Date(now.getTime() - triesCountFor), new Date(now.getTime() - triesCountFor)],
      );
      return refused({ why: 'bad-code' });
    }
    if (found.platform === platform) return refused({ why: 'code-elsewhere' });
    if (found.person_id !== speaker.id && !(await isNobodyYet(sql, speaker.id, found.person_id, platform)))
      return refused({ why: 'link-has-things', person: speaker.name });

    await sql.raw(
      'update accounts set person_id = ?, trusted = true where platform = ? and home = ? and user_id = ?',
      [found.person_id, ...account],
    );
    if (found.person_id !== speaker.id)
      await sql.raw('update people set active = false, email = null where id = ?', [speaker.id]);
    await sql.raw('delete from link_codes where person_id = ?', [found.person_id]);
    return { is: 'linked', person: found.person_id };
  },
});

const refused = (refusal: Refusal): Linking => ({ is: 'refused', refusal });

/** Whether the person behind an account is known by nothing but that account, so that nothing is lost when it becomes another's. */
async function isNobodyYet(
  sql: Knex,
  person: string,
  other: string,
  platform: PlatformName,
): Promise<boolean> {
  const { rows } = await sql.raw(
    `select p.role = 'employee' and not p.imported and not p.added
            and not exists (select from requests r where r.assignee_id = p.id or r.requester_id = p.id)
            and not exists (select from holdings h where h.person_id = p.id)
            and not exists (select from uses u where u.person_id = p.id)
            and (select count(*) from accounts a where a.person_id = p.id) = 1
            and not exists (select from accounts o where o.person_id = ? and o.platform = ?) as nobody
       from people p where p.id = ? for update of p`,
    [other, platform, person],
  );
  return rows[0]?.nobody ?? false;
}
