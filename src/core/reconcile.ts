import { type Benefit, kindOf } from './benefit';
import type { Apart } from './difference';
import { normalName } from './product-name';
import { pickBenefit } from './request';
import type { Day } from './time';

/** A subscription as the portal has it. */
export interface Subscription {
  name: string;
  email: string;
  level: string;
  assigned: Day | null;
}

/** What we know, as far as it can differ from the portal. */
export interface Ours {
  benefits: Benefit[];
  /** By their addresses in small letters; whoever has left is there too. */
  people: ReadonlyMap<string, { id: string; name: string; active: boolean }>;
  /** What is held of these benefits now. */
  holdings: Array<{ id: string; benefit: string; person: string; name: string; email: string | null }>;
  /** Whom an admin is just setting one up for: a task says so already. */
  coming: Array<{ benefit: string; person: string }>;
  /** `--map`: what a level is called here. */
  aliases?: ReadonlyMap<string, { benefit: string; id?: string }>;
}

/** A difference before it is known whether it is known. `print` is the same for the same difference of another export. */
export type Differing = Apart & { print: string };

/** What comparing came to. `unmatched`: levels that no benefit is called by, and how many have them. */
export interface Compared {
  same: number;
  differing: Differing[];
  unmatched: Array<{ level: string; count: number }>;
}

/**
 * Compares an export of the portal with what is held here, person by person and benefit by benefit. Two subscriptions of one level for one
 * person count as two of the allocation, and as one that is held: nobody holds one twice.
 */
export function compare(subscriptions: readonly Subscription[], ours: Ours): Compared {
  const levels = levelFinder(ours);
  const unmatched = new Map<string, number>();
  const there = new Map<string, Map<string, Subscription>>();
  const counts = new Map<string, number>();
  for (const one of subscriptions) {
    const benefit = levels(one.level);
    if (!benefit) {
      unmatched.set(one.level, (unmatched.get(one.level) ?? 0) + 1);
      continue;
    }
    const people = there.get(benefit.id) ?? new Map<string, Subscription>();
    there.set(benefit.id, people.set(one.email, people.get(one.email) ?? one));
    counts.set(benefit.id, (counts.get(benefit.id) ?? 0) + 1);
  }

  let same = 0;
  const differing = ours.benefits.flatMap((benefit): Differing[] => {
    const assigned = there.get(benefit.id) ?? new Map<string, Subscription>();
    const about = pickBenefit(benefit);
    const held = ours.holdings.filter((holding) => holding.benefit === benefit.id);
    const has = new Set(held.map(({ person }) => person));
    const comes = new Set(
      ours.coming.filter((one) => one.benefit === benefit.id).map(({ person }) => person),
    );
    const thereIds = new Set<string>();
    const ofPortal = [...assigned.values()].flatMap((one): Differing[] => {
      const known = ours.people.get(one.email);
      if (known) thereIds.add(known.id);
      if (known && has.has(known.id)) {
        same += 1;
        return [];
      }
      if (known?.active && comes.has(known.id)) return [];
      const kind = known?.active ? 'there-only' : 'gone';
      return [
        {
          print: `${kind}|${benefit.id}|${known?.id ?? one.email}`,
          kind,
          benefit: about,
          person: { ...(known && { id: known.id }), name: known?.name ?? one.name, email: one.email },
          quantity: 1,
          ...(one.assigned && { assigned: one.assigned }),
        },
      ];
    });
    const ofOurs = held
      .filter(({ person }) => !thereIds.has(person))
      .map(
        ({ id, person, name, email }): Differing => ({
          print: `here-only|${benefit.id}|${person}`,
          kind: 'here-only',
          benefit: about,
          person: { id: person, name, ...(email && { email }) },
          quantity: 1,
          holding: id,
        }),
      );
    const tooMany = (counts.get(benefit.id) ?? 0) - benefit.quantity;
    const over: Differing[] =
      tooMany > 0
        ? [{ print: `over|${benefit.id}|${tooMany}`, kind: 'over', benefit: about, quantity: tooMany }]
        : [];
    return [...ofPortal, ...ofOurs, ...over];
  });
  return { same, differing, unmatched: [...unmatched].map(([level, count]) => ({ level, count })) };
}

/** What is sold and what kind of agreement it was got by is told beside the level: "Visual Studio Enterprise Subscription (MPN)" is Enterprise. */
const beside =
  /\b(?:microsoft|subscriptions?|standard|annual|monthly|mpn|nfr|fte|maicpp|with github enterprise)\b|[()]/g;
const levelOf = (name: string): string => normalName(name).replace(beside, ' ').replace(/\s+/g, ' ').trim();

/** Which benefit a level of the portal is: by its name, by another name for it, or the only one of that level. */
function levelFinder({ benefits, aliases }: Ours): (level: string) => Benefit | undefined {
  const named = (name: string) => benefits.find((one) => normalName(one.name) === normalName(name));
  return (level) => {
    const alias = aliases?.get(normalName(level));
    if (alias !== undefined) return benefits.find(({ id }) => id === alias.id) ?? named(alias.benefit);
    const exact = named(level);
    if (exact) return exact;
    const [only, ...others] = benefits.filter((one) => levelOf(one.name) === levelOf(level));
    return others.length === 0 ? only : undefined;
  };
}

/** Whether a benefit is one that the portal knows: a Visual Studio subscription that an admin assigns. */
export const isInPortal = (benefit: Pick<Benefit, 'category' | 'delivery' | 'unit'>): boolean =>
  kindOf(benefit) === 'subscription';
