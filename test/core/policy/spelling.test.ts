import type { Rule } from '../../../src/core/policy/policy';
import { spelled } from '../../../src/core/policy/spelling';
import { stage } from '../examples';

const desk = { is: 'group', group: 'it desk' } as const;
const rule: Rule = {
  name: 'for the desk',
  when: { benefit: ['visio professional 2024', 'gone'], group: ['it desk'] },
  yields: {
    is: 'ask',
    stages: [
      stage({ ask: [desk], may: [desk], otherwise: [desk], silence: { escalate: { after: 4, to: [desk] } } }),
    ],
  },
};

test('every name of a rule stands as the company writes it; what nobody writes stays', () => {
  const [written] = spelled([rule], { benefits: ['Visio Professional 2024'], groups: ['IT Desk'] });
  expect(written?.when).toEqual({ benefit: ['Visio Professional 2024', 'gone'], group: ['IT Desk'] });
  expect(JSON.stringify(written)).not.toContain('it desk');
  expect(JSON.stringify(written?.yields).split('IT Desk')).toHaveLength(5);
});
