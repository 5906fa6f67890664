import type { Command, CommandType } from './command';
import { commandTyped, kindWanted } from './understand';

/** The commands that are answered by a form or by a key, so by a window over the chat where a platform has one. */
const opens: ReadonlySet<CommandType> = new Set<CommandType>([
  'ask',
  'pick',
  'pick-person',
  'approve-form',
  'refuse',
  'remark-form',
  'hand-over-form',
  'change-form',
  'override-form',
  'away-form',
  'show-key',
  'report-form',
  'plan-form',
  'use-form',
  'return-form',
  'finish',
  'give-up',
  'assign-form',
  'reassign-form',
  'remove-form',
  'add-person-form',
  'accept-ledger-form',
  'name-form',
]);

/**
 * Whether a command will be answered by a window, as far as that can be told before it is carried out. Of typed words it can where their first
 * word is a command; what they name is not known yet.
 */
export function opensDialog(command: Command): boolean {
  if (command.type !== 'say') return opens.has(command.type);
  if (!command.dialog) return false;
  const typed = commandTyped(command.text);
  if (typed) return opens.has(typed.type);
  const understood = kindWanted(command.text);
  switch (understood.is) {
    case 'benefit':
      return understood.wants === 'ask';
    case 'to-do':
      return !['holders', 'holdings', 'cancel'].includes(understood.act);
    case 'command':
    case 'to-press':
    case 'perhaps':
    case 'unclear':
      return false;
  }
}
