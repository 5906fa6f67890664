import type { Pattern } from '../acts';
import { giving } from './giving';
import { looking } from './looking';
import { returning } from './returning';
import { taking } from './taking';

/**
 * How it is said in English what is to be done with a benefit, the more telling way first. Anything that could mean the opposite of
 * another stands before it: "I don't need" before "I need".
 */
export const actsInEnglish: Pattern[] = [...taking, ...returning, ...looking, ...giving];
