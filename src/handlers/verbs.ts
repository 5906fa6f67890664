import type { Command, CommandType } from '../core/command';
import { help as drawHelp } from '../core/views/said';
import { approve } from './approve';
import { ask } from './ask';
import { cancel } from './cancel';
import { deny, refuse } from './deny';
import { DrawnLists, listWith } from './list';
import { mine, requests } from './own';
import { queueWith } from './queue';
import { request } from './request';
import { sayWith } from './say';
import { show } from './show';
import { showKeyWith } from './show-key';
import { done, finish, tasks } from './tasks';
import type { Here, Shown, Verb } from './verb';

/** Every command's verb: a command without one does not compile. */
type Table = { [T in CommandType]: Verb<T> };

export interface Verbs {
  /** Carries out one command. */
  carryOut(here: Here, command: Command): Promise<Shown>;
}

const help: Verb<'help'> = async ({ view }) => drawHelp(view);

/** @param alarm tells an operator of a key that cannot be opened; returns the number that the person is given. */
export function makeVerbs(alarm: (code: string, holding: string) => string): Verbs {
  const lists = new DrawnLists();
  // The table guarantees that a command meets the verb of its own type.
  const carryOut = (here: Here, command: Command): Promise<Shown> =>
    (table[command.type] as Verb<CommandType>)(here, command);

  const table: Table = {
    say: sayWith(lists, carryOut),
    help,
    list: listWith(lists),
    show,
    ask,
    request,
    requests,
    cancel,
    queue: queueWith(lists),
    approve,
    refuse,
    deny,
    mine,
    'show-key': showKeyWith(alarm),
    tasks,
    finish,
    done,
  };
  return { carryOut };
}
