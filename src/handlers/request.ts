import { type Asking, ask as decide, type Wish } from '../core/ask';
import { kindOf, type Stocked } from '../core/benefit';
import { comingTo } from '../core/eligible';
import { grantAtOnce } from '../core/grant-at-once';
import { namedIn, type Policy } from '../core/policy/policy';
import { dayOf } from '../core/time';
import { asked } from '../core/views/asking';
import { summary } from '../core/views/deciding';
import type { KnownPerson } from '../store/people';
import { toGrant } from './grant';
import { type Here, no, type Verb } from './verb';
import { personNamed } from './whom';

/** The form was sent: a request comes into being, and everybody who may decide is asked; or a rule grants it at once. */
export const request: Verb<'request'> = async (here, command) => {
  const { ledger, speaker, view } = here;
  const already = await ledger.request(command.request);
  if (already)
    return already.requester.id === speaker.id ? summary(view, already) : no(here, { why: 'gone' });

  const benefit = await ledger.benefit(command.benefit);
  if (!benefit) return no(here, { why: 'gone' });
  const whom = await personNamed(here, command.person ?? `person:${speaker.id}`);
  if (whom.is === 'not-clear') return no(here, whom.refusal);

  const policy = await ledger.policy();
  const asking = await toAsk(here, {
    id: command.request,
    assignee: whom.person,
    benefit,
    wish: command,
    policy,
  });
  const decision = decide(asking);
  if (!decision.ok) return no(here, decision.refusal);
  if (!('grants' in decision)) return here.record(decision.change, asked(view, decision.is, benefit));

  const granting = await toGrant(here, decision.grants);
  if (!granting) return no(here, { why: 'gone' });
  // Who asked a moment before may have taken what the rule's limit leaves: what was read is looked at once more, now that it is locked.
  const again = decide({
    ...asking,
    benefit: granting.benefit,
    holdings: await ledger.holdingsOf(asking.assignee.id),
    seen: await ledger.seenAndGivenBack(asking.assignee.id, benefit.id),
  });
  if (!again.ok) return no(here, again.refusal);
  if (!('grants' in again)) return here.record(again.change, asked(view, again.is, granting.benefit));
  const granted = grantAtOnce(again.grants, granting);
  return granted.ok ? here.record(granted.change, summary(view, granted.is)) : no(here, granted.refusal);
};

/** What asking must know where whoever speaks would ask for themself, before anything is filled in. */
export async function askingForOneself(here: Here, benefit: Stocked): Promise<Asking> {
  const { ledger, speaker } = here;
  const policy = await ledger.policy();
  const assignee = (await ledger.person(speaker.id)) ?? { ...speaker, active: true, groups: [] };
  return toAsk(here, { id: benefit.id, assignee, benefit, wish: { reason: '' }, policy });
}

/** Gathers all that asking must know. */
export async function toAsk(
  { ledger, speaker, view, now }: Here,
  {
    id,
    assignee,
    benefit,
    wish,
    policy,
  }: { id: string; assignee: KnownPerson; benefit: Stocked; wish: Wish; policy: Policy },
): Promise<Asking> {
  const named = namedIn(policy);
  const requester = (await ledger.person(speaker.id)) ?? { groups: [] };
  const midnight = new Date(`${dayOf(view.now)}T00:00:00Z`);
  const manager = 'manager' in requester ? requester.manager : undefined;
  return {
    id,
    requester: speaker,
    assignee,
    benefit,
    wish,
    policy,
    people: await ledger.colleagues(
      { ...named, emails: [...named.emails, ...(manager ? [manager] : [])] },
      now,
    ),
    groups: requester.groups,
    manager,
    askedToday: policy.perDay === undefined ? 0 : await ledger.askedSince(speaker.id, midnight),
    takenBackToday: await ledger.takenBackSince(speaker.id, midnight),
    open: await ledger.openRequest(assignee.id, benefit.id),
    holdings: await ledger.holdingsOf(assignee.id),
    seen: await ledger.seenAndGivenBack(assignee.id, benefit.id),
    accountEmail: await ledger.accountEmail(benefit.id),
    ...(kindOf(benefit) === 'credit' && {
      coming: comingTo(assignee.id, await ledger.requestsOf(assignee.id)),
      timesGiven: await ledger.timesGiven(benefit.id),
    }),
    now: view.now,
  };
}
