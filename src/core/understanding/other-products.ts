import type { Meaning } from './meaning';
import type { Naming } from './naming';

/** What stands between one thing that is named and another. */
const between =
  /[,;:，、。；：]| (?:and|but|so|to|for|with|than|instead of|because|since|as|while|when|after|before|if|like) |升級|換成|改成|換|改用|更新|壞/i;

/** What stands between two things that may both be meant; what a thing is for is not. */
export const besides = /[,;，；。]| (?:and|but) /i;

/** What else is named than what comes first: "I only have PowerPoint, Visio would be better". */
export const otherProducts = (matter: string, named: Naming, parts: RegExp = between): string[] => {
  const [best] = named(matter).benefits;
  const all = matter.split(parts).map(named);
  return [
    ...new Set(all.flatMap(({ benefits, sure, telling }) => (sure && telling ? benefits.slice(0, 1) : []))),
  ].filter((one) => one !== best);
};
/** The same of what else was named. */
export const ofOthers = (one: Meaning, benefits: string[]): Meaning[] =>
  one.is === 'command' || one.is === 'to-press' || one.benefits.length === 0
    ? []
    : benefits
        .slice(0, 1)
        .filter((id) => !one.benefits.includes(id))
        .map((id) => ({ ...one, benefits: [id], sure: true }));
