import type { Benefit } from '../../src/core/benefit';
import { compare, isInPortal, type Ours, type Subscription } from '../../src/core/reconcile';
import { server, studio } from './examples';

const enterprise: Benefit = {
  ...studio,
  id: 'e',
  name: 'Visual Studio Enterprise Subscription',
  quantity: 2,
};
const professional: Benefit = { ...studio, id: 'p', name: 'Visual Studio Professional (MPN)', quantity: 5 };
const people = new Map([
  ['eve@contoso.example', { id: 'eve', name: 'Eve', active: true }],
  ['mei@contoso.example', { id: 'mei', name: 'Mei', active: true }],
  ['gus@contoso.example', { id: 'gus', name: 'Gus', active: false }],
]);
const ours: Ours = { benefits: [enterprise, professional], people, holdings: [], coming: [] };
const holds = (person: string, benefit = 'e') => ({
  id: `h-${person}`,
  benefit,
  person,
  name: person,
  email: `${person}@contoso.example`,
});
const there = (person: string, level = 'Visual Studio Enterprise'): Subscription => ({
  name: `${person} of the portal`,
  email: `${person}@contoso.example`,
  level,
  assigned: null,
});
const brief = (subscriptions: Subscription[], more: Partial<Ours> = {}) =>
  compare(subscriptions, { ...ours, ...more }).differing.map(
    ({ kind, person, benefit, quantity }) => `${kind} ${benefit.id} ${person?.name ?? quantity}`,
  );

test.each<[string, Subscription[], Partial<Ours>, string[]]>([
  ['nothing here and there', [], {}, []],
  ['the same here and there', [there('eve')], { holdings: [holds('eve')] }, []],
  ['assigned there and not here', [there('eve')], {}, ['there-only e Eve']],
  ['held here and not there', [], { holdings: [holds('eve')] }, ['here-only e eve']],
  [
    'another level there',
    [there('eve', 'Visual Studio Professional')],
    { holdings: [holds('eve')] },
    ['here-only e eve', 'there-only p Eve'],
  ],
  ['somebody who left', [there('gus')], {}, ['gone e Gus']],
  ['somebody nobody knows', [there('zoe')], {}, ['gone e zoe of the portal']],
  ['somebody who left and whose holding is not ended yet', [there('gus')], { holdings: [holds('gus')] }, []],
  ['an admin is at it already', [there('eve')], { coming: [{ benefit: 'e', person: 'eve' }] }, []],
  [
    'one too many',
    ['eve', 'mei', 'zoe'].map((one) => there(one)),
    { holdings: [holds('eve'), holds('mei')] },
    ['gone e zoe of the portal', 'over e 1'],
  ],
  [
    'one person twice counts twice of the allocation, and is one difference',
    [there('eve'), there('eve'), there('eve')],
    {},
    ['there-only e Eve', 'over e 1'],
  ],
])('%s', (_, subscriptions, more, expected) => {
  expect(brief(subscriptions, more)).toEqual(expected);
});

test.each([
  ['Visual Studio Enterprise', 'e'],
  ['visual studio enterprise subscription', 'e'],
  ['Visual Studio Enterprise  (MPN)', 'e'],
  ['Visual Studio Enterprise with GitHub Enterprise', 'e'],
  ['Visual Studio Enterprise - annual', undefined],
  ['Visual Studio Professional Subscription (MPN)', 'p'],
  ['Visual Studio Test Professional', undefined],
  ['MSDN Platforms', undefined],
])('the level %s', (level, benefit) => {
  const { differing, unmatched } = compare([there('eve', level)], ours);
  expect(differing.map((one) => one.benefit.id)).toEqual(benefit ? [benefit] : []);
  expect(unmatched).toEqual(benefit ? [] : [{ level, count: 1 }]);
});

test('a level that two benefits could be is not guessed; an alias says it', () => {
  const twice = [enterprise, { ...enterprise, id: 'e2', name: 'Visual Studio Enterprise (MPN)' }];
  expect(
    compare([there('eve', 'Visual Studio Enterprise (NFR)')], { ...ours, benefits: twice }).unmatched,
  ).toHaveLength(1);
  const aliases = new Map([
    ['visual studio enterprise (nfr)', { benefit: 'Visual Studio Enterprise (MPN)' }],
  ]);
  const { differing } = compare([there('eve', 'Visual Studio Enterprise (NFR)')], {
    ...ours,
    benefits: twice,
    aliases,
  });
  expect(differing.map((one) => one.benefit.id)).toEqual(['e2']);
});

test('of two benefits with one name an alias says which', () => {
  const twice = [enterprise, { ...enterprise, id: 'e2' }];
  const aliases = new Map([['msdn platforms', { benefit: enterprise.name, id: 'e2' }]]);
  const { differing } = compare([there('eve', 'MSDN Platforms')], { ...ours, benefits: twice, aliases });
  expect(differing.map((one) => one.benefit.id)).toEqual(['e2']);
});

test('the print of a difference is the same in another export, whatever the portal calls somebody', () => {
  const [one] = compare([there('eve')], ours).differing;
  const [other] = compare([{ ...there('eve'), name: 'E. Employee', assigned: '2026-06-01' }], ours).differing;
  expect(one?.print).toBe(other?.print);
});

test('the portal knows nothing but Visual Studio subscriptions', () => {
  expect([isInPortal(studio), isInPortal(server)]).toEqual([true, false]);
});
