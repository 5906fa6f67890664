import { kindOf } from '../core/benefit';
import { notTheirKey } from '../core/broken-key';
import type { Holding } from '../core/holding';
import type { Refusal } from '../core/refusal';
import { dayOf } from '../core/time';
import { planToken as decide } from '../core/token';
import { planForm as drawForm, planned } from '../core/views/token';
import { type Here, no, type Verb } from './verb';

/** Opens the form. */
export const planForm: Verb<'plan-form'> = async (here, { holding: id }) => {
  const token = await tokenOf(here, id);
  return 'why' in token ? no(here, token) : drawForm(here.view, token);
};

/** What redeeming a token comes to. */
export const planToken: Verb<'plan-token'> = async (here, { holding: id, seats, until }) => {
  const token = await tokenOf(here, id);
  if ('why' in token) return no(here, token);
  const today = dayOf(here.view.now);
  const decision = decide({ carries: token.quantity, active: seats, until, today });
  return decision.ok ? planned(here.view, token, decision.is) : no(here, decision.refusal);
};

/** The speaker's own holding of a token, or why they have none by this id. A token cannot be split, so what is held is what it carries. */
async function tokenOf({ ledger, speaker }: Here, id: string): Promise<Holding | Refusal> {
  const holding = await ledger.holding(id);
  if (!holding || kindOf(holding.benefit) !== 'token') return { why: 'not-your-key' };
  return notTheirKey({ holding, by: speaker }) ?? holding;
}
