import { comeToWork, goAway, mayNotSayWhere, whoMayStandIn } from '../core/away';
import { away as drawAway, awayForm as drawForm, present } from '../core/views/away';
import { no, type Verb } from './verb';
import { namingWhoMay, personNamed } from './whom';

/** Opens the form. */
export const awayForm: Verb<'away-form'> = async (here) => {
  const { ledger, speaker, view } = here;
  const obstacle = mayNotSayWhere(speaker);
  if (obstacle) return no(here, obstacle);
  const colleagues = whoMayStandIn(await ledger.deciders(), speaker);
  return drawForm(view, await ledger.absenceOf(speaker.id), colleagues);
};

/** Out of office, and whoever stands in. */
export const away: Verb<'away'> = async (here, { from, until, person }) => {
  const { speaker, view } = here;
  const whom = person === undefined ? undefined : await personNamed(here, person);
  if (whom?.is === 'not-clear') return no(here, whom.refusal);
  const decision = goAway({ from, until, ...(whom && { delegate: whom.person }) }, speaker, view.now);
  if (decision.ok) return here.record(decision.change, drawAway(view, decision.is));
  return no(here, namingWhoMay(decision.refusal, whoMayStandIn(await here.ledger.deciders(), speaker)));
};

/** Back again. */
export const back: Verb<'back'> = async (here) => {
  const decision = comeToWork(here.speaker);
  return decision.ok ? here.record(decision.change, present(here.view)) : no(here, decision.refusal);
};
