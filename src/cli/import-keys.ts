import { type AliasRow, readAliases } from '../imports/aliases';
import { readApart } from '../imports/apart';
import { sayWhy } from '../imports/sentences';
import type { Placing } from '../store/imports/destinations';
import { importKeys, type KeysOutcome } from '../store/imports/keys';
import { closing, dryRunOption, importing } from './importing';
import { firstOf, restInJson, section, shown, table, where } from './table';
import type { Asked, Verb } from './verb';

/** `import keys`: a KeysExport.xml, or a CSV of our own. */
export const importKeysVerb: Verb = {
  usage:
    'import keys <file.xml|file.csv> [--map <file.csv>] [--benefit <name>] [--package <name>] [--create-benefits] [--dry-run]',
  purpose: 'product keys',
  options: {
    map: { type: 'string' },
    benefit: { type: 'string' },
    package: { type: 'string' },
    'create-benefits': { type: 'boolean' },
    ...dryRunOption,
  },
  run: (asked) =>
    importing(asked, async ({ database, openVault, path, reading, importing }) => {
      const placing = await placingOf(asked.options);
      const outcome = await importKeys(
        database,
        readApart('keys', path, reading),
        placing,
        openVault,
        importing,
      );
      return {
        ok: true,
        json: { ...outcome, skipped: Object.fromEntries(outcome.skipped), dryRun: importing.dryRun },
        text: summary(outcome, importing.dryRun),
      };
    }),
};

async function placingOf(options: Asked['options']): Promise<Placing> {
  const aliases: AliasRow[] = [];
  if (typeof options.map === 'string')
    for await (const item of readAliases(options.map)) if ('row' in item) aliases.push(item.row);
  return {
    aliases,
    create: options['create-benefits'] === true,
    ...(typeof options.benefit === 'string' && { under: options.benefit }),
    ...(typeof options.package === 'string' && { package: options.package }),
  };
}

const sum = (counts: number[]): number => counts.reduce((total, count) => total + count, 0);

function summary(outcome: KeysOutcome, dryRun: boolean | undefined): string {
  const skipped = [...outcome.skipped].map(([why, places]) => {
    const words = why === 'not-keyed' ? 'a benefit that is not delivered by a key' : sayWhy(why);
    return `${places.count} × ${words}: ${where(places)}`;
  });
  const unmatched = outcome.unmatched.map(({ product, nearest, lookAlike, places }) => {
    const name = product === null ? 'keys without a product (name a benefit with --benefit)' : shown(product);
    const odd = lookAlike ? ' – mixes letters of two alphabets, so none is made of it' : '';
    return `${places.count} × ${name}${nearest === null ? '' : ` – nearest: ${shown(nearest)}`}${odd}`;
  });
  const meant = outcome.meant.map(
    ({ name, benefit, rows }) =>
      `${rows} × ${name === null ? 'keys without a product' : shown(name)} → ${shown(benefit)}`,
  );
  const under = outcome.under.map(
    (one) => `${shown(one.name)}: ${one.new}${one.changed > 0 ? ` and ${one.changed}` : ''}`,
  );
  const made = outcome.made.map(({ name, quantity }) => `${shown(name)}: ${quantity}`);
  return [
    table([
      ['Rows read', outcome.rows],
      ['new keys', outcome.new],
      ['known keys for a further benefit', outcome.changed],
      ['unchanged', outcome.unchanged],
      ['skipped', sum([...outcome.skipped.values()].map(({ count }) => count))],
      ['without a benefit', sum(outcome.unmatched.map(({ places }) => places.count))],
      ['Units added', outcome.units],
      ...(outcome.claimed.count > 0
        ? [
            [
              `claimed at Microsoft from ${outcome.claimed.first} to ${outcome.claimed.last}`,
              outcome.claimed.count,
            ] as const,
          ]
        : []),
    ]),
    ...section('Skipped:', skipped),
    ...section(
      'No benefit has the name (use --map, --benefit or --create-benefits):',
      firstOf(unmatched, restInJson),
    ),
    ...section('Under a benefit of another name:', firstOf(meant, restInJson)),
    ...section('New keys, and known ones for a further benefit:', firstOf(under, restInJson)),
    ...section('Made with this allocation, until the membership says otherwise:', firstOf(made, restInJson)),
    ...section(
      'Claimed on a day that cannot be read, which is passed over:',
      outcome.claimed.unclear.count === 0 ? [] : [where(outcome.claimed.unclear)],
    ),
    ...section(
      'Known with another type or number of seats, and left as they are:',
      outcome.differing.count === 0 ? [] : [where(outcome.differing)],
    ),
    '',
    closing(dryRun, outcome.new + outcome.changed > 0),
  ].join('\n');
}
