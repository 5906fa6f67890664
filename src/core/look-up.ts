import { benefitsNamed, type NamedBenefit } from './find-benefit';
import { plain } from './understanding/written';

/** The most that a field which looks things up offers (docs.slack.dev, block_suggestion: 100 options). */
export const mostLookedUp = 100;

/**
 * What fits what somebody is typing: everything with all of its words in the name, as a person expects of a search field; where nothing has them,
 * what comes nearest, so that a slip of the finger still finds it.
 * @param typed nothing typed yet fits everything
 */
export function benefitsLike<T>(typed: string, benefits: T[], named: (benefit: T) => NamedBenefit): T[] {
  const parts = plain(typed).split(' ').filter(Boolean);
  const holding = benefits.filter((benefit) => {
    const name = plain(named(benefit).name);
    return parts.every((part) => name.includes(part));
  });
  if (holding.length > 0) return holding;
  const near = benefitsNamed(typed, benefits.map(named)).benefits;
  return near.flatMap((id) => benefits.find((benefit) => named(benefit).id === id) ?? []);
}

/** The same for people: by all parts of what was typed, in the name or the address. */
export function peopleLike<T extends { name: string; email?: string }>(typed: string, people: T[]): T[] {
  const parts = plain(typed).split(' ').filter(Boolean);
  return people.filter(({ name, email }) => {
    const known = plain(`${name} ${email ?? ''}`);
    return parts.every((part) => known.includes(part));
  });
}
