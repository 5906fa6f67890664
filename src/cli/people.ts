import { peopleExportVerb } from './people-export';
import { peopleForgetVerb } from './people-forget';
import type { Verb } from './verb';

/** What can be done with what is known about people, by the word after `people`. */
export const peopleVerbs: Record<string, Verb> = { export: peopleExportVerb, forget: peopleForgetVerb };
