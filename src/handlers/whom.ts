import { type Called, calledBy, isTelling, nameKey, readingsIn, wordsOf } from '../core/names';
import { type Named, type PersonRef, personRef } from '../core/person';
import type { Refusal } from '../core/refusal';
import { mayNotDoTasks } from '../core/task';
import type { KnownPerson } from '../store/people';
import type { Here } from './verb';

/** Whom words or a picker mean. */
export type Whom = { is: 'somebody'; person: KnownPerson } | { is: 'not-clear'; refusal: Refusal };

/**
 * The person a reference names: one of ours (`person:…`), or an account that a picker or a mention names. An account nobody has
 * met yet is met now, so only a command that decides may ask for it; `look` answers for those we know already. Whom we know by
 * their account needs no directory: Teams names nobody who has not installed the app.
 */
export async function personNamed(here: Here, ref: string, how: 'meet' | 'look' = 'meet'): Promise<Whom> {
  const { ledger, now } = here;
  const unknown: Whom = {
    is: 'not-clear',
    refusal: { why: 'unknown-person', said: ref.replace(/^[a-z]+:/, '') },
  };
  if (ref.startsWith('person:')) return known(await ledger.person(ref.slice('person:'.length)), unknown);
  const { named, ...home } = here.from;
  const account = named.find((one) => one.ref === ref);
  if (!account || !personRef.test(ref)) return unknown;
  const { user, profile } = account;
  const sender = { ...home, user, address: null, profile };
  switch (profile.standing) {
    case 'stranger':
      return unknown;
    case 'unknown':
      return known(await ledger.personBehind(sender, undefined), {
        is: 'not-clear',
        refusal: { why: 'colleague-not-found' },
      });
    case 'member':
      return known(
        how === 'meet'
          ? await ledger.personAt(sender, profile, now)
          : await ledger.personBehind(sender, profile.email),
        unknown,
      );
  }
}

/** So many names one looks through in a sentence. */
const mostNamed = 10;

/** A refusal of somebody who may not decide, with those who may. */
export const namingWhoMay = (refusal: Refusal, colleagues: Named[]): Refusal =>
  refusal.why === 'may-not-decide'
    ? { ...refusal, may: colleagues.slice(0, mostNamed).map(({ name }) => name) }
    : refusal;

/** Everybody whom typed or pasted words name, in their order; nobody beside words that name nobody, and beside a mention. */
export async function everybodyCalled(here: Here, text: string): Promise<Array<Called<KnownPerson>>> {
  const readings = readingsIn(text);
  const found = await here.ledger.wholeNames(readings.flatMap(wordsOf));
  return readings.flatMap((reading) => calledBy(reading, (words) => found.get(nameKey(words)) ?? []));
}

/** The person a mention names, as it stands in typed words. */
export const mentionIn = (said: string): PersonRef | undefined =>
  /^\s*<@((?:slack|teams):[A-Za-z0-9-]+)>\s*$/.exec(said)?.[1];

/**
 * The one person whom words name: by a mention, a whole name or a whole address. Whoever only `look`s, and sees who it is before
 * anything is done, may write a beginning; what gives something to people takes none.
 */
export async function personCalled(
  here: Here,
  { said, people }: Called<KnownPerson>,
  how: 'meet' | 'look' = 'meet',
): Promise<Whom> {
  const mention = mentionIn(said);
  if (mention) return personNamed(here, mention, how);
  const beginning = people.length === 0 && isTelling(said);
  const meant = beginning ? await here.ledger.peopleCalled(said) : people;
  const [one, ...more] = meant;
  if (!one) return { is: 'not-clear', refusal: { why: 'unknown-person', said } };
  if (more.length === 0 && (!beginning || how === 'look')) return { is: 'somebody', person: one };
  return { is: 'not-clear', refusal: { why: 'which-person', said, names: toldApart(here, meant) } };
}

/** A few names are enough of a hint. */
const mostHinted = 3;

/** People so that whoever speaks can tell them apart. Nobody but an admin gets the company's addresses that way, or long lists of its people. */
const toldApart = ({ speaker }: Here, people: KnownPerson[]): string[] =>
  mayNotDoTasks(speaker)
    ? [...new Set(people.map(({ name }) => name))].slice(0, mostHinted)
    : people.map(spelled);

/** A person so that they can be told from others of the name. */
export const spelled = ({ name, email }: KnownPerson): string => (email ? `${name} (${email})` : name);

const known = (person: KnownPerson | undefined, otherwise: Whom): Whom =>
  person?.active ? { is: 'somebody', person } : otherwise;
