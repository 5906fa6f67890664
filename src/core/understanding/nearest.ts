import { mostOffered } from '../find-benefit';
import { categoryIn } from './category-asked';
import { commandSaid } from './command-said';
import type { Said } from './examples/said';
import { type Likeness, likenessOf } from './likeness';
import { marked } from './marked';
import type { Meaning, Understood } from './meaning';
import { meaningOf } from './meaning-of';
import type { Naming } from './naming';
import { besides, ofOthers, otherProducts } from './other-products';
import type { Vocabulary } from './vocabulary';
import { forWays } from './ways';

/** An example less like than this says nothing of a sentence that no rule knows. */
const likeEnough = 0.25;
/** Where so much of what speaks for the likest speaks for what the rules made of it, they agree. */
const agreed = 0.5;
/** Where talk has so much of it, and no rule speaks against that, it is talk: who is not understood reads what can be said, who is misunderstood presses a button. */
const talkEnough = 0.3;
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
  const category = categoryIn(forWays(matter), named);
  const near: Meaning[] = like.flatMap(({ said }) => {
    const one = meaning(said);
    if (said === 'list' && category)
      return [{ is: 'command' as const, command: { type: 'list' as const, category } }, commandSaid('list')];
    // Where one is named, it may as well be given as handed on.
    if (said === 'reassign' && names.length === 1) return [meaning('assign') ?? [], one ?? []].flat();
    return one ? [one, ...turnedRound(one)] : [];
  });
  // Where fewer than three are like it, what is asked most is offered as well.
  const usual = (named(matter).benefits.length > 0 ? inUse.ofBenefits : inUse.ofNone).flatMap(
    (said) => meaning(said) ?? [],
  );
  const rest = otherProducts(matter, named);
  const asked = (first: Meaning[], ...more: Meaning[]): Understood =>
    several([
      ...first,
      ...first.slice(0, 1).flatMap((one) => ofOthers(one, rest)),
      ...more,
      ...near,
      ...usual,
    ]);
  if (ruled.is === 'unclear')
    return isLikeTalk(like) || closest < likeEnough || near.length === 0 ? ruled : asked([]);
  const [first, ...others] = ruled.is === 'perhaps' ? ruled.meanings : [ruled];
  if (!first) return asked([]);
  // Who is named is meant.
  const called = near.filter(hasPerson);
  if (called.length > 0 && !hasPerson(first)) {
    const theirs = (withPerson[saidIn(first)] ?? []).flatMap((said) => meaning(said) ?? []);
    return asked([], ...called.slice(0, 1), ...theirs, first, ...called.slice(1));
  }
  // What is done with two is no matter of one.
  if (ruled.is === 'to-do' && names.length === 2 && ['assign', 'remove'].includes(ruled.act)) {
    const moved = meaning('reassign');
    if (moved) return asked([], ruled, moved, ...turnedRound(moved));
  }
  // Our word alone was heard, and what stands behind it is of something else.
  if (ruled.is === 'benefit' && ruled.benefits.length === 0 && near.length > 0 && closest >= likeEnough)
    return asked([], ...near.slice(0, 2), ruled);
  if (ruled.is === 'perhaps' && isTalk) return { is: 'unclear' };
  if (ruled.is === 'perhaps') return asked([first], ...near.slice(0, 2), ...others);
  if (isTalk && closest > surelyTalk && !says.includes('◇')) return { is: 'unclear' };
  const same = like.some(({ said, share }) => said === saidIn(ruled) && share >= agreed);
  const isOne = ruled.is !== 'benefit' || otherProducts(matter, named, besides).length === 0;
  return same && isOne ? ruled : asked([ruled]);
}

/** What is asked most, of a benefit and of none. */
const inUse: Record<'ofBenefits' | 'ofNone', Said[]> = {
  ofBenefits: ['ask', 'show', 'return'],
  ofNone: ['mine', 'requests', 'list'],
};

/** Where two are named, either may be the one who gives. */
const turnedRound = (one: Meaning): Meaning[] =>
  one.is === 'to-do' && one.act === 'reassign' && one.from ? [{ ...one, from: one.to, to: one.from }] : [];

/** What somebody does about their own is, about somebody else, something else. */
const withPerson: Partial<Record<Said, Said[]>> = {
  return: ['remove'],
  cancel: ['remove'],
  ask: ['ask', 'assign'],
  show: ['ask'],
  mine: ['holdings'],
};

const isLikeTalk = (like: Likeness['like']): boolean =>
  like.some(({ said, share }) => said === 'nothing' && share >= talkEnough);

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
