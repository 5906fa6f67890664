import { mayNotDoTasks } from '../core/task';
import { holding as draw } from '../core/views/holding';
import { no, type Verb } from './verb';

/** One holding: for whoever has it, and for admins, who never see its key. */
export const holding: Verb<'holding'> = async (here, { holding: id }) => {
  const { ledger, speaker, view } = here;
  const held = await ledger.holding(id);
  if (!held) return no(here, { why: 'gone' });
  const owns = held.person.id === speaker.id;
  const obstacle = mayNotDoTasks(speaker);
  if (!owns && obstacle)
    return no(here, obstacle.why === 'not-an-admin' ? { why: 'not-your-holding' } : obstacle);
  return draw(view, held, await ledger.usesOf(id), { owns, keeps: !obstacle });
};
