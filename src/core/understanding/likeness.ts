import { conceptsIn } from './concepts';
import { examples } from './examples';
import type { Said } from './examples/said';

/** What a sentence is like, the likest first, each beside how much of what speaks for the first speaks for it. `closest`: how like the likest example is, from 0 to 1. */
export interface Likeness {
  like: Array<{ said: Said; share: number }>;
  closest: number;
}

/** So many examples have a say. */
const neighbours = 20;

/** The examples, taken apart once: which of them have a feature, and what a feature weighs. */
interface Index {
  of: Said[];
  having: Map<string, number[]>;
  lengths: number[];
}

let kept: Index | undefined;

function index(): Index {
  if (kept) return kept;
  const having = new Map<string, number[]>();
  const all = examples().map(({ said, says }) => ({ said, features: [...featuresOf(says)] }));
  for (const [at, { features }] of all.entries())
    for (const feature of features) {
      const others = having.get(feature);
      if (others) others.push(at);
      else having.set(feature, [at]);
    }
  const weights = new Map(
    Array.from(having, ([feature, { length }]) => [feature, weight(feature, all.length, length)]),
  );
  const lengths = all.map(({ features }) => lengthOf(features.map((feature) => weights.get(feature) ?? 0)));
  kept = { of: all.map(({ said }) => said), having, lengths };
  return kept;
}

/** What is said weighs so much more than the word it is said with. */
const ofConcept = 3;
/** A feature weighs more the fewer examples have it. */
const weight = (feature: string, all: number, having: number): number =>
  Math.log(1 + all / having) * (feature.startsWith('#') ? ofConcept : 1);
const lengthOf = (weights: number[]): number => Math.sqrt(weights.reduce((sum, one) => sum + one * one, 0));

/**
 * What a sentence is like, by the examples that have most of its words, pairs of words and pieces of words (the angle between the two, as
 * of any search engine). An example that is much liker than others counts for much more.
 * @param says with marks where benefits and people are named
 */
export function likenessOf(says: string): Likeness {
  const { of, having, lengths } = index();
  const features = [...featuresOf(says)];
  const weights = features.map((feature) => weight(feature, of.length, having.get(feature)?.length ?? 1));
  const length = lengthOf(weights) || 1;
  const common = new Map<number, number>();
  for (const [n, feature] of features.entries())
    for (const at of having.get(feature) ?? [])
      common.set(at, (common.get(at) ?? 0) + (weights[n] as number) ** 2);
  const likest = [...common]
    .map(([at, sum]) => ({ said: of[at] as Said, like: sum / (length * (lengths[at] as number)) }))
    .sort((a, b) => b.like - a.like)
    .slice(0, neighbours);
  const votes = new Map<Said, number>();
  for (const { said, like } of likest) votes.set(said, (votes.get(said) ?? 0) + like ** 2);
  const most = Math.max(...votes.values());
  return {
    like: [...votes].sort((a, b) => b[1] - a[1]).map(([said, vote]) => ({ said, share: vote / most })),
    closest: likest[0]?.like ?? 0,
  };
}

/** What two sentences may have in common: words, two and three in a row, and four letters in a row of longer words, so that a slip of the keyboard spoils little; and what is said with them (`#`). */
function featuresOf(says: string): Set<string> {
  const heard = says.toLowerCase().replace(/[’`]/g, "'");
  const words = heard.match(/[a-z0-9']+|[◇☺?]|\p{Script=Han}/gu) ?? [];
  const row = ['^', ...words, '$'];
  const features = new Set<string>();
  for (const [at, word] of row.entries()) {
    if (at > 0 && at < row.length - 1) features.add(word);
    if (at > 0) features.add(row.slice(at - 1, at + 1).join(' '));
    if (at > 1) features.add(row.slice(at - 2, at + 1).join(' '));
    if (/^[a-z0-9']{4,}$/.test(word)) {
      const whole = `<${word}>`;
      for (let from = 0; from + 4 <= whole.length; from++) features.add(`~${whole.slice(from, from + 4)}`);
    }
  }
  for (const concept of conceptsIn(heard)) features.add(`#${concept}`);
  return features;
}
