import { everRefuses, refusedAhead } from '../../../src/core/policy/ahead';
import { ownPolicy, type When } from '../../../src/core/policy/policy';
import { facts } from '../examples';

const refusing = (when: When) => ({
  rules: [
    { name: 'not', when, yields: { is: 'refuse', reason: 'Kept for the lab.' } as const },
    ...ownPolicy.rules,
  ],
});
const reason = 'Kept for the lab.';

test('what no rule refuses may be asked for', () => {
  expect(everRefuses(ownPolicy)).toBe(false);
  expect(everRefuses(refusing({}))).toBe(true);
  expect(refusedAhead(ownPolicy, facts, true)).toBeUndefined();
  expect(refusedAhead(refusing({ group: ['lab'] }), { ...facts, groups: ['Lab'] }, true)).toBeDefined();
  expect(refusedAhead(refusing({ group: ['lab'] }), facts, true)).toBeUndefined();
});

test.each<[string, When, boolean, boolean]>([
  ['whoever it is for', {}, true, false],
  ['a key, which is for oneself alone', { onBehalf: false }, false, false],
  ['for oneself', { onBehalf: false }, true, true],
  ['whoever has one', { holds: { atLeast: 1 } }, true, true],
])('refused: %s', (_, when, isForOthersToo, onlyForOneself) => {
  const holder = { ...facts, holds: 1 };
  expect(refusedAhead(refusing(when), holder, isForOthersToo)).toEqual({ reason, onlyForOneself });
});
