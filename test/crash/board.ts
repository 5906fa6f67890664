import type { Knex } from 'knex';
import { connect } from '../../src/store/database';
import { dana, type Figure, figure, omar } from '../support/people';
import { applyPolicy, policyOf, rule, stage } from '../support/policy';
import { onSlack, onTeams, type Somebody } from '../support/somebody';
import { layWire, type Wire } from '../support/wire';
import type { Asked } from './asked';
import { type MortalCompany, openMortalCompany } from './mortal-company';

export type Chat = 'slack' | 'teams';
const otherOf = { slack: 'teams', teams: 'slack' } as const;

const visio = 'Visio Professional 2024';
const mona = figure(6, 'Mona Manager', 'employee');
/** Each asks once. */
const employees = Array.from(
  { length: 30 },
  (_, nth): Figure => ({ ...figure(100 + nth, `Lane${nth} Employee`, 'employee'), manager: mona.email }),
);

/** How far the ledgers of both chats go at a moment. */
export interface Mark {
  slack: number;
  teams: number;
}

/** A company in which a manager and then two of a board must agree, and a bot that dies at exactly the point that is named. */
export interface Board {
  company: MortalCompany;
  wire: Wire;
  sql: Knex;
  /** Somebody who has not asked yet, and what they will ask for: asked in one chat, decided last in it or in the `decided` one, and by the others in the other. */
  asks(reason: string, chat: Chat, decided?: Chat): Asked;
  /** The next transaction that speaks of this kills the bot, at that moment. Resolves when it is dead. */
  killedAt(moment: 'before' | 'after', words: string): Promise<void>;
  /** The next new message that arrives is the one to somebody in which this stands, and it is the last thing that the bot does. */
  killedBy(who: Somebody, words: string): Promise<void>;
  mark(): Mark;
  /** Once more what the bot died of since then, under a fresh signature, as a platform does that got no answer. */
  sentAgain(chat: Chat, since: Mark): Promise<void>;
  close(): Promise<void>;
}

export async function openBoard(): Promise<Board> {
  let wire: Wire | undefined;
  const company = await openMortalCompany(
    {
      people: [mona, { ...dana, groups: ['Board'] }, { ...omar, groups: ['Board'] }, ...employees],
      benefits: [{ category: 'software', benefit: visio, quantity: 100, unit: 'licence', delivery: 'key' }],
      keys: [{ benefit: visio, key: 'PNTS2-FAKE2-9QK7M-C3XJT-4HRBD', key_type: 'mak', seats: 100 }],
    },
    async (url) => {
      wire = await layWire(url);
      return wire.url;
    },
  );
  if (!wire) throw new Error('no wire was laid');
  const laid = wire;
  const { slack, teams, bot, database } = company;
  slack.addChannel({ id: 'C0CALLS', name: 'calls', members: [dana.slackId, slack.app.botUserId] });
  await applyPolicy(
    database.url,
    policyOf(
      [
        rule('the board', [
          stage([{ is: 'manager' }]),
          stage([{ is: 'group', group: 'Board' }], { need: 2 }),
        ]),
      ],
      { channel: { slack: 'C0CALLS' } },
    ),
  );
  const sql = connect(database.url, 'unhurried', 2);
  await bot.start();

  const at = (chat: Chat, one: Figure): Somebody =>
    chat === 'slack' ? onSlack(slack, one) : onTeams(teams, one);
  let lane = 0;

  return {
    company,
    wire: laid,
    sql,
    asks: (reason, chat, decided = chat) => ({
      benefit: visio,
      reason: `${reason}${chat}`,
      employee: at(chat, employees[lane++] as Figure),
      manager: at(otherOf[decided], mona),
      first: at(otherOf[decided], omar),
      last: at(decided, dana),
    }),
    killedAt: (moment, words) =>
      new Promise((resolve, reject) => {
        laid.strike(moment, words, () => void bot.kill().then(resolve, reject));
      }),
    killedBy: (who, words) =>
      new Promise((resolve, reject) => {
        const channel = slack.conversations(who.figure.slackId).find(({ kind }) => kind === 'im')?.id;
        const chat = teams.chat(teams.person(who.figure.teamsId)).id;
        const dies = () => {
          slackAgain();
          teams.faults.pop();
          void bot.kill().then(resolve, reject);
        };
        const slackAgain = slack.faults.every(({ method, body }) => {
          if (method !== 'chat.postMessage') return undefined;
          if (who.on !== 'slack' || body.channel !== channel || !JSON.stringify(body).includes(words))
            return 'hang';
          dies();
          return 'lost';
        });
        teams.faults.push(({ operation, body, conversationId }) => {
          if (operation !== 'send') return undefined;
          if (who.on !== 'teams' || conversationId !== chat || !JSON.stringify(body).includes(words))
            return 'hang';
          dies();
          return { status: 502, accept: true };
        });
      }),
    mark: () => ({
      slack: slack.ledger.entries.at(-1)?.id ?? 0,
      teams: teams.ledger.entries.at(-1)?.n ?? 0,
    }),
    async sentAgain(chat, since) {
      if (chat === 'slack') {
        for (const entry of slack.ledger.entries)
          if (
            entry.id > since.slack &&
            entry.direction === 'to-bot' &&
            entry.answer?.kind === 'unreachable'
          ) {
            expect((await slack.raw.redeliver(entry)).answer).toMatchObject({ status: 200 });
            return;
          }
      } else
        for (const entry of teams.ledger.entries)
          if (entry.n > since.teams && entry.direction === 'to bot' && entry.status === undefined) {
            const answer = await teams.redeliver(entry);
            expect([200, 202]).toContain(answer.came === 'answer' && answer.status);
            return;
          }
      throw new Error('everything had its answer');
    },
    async close() {
      await sql.destroy();
      await company.close();
      await laid.close();
    },
  };
}
