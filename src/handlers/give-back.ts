import { aftermathOf, giveBack as decideGiving, type Ended, takeBack } from '../core/give-back';
import { type Holding, isLive } from '../core/holding';
import { adminsOf } from '../core/person';
import type { Decision } from '../core/request';
import { mayNotDoTasks } from '../core/task';
import type { Instant } from '../core/time';
import {
  cameBack,
  removeForm as drawRemoveForm,
  returnForm as drawReturnForm,
  ended,
} from '../core/views/given-back';
import type { Ledger } from '../store/open';
import { type Here, no, type Verb } from './verb';

/** Opens the form, which says what giving back will do in this case. */
export const returnForm: Verb<'return-form'> = async (here, { holding: id }) => {
  const holding = await here.ledger.holding(id);
  if (!holding) return no(here, { why: 'gone' });
  if (holding.person.id !== here.speaker.id) return no(here, { why: 'not-your-holding' });
  if (holding.state.is === 'ended') return ended(here.view, holding, holding.state);
  return drawReturnForm(here.view, holding, await aftermath(here, holding));
};

/** A holder gives back. Again: what became of it. */
export const giveBack: Verb<'return'> = async (here, { holding: id, reason }) => {
  const holding = await here.ledger.lockHolding(id);
  if (!holding) return no(here, { why: 'gone' });
  if (holding.person.id !== here.speaker.id) return no(here, { why: 'not-your-holding' });
  if (holding.state.is === 'ended') return ended(here.view, holding, holding.state);
  const decision = decideGiving(await toEnd(here, holding, here.view.now), here.speaker, reason);
  return record(here, decision, ended);
};

/** Opens the form that asks an admin for the reason, and says what taking back will do. */
export const removeForm: Verb<'remove-form'> = async (here, { holding: id }) => {
  const obstacle = mayNotDoTasks(here.speaker);
  if (obstacle) return no(here, obstacle);
  const holding = await here.ledger.holding(id);
  if (!holding) return no(here, { why: 'gone' });
  if (holding.state.is === 'ended') return cameBack(here.view, holding, holding.state);
  return drawRemoveForm(here.view, holding, await aftermath(here, holding));
};

/** An admin takes back, and the holder is told why. Again: what became of it. */
export const remove: Verb<'remove'> = async (here, { holding: id, reason }) => {
  const obstacle = mayNotDoTasks(here.speaker);
  if (obstacle) return no(here, obstacle);
  const holding = await here.ledger.lockHolding(id);
  if (!holding) return no(here, { why: 'gone' });
  if (holding.state.is === 'ended') return cameBack(here.view, holding, holding.state);
  const decision = takeBack(await toEnd(here, holding, here.view.now), here.speaker, reason);
  return record(here, decision, cameBack);
};

async function record(here: Here, decision: Decision<Holding>, draw: typeof ended) {
  if (!decision.ok) return no(here, decision.refusal);
  const { is, change } = decision;
  if (is.state.is !== 'ended') throw new Error('what was given back has ended');
  return here.record(change, draw(here.view, is, is.state));
}

/** What ending a holding will do, as things are now. */
async function aftermath({ ledger, view }: Here, holding: Holding) {
  const benefit = await ledger.benefit(holding.benefit.id);
  if (!benefit) throw new Error('a holding belongs to a benefit');
  return aftermathOf({ holding, benefit, unit: await ledger.unitOf(holding.id), now: view.now });
}

/** Gathers all that ending a holding must know. The caller has locked the holding; its benefit is locked here. */
export async function toEnd(
  { ledger, newId }: { ledger: Ledger; newId(): string },
  holding: Holding,
  now: Instant,
): Promise<Ended> {
  const stock = await ledger.lockStock(holding.benefit.id);
  if (!stock || !isLive(holding)) throw new Error('only a live holding of a benefit ends');
  return {
    holding,
    benefit: stock.benefit,
    unit: await ledger.unitOf(holding.id),
    person: (await ledger.person(holding.person.id)) ?? holding.person,
    admins: adminsOf(await ledger.deciders()),
    task: newId(),
    now,
  };
}
