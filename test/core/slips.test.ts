import { slips, slipsAllowed } from '../../src/core/understanding/slip';

test.each([
  ['visio', 'visio', 0],
  ['vizio', 'visio', 1],
  ['viso', 'visio', 1],
  ['visiio', 'visio', 1],
  ['sharepiont', 'sharepoint', 1],
  ['wnidwos', 'windows', 2],
  ['word', 'windows', 3],
])('from %s to %s it is %d', (typed, meant, counted) => {
  expect(slips(typed, meant, 2)).toBe(counted);
  expect(slips(meant, typed, 2)).toBe(counted);
});

test('a short word is taken as it is', () => {
  expect(['sql', 'visio', 'sharepoint'].map(slipsAllowed)).toEqual([0, 1, 2]);
});
