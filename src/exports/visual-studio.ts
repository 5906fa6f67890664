import type { Subscriber } from '../core/listed';
import type { Columns } from './table';

/** A row of the sheet: text that the portal takes. */
export interface SheetRow {
  name: string;
  email: string;
  notify: string;
  level: string;
  reference: string;
  country: string;
  language: string;
}

/** Somebody who cannot stand in the sheet, and why. */
export interface LeftOut {
  name: string;
  level: string;
  task: string;
  why: 'no-address' | 'address-not-taken' | 'second-level';
}

/**
 * The columns of the template for adding many at once ("Migrate subscriptions" and "Assign licences to multiple users", Visual Studio
 * documentation, 2024). The GUID stays empty, which lets the portal choose; so does the column in which it answers.
 */
export const subscriberColumns: Columns<SheetRow> = {
  Name: ({ name }) => name,
  'Sign-in Email': ({ email }) => email,
  'Notification Email': ({ notify }) => notify,
  'Subscription Level': ({ level }) => level,
  Reference: ({ reference }) => reference,
  Downloads: () => 'Enabled',
  Country: ({ country }) => country,
  Language: ({ language }) => language,
  'Subscription GUID': () => undefined,
  'Error message': () => undefined,
};

/**
 * Text as the portal takes it: no commas, no blank at either end, never two blanks in a row, or the whole upload fails (same source).
 */
export const tidyCell = (text: string): string =>
  text
    .replace(/[,，、﹐]/g, ' ')
    .replace(/[\s\p{Cc}\p{Cf}]+/gu, ' ')
    .trim();

/** An address that needs no mending: one that was mended would be somebody else's. */
const isTaken = (address: string): boolean => /^[^\s,@]+@[^\s,@]+$/.test(address);

/**
 * The sheet that brings what was approved into the Visual Studio portal, a row for each person. A person has one level only ("Using the
 * admin portal", Visual Studio documentation, 2024): a second one is left out and named.
 *
 * @param place what the portal asks for and nobody here knows
 */
export function subscriberSheet(
  subscribers: readonly Subscriber[],
  place: { country?: string; language?: string },
): { rows: SheetRow[]; leftOut: LeftOut[] } {
  const rows: SheetRow[] = [];
  const leftOut: LeftOut[] = [];
  const levels = new Map<string, string>();
  for (const { person, benefit, task, request, notify, language } of subscribers) {
    const level = tidyCell(benefit.name);
    const email = person.email?.trim();
    const why = !email
      ? 'no-address'
      : !isTaken(email)
        ? 'address-not-taken'
        : levels.has(email.toLowerCase())
          ? 'second-level'
          : undefined;
    if (!email || why) {
      leftOut.push({ name: person.name, level, task, why: why ?? 'no-address' });
      continue;
    }
    levels.set(email.toLowerCase(), level);
    rows.push({
      name: tidyCell(person.name) || email,
      email,
      notify: notify && isTaken(notify.trim()) ? notify.trim() : email,
      level,
      reference: request,
      country: tidyCell(place.country ?? ''),
      language: tidyCell(place.language ?? language ?? 'English'),
    });
  }
  return { rows, leftOut };
}
