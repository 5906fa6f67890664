import { userInfo } from 'node:os';
import { adminsOf } from '../core/person';
import { rewrap } from '../store/keyring';
import { openStore, type Store } from '../store/open';
import { type Resealed, reseal } from '../store/rotate';
import type { Operator } from '../store/rotation-noted';
import { withDatabase } from './database';
import { progressBar } from './progress';
import { firstOf, section } from './table';
import { BadCommand, type Verb } from './verb';

/**
 * `keys rotate`: the keys of the database are wrapped under the highest number of the settings. With `--data` the product keys are sealed
 * anew as well, under a new data key. The bot goes on meanwhile.
 */
export const keysRotateVerb: Verb = {
  usage: 'keys rotate [--data] [--by <address of an admin>]',
  purpose:
    'wrap anew under the highest number of KEY_ENCRYPTION_KEYS; --data: seal every product key anew too; the ledger says so',
  options: { data: { type: 'boolean' }, by: { type: 'string' } },
  async run(asked) {
    if (asked.words.length > 0) throw new BadCommand('It takes no words.');
    return withDatabase(asked, 'needed', async ({ database, now, adminEmails, openVault, wrappingKeys }) => {
      const store = openStore(database, await openVault(database), adminEmails);
      const operator = await operatorOf(store, asked.options.by);
      const wrapping = await wrappingKeys();
      const wrapped = await rewrap(database, wrapping, { operator, now });
      const resealed = asked.options.data === true ? await resealing() : undefined;
      return {
        ok: !resealed?.unreadable.length,
        json: { wrapped, ...(resealed && { resealed }) },
        text: [
          wrapped.changed > 0
            ? `The keys of the database are wrapped under number ${wrapped.number} now.`
            : `The keys of the database were wrapped under number ${wrapped.number} already.`,
          ...(wrapped.needless.length > 0
            ? [
                `Not needed any more, but for older copies of the database: number ${wrapped.needless.join(', ')}. Take it out of KEY_ENCRYPTION_KEYS once every bot has number ${wrapped.number}.`,
              ]
            : []),
          ...(resealed ? outcomeOf(resealed) : []),
        ].join('\n'),
      };

      async function resealing(): Promise<Resealed> {
        const bar = progressBar('Sealing anew');
        try {
          return await reseal({ database, wrapping, operator, now, progress: bar.at });
        } finally {
          bar.done();
        }
      }
    });
  },
};

/** Who runs it: the admin of the address, where one was given, else the account of this machine. */
async function operatorOf(store: Store, by: unknown): Promise<Operator> {
  if (typeof by !== 'string') return { account: accountHere() };
  const admin = await store.transaction(async (ledger) => {
    const whoever = await ledger.whoHas(by);
    return adminsOf(await ledger.deciders()).find(({ id }) => id === whoever?.id);
  });
  if (!admin) throw new BadCommand('No admin has the address that --by names.');
  return { person: admin.id };
}

/** A container may run as a number that no account has. */
function accountHere(): string {
  try {
    return userInfo().username;
  } catch {
    return `uid ${process.getuid?.() ?? 'unknown'}`;
  }
}

const outcomeOf = ({ number, wentOn, keys, unreadable }: Resealed): string[] => [
  `${keys.toLocaleString('en-GB')} product ${keys === 1 ? 'key was' : 'keys were'} sealed anew, under data key ${number}.`,
  ...(wentOn ? ['An earlier run was brought to its end. For another data key run this once more.'] : []),
  ...section(
    'Cannot be opened, and were left as they are (changed, cut, or moved from another row):',
    firstOf(unreadable.map(({ key, code }) => `${key} (${code})`)),
  ),
];
