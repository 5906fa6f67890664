import type { Knex } from 'knex';
import type { Card } from '../core/card';
import type { Speaker } from '../core/person';
import { accountOf, type Member } from './accounts';
import { recognise } from './recognise';
import type { Sender } from './store';

/** A command by its identity, and what was answered to it. */
export interface Answered {
  identity: string;
  answer: Card;
}

/** Stores the answer to a command that has begun. */
export const answering = 'update inbound set answer = ?::jsonb where identity = ?';

/** How a command with an effect begins: new, or carried out before and with this answer. Strangers begin nothing. */
export type Begun =
  | { is: 'new'; speaker: Speaker }
  | { is: 'repeated'; speaker: Speaker; answer: Card }
  | { is: 'of-a-stranger' };

/** Takes the identity and looks up the speaker: one row, whoever it is. */
const begin = `
  with begun as (
    insert into inbound (identity, seen_at) values (?, ?) on conflict (identity) do nothing returning identity)
  select known.*, exists (select from begun) as is_new from (select) as one left join (${accountOf}) known on true`;

/** Commands with an effect, by their identity: the same one again gets the stored answer, and no second effect. */
export const inboundIn = (sql: Knex, adminEmails: ReadonlySet<string>) => ({
  /**
   * Takes an identity for this transaction, and tells who speaks (as `speaker` does). A second delivery at the same time waits here
   * until the first is through.
   */
  async begin(sender: Sender, member: Member, identity: string, now: Date): Promise<Begun> {
    const { rows } = await sql.raw(begin, [identity, now, sender.platform, sender.home, sender.user]);
    const { is_new: isNew, ...account } = rows[0];
    const speaker = await recognise(sql, account.id ? account : undefined, sender, member, adminEmails, now);
    if (!speaker) return { is: 'of-a-stranger' };
    if (isNew) return { is: 'new', speaker };
    const stored = await sql.raw('select answer from inbound where identity = ?', [identity]);
    const answer: Card | null = stored.rows[0].answer;
    // What a stranger said had no effect and no answer.
    return answer ? { is: 'repeated', speaker, answer } : { is: 'new', speaker };
  },

  /** Stores the answer to a command that has begun, apart from what it changed. */
  async storeAnswer({ identity, answer }: Answered): Promise<void> {
    await sql.raw(answering, [JSON.stringify(answer), identity]);
  },

  /** Takes an identity of what has no answer to be kept; false where somebody, whichever copy of the bot, took it before. */
  async takeOnce(identity: string, now: Date): Promise<boolean> {
    const { rows } = await sql.raw(
      `insert into inbound (identity, seen_at, answer) values (?, ?, 'null') on conflict (identity) do nothing returning identity`,
      [identity, now],
    );
    return rows.length > 0;
  },

  /**
   * Forgets a command that changed nothing: the same delivery again is judged again. A form that was refused keeps its identity, and
   * what was wrong in it may have been put right; what was missing may have come back.
   */
  async withdraw(identity: string): Promise<void> {
    await sql.raw('delete from inbound where identity = ?', [identity]);
  },
});
