import type { Act } from '../acts';
import type { Plain } from '../ways';

/** What a sentence may be like: one that means a command, an act, or nothing of ours. */
export type Said = Plain | Act['act'] | 'nothing';

/** Sentences, one after the other with a bar between them. `◇` stands where a benefit is named, `☺` where a person is. */
export type Examples = Partial<Record<Said, string>>;
