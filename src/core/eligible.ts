import { type Benefit, kindOf } from './benefit';
import { freeMailDomain } from './free-mail';
import { type Holding, isLive } from './holding';
import type { Named } from './person';
import { mostReassignments } from './programme';
import type { Refusal } from './refusal';
import type { BenefitInRequest, Request } from './request';
import type { Day } from './time';

/** Who will have a benefit, as far as its rules ask about them. `twins`: other people with the same address, maybe themself. */
export type Assignee = Named & { email?: string; twins?: string[] };

/**
 * Whether somebody may have a benefit, whatever is left of it; the refusal names the rule. `holdings`: what they have now; `coming`:
 * what was granted and is on its way to them.
 */
export function mayNotHold(
  benefit: Pick<Benefit, 'category' | 'delivery' | 'unit'>,
  assignee: Assignee,
  holdings: Holding[],
  coming: BenefitInRequest[] = [],
): Extract<Refusal, { why: 'one-credit' | 'no-email' | 'free-mail' }> | undefined {
  const kind = kindOf(benefit);
  const same = holdings.find((holding) => isLive(holding) && kindOf(holding.benefit) === kind);
  const next = coming.find((one) => kindOf(one) === kind);
  const { name: person, email } = assignee;
  switch (kind) {
    case 'credit': {
      // One active credit per person, and none for an address of a free-mail provider ("Azure benefits", October 2023).
      if (same) return { why: 'one-credit', person, benefit: same.benefit.name };
      if (next) return { why: 'one-credit', person, benefit: next.name, coming: true };
      if (!email) return { why: 'no-email', person };
      const domain = freeMailDomain(email);
      return domain ? { why: 'free-mail', person, domain } : undefined;
    }
    case 'subscription':
      // To a named individual, by the address they sign in with ("Visual Studio benefits", Partner Center documentation, 2023).
      return email ? undefined : { why: 'no-email', person };
    case 'order':
    case 'contract':
    case 'key':
    case 'bare':
    case 'token':
      return undefined;
  }
}

/** What was granted to somebody and has not reached them yet: it waits for its turn, for their answer, or for an admin. */
export const comingTo = (person: string, requests: Request[]): BenefitInRequest[] =>
  requests
    .filter(({ state }) => state === 'waiting' || state === 'offered' || state === 'approved')
    .filter(({ assignee }) => assignee.id === person)
    .map(({ benefit }) => benefit);

/**
 * A credit that was given as often as Microsoft allows: the first giving is no reassignment, every further one is, whether it was
 * moved, or taken back and given anew. `timesGiven`: since its package began.
 */
export function creditSpent(
  benefit: Pick<Benefit, 'name' | 'category' | 'delivery' | 'unit'>,
  timesGiven: number,
  today: Day,
): Refusal | undefined {
  const most = mostReassignments(benefit, today);
  return most !== undefined && timesGiven > most
    ? { why: 'credit-spent', benefit: benefit.name, times: most }
    : undefined;
}

/** What is known about the addresses of a support benefit. */
export interface Addresses {
  alternative: string | undefined;
  assignee: Assignee;
  /** Of the company's Partner Center account, where the admins have told it. */
  account: string | undefined;
}

/**
 * Why the second address of a support benefit will not do. It must differ from the one of the company's Partner Center account, and
 * from the person's own, because Microsoft writes to both ("Use your benefits", 8 July 2017).
 */
export function badAlternative({ alternative, assignee, account }: Addresses): Refusal | undefined {
  if (!alternative || !isPlainAddress(alternative)) return { why: 'bad-email' };
  if (isSame(alternative, account)) return { why: 'email-of-account' };
  return isSame(alternative, assignee.email) ? { why: 'email-of-person' } : undefined;
}

/**
 * One address and nothing else, by which somebody can be known: no list, no name beside it, no link, no bare host (the dot-string of
 * RFC 5321, 4.1.2, 2008). Plain ASCII, because letters that look alike must not make somebody somebody else.
 */
export const isPlainAddress = (text: string): boolean => plainAddress.test(text.trim());
const atom = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+";
const label = '[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?';
const plainAddress = new RegExp(
  `^${atom}(?:\\.${atom})*@(?:${label}\\.)+[A-Za-z](?:[A-Za-z0-9-]*[A-Za-z0-9])$`,
);

/** Whether mail to both reaches one person: what follows a plus sign only sorts it ("subaddress", RFC 5233, 2008). */
const isSame = (one: string, other: string | undefined): boolean =>
  other !== undefined && mailbox(one) === mailbox(other);
const mailbox = (address: string): string =>
  address
    .normalize('NFKC')
    .trim()
    .toLowerCase()
    .replace(/^([^+@]+)\+[^@]*@/, '$1@');
