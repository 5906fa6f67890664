import { keep as decide } from '../core/inquire';
import { ended } from '../core/views/given-back';
import { kept } from '../core/views/still-needed';
import { no, type Verb } from './verb';

/** The holder still needs it. Of what was given back meanwhile: what became of it. */
export const keep: Verb<'keep'> = async (here, { holding: id }) => {
  const { ledger, speaker, view } = here;
  const holding = await ledger.lockHolding(id);
  if (!holding) return no(here, { why: 'gone' });
  const decision = decide(holding, speaker, view.now);
  if (decision.ok) return here.record(decision.change, kept(view, decision.is));
  return decision.refusal.why === 'gone' && holding.state.is === 'ended'
    ? ended(view, holding, holding.state)
    : no(here, decision.refusal);
};
