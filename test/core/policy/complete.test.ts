import type { Review, Reviewer } from '../../../src/core/course';
import type { Speaker } from '../../../src/core/person';
import type { Stage } from '../../../src/core/policy/policy';
import { isComplete } from '../../../src/core/policy/reviewers';
import { ada, boss, dana, later, named, omar, reviewer } from '../examples';

const agrees = (by: Speaker, whom?: Speaker): Review => ({
  stage: 1,
  by: named(by),
  ...(whom && { for: named(whom) }),
  at: later,
});
const asked = [reviewer(dana), reviewer(omar)];
const may = reviewer(ada, { told: false });
const instead = reviewer(ada, { through: 'escalated' });
const otherwise = [reviewer(ada, { through: 'otherwise' }), reviewer(boss, { through: 'otherwise' })];
const standsIn = reviewer(ada, { for: { ...named(dana), how: 'handed' } });
const danaIsOut = reviewer(dana, { told: false });

test.each<[sentence: string, need: Stage['need'], reviewers: Reviewer[], agreed: Review[], is: boolean]>([
  ['one of any: nobody yet', 1, asked, [], false],
  ['one of any', 1, asked, [agrees(omar)], true],
  ['one of any, who may answer unasked', 1, [...asked, may], [agrees(ada)], true],
  ['two of any: one', 2, [...asked, may], [agrees(dana)], false],
  ['two of any', 2, [...asked, may], [agrees(dana), agrees(ada)], true],
  ['two of any, one of whom has left since', 2, [reviewer(dana)], [agrees(omar), agrees(dana)], true],

  ['all: nobody yet', 'all', asked, [], false],
  ['all: not one of two', 'all', asked, [agrees(dana)], false],
  ['all', 'all', asked, [agrees(dana), agrees(omar)], true],
  ['all of those who are left, when somebody has left', 'all', [reviewer(dana)], [agrees(dana)], true],
  ['all, of whom one has left after they agreed', 'all', [reviewer(dana)], [agrees(omar)], false],
  ['all of nobody, however long', 'all', [], [], false],
  ['all: not with somebody else, who only may', 'all', [...asked, may], [agrees(dana), agrees(ada)], false],
  ['all: whoever is never written to need not', 'all', [...asked, may], [agrees(dana), agrees(omar)], true],
  [
    'all, with whoever stands in for one',
    'all',
    [danaIsOut, standsIn, reviewer(omar)],
    [agrees(ada, dana), agrees(omar)],
    true,
  ],
  [
    'all: whoever stands in for one is not two',
    'all',
    [danaIsOut, standsIn, reviewer(omar)],
    [agrees(ada, dana)],
    false,
  ],
  [
    'all: one handed it over, and answers after all',
    'all',
    [danaIsOut, standsIn, reviewer(omar)],
    [agrees(dana), agrees(omar)],
    true,
  ],
  [
    'all, one of whom is silent: another in their place',
    'all',
    [...asked, instead],
    [agrees(dana), agrees(ada)],
    true,
  ],
  ['all: another alone is not in the place of two', 'all', [...asked, instead], [agrees(ada)], false],
  [
    'all: another need not, when they have answered themselves',
    'all',
    [...asked, instead],
    [agrees(dana), agrees(omar)],
    true,
  ],
  ['all of those who are asked because others cannot', 'all', otherwise, [agrees(ada)], false],
  [
    'all of those who are asked because others cannot, each',
    'all',
    otherwise,
    [agrees(ada), agrees(boss)],
    true,
  ],
])('enough have agreed: %s', (_, need, reviewers, agreed, is) => {
  expect(isComplete(need, reviewers, agreed)).toBe(is);
});
