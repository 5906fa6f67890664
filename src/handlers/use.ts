import { isLive } from '../core/holding';
import { use as decide, isCounted } from '../core/use';
import { useForm as drawForm, used } from '../core/views/support';
import { no, type Verb } from './verb';
import { personNamed } from './whom';

/** Opens the form in which the holder notes down what was used. */
export const useForm: Verb<'use-form'> = async (here, { holding: id }) => {
  const holding = await here.ledger.holding(id);
  if (!holding || holding.person.id !== here.speaker.id) return no(here, { why: 'not-your-holding' });
  if (!isLive(holding) || !isCounted(holding)) return no(here, { why: 'gone' });
  return drawForm(here.view, holding, here.newId());
};

/** Incidents or hours were used. A form that was sent twice counts once. */
export const use: Verb<'use'> = async (here, { use: id, holding: heldAs, quantity, person, what }) => {
  const { ledger, speaker, view } = here;
  const whom = person === undefined ? undefined : await personNamed(here, person);
  if (whom?.is === 'not-clear') return no(here, whom.refusal);
  const usedBy = whom?.person ?? speaker;
  const holding = await ledger.lockHolding(heldAs);
  if (!holding) return no(here, { why: 'gone' });
  const uses = await ledger.usesOf(heldAs);
  if (holding.person.id === speaker.id && uses.some((one) => one.id === id)) return used(view, holding, uses);

  const decision = decide({ id, holding, by: speaker, usedBy, quantity, what, now: view.now });
  if (!decision.ok) return no(here, decision.refusal);
  if (await ledger.isUse(id)) return no(here, { why: 'gone' });
  const noted = { id, by: usedBy.name, quantity, what, at: view.now };
  return here.record(decision.change, used(view, decision.is, [noted, ...uses]));
};
