import type { Knex } from 'knex';
import { type Doubt, doubtIdOf, type Head } from '../../core/ledger';
import type { ChainKey } from '../vault';
import { digestBytes, headOf } from './chain';
import { endOf, lastSaid } from './last';
import type { NotedHead } from './noted';

/** What an acceptance is proved with: only who has the key of the chain makes it, so none can be slipped into the database. */
const proofOf = (chain: ChainKey, noted: Head, by: string, why: string, keyNumber: number) =>
  chain.digest(`accepted|v1|${noted.mac}|${by}|${why}`, keyNumber)?.toString('hex');

/** Whether the ledger is the one whose head was noted outside the database. */
export const doubtsIn = (sql: Knex, chain: ChainKey | undefined, noted: NotedHead | undefined) => ({
  /** What speaks against the ledger, as long as no admin has said what happened. */
  async doubt(): Promise<Doubt | undefined> {
    const head = noted?.current();
    if (!head) return undefined;
    const { rows } = await sql
      .raw(`select encode(substr(mac, 1, ${digestBytes}), 'hex') as mac from seals where number = ?`, [
        head.seal,
      ])
      .options({ name: 'doubt' });
    const [there]: Array<{ mac: string } | undefined> = rows;
    if (there?.mac === head.mac) return undefined;
    const found = chain ? (await endOf(sql, chain)).last : await lastSaid(sql);
    const doubt: Doubt = {
      id: doubtIdOf(head),
      is: there ? 'other' : 'shorter',
      noted: head,
      ...(found && { found: headOf(found) }),
    };
    return chain && (await isAccepted(sql, chain, doubt)) ? undefined : doubt;
  },

  /** Whether everybody was told of a doubt. */
  async toldOfDoubt({ id }: Doubt): Promise<boolean> {
    const { rows } = await sql.raw(
      `select from audit where subject = ? and action = 'ledger.doubted' limit 1`,
      [id],
    );
    return rows.length > 0;
  },

  /** What is to stand in the ledger beside an acceptance; undefined where the key for it is missing. */
  proofOfAcceptance: (
    { noted, found }: Doubt,
    by: string,
    why: string,
  ): Record<string, unknown> | undefined =>
    chain && {
      noted: { seal: noted.seal, mac: noted.mac },
      ...(found && { found: { seal: found.seal, mac: found.mac } }),
      key: chain.number,
      proof: proofOf(chain, noted, by, why, chain.number),
    },
});

/** So many rows that say that a doubt was accepted are looked at, the newest first: anybody who can add rows adds some that prove nothing. */
const mostSaid = 1_000;

async function isAccepted(sql: Knex, chain: ChainKey, { id, noted }: Doubt): Promise<boolean> {
  const { rows }: { rows: Array<{ by: string; why: string; key: unknown; proof: string }> } = await sql.raw(
    `select by_person as by, why, details->'key' as key, details->>'proof' as proof
       from audit where subject = ? and action = 'ledger.accepted' and octet_length(why) <= 20000
        and length(details->>'key') <= 10 and length(details->>'proof') = ${2 * digestBytes}
      order by id desc limit ${mostSaid}`,
    [id],
  );
  return rows.some(
    ({ by, why, key, proof }) => typeof key === 'number' && proof === proofOf(chain, noted, by, why, key),
  );
}
