import { z } from 'zod';
import { asking } from './commands/asking';
import { assigning } from './commands/assigning';
import { deciding } from './commands/deciding';
import { having } from './commands/having';
import { speaking } from './commands/speaking';
import { tasks } from './commands/tasks';
import { upkeep } from './commands/upkeep';

/** What a person can ask of us, in the same words on every platform. */
export const Command = z.discriminatedUnion('type', [
  ...speaking,
  ...asking,
  ...deciding,
  ...having,
  ...tasks,
  ...assigning,
  ...upkeep,
]);
export type Command = z.infer<typeof Command>;
export type CommandType = Command['type'];
