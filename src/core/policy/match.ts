import type { Category } from '../benefit';
import { normalName } from '../product-name';
import type { Policy, Range, Rule, When } from './policy';

/** What the rules look at, as it is when somebody asks. */
export interface Facts {
  category: Category;
  /** The name of the benefit. */
  benefit: string;
  /** Groups of whoever asks. */
  groups: string[];
  onBehalf: boolean;
  /** Units of the benefit that whoever will have it holds already; and how many more they ask for. */
  holds: number;
  wants: number;
  /** Units whose key they have seen and given back: what was seen stays with them. Absent: none. */
  seen?: number;
  /** Units of the benefit that are left. */
  left: number;
}

/** The first rule that fits. The last one of a policy fits everything. */
export function ruleFor({ rules }: Pick<Policy, 'rules'>, facts: Facts): Rule {
  const rule = rules.find(
    ({ when, yields }) => fits(when, facts) && !(yields.is === 'approve' && isBeyond(yields, facts)),
  );
  if (!rule) throw new Error('the last rule of a policy fits everything');
  return rule;
}

function fits(when: When, facts: Facts): boolean {
  const groups = facts.groups.map((group) => group.toLowerCase());
  return (
    (when.category?.includes(facts.category) ?? true) &&
    (when.benefit?.includes(normalName(facts.benefit)) ?? true) &&
    (when.group?.some((group) => groups.includes(group)) ?? true) &&
    (when.onBehalf === undefined || when.onBehalf === facts.onBehalf) &&
    isWithin(when.holds, facts.holds) &&
    isWithin(when.left, facts.left)
  );
}

const isWithin = (range: Range | undefined, value: number): boolean =>
  value >= (range?.atLeast ?? Number.NEGATIVE_INFINITY) &&
  value <= (range?.atMost ?? Number.POSITIVE_INFINITY);

/** Whoever looks at a key, gives it back and asks again would see one key after the other. */
const isBeyond = ({ limit }: { limit?: number }, { holds, wants, seen = 0 }: Facts): boolean =>
  limit !== undefined && holds + seen + wants > limit;
