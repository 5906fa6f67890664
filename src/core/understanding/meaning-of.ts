import { commandSaid } from './command-said';
import type { Said } from './examples/said';
import type { Meaning } from './meaning';
import type { Naming } from './naming';

/** The same of this sentence: of the benefit and the people it names; undefined where it names none that are needed. */
export function meaningOf(said: Said, matter: string, named: Naming, people: string[]): Meaning | undefined {
  const { benefits, quantity } = named(matter);
  const [best] = benefits;
  const of = { of: matter, benefits: best ? [best] : [], sure: true };
  const [first, ...others] = people;
  switch (said) {
    case 'nothing':
      return undefined;
    case 'ask':
    case 'show':
      if (!best) return undefined;
      return {
        is: 'benefit',
        wants: said,
        benefits: [best],
        sure: true,
        ...(quantity && { quantity }),
        ...(said === 'ask' && first && { to: first }),
      };
    case 'return':
    case 'holders':
      return best ? { is: 'to-do', act: said, ...of } : undefined;
    case 'cancel':
      return { is: 'to-do', act: said, ...of };
    case 'holdings':
      return first ? { is: 'to-do', act: said, whose: first, ...of, benefits: [] } : undefined;
    case 'assign':
      return best && first ? { is: 'to-do', act: said, to: first, ...of } : undefined;
    case 'remove':
      return best && first ? { is: 'to-do', act: said, from: first, ...of } : undefined;
    case 'reassign':
      if (!best || !first) return undefined;
      return {
        is: 'to-do',
        act: said,
        from: others.length > 0 ? first : '',
        to: others.at(-1) ?? first,
        ...of,
      };
    default:
      return commandSaid(said);
  }
}
