import type { Break } from '../store/seal/break';
import { notedIn } from '../store/seal/noted';
import { verify, type Walk } from '../store/seal/verify';
import { withDatabase } from './database';
import { section } from './table';
import { BadCommand, type Verb } from './verb';

/** `audit verify`: whether anything in the ledger was written anew, and what. */
export const auditVerifyVerb: Verb = {
  usage: 'audit verify',
  purpose: 'whether a row of the ledger was changed, removed or put in since it was sealed',
  options: {},
  async run(asked) {
    if (asked.words.length > 0) throw new BadCommand('It takes no words.');
    return withDatabase(asked, 'needed', async ({ database, openVault, auditHeadFile }) => {
      const noted = notedIn(auditHeadFile).current();
      const { chain } = await openVault(database);
      const walk = await verify(database, chain, noted);
      const { breaks, counts, seals, rows, unsealed, head } = walk;
      return {
        ok: breaks.length === 0,
        json: {
          breaks,
          ...(breaks.length > 0 && { counts }),
          seals,
          rows,
          unsealed,
          ...(head && { head }),
          ...(noted && { noted }),
        },
        text: [
          ...outcomeOf(walk),
          ...(head ? [`It ends with seal ${head.seal} of ${head.at}: ${head.mac}`] : []),
          ...(unsealed > 0 ? [`${rowsAre(unsealed)} not sealed yet; the bot seals every second.`] : []),
          noted
            ? `Noted outside the database: seal ${noted.seal} of ${noted.at}.`
            : 'No head is noted here (AUDIT_HEAD_FILE): an older copy, or an end that was cut off, would not be noticed.',
        ].join('\n'),
      };
    });
  },
};

/** So many of a kind are told in words; --json has more. */
const listed = 20;

const rowsAre = (count: number): string =>
  `${count.toLocaleString('en-GB')} ${count === 1 ? 'row is' : 'rows are'}`;

const outcomeOf = ({ breaks, counts, rows, seals }: Walk): string[] =>
  breaks.length === 0
    ? [
        `Nothing was written anew. Rows under a seal: ${rows.toLocaleString('en-GB')}; seals: ${seals.toLocaleString('en-GB')}.`,
      ]
    : [
        `The ledger is not as it was sealed: ${sum(Object.values(counts)).toLocaleString('en-GB')} found.`,
        ...section('Found:', linesOf(breaks, counts)),
        '',
      ];

const sum = (numbers: number[]): number => numbers.reduce((total, one) => total + one, 0);

/** Of each kind the first ones, so that many of one kind hide none of another. */
const linesOf = (breaks: Break[], counts: Walk['counts']): string[] =>
  Object.entries(counts).flatMap(([kind, count]) => {
    const lines = breaks
      .filter(({ is }) => is === kind)
      .slice(0, listed)
      .map(sentenceOf);
    const more = count - lines.length;
    return more > 0 ? [...lines, `and ${more.toLocaleString('en-GB')} more like this`] : lines;
  });

/** Where something is wrong, and what. */
function sentenceOf(found: Break): string {
  switch (found.is) {
    case 'edited':
      return `Row ${found.row} was edited: it says something else than under seal ${found.seal}.`;
    case 'missing':
      return `Row ${found.row} is missing: it was deleted after seal ${found.seal}.`;
    case 'swapped':
      return `Rows ${found.row} and ${found.with} were swapped: each says what the other said.`;
    case 'inserted':
      return `Row ${found.row} was inserted past the bot, or its seal was taken away: it stands under none.`;
    case 'gone-unsealed':
      return `Row ${found.row} is missing: it was deleted before it was sealed.`;
    case 'sealed-twice':
      return `Row ${found.row} was put under a seal once more, seal ${found.seal}: somebody made it wait again.`;
    case 'seal-missing':
      return found.from === found.to
        ? `Seal ${found.from} is missing.`
        : `Seals ${found.from} to ${found.to} are missing.`;
    case 'seal-forged':
      return `Seal ${found.seal} was changed or made without the key.`;
    case 'seal-out-of-place':
      return `Seal ${found.seal} was not made on top of the one before it: a part of the chain was exchanged.`;
    case 'cut':
      return `The end was cut off, or this is an older copy: seal ${found.noted} was noted, and the last one here is ${found.seal}.`;
    case 'made-anew':
      return `The chain was made anew with the key, or is of another copy: seal ${found.noted} is not the one that was noted.`;
    case 'rules-edited':
      return `Version ${found.version} of the rules was edited: it says something else than when it was applied.`;
    case 'rules-unnoted':
      return `Version ${found.version} of the rules was put in past the bot: the ledger does not say that it was applied.`;
    case 'rules-missing':
      return `Version ${found.version} of the rules is missing: the ledger says that it was applied.`;
  }
}
