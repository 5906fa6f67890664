import { type Benefit, kindOf } from './benefit';
import { addDays, type Day } from './time';

/** A rule of the programme, by the day from which it holds. */
type Dated<Value> = ReadonlyArray<{ from: Day; is: Value }>;

/** The rule that holds on a day; the first one before anything was written down. */
function inForce<Value>(rows: Dated<Value>, on: Day): Value {
  const [first] = rows;
  if (!first) throw new Error('a rule without rows');
  return (rows.filter(({ from }) => from <= on).at(-1) ?? first).is;
}

/**
 * So many days after its assignment a Visual Studio subscription may go to somebody else. 2017: at any time ("Use your benefits",
 * 8 July 2017). Since 2021: 90 days ("Visual Studio benefits", Partner Center documentation, March 2021 and October 2023).
 */
const daysBeforeReassignment: Dated<number> = [
  { from: '2017-07-08', is: 0 },
  { from: '2021-01-01', is: 90 },
];

/**
 * How often an Azure credit may be reassigned ("Azure benefits", Partner Center documentation, October 2023): a monthly one five
 * times, no exceptions; a yearly (bulk) one never in its year.
 */
const creditReassignments: Record<'month' | 'year', Dated<number>> = {
  month: [{ from: '2017-07-08', is: 5 }],
  year: [{ from: '2017-07-08', is: 0 }],
};

/** The first day on which a holding of this benefit may go to somebody else, and the days of the rule; undefined where nothing binds it. */
export function mayMoveFrom(
  benefit: Pick<Benefit, 'category' | 'delivery' | 'unit'>,
  since: Day,
  today: Day,
): { days: number; from: Day } | undefined {
  if (kindOf(benefit) !== 'subscription') return undefined;
  const days = inForce(daysBeforeReassignment, today);
  return { days, from: addDays(since, days) };
}

/** How often a credit may be reassigned; undefined for a benefit that is no credit. */
export function mostReassignments(
  benefit: Pick<Benefit, 'category' | 'delivery' | 'unit'>,
  today: Day,
): number | undefined {
  if (kindOf(benefit) !== 'credit') return undefined;
  return inForce(creditReassignments[/year$/i.test(benefit.unit) ? 'year' : 'month'], today);
}

/** Where the holder manages it: the Azure portal for a credit, the subscriber portal for Visual Studio, Support for Business. */
export function portalOf(benefit: Pick<Benefit, 'category' | 'delivery' | 'unit'>): string | undefined {
  switch (kindOf(benefit)) {
    case 'credit':
      return 'https://portal.azure.com';
    case 'subscription':
      return 'https://my.visualstudio.com';
    case 'contract':
      return 'https://support.serviceshub.microsoft.com';
    case 'token':
      return 'https://signup.microsoft.com/productkeystart';
    case 'key':
    case 'bare':
    case 'order':
      return undefined;
  }
}

/** Where an admin does what Microsoft offers no API for. */
export const subscriptionsPortal = 'https://manage.visualstudio.com/subscribers';
/** Where an admin does what no program can. */
export const partnerCenter = 'https://partner.microsoft.com/dashboard';
