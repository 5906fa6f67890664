import type { Once } from '../once';
import type { Outcome } from '../platform';

/** Teams tells in two ways that we came, and repeats both: a conversation is greeted once, until we are taken out of it. */
export const makeGreetings = (once: Once) => ({
  /**
   * Greets, when nobody has. Asked only when there is something to say, and given back where it could not be said: whoever comes with it
   * next greets.
   */
  async once(conversation: string, speak: () => Promise<Outcome>): Promise<void> {
    if (!(await once.take('greeting', conversation))) return;
    let sent = false;
    try {
      ({ sent } = await speak());
    } finally {
      if (!sent) await once.giveBack('greeting', conversation);
    }
  },

  /** We were taken out of it: it is greeted once more when we come back. */
  again: (conversation: string): Promise<void> => once.giveBack('greeting', conversation),
});
