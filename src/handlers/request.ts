import { ask as decide } from '../core/ask';
import { asked } from '../core/views/asking';
import { summary } from '../core/views/deciding';
import { no, type Verb } from './verb';

/** The form was sent: a request comes into being, and everybody who may decide is asked. */
export const request: Verb<'request'> = async (here, command) => {
  const { ledger, speaker, view } = here;
  const already = await ledger.request(command.request);
  if (already)
    return already.requester.id === speaker.id ? summary(view, already) : no(here, { why: 'gone' });

  const benefit = await ledger.benefit(command.benefit);
  if (!benefit) return no(here, { why: 'gone' });
  const open = await ledger.openRequest(speaker.id, benefit.id);
  const deciders = await ledger.deciders();
  const holds = (await ledger.holdingsOf(speaker.id)).map((holding) => holding.benefit.name);

  const decision = decide({
    id: command.request,
    requester: speaker,
    benefit,
    wish: command,
    open,
    deciders,
    holds,
    now: view.now,
  });
  if (!decision.ok) return no(here, decision.refusal);

  return here.record(decision.change, asked(view, decision.is));
};
