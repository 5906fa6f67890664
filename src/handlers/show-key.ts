import { notTheirKey } from '../core/broken-key';
import type { Holding } from '../core/holding';
import { tellUnreadable, type Unreadable } from '../core/keys-trouble';
import { adminsOf } from '../core/person';
import { reported } from '../core/views/broken-key';
import { keyCard } from '../core/views/key';
import { type Here, no, type Verb } from './verb';

/** Shows a key to its holder. The attempt is noted in this transaction, before the key leaves it; what became of it, after. */
export const showKeyWith =
  (alarm: (code: string, holding: string) => string): Verb<'show-key'> =>
  async (here, { holding: id }) => {
    const { ledger, speaker, view, now } = here;
    // Locked, so that it is not given back at the same time: what comes back must know whether it was shown.
    const holding = await ledger.lockHolding(id);
    if (!holding) return no(here, { why: 'not-your-key' });
    const obstacle = notTheirKey({ holding, by: speaker });
    if (obstacle) return no(here, obstacle);
    if (!holding.key) {
      // A keyed benefit without its key: it was reported, and there is no other yet.
      if (holding.benefit.delivery === 'key')
        return reported(view, holding, (await ledger.isReported(id)) ? 'none-yet' : 'still-none');
      return no(here, { why: 'not-your-key' });
    }

    // Who replaced the database by an older copy could be shown again what was taken from them since.
    if (await ledger.doubt()) return no(here, { why: 'ledger-in-doubt' });
    const revealed = await ledger.reveal(holding, now);
    if (revealed.is === 'sealed') {
      const incident = alarm(revealed.code, id);
      // Of keys that are missing altogether the admins are told on the rounds.
      if (revealed.code !== 'no-keyring') await tellAdmins(here, holding, revealed.code, incident);
      return no(here, { why: 'key-sealed', incident });
    }
    const benefit = await ledger.benefit(holding.benefit.id);
    return {
      card: keyCard(view, holding, benefit ?? { instructions: {} }, revealed),
      attempt: revealed.view,
    };
  };

/** Once a day, however often its holder presses. */
async function tellAdmins(
  { ledger, now, recordPart }: Here,
  holding: Holding,
  is: Unreadable,
  incident: string,
): Promise<void> {
  if (await ledger.toldToday(holding.id, 'key.unreadable', now)) return;
  await recordPart(tellUnreadable(holding, is, incident, adminsOf(await ledger.deciders())));
}
