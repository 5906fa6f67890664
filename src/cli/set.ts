import { z } from 'zod';
import { type Price, priceOf, priceText } from '../core/price';
import {
  type SettingName,
  type SettingOutcome,
  type SettingValue,
  setBenefit,
  settingColumns,
} from '../store/imports/settings';
import { withDatabase } from './database';
import { shown, table } from './table';
import { BadCommand, type Verb } from './verb';

const whole = (least: number, most: number) =>
  z
    .string()
    .regex(/^\d{1,7}$/)
    .transform(Number)
    .pipe(z.number().min(least).max(most));
const off = z.literal('off').transform(() => null);
const noDays = z.literal('off').transform((): number[] => []);
const days = z
  .string()
  .transform((text) => text.split(/[,;\s]+/).filter((part) => part !== ''))
  .pipe(z.array(whole(0, 365)).min(1).max(20))
  .transform((list) => [...new Set(list)].sort((one, other) => other - one));

/** What each setting may be, and how that is said. Bounds are those of the database. */
const settings: Record<SettingName, { value: z.ZodType<SettingValue>; says: string; means: string }> = {
  'low-stock': {
    value: z.union([off, whole(0, 1_000_000)]),
    says: 'a whole number, or off',
    means: 'warn the admins when less than this is left',
  },
  'still-needed-after': {
    value: z.union([off, whole(1, 3650)]),
    says: 'a number of days from 1 to 3650, or off',
    means: 'ask holders after so many days whether they still need it',
  },
  'answer-within': {
    value: whole(1, 365),
    says: 'a number of days from 1 to 365',
    means: 'so many days they have to answer',
  },
  'notice-days': {
    value: z.union([noDays, days]),
    says: 'numbers of days from 0 to 365 with commas between, or off',
    means: 'so many days before something lapses, say so',
  },
  'lead-days': {
    value: whole(1, 365),
    says: 'a number of days from 1 to 365',
    means: 'so many days Microsoft usually takes to activate it',
  },
  'task-days': {
    value: whole(1, 365),
    says: 'a number of days from 1 to 365',
    means: 'so many days an admin has for a task',
  },
  'offer-hours': {
    value: whole(1, 2000),
    says: 'a number of hours from 1 to 2000',
    means: 'so many hours an offer is kept',
  },
  price: {
    value: z.union([
      off,
      z
        .string()
        .transform(priceOf)
        .pipe(z.custom<Price>((price) => price !== undefined))
        .transform(priceText),
    ]),
    says: 'an amount with its currency, as USD 539.00, or off',
    means: 'what one unit would cost for a year; reports tell what is unused by it',
  },
};
const names = Object.keys(settingColumns) as SettingName[];
const isName = (word: string): word is SettingName => Object.hasOwn(settingColumns, word);

/** `set`: the settings of one benefit. */
export const setVerb: Verb = {
  usage: 'set <benefit> [<setting> <value>|default] [--package <name>]',
  purpose: `settings of a benefit: ${names.join(', ')}`,
  options: { package: { type: 'string' } },
  async run(asked) {
    const { benefit, wish } = wishOf(asked.words);
    const pack = asked.options.package;
    const outcome = await withDatabase(asked, 'needed', ({ database, now }) =>
      setBenefit(database, { benefit, ...(typeof pack === 'string' && { package: pack }) }, wish, { now }),
    );
    return { ok: true, json: { ...outcome }, text: summary(outcome, wish !== undefined) };
  },
};

/** The name of a benefit may be typed with or without quotation marks: it ends where a setting stands, or what looks like one. */
function wishOf(words: readonly string[]) {
  const quoted = words[0]?.includes(' ') ?? false;
  const found = words.findIndex(
    (word, place) =>
      place > 0 && (isName(word) || (quoted && place === 1) || /^[a-z]+(-[a-z]+)+$/.test(word)),
  );
  const benefit = words
    .slice(0, found < 0 ? words.length : found)
    .join(' ')
    .trim();
  if (benefit === '') throw new BadCommand('Which benefit? Its name is missing.');
  if (found < 0) return { benefit, wish: undefined };

  const [name = '', ...values] = words.slice(found);
  if (!isName(name))
    throw new BadCommand(`There is no setting “${shown(name)}”; there are ${names.join(', ')}.`);
  const said = values.join(' ').trim();
  const { value, says } = settings[name];
  if (said === '') throw new BadCommand(`What shall ${name} be? It takes ${says}.`);
  if (said === 'default') return { benefit, wish: { name, value: 'default' as const } };
  const read = value.safeParse(said);
  if (!read.success) throw new BadCommand(`${name} takes ${says}; “default” takes it back to the beginning.`);
  return { benefit, wish: { name, value: read.data } };
}

function summary({ benefit, package: pack, changed, settings: now }: SettingOutcome, asked: boolean): string {
  const rows = names.map((name) => [name, `${said(now[name])}  (${settings[name].means})`] as const);
  return [
    `${shown(benefit)} (${shown(pack)})`,
    table(rows),
    ...(asked ? ['', changed ? 'Set.' : 'Nothing has changed.'] : []),
  ].join('\n');
}

const said = (value: SettingValue): string =>
  value === null || (Array.isArray(value) && value.length === 0)
    ? 'off'
    : Array.isArray(value)
      ? value.join(',')
      : String(value);
