import { askedToDecide } from '../core/policy';
import { mayNotDoTasks } from '../core/task';
import { show as draw } from '../core/views/catalogue';
import { no, type Verb } from './verb';

/** `show`: everything about one benefit, and who would approve it for this person. */
export const show: Verb<'show'> = async (here, { benefit: id }) => {
  const benefit = await here.ledger.benefit(id);
  if (!benefit) return no(here, { why: 'gone' });
  const deciders = askedToDecide([here.speaker], await here.ledger.deciders());
  return draw(here.view, benefit, deciders, mayNotDoTasks(here.speaker) === undefined);
};
