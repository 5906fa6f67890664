import type { Knex } from 'knex';
import type { PlatformName } from '../core/person';

/** Whose page it is. */
interface Owner {
  home: string;
  user: string;
}

/** What is drawn on a page. */
interface Drawn {
  /** A digest of it. */
  drawn: string;
  /** What the chat calls this state of the page; empty where that is not known. */
  hash: string;
}

/** A page of somebody's own in a chat, as it was when it was taken to be looked at. */
export interface OpenHome extends Owner, Drawn {
  /** What they look at there. */
  command: unknown;
  /** Another one as soon as they open or turn it. */
  version: number;
  /** Its account is nobody's any more: it is to be emptied. */
  gone: boolean;
  /** The last rows of the ledger and of the outbox before it was looked at. */
  audit: number;
  outbox: number;
}

/**
 * Whoever has not opened their page for so long finds it as it was until they open it again. For so long it is also tried to draw over the name of
 * somebody who was forgotten, and to empty a page of theirs.
 */
export const pagesKept = "interval '3 days'";
/** What concerns everybody, as how much is left, need not be there at once. */
const settled = "interval '1 minute'";
/** A page that was taken and not drawn, whatever came between, is taken again after so long. */
const drawing = "interval '1 minute'";
/** A row gets its number before it is saved, so that a lower one may come after a higher one: after so long no such row is still to come. */
const surely = "interval '2 minutes'";

/** Pages that people have open. A look at one is no lock: what changes after it is found by the next look. */
export const homesIn = (sql: Knex) => ({
  /** Somebody has opened their page, or turned it; nothing for an account that is nobody's yet. */
  async openedHome(
    platform: PlatformName,
    { home, user, command, drawn, hash }: Owner & Drawn & { command: unknown },
    now: Date,
  ): Promise<void> {
    await sql.raw(
      `insert into homes (platform, home, user_id, person_id, opened_at, command, drawn, hash, looked_at, once_more_at, audit_seen, outbox_seen)
       select platform, home, user_id, person_id, ?::timestamptz, ?::jsonb, ?, ?, ?::timestamptz, ?::timestamptz + ${surely},
              (select coalesce(max(id), 0) from audit), (select coalesce(max(id), 0) from outbox)
         from accounts where platform = ? and home = ? and user_id = ?
       on conflict (platform, home, user_id) do update
          set person_id = excluded.person_id, opened_at = excluded.opened_at, command = excluded.command, drawn = excluded.drawn,
              hash = excluded.hash, version = homes.version + 1, looked_at = excluded.looked_at, drawing_until = null`,
      [now, JSON.stringify(command), drawn, hash, now, now, platform, home, user],
    );
  },

  /**
   * Takes pages on which something may be true no more: something was done by or for whoever has it open, or they were told something; these come
   * first. Those of which it is not known what stands there are always among them. Then those of everybody, where anything at all was done a minute ago, the longest not looked at first. Each is given to nobody else
   * for a minute, and counts as looked at when `drewHome` says so. A page that could not be emptied in all its time is known no more.
   */
  async homesToLookAt(platform: PlatformName, most: number, now: Date): Promise<OpenHome[]> {
    const { rows } = await sql.raw(
      `with latest as (select (select coalesce(max(id), 0) from audit) as audit, (select coalesce(max(id), 0) from outbox) as outbox),
            given_up as (
              delete from homes p
               where p.platform = :platform and p.opened_at <= :now::timestamptz - ${pagesKept}
                 and not exists (select from accounts a where (a.platform, a.home, a.user_id) = (p.platform, p.home, p.user_id))),
            taken as (
              select p.platform, p.home, p.user_id
                from homes p cross join latest l
                cross join lateral (
                  select exists (select from audit a where a.id > p.audit_seen and p.person_id in (a.person_id, a.by_person))
                      or exists (select from outbox o where o.id > p.outbox_seen and o.person_id = p.person_id) as is_own) changed
               where p.platform = :platform and (p.opened_at > :now::timestamptz - ${pagesKept} or p.drawn = '' and p.redraw_until > :now)
                 and (p.drawing_until is null or p.drawing_until <= :now)
                 and (changed.is_own or p.drawn = '' or p.once_more_at <= :now or (p.audit_seen < l.audit and p.looked_at <= :now::timestamptz - ${settled}))
               order by changed.is_own desc, p.looked_at limit :most for update of p skip locked)
       update homes h set looked_at = :now, drawing_until = :now::timestamptz + ${drawing}
         from taken, latest
        where (h.platform, h.home, h.user_id) = (taken.platform, taken.home, taken.user_id)
        returning not exists (select from accounts a where (a.platform, a.home, a.user_id) = (h.platform, h.home, h.user_id)) as gone,
                  h.home, h.user_id as user, h.command, h.drawn, h.hash, h.version, latest.audit, latest.outbox`,
      { platform, now, most },
    );
    return rows;
  },

  /** A page stands as it should; nothing where its owner has turned it meanwhile: then it is looked at anew. */
  async drewHome(
    platform: PlatformName,
    { home, user, version, drawn, hash, audit, outbox }: Omit<OpenHome, 'command' | 'gone'>,
    now: Date,
  ): Promise<void> {
    await sql.raw(
      `update homes
          set drawn = :drawn, hash = :hash, drawing_until = null, audit_seen = :audit, outbox_seen = :outbox,
              once_more_at = case when audit_seen < :audit or outbox_seen < :outbox then :now::timestamptz + ${surely} end
        where platform = :platform and home = :home and user_id = :user and version = :version`,
      { drawn, hash, audit, outbox, now, platform, home, user, version },
    );
  },

  /** The chat has another state of the page than we thought: unless its owner has turned it, it is drawn over when it is next looked at. */
  async doubtHome(
    platform: PlatformName,
    { home, user, version }: Pick<OpenHome, 'home' | 'user' | 'version'>,
  ): Promise<void> {
    await sql.raw(
      `update homes set drawn = '', hash = '' where platform = ? and home = ? and user_id = ? and version = ?`,
      [platform, home, user, version],
    );
  },

  /** A page is gone, with whoever had it; where it was opened meanwhile, it is somebody's, and drawn over as soon as it is looked at. */
  async forgetHome(
    platform: PlatformName,
    { home, user, version }: Pick<OpenHome, 'home' | 'user' | 'version'>,
  ): Promise<void> {
    const page = [platform, home, user, version];
    await sql.raw('delete from homes where platform = ? and home = ? and user_id = ? and version = ?', page);
    await sql.raw(
      `update homes set drawn = '', hash = '', version = version + 1 where platform = ? and home = ? and user_id = ? and version <> ?`,
      page,
    );
  },

  /** The app is no more in a home since a moment: nothing can be drawn there. */
  async forgetHomesIn(platform: PlatformName, home: string, at: Date): Promise<void> {
    await sql.raw('delete from homes where platform = ? and home = ? and opened_at <= ?::timestamptz', [
      platform,
      home,
      at,
    ]);
  },
});
