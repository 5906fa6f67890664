import type { Logger } from '../log';
import type { Ledger } from '../store/open';

/** What is done once, however often a chat says it: a chat is greeted, a form that was sent answered, a way back from Slack's page gone. */
type Single = 'greeting' | 'form' | 'way-back';

/** Who is first. Copies of the bot share it, and it outlives each of them. */
export interface Once {
  /** True for the first who asks, and for nobody after. */
  take(what: Single, name: string): Promise<boolean>;
  /** It was not done after all, or may be done again. */
  giveBack(what: Single, name: string): Promise<void>;
}

/**
 * Who is first among all copies of the bot, by the database. While that does not answer everybody is: somebody who is answered twice is better
 * off than somebody who is not answered at all, and what has an effect looks by itself whether it had it.
 */
export const onceAmongCopies = (
  ledger: Pick<Ledger, 'takeOnce' | 'withdraw'>,
  now: () => Date,
  log: Logger,
): Once => ({
  take: (what, name) =>
    ledger.takeOnce(identityOf(what, name), now()).catch((error: unknown) => {
      log.warn({ what, error }, 'first-or-not-unknown');
      return true;
    }),
  giveBack: (what, name) => ledger.withdraw(identityOf(what, name)),
});

/** Who is first in this process, for a bot without a database. */
export function onceHere(most = 10_000): Once {
  const taken = new Set<string>();
  return {
    async take(what, name) {
      const identity = identityOf(what, name);
      if (taken.has(identity)) return false;
      taken.add(identity);
      if (taken.size > most) taken.delete(taken.values().next().value as string);
      return true;
    },
    giveBack: async (what, name) => void taken.delete(identityOf(what, name)),
  };
}

const identityOf = (what: Single, name: string): string => `once|${what}|${name}`;
