import { unavailable } from '../core/available';
import { askForm, isForOthersToo } from '../core/views/asking';
import { no, type Verb } from './verb';

/** Opens the form with which a benefit is asked for; says at once when asking would be in vain. */
export const ask: Verb<'ask'> = async (here, { benefit: id }) => {
  const benefit = await here.ledger.benefit(id);
  if (!benefit) return no(here, { why: 'gone' });
  const obstacle = unavailable(benefit, here.view.now);
  if (obstacle) return no(here, obstacle);
  const asked = (await here.ledger.openRequest(here.speaker.id, id)) !== undefined;
  // Who has asked for themself may still ask for a colleague, where that can be.
  if (asked && !isForOthersToo(benefit)) return no(here, { why: 'already-asked', benefit: benefit.name });
  return askForm(here.view, benefit, here.newId(), asked);
};
