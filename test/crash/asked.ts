import { setTimeout as delay } from 'node:timers/promises';
import type { Knex } from 'knex';
import type { Somebody } from '../support/somebody';
import { cardsOf } from './claim';

/** One request, told from all others by the word it gives as its reason: a manager agrees first, then two of the board. */
export interface Asked {
  benefit: string;
  reason: string;
  employee: Somebody;
  manager: Somebody;
  first: Somebody;
  last: Somebody;
}

const questionOf = (reason: string): string => `How long is ${reason} for?`;
export const replyOf = (reason: string): string => `Until June, ${reason} is over then.`;

/** What people do, one after the other, from the form to the last yes. Each waits for what the one before led to. */
const steps = {
  asks: async ({ employee, benefit, reason }: Asked) => {
    await employee.opensFormFor(benefit);
    await employee.fills({ Reason: reason }, 'Request');
    await employee.sees(`You asked for ${benefit}`);
    await employee.closesWindow();
  },
  managerAgrees: async ({ manager, reason }: Asked) => {
    await manager.sees(inOneMessage(reason, 'asks for'));
    await manager.presses('Approve', reason);
  },
  lastInquires: async ({ last, reason }: Asked) => {
    await last.sees(inOneMessage(reason, 'asks for'));
    await last.presses('Ask', reason);
    await last.fills({ Question: questionOf(reason) }, 'Ask');
    await last.closesWindow();
  },
  /** By a message: what a platform sends once more by itself. */
  employeeReplies: async ({ employee, reason }: Asked) => {
    await employee.sees(questionOf(reason));
    await employee.replies(replyOf(reason), questionOf(reason));
  },
  firstAgrees: async ({ first, employee, reason }: Asked) => {
    await first.sees(replyOf(reason));
    // What the bot answers to the reply is a card of the request as well; what is decided before it stands there, it learns later.
    const before = { slack: 4, teams: 5 };
    while (cardsOf(employee, { reason }).length < before[employee.on]) await delay(20);
    await first.presses('Approve', reason);
  },
  lastAgrees: async ({ first, last, reason }: Asked) => {
    await last.sees(inOneMessage(reason, `1 of 2 has agreed:\\s+[^\\n]*${first.figure.name}`));
    await last.presses('Approve', reason);
  },
};
export type Step = keyof typeof steps;
const order = Object.keys(steps) as Step[];

/** Carries it on through these steps, `from` and `upTo` included; `then` happens around each, and does the step. */
export async function carryOn(
  asked: Asked,
  { from, upTo }: { from?: Step; upTo?: Step } = {},
): Promise<void> {
  const first = from ? order.indexOf(from) : 0;
  const last = upTo ? order.indexOf(upTo) : order.length - 1;
  for (const step of order.slice(first, last + 1)) await steps[step](asked);
}

const inside = '(?:(?!\\n---\\n)[\\s\\S])*';
/** A message that speaks of both. */
const inOneMessage = (reason: string, words: string): RegExp =>
  new RegExp(`(?:^|\\n---\\n)(?=${inside}${reason}\\b)${inside}${words}`);

/** All that is stored of a request, without ids and times: the same whatever happened on the way. */
export async function storyOf(sql: Knex, { reason, employee }: Asked): Promise<Record<string, unknown>> {
  const { rows } = await sql.raw(
    `select r.state, r.version, r.stage, (select count(*)::int from holdings h where h.request_id = r.id) as holdings,
            array(select p.name || ' ' || w.stage || ' ' || w.verdict from reviews w join people p on p.id = w.person_id
                   where w.request_id = r.id and w.void_at is null order by w.at) as reviews,
            array(select m.kind || ' ' || m.text from remarks m where m.request_id = r.id order by m.at) as remarks,
            array(select a.action || ' ' || coalesce(p.name, '') from audit a left join people p on p.id = a.by_person
                   where a.subject = r.id order by a.id) as ledger,
            array(select p.name || ' ' || o.way || ' ' || (o.notice ->> 'kind') from outbox o join people p on p.id = o.person_id
                   where o.subject = r.id order by 1) as notices
       from requests r where r.reason = ?`,
    [reason],
  );
  if (rows.length > 1) throw new Error(`${reason} was asked ${rows.length} times`);
  // Whoever asks is somebody else in each story.
  const told = JSON.stringify(rows[0] ?? null)
    .replaceAll(reason, 'it')
    .replaceAll(employee.figure.name, 'Employee');
  return JSON.parse(told);
}

export const requestOf = async (sql: Knex, { reason }: Asked): Promise<string> =>
  (await sql('requests').where({ reason }).first('id')).id;

/** How many messages about it each of them has, and of those of whoever decides how many show the outcome. */
export function messagesOf(asked: Asked): Record<'employee' | 'manager' | 'first' | 'last', number> {
  const count = (who: Somebody) => cardsOf(who, asked).length;
  return {
    employee: count(asked.employee),
    manager: count(asked.manager),
    first: count(asked.first),
    last: count(asked.last),
  };
}
