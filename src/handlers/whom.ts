import { personRef } from '../core/person';
import type { Refusal } from '../core/refusal';
import type { KnownPerson } from '../store/people';
import type { Here } from './verb';

/** Whom words or a picker mean. */
export type Whom = { is: 'somebody'; person: KnownPerson } | { is: 'not-clear'; refusal: Refusal };

/**
 * The person a reference names: one of ours (`person:…`), or an account that a picker or a mention names. An account nobody has
 * met yet is met now, so only a command that decides may ask for it; `look` answers for those we know already.
 */
export async function personNamed(here: Here, ref: string, how: 'meet' | 'look' = 'meet'): Promise<Whom> {
  const unknown: Whom = {
    is: 'not-clear',
    refusal: { why: 'unknown-person', said: ref.replace(/^[a-z]+:/, '') },
  };
  if (ref.startsWith('person:')) return known(await here.ledger.person(ref.slice('person:'.length)), unknown);
  const { named, ...home } = here.from;
  const account = named.find((one) => one.ref === ref);
  if (account?.profile.standing === 'unknown')
    return { is: 'not-clear', refusal: { why: 'directory-silent' } };
  if (!personRef.test(ref) || account?.profile.standing !== 'member') return unknown;
  const { user, profile } = account;
  const sender = { ...home, user, address: null, profile };
  if (how === 'meet') return known(await here.ledger.personAt(sender, profile, here.now), unknown);
  const [one, ...more] = profile.email ? await here.ledger.peopleCalled(profile.email) : [];
  return one && more.length === 0 ? { is: 'somebody', person: one } : unknown;
}

/** The person whom typed words name: an address, a name, or the beginning of one; or a mention. */
export async function personCalled(here: Here, said: string, how: 'meet' | 'look' = 'meet'): Promise<Whom> {
  const mention = /^\s*<@((?:slack|teams):[A-Za-z0-9-]+)>\s*$/.exec(said)?.[1];
  if (mention) return personNamed(here, mention, how);
  const words = said.trim().replace(/^@/, '');
  const [one, ...more] = await here.ledger.peopleCalled(words);
  if (!one) return { is: 'not-clear', refusal: { why: 'unknown-person', said: words } };
  if (more.length === 0) return { is: 'somebody', person: one };
  const names = [one, ...more].map(({ name, email }) => (email ? `${name} (${email})` : name));
  return { is: 'not-clear', refusal: { why: 'which-person', said: words, names } };
}

/** Names as they are typed or pasted, one by one: divided by lines, commas, semicolons or "and". */
export const namesIn = (text: string): string[] =>
  [
    ...new Set(
      text
        .split(/[\n,;，、；]|\s+(?:and|&)\s+|\s*(?:和|與|及)\s*/u)
        .map((name) => name.trim())
        .filter((name) => name !== ''),
    ),
  ].slice(0, 50);

const known = (person: KnownPerson | undefined, otherwise: Whom): Whom =>
  person?.active ? { is: 'somebody', person } : otherwise;
