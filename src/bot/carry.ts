import { type Card, canBePressed } from '../core/card';
import type { Notice } from '../core/notice';
import { mostOften } from '../core/often';
import { millisecondsOfDay } from '../core/time';
import { viewFor } from '../core/views/catalogue';
import { cardFor } from '../core/views/for-notice';
import { wordsIn } from '../core/words';
import { clockOfReader } from '../handlers/clock-of-reader';
import type { Ledger } from '../store/open';
import type { Leased, Shown } from '../store/outbox';
import type { Reachable } from '../store/people';
import type { Account, Posted } from '../store/store';
import type { Pace } from './pace';
import type { Outcome, Platform } from './platform';

/** What carrying one notice needs. */
export interface Carriage {
  ledger: Pick<
    Ledger,
    | 'reachable'
    | 'copiesOf'
    | 'forgetCopy'
    | 'redrawn'
    | 'asItIsNow'
    | 'isDrawnAgain'
    | 'hasHeard'
    | 'policy'
    | 'wasCalled'
  >;
  platforms: Platform[];
  pace: Pace;
  now(): Date;
}

/** What carrying a notice came to. */
export type Result =
  | { is: 'done'; posted?: Posted; shown?: Shown }
  /** What it says is over: nobody has to be told any more. */
  | { is: 'overtaken' }
  /** The platform may not be spoken to yet: no try was made, and none is counted. `full`: nor may anything else be told this person before. */
  | { is: 'not-yet'; after: number; full?: true }
  | { is: 'later'; after?: number; reason: string }
  /** It could not arrive; whom it is for was called in a channel, and knows that there is something. */
  | { is: 'called' }
  | { is: 'never'; reason: string };
type Failure = Extract<Result, { is: 'not-yet' | 'later' | 'never' }>;

/** Somebody whom no chat knows is looked for again after so long, in milliseconds. */
const lookAgain = 5 * 60_000;
/** A call says nothing but that there is something: once a day is enough. */
const calledAgain = millisecondsOfDay;
/** Whoever is asked to decide, and is known to no chat for so long, counts as out of reach: others have to be asked. */
const knownBy = millisecondsOfDay;

/** Carries one notice to the person it is for: as a new message, or onto the messages that are there. */
export function makeCarrier({ ledger, platforms, pace, now }: Carriage): (notice: Leased) => Promise<Result> {
  /** Which copies a redraw has reached already: what failed for one of them is not done again for the others, but by another process. */
  const drawn = new Map<number, Set<number>>();

  /** A new message, where the person last spoke; on another platform only when it cannot arrive there. */
  async function tell(leased: Leased): Promise<Result> {
    const notice = await ledger.asItIsNow(leased);
    if (!notice) return { is: 'overtaken' };
    const often = mostOften(notice, now().toISOString());
    if (often && (await ledger.hasHeard(leased, often))) return redraw({ ...leased, notice });
    const reach = await ledger.reachable(leased.person);
    if (!reach) return { is: 'never', reason: 'person-has-left' };
    let failure: Extract<Result, { is: 'never' }> | undefined;
    const tried: Account[] = [];
    for (const account of reach.accounts) {
      const result = await tellAt(account, notice, reach, leased.person);
      if (result.is !== 'never') return result;
      failure = result;
      tried.push(account);
    }
    for (const platform of platforms) {
      if (!reach.email || reach.accounts.some((account) => account.platform === platform.name)) continue;
      const quiet = pace.quietFor(platform.name);
      if (quiet > 0) return { is: 'not-yet', after: quiet };
      const found = await platform.find(reach.email).catch(unforeseen);
      if (found.is === 'silent') return later(platform.name, found);
      if (found.is === 'nobody') continue;
      const result = await tellAt(found.account, notice, reach, leased.person);
      if (result.is !== 'never') return result;
      failure = result;
      tried.push(found.account);
    }
    if (failure) return call(leased.person, reach, tried, failure);
    // Somebody who is known to neither chat yet is told as soon as they are.
    return isTooLongUnknown(notice, now())
      ? { is: 'never', reason: 'known-to-no-chat' }
      : { is: 'not-yet', after: lookAgain };
  }

  async function tellAt(account: Account, notice: Notice, reach: Reachable, person: string): Promise<Result> {
    const platform = platformOf(account.platform);
    if (!platform) return { is: 'never', reason: 'platform-not-set-up' };
    const card = await draw(notice, reach, person);
    const wait = pace.take(account.platform, account.user);
    if (wait > 0) return { is: 'not-yet', after: wait, full: true };
    const outcome = await quietly(platform.deliver(account, card));
    return outcome.sent
      ? { is: 'done', posted: outcome.posted, shown: shownBy(card, notice) }
      : failed(platform.name, outcome);
  }

  /** No private message arrives: they are called in the channel of a platform where they have an account, where the policy names one. */
  async function call(
    person: string,
    { name, locale }: Reachable,
    accounts: Account[],
    failure: Failure,
  ): Promise<Result> {
    const { channel: channels } = await ledger.policy();
    for (const account of accounts) {
      const platform = platformOf(account.platform);
      const channel = channels[account.platform];
      if (!platform || !channel) continue;
      if (await ledger.wasCalled(person, new Date(now().getTime() - calledAgain))) return { is: 'called' };
      const wait = pace.take(platform.name, channel);
      if (wait > 0) return { is: 'not-yet', after: wait };
      const words = wordsIn(locale).reaching.called;
      const outcome = await quietly(platform.call({ account, name, channel, words }));
      if (outcome.sent) return { is: 'called' };
      if (outcome.tryAgain) return later(platform.name, outcome);
    }
    return failure;
  }

  /** Every copy the person has shows what is true now; a copy that is gone is forgotten, one that cannot be reached is not. */
  async function redraw({ id: notice, notice: content, person, subject }: Leased): Promise<Result> {
    if (await ledger.isDrawnAgain({ id: notice, person, subject })) return { is: 'overtaken' };
    const copies = await ledger.copiesOf(person, subject);
    if (copies.length === 0) return { is: 'done' };
    const reach = await ledger.reachable(person);
    const card = await draw(content, reach, person);
    const shown = shownBy(card, content);
    const done = drawn.get(notice) ?? new Set<number>();
    if (drawn.size >= mostRemembered) drawn.clear();
    drawn.set(notice, done);
    let failure: Failure | undefined;
    // Nobody can change what stands in a chat that is not set up or shuts us out: what comes after it must not wait for that.
    let shut: Failure | undefined;
    for (const { id, posted, version } of copies) {
      const platform = platformOf(posted.platform);
      if (done.has(id) || isShownBy(version, content)) continue;
      if (!platform) {
        shut = { is: 'never', reason: 'platform-not-set-up' };
        continue;
      }
      const user = reach?.accounts.find((account) => account.platform === platform.name)?.user ?? person;
      const wait = pace.take(platform.name, user, 'change');
      if (wait > 0) {
        failure ??= { is: 'not-yet', after: wait };
        continue;
      }
      const outcome = await quietly(platform.redraw(posted, card));
      if (outcome.sent) {
        await ledger.redrawn(id, shown);
        done.add(id);
      } else if (outcome.tryAgain) failure = later(platform.name, outcome);
      else if (outcome.gone) await ledger.forgetCopy(id);
      // Whoever shuts us out sees the message all the same, and may let us in again: what shows something else is changed then.
      else shut = { is: 'never', reason: outcome.reason };
    }
    if (failure) return failure;
    drawn.delete(notice);
    return shut ?? { is: 'done' };
  }

  /** In the reader's language, by their clock. */
  const draw = async (notice: Notice, reach: Reachable | undefined, reader: string): Promise<Card> => {
    const clock = await clockOfReader(reach?.timeZone, ledger);
    return cardFor(viewFor(reach?.locale ?? 'en', clock, now().toISOString(), reader), notice);
  };

  const platformOf = (name: Platform['name']) => platforms.find((platform) => platform.name === name);

  const failed = (name: Platform['name'], outcome: Extract<Outcome, { sent: false }>): Failure =>
    outcome.tryAgain ? later(name, outcome) : { is: 'never', reason: outcome.reason };

  /** Tried again. A platform that says when is not spoken to before, about anybody. */
  function later(name: Platform['name'], { after, reason }: { after?: number; reason: string }): Failure {
    if (after === undefined) return { is: 'later', reason };
    pace.beQuiet(name, after);
    return { is: 'later', after, reason };
  }

  return (notice) => (notice.way === 'tell' ? tell(notice) : redraw(notice));
}

/** Redraws on their way whose copies are remembered. */
const mostRemembered = 1_000;

/** What a message shows from now on. */
const shownBy = (card: Card, notice: Notice): Shown => ({
  ...('request' in notice && { version: notice.request.version }),
  live: canBePressed(card),
});

/** A copy that was drawn of this very version shows it already, and more than a summary does: what its reader can do now. */
const isShownBy = (version: number | undefined, notice: Notice): boolean =>
  notice.kind === 'decided' && notice.request.state !== 'pending' && notice.request.version === version;

/** Others must be asked in the place of somebody whom no chat has known for a day. */
function isTooLongUnknown(notice: Notice, now: Date): boolean {
  if (notice.kind !== 'to-decide') return false;
  const { since, escalatedAt } = notice.request.course;
  return now.getTime() - Date.parse(escalatedAt ?? since) > knownBy;
}

/** A platform that throws has failed in a way it did not foresee: tried again, and seen in the log. */
const quietly = (delivery: Promise<Outcome>): Promise<Outcome> =>
  delivery.catch((error: unknown) => ({
    sent: false,
    tryAgain: true,
    reason: `unforeseen ${error instanceof Error ? error.name : 'failure'}`,
  }));

const unforeseen = (error: unknown) =>
  ({ is: 'silent', reason: `unforeseen ${error instanceof Error ? error.name : 'failure'}` }) as const;
