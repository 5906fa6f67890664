import type { Exact } from './found';
import type { RulesBreak } from './rules';

/** What is wrong with the ledger, and with which row or seal of it. */
export type Break =
  /** The row says something else than when it was sealed; it is gone; two say what the other one said. */
  | { is: 'edited'; row: number; seal: number }
  | { is: 'missing'; row: number; seal: number }
  | { is: 'swapped'; row: number; with: number }
  /** The row stands under no seal and waits for none: it was put in, or its seal was taken away. */
  | { is: 'inserted'; row: Exact }
  /** It waited for its seal, and is gone. */
  | { is: 'gone-unsealed'; row: Exact }
  /** Two seals of ours are over it: it was made to wait once more. */
  | { is: 'sealed-twice'; row: number; seal: number }
  /** All from one number to another. */
  | { is: 'seal-missing'; from: Exact; to: Exact }
  /** Not made with our key, as it stands now: changed, put in, or hashed anew by somebody without the key. */
  | { is: 'seal-forged'; seal: Exact }
  /** Made with the key, but not on top of the one before it. */
  | { is: 'seal-out-of-place'; seal: number }
  /** By the head that was noted outside: the chain ends before it; or it has another seal in its place, made anew with the key. */
  | { is: 'cut'; noted: number; seal: number }
  | { is: 'made-anew'; noted: number }
  | RulesBreak;

type Kind = Break['is'];

/** What is said first. */
const order: Record<Kind, number> = {
  edited: 1,
  missing: 2,
  swapped: 3,
  inserted: 4,
  'gone-unsealed': 5,
  'sealed-twice': 6,
  'rules-edited': 7,
  'rules-unnoted': 8,
  'rules-missing': 9,
  'seal-missing': 10,
  'seal-forged': 11,
  'seal-out-of-place': 12,
  cut: 13,
  'made-anew': 14,
};

/** So many of each kind are named; the others are counted. */
const mostNamed = 500;

/** Breaks as they are found. However many somebody makes of one kind, they hide none of another, and do not fill the memory. */
export class Breaks {
  readonly #named = new Map<Kind, Break[]>();
  readonly #counts = new Map<Kind, number>();

  add(found: Break): void {
    const named = this.#named.get(found.is) ?? [];
    this.#named.set(found.is, named);
    if (named.length < mostNamed) named.push(found);
    this.count(found.is, 1);
  }

  addAll(found: Iterable<Break>): void {
    for (const one of found) this.add(one);
  }

  /** All that others are. */
  addFrom(others: Breaks): void {
    const counts = others.#counts;
    for (const [kind, named] of others.#named) {
      for (const one of named) this.add(one);
      this.count(kind, (counts.get(kind) ?? 0) - named.length);
    }
  }

  /** There are so many more of them, which are not named. */
  count(kind: Kind, more: number): void {
    if (more > 0) this.#counts.set(kind, (this.#counts.get(kind) ?? 0) + more);
  }

  /** Those that are named, kind by kind. */
  named(): Break[] {
    return [...this.#named.values()].flat().sort((one, other) => order[one.is] - order[other.is]);
  }

  /** How many there are of each kind that was found. */
  counts(): Partial<Record<Kind, number>> {
    return Object.fromEntries([...this.#counts].sort(([one], [other]) => order[one] - order[other]));
  }
}
