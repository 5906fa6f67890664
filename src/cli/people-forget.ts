import { adminsOf } from '../core/person';
import { openStore } from '../store/open';
import type { Forgotten } from '../store/personal/forget';
import type { Hindrance } from '../store/personal/hindrances';
import { withDatabase } from './database';
import { personCalled, spelled } from './one-person';
import { firstOf, section, shown } from './table';
import { BadCommand, type Verb } from './verb';

class OnlyShown extends Error {
  constructor(readonly outcome: Forgotten) {
    super('nothing was written');
  }
}

/**
 * `people forget`: replaces one person by a pseudonym everywhere. Without `--confirm` it says of whom, and what would happen. Refused while they hold or
 * want something, unless `--even-so`: then it goes back by itself, as of somebody who has left.
 */
export const peopleForgetVerb: Verb = {
  usage: 'people forget <name or address> --by <address of an admin> [--even-so] [--confirm]',
  purpose: 'replace one person by a pseudonym everywhere; without --confirm it only says what would happen',
  options: { by: { type: 'string' }, 'even-so': { type: 'boolean' }, confirm: { type: 'boolean' } },
  async run(asked) {
    const [who, ...more] = asked.words;
    const { by, confirm } = asked.options;
    if (who === undefined || more.length > 0 || typeof by !== 'string')
      throw new BadCommand('Whom? A name of several words goes in quotation marks; and who says so (--by)?');
    return withDatabase(asked, 'needed', async ({ database, now, adminEmails, openVault }) => {
      const store = openStore(database, await openVault(database), adminEmails);
      const person = await personCalled(database, who, confirm === true ? 'act' : 'look');
      try {
        const outcome = await store.longTransaction(async (ledger) => {
          const whoever = await ledger.whoHas(by);
          const admin = adminsOf(await ledger.deciders()).find(({ id }) => id === whoever?.id);
          if (!admin) throw new BadCommand('No admin has the address that --by names.');
          if (admin.id === person.id)
            throw new BadCommand('Somebody else has to say that you are forgotten.');
          refuse(await ledger.hindrancesOf(person.id), asked.options['even-so'] === true);
          const forgotten = await ledger.forget(person.id, admin.id, now);
          if (!forgotten)
            throw new BadCommand('The person is gone, or the keys of the database are missing.');
          if (confirm !== true) throw new OnlyShown(forgotten);
          return forgotten;
        });
        return { ok: true, json: { forgotten: true, ...outcome }, text: said(outcome, true) };
      } catch (error) {
        if (!(error instanceof OnlyShown)) throw error;
        return {
          ok: true,
          json: { forgotten: false, ...error.outcome },
          text: `This is about ${spelled(person)}.\n${said(error.outcome, false)}\n\nNothing was written. Add --confirm to do it; it cannot be undone.`,
        };
      }
    });
  },
};

/** What they hold or want goes back by itself where that is meant; rules and the last admin are somebody's to see to first. */
function refuse(hindrances: Hindrance[], evenSo: boolean): void {
  const sentences = hindrances.flatMap((one): string[] => {
    switch (one.is) {
      case 'holds':
        return evenSo ? [] : [`They hold ${one.benefits.map(shown).join(', ')}.`];
      case 'waits':
        return evenSo ? [] : [`They have open requests: ${one.benefits.map(shown).join(', ')}.`];
      case 'in-rules':
        return [`Version ${one.version} of the rules names them: apply one without that first.`];
      case 'last-admin':
        return ['They are the last admin: make somebody else one first.'];
    }
  });
  if (sentences.length === 0) return;
  const soft = hindrances.every(({ is }) => is === 'holds' || is === 'waits');
  throw new BadCommand(
    `${sentences.join(' ')}${soft ? ' With --even-so it goes back by itself, as of somebody who has left.' : ''}`,
  );
}

const counts = (rows: Record<string, number>): string[] =>
  firstOf(Object.entries(rows).map(([table, count]) => `${table}: ${count.toLocaleString('en-GB')}`));

const said = ({ pseudonym, nameStays, removed, replaced }: Forgotten, done: boolean): string =>
  [
    `In the place of name, address and accounts ${done ? 'now stands' : 'would stand'} “${pseudonym}”.`,
    ...section(done ? 'Removed:' : 'Would be removed:', counts(removed)),
    ...section(done ? 'Words replaced in:' : 'Words would be replaced in:', counts(replaced)),
    ...(nameStays
      ? [
          '',
          'The name alone stays where others wrote it, because it may mean somebody or something else: it is no full name, it is in another name too, or it was chosen in a chat. A people file that has them says that it is theirs.',
        ]
      : []),
    '',
    'What was sent stays in the chats: nobody can recall it. Take the person out of the people file, or the next import makes somebody new of them.',
  ].join('\n');
