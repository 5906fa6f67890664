import { accept } from '../core/ledger';
import { adminsOf } from '../core/person';
import { wordsIn } from '../core/words';
import { notedIn } from '../store/seal/noted';
import { withDatabase } from './database';
import { BadCommand, type Verb } from './verb';

/** `audit accept`: an admin says at a terminal why the ledger is not the one that was noted. */
export const auditAcceptVerb: Verb = {
  usage: 'audit accept --by <address of an admin> --reason <what happened>',
  purpose: 'after an older copy was restored: say what happened, so that keys are shown again',
  options: { by: { type: 'string' }, reason: { type: 'string' } },
  async run({ words, options, env, say }) {
    const { by, reason } = options;
    if (words.length > 0 || typeof by !== 'string' || typeof reason !== 'string')
      throw new BadCommand('Who says so (--by), and what happened (--reason)?');
    return withDatabase(
      { env, say },
      'needed',
      async ({ database, now, adminEmails, openVault, auditHeadFile }) => {
        const noted = notedIn(auditHeadFile);
        // All of the store takes longer to load than its neighbours take to answer.
        const { openStore } = await import('../store/open.js');
        const store = openStore(database, await openVault(database), adminEmails, noted);
        return store.longTransaction(async (ledger) => {
          const doubt = await ledger.doubt();
          if (!doubt)
            return {
              ok: true,
              json: { accepted: false },
              text: 'Nothing speaks against the ledger; nothing was done.',
            };
          const admins = adminsOf(await ledger.deciders());
          const whoever = await ledger.whoHas(by);
          const admin = admins.find(({ id }) => id === whoever?.id);
          if (!admin) throw new BadCommand('No admin has the address that --by names.');
          const decision = accept({
            doubt,
            by: { ...admin, mayDecide: true },
            why: reason,
            now: now.toISOString(),
            admins,
            proof: ledger.proofOfAcceptance(doubt, admin.id, reason) ?? {},
          });
          if (!decision.ok) {
            const { refusals } = wordsIn('en');
            if (decision.refusal.why === 'say-what-happened')
              throw new BadCommand(refusals['say-what-happened'](decision.refusal));
            throw new BadCommand(refusals['not-an-admin']({ why: 'not-an-admin' }));
          }
          await ledger.record(decision.change, undefined, now);
          return {
            ok: true,
            json: { accepted: true, doubt },
            text: 'It stands in the ledger, and keys are shown again. The bot notes the new head within a second.',
          };
        });
      },
    );
  },
};
