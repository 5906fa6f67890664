import { normalName } from '../product-name';
import type { Rule, Who } from './policy';

/** How the company writes its names: those of benefits in the catalogue, those of groups in the people file. */
export interface Spellings {
  benefits: string[];
  groups: string[];
}

/**
 * Rules with every name as the company writes it. The rules themselves keep names as they are compared, in lower case; what nobody
 * writes otherwise stays so.
 */
export function spelled(rules: Rule[], { benefits, groups }: Spellings): Rule[] {
  const benefitAs = speller(benefits, normalName);
  const groupAs = speller(groups, (name) => name.toLowerCase());
  const whoAs = (who: Who): Who => (who.is === 'group' ? { is: 'group', group: groupAs(who.group) } : who);
  return rules.map((rule): Rule => {
    const { when, yields } = rule;
    return {
      ...rule,
      when: {
        ...when,
        ...(when.benefit && { benefit: when.benefit.map(benefitAs) }),
        ...(when.group && { group: when.group.map(groupAs) }),
      },
      yields:
        yields.is === 'ask'
          ? {
              is: 'ask',
              stages: yields.stages.map((stage) => ({
                ...stage,
                ask: stage.ask.map(whoAs),
                may: stage.may.map(whoAs),
                otherwise: stage.otherwise.map(whoAs),
                silence: stage.silence.escalate
                  ? {
                      ...stage.silence,
                      escalate: { ...stage.silence.escalate, to: stage.silence.escalate.to.map(whoAs) },
                    }
                  : stage.silence,
              })),
            }
          : yields,
    };
  });
}

function speller(names: string[], compared: (name: string) => string): (name: string) => string {
  const written = new Map(names.map((name) => [compared(name), name]));
  return (name) => written.get(compared(name)) ?? name;
}
