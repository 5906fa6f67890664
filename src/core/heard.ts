import { Command } from './command';
import { effectOf } from './command-effects';
import { commandTyped } from './understand';

/**
 * The command that somebody's input is; undefined where it is none. Typed words that say by themselves what is to be done ("back") are
 * that command: who says them is then looked up as for a pressed button.
 */
export function commandIn(input: unknown): Command | undefined {
  const parsed = Command.safeParse(input);
  if (!parsed.success) return undefined;
  if (parsed.data.type !== 'say') return parsed.data;
  const command = commandTyped(parsed.data.text);
  return command && effectOf[command.type] !== 'reads' ? command : parsed.data;
}
