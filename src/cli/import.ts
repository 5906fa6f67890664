import { importKeysVerb } from './import-keys';
import { importMembershipVerb } from './import-membership';
import { importPeopleVerb } from './import-people';
import { importVisualStudioVerb } from './import-visual-studio';
import type { Verb } from './verb';

/** The imports, by the word after `import`. */
export const imports: Record<string, Verb> = {
  membership: importMembershipVerb,
  people: importPeopleVerb,
  keys: importKeysVerb,
  'visual-studio': importVisualStudioVerb,
};
