import type { Somebody } from '../support/somebody';
import type { MortalBot } from './mortal-bot';

/** A key somebody wants, from the form to the approval; `reason` tells it from all others, on every card. */
export interface Claim {
  reason: string;
  benefit: string;
  employee: Somebody;
  approver: Somebody;
}

/** In seconds; only a fault takes so long, and it is to be told before the test's own limit, which says nothing but that it was passed. */
const longest = 240;

/** The message of a person that speaks of a claim, as it stands now. Several when one was delivered twice. */
export const cardsOf = (person: Somebody, { reason }: Pick<Claim, 'reason'>): string[] =>
  person.messages().filter((message) => new RegExp(`${reason}\\b`).test(message));

export const showsOutcome = (card: string): boolean => card.includes('Approved and delivered');
export const saysItIsYours = (card: string): boolean => card.includes('is yours');

/**
 * Carries a claim through, whatever happens to the bot meanwhile: a person whose press came to nothing presses again.
 * Resolves as soon as the approver reads that it was approved.
 */
export async function carryThrough(claim: Claim, bot: MortalBot): Promise<void> {
  await untilDone(claim.reason, claim.employee, bot, (still) => asks(claim, still));
  await untilDone(claim.reason, claim.approver, bot, (still) => approves(claim, still));
}

/** Resolves to true when the request has been sent off. */
async function asks(claim: Claim, still: () => boolean): Promise<boolean> {
  const { reason, benefit, employee } = claim;
  const arrived = (): boolean =>
    /You asked for|already asked for|asks for/.test(employee.window() ?? '') ||
    cardsOf(employee, claim).some((card) => /You asked for|asks for/.test(card));
  if (!arrived() && !employee.window()) await employee.opensFormFor(benefit);
  if (!still()) return false;
  if (!arrived())
    await employee.fills({ Reason: reason }, 'Request').catch(async (error: Error) => {
      // Of a bot that died while it looked something up, a window may stand that says “one moment” and nothing more, ever.
      if (!arrived()) await employee.closesWindow();
      throw error;
    });
  const done = arrived();
  if (done && still()) await employee.closesWindow();
  return done;
}

/** Resolves to true when the approver's card says that it is approved. */
async function approves(claim: Claim, still: () => boolean): Promise<boolean> {
  const { approver, reason } = claim;
  await approver.sees(new RegExp(`${reason}\\b`));
  if (cardsOf(approver, claim).some(showsOutcome)) return true;
  if (!still()) return false;
  await approver.presses('Approve', reason);
  return cardsOf(approver, claim).some(showsOutcome);
}

/** What was begun with a bot that died is given up, and with the next one it is begun anew. */
async function untilDone(
  what: string,
  who: Somebody,
  bot: MortalBot,
  attempt: (still: () => boolean) => Promise<boolean>,
): Promise<void> {
  let trouble = '';
  for (const begun = performance.now(); performance.now() - begun < longest * 1_000; ) {
    await bot.ready();
    let given = true;
    const done = attempt(() => given).catch((error: Error) => {
      trouble = error.message;
      return false;
    });
    if (await Promise.race([done, bot.death()])) return;
    given = false;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error(
    `${what} of ${who.figure.name} in ${who.on} got nowhere: ${trouble}\nThe window: ${who.window()}\nThe messages:\n${who.messages().slice(-8).join('\n---\n')}\nThe bot:\n${bot.written.slice(-20).join('')}`,
  );
}
