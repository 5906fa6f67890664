import { benefitsNamed, type Named, type NamedBenefit } from '../find-benefit';
import type { Act } from './acts';

/** What words name. */
export type Naming = (said: string) => Named;

/** What words name, looked for once. The matter comes first, and what it is for after it: "SQL Server for the SharePoint project". */
export function naming(benefits: NamedBenefit[]): Naming {
  const found = new Map<string, Named>();
  const look = (said: string): Named => {
    const known = found.get(said) ?? benefitsNamed(said.replace(whereOneWorks, ' '), benefits);
    found.set(said, known);
    return known;
  };
  return (said) => {
    const whole = look(said);
    if (whole.sure && whole.benefits.length === 1) return whole;
    // "It cannot run 2025, so Windows Server 2022": the part that names one says it, not the part that names several.
    const parts = said
      .split(purpose)
      .map(look)
      .filter(({ sure, telling }) => sure && telling);
    return parts.find(({ benefits }) => benefits.length === 1) ?? parts[0] ?? whole;
  };
}
/** An office that is a place. */
const whereOneWorks =
  /\b(?:out[- ]of[- ](?:the[- ])?office|(?:in|at|to|from|into) (?:the|our|my|this) office|home office|office hours?)\b/gi;
const purpose =
  / (?:for|because|since|so that|in order to|as|on) (?=(?:the|my|our|a|an|this|that|new|we|i)\b)|[,;，、。；:]/i;

/** Where a person should stand, a product does. */
export const isProduct = (reading: Act, named: Naming): boolean =>
  ['from', 'to', 'whose'].some((part) => {
    const words = (reading as Record<string, string>)[part];
    if (!words || words.length > 40) return false;
    const { benefits, sure } = named(words);
    return benefits.length > 0 && sure;
  });
