import type { Meaning } from './meaning';
import type { Plain } from './ways';

/** What a command means that was said in other words than our own: what would change something waits for a button. */
export function commandSaid(word: Plain): Meaning {
  if (word === 'back' || word === 'link') return { is: 'to-press', command: { type: word } };
  return { is: 'command', command: { type: word === 'away' ? 'away-form' : word } };
}
