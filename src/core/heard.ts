import { Command } from './command';
import { effectOf } from './command-effects';
import { understand } from './understand';

/**
 * The command that somebody's input is; undefined where it is none. Typed words that say by themselves what is to be done ("back") are
 * that command: who says them is then looked up as for a pressed button.
 */
export function commandIn(input: unknown): Command | undefined {
  const parsed = Command.safeParse(input);
  if (!parsed.success) return undefined;
  if (parsed.data.type !== 'say') return parsed.data;
  const word = understand(parsed.data.text, []);
  return word.is === 'command' && effectOf[word.command.type] !== 'reads' ? word.command : parsed.data;
}
