import { comeToWork, goAway, mayNotSayWhere } from '../core/away';
import { away as drawAway, awayForm as drawForm, present } from '../core/views/away';
import { no, type Verb } from './verb';
import { personNamed } from './whom';

/** Opens the form. */
export const awayForm: Verb<'away-form'> = async (here) => {
  const { ledger, speaker, view } = here;
  const obstacle = mayNotSayWhere(speaker);
  return obstacle ? no(here, obstacle) : drawForm(view, await ledger.absenceOf(speaker.id));
};

/** Out of office, and whoever stands in. */
export const away: Verb<'away'> = async (here, { from, until, person }) => {
  const { speaker, view } = here;
  const whom = person === undefined ? undefined : await personNamed(here, person);
  if (whom?.is === 'not-clear') return no(here, whom.refusal);
  const decision = goAway({ from, until, ...(whom && { delegate: whom.person }) }, speaker, view.now);
  return decision.ok ? here.record(decision.change, drawAway(view, decision.is)) : no(here, decision.refusal);
};

/** Back again. */
export const back: Verb<'back'> = async (here) => {
  const decision = comeToWork(here.speaker);
  return decision.ok ? here.record(decision.change, present(here.view)) : no(here, decision.refusal);
};
