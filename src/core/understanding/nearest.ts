import { mostOffered } from '../find-benefit';
import { commandSaid } from './command-said';
import type { Said } from './examples/said';
import { type Likeness, likenessOf } from './likeness';
import { marked } from './marked';
import type { Meaning, Understood } from './meaning';
import type { Naming } from './naming';
import type { Vocabulary } from './vocabulary';

/** An example less like than this says nothing of a sentence that no rule knows. */
const likeEnough = 0.3;
/** Where so much of what speaks for the likest speaks for what the rules made of it, they agree. */
const agreed = 0.5;
/** So like an example of mere talk, a sentence is mere talk. */
const surelyTalk = 0.6;

/**
 * What the rules made of a sentence, beside what it is like. Where they made nothing of it, or could not tell, the nearest are offered;
 * where it is like other things than what they made of it, both are.
 */
export function withNearest(
  ruled: Understood,
  matter: string,
  named: Naming,
  vocabulary: Vocabulary,
): Understood {
  const { says, people } = marked(matter, vocabulary);
  // A name alone, and a sentence of another day, are as clear as they can be.
  if (says === '◇' || /\d[-/.年月]\d/.test(matter) || ('on' in ruled && ruled.on)) return ruled;
  const { like, closest } = likenessOf(says);
  const isTalk = like[0]?.said === 'nothing';
  const names = people.map(({ name }) => name);
  const meaning = (said: Said) => meaningOf(said, matter, named, names);
  const near = like.flatMap(({ said }) => meaning(said) ?? []);
  if (ruled.is === 'unclear') return isLikeTalk(like) || closest < likeEnough ? ruled : several(near);
  const [first, ...others] = ruled.is === 'perhaps' ? ruled.meanings : [ruled];
  if (!first) return several(near);
  // Who is named is meant.
  const called = near.filter(hasPerson);
  if (called.length > 0 && !hasPerson(first)) {
    const theirs = (withPerson[saidIn(first)] ?? []).flatMap((said) => meaning(said) ?? []);
    return several([...called.slice(0, 1), ...theirs, first, ...called.slice(1)]);
  }
  if (ruled.is === 'perhaps')
    return several([first, ...near.slice(0, 1), ...others.slice(0, 1), ...near.slice(1)]);
  if (isTalk && closest > surelyTalk && !says.includes('◇')) return { is: 'unclear' };
  const same = like.some(({ said, share }) => said === saidIn(ruled) && share >= agreed);
  return same ? ruled : several([ruled, ...near]);
}

/** What somebody does about their own is, about somebody else, something else. */
const withPerson: Partial<Record<Said, Said[]>> = {
  return: ['remove'],
  cancel: ['remove'],
  ask: ['ask'],
  show: ['ask'],
  mine: ['holdings'],
};

const isLikeTalk = (like: Likeness['like']): boolean =>
  like.some(({ said, share }) => said === 'nothing' && share >= agreed);

/** One of these may be meant, each once. */
function several(meanings: Meaning[]): Understood {
  const all = meanings.filter((one, at) => meanings.findIndex((other) => sameAs(one, other)) === at);
  if (all.length === 0) return { is: 'unclear' };
  return { is: 'perhaps', meanings: all.slice(0, mostOffered) };
}

const sameAs = (a: Meaning, b: Meaning): boolean => keyOf(a) === keyOf(b);
const keyOf = (one: Meaning): string =>
  one.is === 'command' || one.is === 'to-press'
    ? JSON.stringify(one.command)
    : JSON.stringify([saidIn(one), one.benefits[0], personIn(one)]);

const personIn = (one: Meaning): string | undefined =>
  one.is === 'benefit'
    ? one.to
    : one.is !== 'to-do'
      ? undefined
      : 'to' in one
        ? one.to
        : 'from' in one
          ? one.from
          : 'whose' in one
            ? one.whose
            : undefined;
const hasPerson = (one?: Meaning): boolean => one !== undefined && (personIn(one) ?? '') !== '';

/** What a meaning is called among the examples. */
function saidIn(one: Meaning): Said {
  switch (one.is) {
    case 'command':
    case 'to-press':
      return one.command.type === 'away-form' ? 'away' : (one.command.type as Said);
    case 'benefit':
      return one.wants;
    case 'to-do':
      return one.act;
  }
}

/** The same of this sentence: of the benefit and the people it names; undefined where it names none that are needed. */
function meaningOf(said: Said, matter: string, named: Naming, people: string[]): Meaning | undefined {
  const { benefits, quantity } = named(matter);
  const [best] = benefits;
  const of = { of: matter, benefits: best ? [best] : [], sure: true };
  const [first, ...others] = people;
  switch (said) {
    case 'nothing':
      return undefined;
    case 'ask':
    case 'show':
      if (!best) return undefined;
      return {
        is: 'benefit',
        wants: said,
        benefits: [best],
        sure: true,
        ...(quantity && { quantity }),
        ...(said === 'ask' && first && { to: first }),
      };
    case 'return':
    case 'holders':
      return best ? { is: 'to-do', act: said, ...of } : undefined;
    case 'cancel':
      return { is: 'to-do', act: said, ...of };
    case 'holdings':
      return first ? { is: 'to-do', act: said, whose: first, ...of, benefits: [] } : undefined;
    case 'assign':
      return best && first ? { is: 'to-do', act: said, to: first, ...of } : undefined;
    case 'remove':
      return best && first ? { is: 'to-do', act: said, from: first, ...of } : undefined;
    case 'reassign':
      if (!best || !first) return undefined;
      return {
        is: 'to-do',
        act: said,
        from: others.length > 0 ? first : '',
        to: others.at(-1) ?? first,
        ...of,
      };
    default:
      return commandSaid(said);
  }
}
