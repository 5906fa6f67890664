import { ask as decide } from '../core/ask';
import { kindOf } from '../core/benefit';
import { comingTo } from '../core/eligible';
import { asked } from '../core/views/asking';
import { summary } from '../core/views/deciding';
import { no, type Verb } from './verb';
import { personNamed } from './whom';

/** The form was sent: a request comes into being, and everybody who may decide is asked. */
export const request: Verb<'request'> = async (here, command) => {
  const { ledger, speaker, view } = here;
  const already = await ledger.request(command.request);
  if (already)
    return already.requester.id === speaker.id ? summary(view, already) : no(here, { why: 'gone' });

  const benefit = await ledger.benefit(command.benefit);
  if (!benefit) return no(here, { why: 'gone' });
  const whom = await personNamed(here, command.person ?? `person:${speaker.id}`);
  if (whom.is === 'not-clear') return no(here, whom.refusal);
  const assignee = whom.person;

  const decision = decide({
    id: command.request,
    requester: speaker,
    assignee,
    benefit,
    wish: command,
    open: await ledger.openRequest(assignee.id, benefit.id),
    deciders: await ledger.deciders(),
    holdings: await ledger.holdingsOf(assignee.id),
    accountEmail: await ledger.accountEmail(benefit.id),
    ...(kindOf(benefit) === 'credit' && {
      coming: comingTo(assignee.id, await ledger.requestsOf(assignee.id)),
      timesGiven: await ledger.timesGiven(benefit.id),
    }),
    now: view.now,
  });
  if (!decision.ok) return no(here, decision.refusal);

  return here.record(decision.change, asked(view, decision.is));
};
