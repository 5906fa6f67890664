/** An amount of money. `hundredths`: of a unit of the currency. */
export interface Price {
  /** ISO 4217. */
  currency: string;
  hundredths: number;
}

/** Reads `USD 539`, `539.00 usd`, as an admin types it or the database keeps it; undefined where it is none. */
export function priceOf(text: string): Price | undefined {
  const [, before, amount, after] =
    /^([a-z]{3})? ?(\d{1,9}(?:\.\d{1,2})?) ?([a-z]{3})?$/i.exec(text.trim()) ?? [];
  const currency = (before ?? after)?.toUpperCase();
  if (amount === undefined || !currency || (before && after)) return undefined;
  return { currency, hundredths: Math.round(Number(amount) * 100) };
}

/** `USD 539.00`, as it is kept. */
export const priceText = ({ currency, hundredths }: Price): string =>
  `${currency} ${(hundredths / 100).toFixed(2)}`;

/** Amounts together, one for each currency: nobody here knows what one is worth in another. */
export function totals(amounts: readonly Price[]): Price[] {
  const sums = new Map<string, number>();
  for (const { currency, hundredths } of amounts) sums.set(currency, (sums.get(currency) ?? 0) + hundredths);
  return [...sums]
    .map(([currency, hundredths]) => ({ currency, hundredths }))
    .sort((one, other) => (one.currency < other.currency ? -1 : 1));
}
