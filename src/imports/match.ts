import { mixesAlphabets, type Nearest, nameFinder, normalName, tidyName } from '../core/product-name';
import type { AliasRow } from './aliases';

/** How the products of a file come to their benefits. */
export interface Matching<B extends { name: string; id?: string }> {
  /** What there is. Where two have the same name the first is taken. */
  benefits: readonly B[];
  /** `--map`: other names of the file. */
  aliases?: readonly AliasRow[];
  /** `--benefit`: all keys go under this one, whatever the file says. */
  under?: string;
  /** Keys without a product go under this one. */
  nameless?: Pick<AliasRow, 'benefit' | 'id'>;
  /** `--create-benefits`: what is missing is to be made. */
  create?: boolean;
}

/** Where the keys of one product go. `name` of a new benefit is fit to be shown. */
export type Match<B> =
  | { to: 'benefit'; benefit: B; by: 'name' | 'alias' | 'option' }
  | { to: 'new'; name: string; by: 'name' | 'alias' | 'option' }
  /** `missing` is the name that was looked for: the product's, or what an alias or `--benefit` makes of it; null where the file has none. */
  | {
      to: 'none';
      missing: string | null;
      by: 'name' | 'alias' | 'option';
      nearest: Nearest | undefined;
      /** None is ever made of it: a word of it mixes letters that look alike. */
      lookAlike?: true;
    };

/**
 * Decides for each product name of a file (null: a key without a product) to which benefit its keys belong. An answer is the same for
 * every spelling of a name, and is worked out once. Two products that are to be made under one name give one new benefit.
 */
export function matcher<B extends { name: string; id?: string }>(
  how: Matching<B>,
): (product: string | null) => Match<B> {
  const benefits = new Map<string, B>();
  for (const benefit of how.benefits) {
    const name = normalName(benefit.name);
    if (!benefits.has(name)) benefits.set(name, benefit);
  }
  const aliases = new Map((how.aliases ?? []).map((alias) => [normalName(alias.product), alias]));
  const hint = nameFinder(how.benefits.map(({ name }) => name));
  const toMake = new Map<string, string>();
  const known = new Map<string | null, Match<B>>();

  const decide = (product: string | null): Match<B> => {
    const alias = product === null ? undefined : aliases.get(normalName(product));
    const by = how.under !== undefined ? 'option' : alias !== undefined ? 'alias' : 'name';
    const said = product === null ? how.nameless : alias;
    const wanted = how.under ?? said?.benefit ?? product;
    if (wanted === null) return { to: 'none', missing: null, by, nearest: undefined };
    const meant =
      how.under === undefined && said?.id ? how.benefits.find(({ id }) => id === said.id) : undefined;
    const benefit = meant ?? benefits.get(normalName(wanted));
    if (benefit !== undefined) return { to: 'benefit', benefit, by };
    const missing = tidyName(wanted);
    const lookAlike = mixesAlphabets(missing);
    if (how.create !== true || lookAlike)
      return { to: 'none', missing, by, nearest: hint(wanted), ...(lookAlike && { lookAlike }) };
    const name = toMake.get(normalName(wanted)) ?? missing;
    toMake.set(normalName(wanted), name);
    return { to: 'new', name, by };
  };
  return (product) => {
    const name = product === null ? null : normalName(product);
    const match = known.get(name) ?? decide(product);
    known.set(name, match);
    return match;
  };
}
