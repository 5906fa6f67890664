type AllOf<Part> = (Part extends unknown ? (part: Part) => void : never) extends (all: infer All) => void
  ? All
  : never;

interface Joined {
  part(at: number): Record<string, unknown>;
}

/**
 * One maker out of many: what it makes has everything that the parts have, and a part is made when something of it is first asked for.
 * A transaction asks two or three of forty parts; putting all of them together each time cost a millisecond of a core.
 *
 * @param makersOf the makers of the parts, in the same order each time; what a part has is learnt from the first that is made
 * @returns a maker that throws where two parts have something of the same name
 */
export function joined<Given extends unknown[], const Makers extends ReadonlyArray<() => object>>(
  makersOf: (...given: Given) => Makers,
): (...given: Given) => AllOf<ReturnType<Makers[number]>> {
  class All implements Joined {
    readonly #makers: Makers;
    readonly #made: Array<Record<string, unknown>> = [];
    constructor(makers: Makers) {
      this.#makers = makers;
    }
    /** Bound, so that something laid over a ledger still finds its parts. */
    readonly part = (at: number): Record<string, unknown> => {
      this.#made[at] ??= (this.#makers[at] as () => Record<string, unknown>)();
      return this.#made[at];
    };
  }
  let learnt = false;
  return (...given) => {
    const makers = makersOf(...given);
    const all = new All(makers);
    if (!learnt)
      makers.forEach((_, at) => {
        learn(All.prototype, at, Object.keys(all.part(at)));
      });
    learnt = true;
    return all as unknown as AllOf<ReturnType<Makers[number]>>;
  };
}

function learn(prototype: Joined, at: number, names: string[]): void {
  for (const name of names) {
    if (name in prototype) throw new Error(`two parts have ${name}`);
    Object.defineProperty(prototype, name, {
      get(this: Joined) {
        return this.part(at)[name];
      },
    });
  }
}
