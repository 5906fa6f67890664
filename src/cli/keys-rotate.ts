import { rewrap } from '../store/keyring';
import { type Resealed, reseal } from '../store/rotate';
import { withDatabase } from './database';
import { progressBar } from './progress';
import { firstOf, section } from './table';
import { BadCommand, type Verb } from './verb';

/**
 * `keys rotate`: the keys of the database are wrapped under the highest number of the settings. With `--data` the product keys are sealed
 * anew as well, under a new data key. The bot goes on meanwhile.
 */
export const keysRotateVerb: Verb = {
  usage: 'keys rotate [--data]',
  purpose:
    'wrap anew under the highest number of KEY_ENCRYPTION_KEYS; --data: seal every product key anew too',
  options: { data: { type: 'boolean' } },
  async run(asked) {
    if (asked.words.length > 0) throw new BadCommand('It takes no words.');
    return withDatabase(asked, 'needed', async ({ database, now, openVault, wrappingKeys }) => {
      await openVault(database);
      const wrapping = await wrappingKeys();
      const wrapped = await rewrap(database, wrapping);
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
          return await reseal({ database, wrapping, now, progress: bar.at });
        } finally {
          bar.done();
        }
      }
    });
  },
};

const outcomeOf = ({ number, wentOn, keys, unreadable }: Resealed): string[] => [
  `${keys.toLocaleString('en-GB')} product ${keys === 1 ? 'key was' : 'keys were'} sealed anew, under data key ${number}.`,
  ...(wentOn ? ['An earlier run was brought to its end. For another data key run this once more.'] : []),
  ...section(
    'Cannot be opened, and were left as they are (changed, cut, or moved from another row):',
    firstOf(unreadable.map(({ key, code }) => `${key} (${code})`)),
  ),
];
