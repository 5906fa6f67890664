import { type Break, Breaks } from './break';
import { beginning, type Seal } from './chain';
import { exactly, type Found } from './found';

/**
 * Whether each seal stands on top of the one before it. What somebody put in between is named and counts for nothing: a seal of ours that stands on
 * the last one of ours shows that none is missing, whatever its number is.
 */
export class Links {
  readonly #breaks: Breaks;
  /** The last seal of ours; and whatever stands before the next one. */
  last: Seal | undefined;
  #before: Found | undefined;
  /** What is missing between the last seal of ours and the next, if that does not stand on it. */
  #gaps = new Breaks();

  constructor(breaks: Breaks) {
    this.#breaks = breaks;
  }

  /** Takes the next one, in the order of their numbers. */
  take(found: Found): void {
    const before = this.#before?.number ?? 0n;
    const expected = before < 0n ? 1n : before + 1n;
    const gap = found.number > expected;
    if (gap) this.#gaps.add({ is: 'seal-missing', from: exactly(expected), to: exactly(found.number - 1n) });
    if (found.ours && found.seal) this.#takeOurs(found.seal, gap);
    else this.#breaks.add({ is: 'seal-forged', seal: exactly(found.number) });
    this.#before = found;
  }

  /** No other comes. */
  end(): void {
    this.#breaks.addFrom(this.#gaps);
  }

  #takeOurs(seal: Seal, gap: boolean): void {
    const { number, previous } = seal;
    if (!previous.equals(this.last?.mac ?? beginning)) {
      this.#breaks.addFrom(this.#gaps);
      const onThisOne = this.#before?.seal && previous.equals(this.#before.seal.mac);
      if (!gap && !onThisOne) this.#breaks.add({ is: 'seal-out-of-place', seal: number } satisfies Break);
    }
    this.#gaps = new Breaks();
    this.last = seal;
  }
}
