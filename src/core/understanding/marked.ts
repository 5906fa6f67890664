import { knownWords } from './examples';
import { inChinese, standsFor } from './families';
import { joined } from './joined';
import { type NamedPerson, peopleSaid } from './people-said';
import { phrasesMarked, projectMeant } from './phrases';
import { cluesOf, type Vocabulary } from './vocabulary';
import { traditional } from './written';

/** A sentence as the examples are written, and who is named in it. */
export interface Marked {
  says: string;
  people: NamedPerson[];
}

/** Marks where benefits and people are named. @param matter tidied words, in their own case */
export function marked(matter: string, vocabulary: Vocabulary): Marked {
  const said = traditional(matter);
  const chinese = inChinese.filter((word) => said.includes(word) && isName(word, vocabulary));
  // As long as before, so that it is known where a name stands.
  const hidden = chinese.reduce((says, word) => says.replaceAll(word, '◇'.repeat(word.length)), said);
  const people = peopleSaid(hidden, vocabulary, knownWords());
  const names = [...people]
    .reverse()
    .reduce((says, { from, to }) => `${says.slice(0, from)}☺${says.slice(to)}`, hidden);
  const phrased = phrasesMarked(projectMeant(names), (phrase) =>
    cluesOf(phrase.toLowerCase(), vocabulary).some(({ weak }) => !weak),
  );
  const says = phrased.replace(/[a-z0-9+#][a-z0-9+#.&]*/giu, (word) =>
    isName(word, vocabulary) ? '◇' : word,
  );
  return { says: joined(says), people };
}

/** A word that tells products apart. */
function isName(word: string, vocabulary: Vocabulary): boolean {
  const small = word.toLowerCase();
  if (knownWords().words.has(small) && !vocabulary.having.has(small) && !standsFor.has(small)) return false;
  return cluesOf(word, vocabulary).some(({ weak }) => !weak);
}
