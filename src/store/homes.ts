import type { Knex } from 'knex';
import type { PlatformName } from '../core/person';

/** A page of somebody's own in a chat: what they look at there, and a digest of what is drawn. */
export interface OpenHome {
  home: string;
  user: string;
  command: unknown;
  drawn: string;
}

/** Whoever has not opened their page for so long finds it as it was until they open it again, in days. */
const kept = 3;
/** What concerns everybody, as how much is left, need not be there at once. */
const settled = "interval '1 minute'";

/** Pages that people have open. A look at one is no lock: what changes after it is found by the next look. */
export const homesIn = (sql: Knex) => ({
  /** Somebody has opened their page, or turned it; nothing for an account that is nobody's yet. */
  async openedHome(
    platform: PlatformName,
    { home, user, command, drawn }: OpenHome,
    now: Date,
  ): Promise<void> {
    await sql.raw(
      `insert into homes (platform, home, user_id, person_id, opened_at, command, drawn, looked_at, audit_seen, outbox_seen)
       select platform, home, user_id, person_id, ?::timestamptz, ?::jsonb, ?, ?::timestamptz,
              (select coalesce(max(id), 0) from audit), (select coalesce(max(id), 0) from outbox)
         from accounts where platform = ? and home = ? and user_id = ?
       on conflict (platform, home, user_id) do update
          set person_id = excluded.person_id, opened_at = excluded.opened_at, command = excluded.command, drawn = excluded.drawn,
              looked_at = excluded.looked_at`,
      [now, JSON.stringify(command), drawn, now, platform, home, user],
    );
  },

  /**
   * Pages on which something may be true no more, the longest not looked at first: something was done by or for whoever has it open, they were told
   * something, or anything at all was done a minute ago. From now on they count as looked at.
   */
  async homesToLookAt(platform: PlatformName, most: number, now: Date): Promise<OpenHome[]> {
    const { rows } = await sql.raw(
      `with latest as (select (select coalesce(max(id), 0) from audit) as audit, (select coalesce(max(id), 0) from outbox) as outbox)
       update homes h set looked_at = ?::timestamptz, audit_seen = latest.audit, outbox_seen = latest.outbox
         from latest
        where (h.platform, h.home, h.user_id) in (
          select p.platform, p.home, p.user_id from homes p, latest l
           where p.platform = ? and p.opened_at > ?::timestamptz - ?::int * interval '1 day'
             and (exists (select from audit a where a.id > p.audit_seen and p.person_id in (a.person_id, a.by_person))
                  or exists (select from outbox o where o.id > p.outbox_seen and o.person_id = p.person_id)
                  or ((p.audit_seen < l.audit or p.drawn = '') and p.looked_at <= ?::timestamptz - ${settled}))
           order by p.looked_at limit ? for update of p skip locked)
        returning h.home, h.user_id as user, h.command, h.drawn`,
      [now, platform, now, kept, now, most],
    );
    return rows;
  },

  /** A page was drawn anew. */
  async drewHome(
    platform: PlatformName,
    { home, user, drawn }: Pick<OpenHome, 'home' | 'user' | 'drawn'>,
  ): Promise<void> {
    await sql.raw('update homes set drawn = ? where platform = ? and home = ? and user_id = ?', [
      drawn,
      platform,
      home,
      user,
    ]);
  },

  /** A page could not be drawn just now: it is looked at again in a minute. */
  async lookAtHomeAgain(
    platform: PlatformName,
    { home, user }: Pick<OpenHome, 'home' | 'user'>,
  ): Promise<void> {
    await sql.raw("update homes set drawn = '' where platform = ? and home = ? and user_id = ?", [
      platform,
      home,
      user,
    ]);
  },

  /** A page is gone, with whoever had it. */
  async forgetHome(platform: PlatformName, { home, user }: Pick<OpenHome, 'home' | 'user'>): Promise<void> {
    await sql.raw('delete from homes where platform = ? and home = ? and user_id = ?', [
      platform,
      home,
      user,
    ]);
  },
});
