import { keysRotateVerb } from './keys-rotate';
import type { Verb } from './verb';

/** What can be done with the keys that protect the product keys, by the word after `keys`. */
export const keyVerbs: Record<string, Verb> = { rotate: keysRotateVerb };
