import { type Facts, ruleFor } from '../../../src/core/policy/match';
import { ownPolicy, ownRule, type Rule, type When, type Yield } from '../../../src/core/policy/policy';
import { facts } from '../examples';

const rule = (name: string, when: When, yields: Yield = { is: 'approve' }): Rule => ({ name, when, yields });
const rest = rule('the rest', {});
/** The rule that fits what Eve asks for, where it is otherwise than usual. */
const fits = (rules: Rule[], change: Partial<Facts> = {}): string =>
  ruleFor({ rules: [...rules, rest] }, { ...facts, ...change }).name;

describe('one condition', () => {
  test.each<[sentence: string, when: When, change: Partial<Facts>, does: boolean]>([
    ['none: everything', {}, {}, true],
    ['the category', { category: ['software'] }, {}, true],
    ['one of several categories', { category: ['cloud', 'software'] }, {}, true],
    ['another category', { category: ['cloud', 'support'] }, {}, false],
    ['the benefit, however it is written', { benefit: ['windows server 2025 standard'] }, {}, true],
    ['the benefit with other spaces', { benefit: ['visio'] }, { benefit: '  VISIO ' }, true],
    ['another benefit', { benefit: ['visio'] }, {}, false],
    ['a benefit whose name only begins so', { benefit: ['windows server 2025'] }, {}, false],
    ['a group of whoever asks', { group: ['it'] }, { groups: ['sales', 'IT'] }, true],
    ['one of several groups', { group: ['it', 'sales'] }, { groups: ['Sales'] }, true],
    ['another group', { group: ['it'] }, { groups: ['sales'] }, false],
    ['a group, where whoever asks is in none', { group: ['it'] }, {}, false],
    ['on behalf', { onBehalf: true }, { onBehalf: true }, true],
    ['on behalf, for oneself', { onBehalf: true }, {}, false],
    ['for oneself', { onBehalf: false }, {}, true],
    ['for oneself, on behalf', { onBehalf: false }, { onBehalf: true }, false],
    ['holds at least, just so', { holds: { atLeast: 2 } }, { holds: 2 }, true],
    ['holds at least, one less', { holds: { atLeast: 2 } }, { holds: 1 }, false],
    ['holds at most, just so', { holds: { atMost: 0 } }, { holds: 0 }, true],
    ['holds at most, one more', { holds: { atMost: 0 } }, { holds: 1 }, false],
    ['left between, the least', { left: { atLeast: 3, atMost: 5 } }, { left: 3 }, true],
    ['left between, the most', { left: { atLeast: 3, atMost: 5 } }, { left: 5 }, true],
    ['left between, below', { left: { atLeast: 3, atMost: 5 } }, { left: 2 }, false],
    ['left between, above', { left: { atLeast: 3, atMost: 5 } }, { left: 6 }, false],
  ])('%s', (_, when, change, does) => {
    expect(fits([rule('this', when)], change)).toBe(does ? 'this' : 'the rest');
  });
});

describe('several conditions must all be so', () => {
  const when: When = {
    category: ['software'],
    benefit: ['windows server 2025 standard'],
    group: ['it'],
    onBehalf: false,
    holds: { atMost: 0 },
    left: { atLeast: 3 },
  };
  const so = { groups: ['it'] };
  test.each<[sentence: string, change: Partial<Facts>, does: boolean]>([
    ['all are', {}, true],
    ['all but the category', { category: 'cloud' }, false],
    ['all but the benefit', { benefit: 'Visio' }, false],
    ['all but the group', { groups: [] }, false],
    ['all but for whom', { onBehalf: true }, false],
    ['all but what they hold', { holds: 1 }, false],
    ['all but what is left', { left: 2 }, false],
  ])('%s', (_, change, does) => {
    expect(fits([rule('this', when)], { ...so, ...change })).toBe(does ? 'this' : 'the rest');
  });
});

describe('the first rule that fits counts', () => {
  const software = rule('software', { category: ['software'] });
  const servers = rule('servers', { benefit: ['windows server 2025 standard'] });
  const cloud = rule('cloud', { category: ['cloud'] });
  test.each<[sentence: string, rules: Rule[], name: string]>([
    ['of two that fit', [software, servers], 'software'],
    ['in the order of the file, not by how much they say', [servers, software], 'servers'],
    ['after one that does not', [cloud, servers], 'servers'],
    ['none: the last one, which fits everything', [cloud], 'the rest'],
  ])('%s', (_, rules, name) => {
    expect(fits(rules)).toBe(name);
  });

  test('a policy whose last rule does not fit everything is no policy', () => {
    expect(() => ruleFor({ rules: [cloud] }, facts)).toThrow('the last rule');
  });
});

describe('approved at once, up to a limit for each person', () => {
  test.each<[sentence: string, limit: number | undefined, holds: number, wants: number, does: boolean]>([
    ['without a limit, however much', undefined, 90, 9, true],
    ['the first one', 1, 0, 1, true],
    ['the second one, of one', 1, 1, 1, false],
    ['up to the limit just so', 4, 2, 2, true],
    ['beyond it with what is asked for now', 4, 2, 3, false],
    ['nothing at all, where the limit is nothing', 0, 0, 1, false],
  ])('%s', (_, limit, holds, wants, does) => {
    const atOnce = rule('at once', {}, { is: 'approve', ...(limit !== undefined && { limit }) });
    expect(fits([atOnce], { holds, wants })).toBe(does ? 'at once' : 'the rest');
  });

  test.each<[sentence: string, holds: number, seen: number, does: boolean]>([
    ['leaves one, of two', 0, 1, true],
    ['leaves none beside one that they have', 1, 1, false],
    ['leaves none after another one', 0, 2, false],
  ])('what somebody gave back after a look at its key counts: it %s', (_, holds, seen, does) => {
    const atOnce = rule('at once', {}, { is: 'approve', limit: 2 });
    expect(fits([atOnce], { holds, wants: 1, seen })).toBe(does ? 'at once' : 'the rest');
  });

  test('a rule that refuses has no limit to go beyond', () => {
    expect(
      fits([rule('never', { holds: { atLeast: 1 } }, { is: 'refuse', reason: 'No' })], { holds: 9 }),
    ).toBe('never');
  });
});

test('until somebody applies a policy, one rule fits everything', () => {
  for (const category of ['software', 'cloud', 'visual-studio', 'support'] as const)
    expect(ruleFor(ownPolicy, { ...facts, category, onBehalf: true, holds: 99, left: 0 }).name).toBe(ownRule);
});
