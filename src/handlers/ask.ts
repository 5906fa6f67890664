import { factsOf } from '../core/ask';
import { unavailable } from '../core/available';
import type { Stocked } from '../core/benefit';
import { everRefuses, type RefusedAhead, refusedAhead } from '../core/policy/ahead';
import { askForm, isForOthersToo } from '../core/views/asking';
import { chosenBy } from './assign';
import { askingForOneself } from './request';
import { type Here, no, type Verb } from './verb';

/** Opens the form with which a benefit is asked for; says at once when asking would be in vain. */
export const ask: Verb<'ask'> = async (here, { benefit: id, quantity, person }) => {
  const benefit = await here.ledger.benefit(id);
  if (!benefit) return no(here, { why: 'gone' });
  const obstacle = unavailable(benefit, here.view.now);
  if (obstacle) return no(here, obstacle);
  const forMe = person === undefined || person === `person:${here.speaker.id}`;
  if (!forMe && !isForOthersToo(benefit)) return no(here, { why: 'for-its-holder', benefit: benefit.name });
  // A picker holds accounts of its own chat; whoever was named in words stands above the form.
  const chosen = !forMe && person.startsWith('person:') ? await chosenBy(here, person) : undefined;
  if (chosen && 'refusal' in chosen) return no(here, chosen.refusal);
  const asked = (await here.ledger.openRequest(here.speaker.id, id)) !== undefined;
  // Who has asked for themself may still ask for a colleague, where that can be.
  if (asked && !isForOthersToo(benefit)) return no(here, { why: 'already-asked', benefit: benefit.name });
  const refused = await refusedByRules(here, benefit);
  if (refused && !refused.onlyForOneself)
    return no(here, { why: 'policy-refuses', benefit: benefit.name, reason: refused.reason });
  return askForm(here.view, benefit, here.newId(), {
    asked: asked && !chosen,
    notForYou: chosen ? undefined : refused?.reason,
    quantity,
    ...(chosen ? { chosen } : { person }),
  });
};

/** Most rules refuse nobody, and then nothing has to be looked up. */
async function refusedByRules(here: Here, benefit: Stocked): Promise<RefusedAhead | undefined> {
  if (!everRefuses(await here.ledger.policy())) return undefined;
  const asking = await askingForOneself(here, benefit);
  return refusedAhead(asking.policy, factsOf(asking), isForOthersToo(benefit));
}
