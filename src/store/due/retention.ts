import type { Knex } from 'knex';
import { type Retention, wayBackLasts } from '../../core/retention';
import { millisecondsOfDay } from '../../core/time';
import { unhindered } from '../personal/hindrances';
import { requestTextsIn } from '../personal/request-texts';
import { NotInLedger, sealedBefore, toldOf, triedAgain } from '../seal/over';
import type { ChainKey } from '../vault';

/** So many rows go in one transaction, the rest in the next round. */
const most = 2_000;
const mostPeople = 20;

const outdated = {
  // As the index of the schema says it: nothing else is looked through for them.
  waysBack: `inbound where identity like 'once|way-back|%' and seen_at < ?::timestamptz`,
  answers: 'inbound where seen_at < ?::timestamptz',
  messages: `outbox where settled_at < ?::timestamptz and (state = 'sent' or noticed_at is not null)`,
} as const;
/** What is removed by its age alone. */
export type Kept = keyof typeof outdated;

/** What has been kept long enough. */
export const retentionIn = (sql: Knex, retention: Retention, chain: ChainKey | undefined) => {
  const words = requestTextsIn(sql, chain);
  const before = (days: number, now: Date): Date => new Date(now.getTime() - days * millisecondsOfDay);
  /** What is older is removed. */
  const oldest = (kept: Kept, now: Date): Date =>
    kept === 'waysBack' ? new Date(now.getTime() - wayBackLasts) : before(retention[kept], now);
  return {
    /** Of which kind there is something that was kept long enough. */
    async outdated(now: Date): Promise<Kept[]> {
      const found: Kept[] = [];
      for (const kept of ['waysBack', 'answers', 'messages'] as const) {
        const { rows } = await sql.raw(`select from ${outdated[kept]} limit 1`, [oldest(kept, now)]);
        if (rows.length > 0) found.push(kept);
      }
      return found;
    },

    /** Removes what was kept long enough, the next few thousand of it. */
    async removeOutdated(kept: Kept, now: Date): Promise<void> {
      const date = oldest(kept, now);
      if (kept !== 'messages') {
        await sql.raw(
          `delete from inbound where identity = any(array(select identity from ${outdated[kept]} limit ?))`,
          [date, most],
        );
        return;
      }
      const { rows } = await sql.raw(
        `select id from ${outdated.messages} order by settled_at limit ? for update skip locked`,
        [date, most],
      );
      const ids = rows.map(({ id }: { id: number }) => id);
      await sql.raw('update posted set outbox_id = null where outbox_id = any(?::bigint[])', [ids]);
      await sql.raw('delete from outbox where id = any(?::bigint[])', [ids]);
    },

    /** Requests that are over for so long that what was said about them goes. */
    textKeptTooLong: async (now: Date): Promise<string[]> =>
      retention.requestTexts === undefined
        ? []
        : words.withTextTooLong(before(retention.requestTexts, now), now),

    /** Puts a sign in the place of what was said about one of them; what keeps it from that, the first time. */
    removeTextOf: async (request: string, now: Date): Promise<Error | undefined> =>
      retention.requestTexts === undefined
        ? undefined
        : words.removeText(request, before(retention.requestTexts, now), now),

    /**
     * People who left so long ago that they are to be forgotten, and whom nothing keeps; who left first is first. That one alone when
     * `only` names them.
     */
    async leftLongAgo(now: Date, only?: string): Promise<string[]> {
      if (retention.leavers === undefined) return [];
      const { rows } = await sql.raw(
        `select p.id from people p
          where not p.active and p.left_how <> 'forgotten' and p.left_at < ?::timestamptz and p.id = coalesce(?::uuid, p.id) and ${unhindered}
            and (p.forgetting_refused_at is null or p.forgetting_refused_at <= ?::timestamptz - interval '1 day')
          order by p.left_at, p.id limit ?`,
        [before(retention.leavers, now), only ?? null, now, mostPeople],
      );
      return rows.map(({ id }: { id: string }) => id);
    },

    /**
     * Whether somebody may be forgotten by the clock: by the ledger they left so long ago, and are not back. Where not, they are passed over for
     * a while.
     *
     * @returns what the operator is to be told
     */
    async mayForget(person: string, now: Date): Promise<{ may: boolean; trouble?: NotInLedger }> {
      if (!chain || retention.leavers === undefined) return { may: false };
      const date = before(retention.leavers, now);
      const moved = (await toldOf(sql, [person])).filter(({ action }) =>
        /^person\.(left|back)$/.test(action),
      );
      const last = moved.at(-1);
      const end = last?.action === 'person.left' ? last : undefined;
      const when = await sealedBefore(sql, chain, { end, before: date, now });
      if (when === undefined) return { may: true };
      await sql.raw('update people set forgetting_refused_at = ?::timestamptz where id = ?', [
        when === 'denied' ? now : triedAgain(when, date, now),
        person,
      ]);
      return { may: false, ...(when === 'denied' && { trouble: new NotInLedger({ person }) }) };
    },
  };
};
