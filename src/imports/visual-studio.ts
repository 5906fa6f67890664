import { asName, emailAddress, maybe, needed, oneOf, onlyOnce } from './cells';
import { readTable } from './csv-table';
import { type Day, readDay } from './days';
import type { FileSource } from './file-text';
import type { Reading } from './limits';
import { BadFile, type Item } from './problem';

/** One subscription of the portal that somebody has. */
export interface SubscriptionRow {
  name: string;
  /** In lower case. */
  email: string;
  /** As the portal calls it, such as "Visual Studio Enterprise". */
  level: string;
  assigned: Day | null;
  /** In lower case; null where the export leaves it out. */
  guid: string | null;
}

const required = ['subscriber_name', 'email', 'subscription_level', 'assigned'] as const;
/** The rest of the columns, in the order of "Migrate subscriptions" (Visual Studio subscriptions documentation, September 2024); the Entra group was called Azure AD group. */
const extra = [
  'notification_email_address',
  'microsoft_entra_group',
  'azure_ad_group',
  'activated',
  'expiration_date_(utc)',
  'reference',
  'downloads',
  'country',
  'language',
  'subscription_status',
  'subscription_guid',
  'usage_status',
] as const;
type Column = (typeof required)[number] | (typeof extra)[number];

/**
 * The export of the Visual Studio subscriptions portal: who has which subscription there. Rows of subscriptions that nobody has are passed over.
 * A subscription stands once in an export: twice, it is two exports in one file, or one that was edited.
 */
export async function* readSubscriptions(
  source: FileSource,
  reading: Reading = {},
): AsyncGenerator<Item<SubscriptionRow>> {
  let rows = 0;
  const once = onlyOnce('subscription_guid');
  for await (const { line, nth, cells } of readTable<Column>(
    source,
    { required, optional: extra },
    reading,
  )) {
    rows = nth;
    const at = (column: Column) => ({ line, column });
    const guid = maybe(at('subscription_guid'), cells.subscription_guid.toLowerCase(), 64);
    if (guid !== null) once(line, guid);
    const statuses = ['assigned', 'unassigned'] as const;
    const status =
      cells.subscription_status === ''
        ? cells.email === ''
          ? 'unassigned'
          : 'assigned'
        : oneOf(at('subscription_status'), cells.subscription_status, statuses);
    if (status === 'unassigned') continue;
    const assigned = readDay(cells.assigned);
    if (assigned === 'unclear') throw new BadFile(line, { code: 'bad-date', column: 'assigned' });
    const email = emailAddress(at('email'), needed(at('email'), cells.email, 254));
    const row: SubscriptionRow = {
      name: asName(at('subscriber_name'), needed(at('subscriber_name'), cells.subscriber_name, 100)),
      email,
      level: asName(
        at('subscription_level'),
        needed(at('subscription_level'), cells.subscription_level, 200),
      ),
      assigned: assigned ?? null,
      guid,
    };
    yield { line, nth, row };
  }
  if (rows === 0) throw new BadFile(null, { code: 'no-rows', of: 'subscriptions' });
}
