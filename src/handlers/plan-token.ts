import { kindOf } from '../core/benefit';
import { type Holding, isLive } from '../core/holding';
import { dayOf } from '../core/time';
import { planToken as decide } from '../core/token';
import { planForm as drawForm, planned } from '../core/views/token';
import { type Here, no, type Verb } from './verb';

/** Opens the form. */
export const planForm: Verb<'plan-form'> = async (here, { holding: id }) => {
  const holding = await tokenOf(here, id);
  return holding ? drawForm(here.view, holding) : no(here, { why: 'not-your-key' });
};

/** What redeeming a token comes to. */
export const planToken: Verb<'plan-token'> = async (here, { holding: id, seats, until }) => {
  const holding = await tokenOf(here, id);
  if (!holding) return no(here, { why: 'not-your-key' });
  const today = dayOf(here.view.now);
  const decision = decide({ carries: holding.quantity, active: seats, until, today });
  return decision.ok ? planned(here.view, holding, decision.is) : no(here, decision.refusal);
};

/** The speaker's own holding of a token; undefined for anything else. A token cannot be split, so what is held is what it carries. */
async function tokenOf({ ledger, speaker }: Here, id: string): Promise<Holding | undefined> {
  const holding = await ledger.holding(id);
  const own = holding?.person.id === speaker.id && isLive(holding);
  return own && kindOf(holding.benefit) === 'token' ? holding : undefined;
}
