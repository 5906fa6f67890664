import { stopsAt } from '../../../src/core/policy/ending';
import type { Facts } from '../../../src/core/policy/match';
import type { Rule, Stage, Who } from '../../../src/core/policy/policy';
import { rehearse } from '../../../src/core/policy/rehearse';
import type { Colleague, Company } from '../../../src/core/policy/reviewers';
import { allCanEnd } from '../../../src/core/review';
import { ada, boss, colleague, company, dana, eve, ida, omar, stage } from '../examples';

const everybody: Colleague[] = [colleague(dana), colleague(omar), colleague(ada), colleague(boss)];
const facts: Facts = {
  category: 'cloud',
  benefit: 'Power BI Pro',
  groups: [],
  onBehalf: false,
  holds: 0,
  wants: 1,
  left: 5,
};
const approvers: Who = { is: 'approvers' };
const admins: Who = { is: 'admins' };
const person = (one: { name: string }): Who => ({
  is: 'person',
  email: everybody.find(({ name }) => name === one.name)?.email as string,
});
const asks = (...stages: Array<Partial<Stage>>): Rule => ({
  name: 'A rule',
  when: {},
  yields: { is: 'ask', stages: stages.map((one) => stage(one)) },
});
const names = (people: Array<{ name: string }>) => people.map(({ name }) => name);

/** A stage as it reads: who is asked, who may, who is left out, who could approve their own. */
const read = (rule: Rule, known: Partial<Company> = {}) =>
  rehearse({ rules: [rule] }, facts, company(everybody, known)).stages.map((one) => [
    names(one.asked),
    names(one.may),
    names(one.leftOut),
    names(one.own),
    one.ends,
  ]);

test('whoever is asked, and whoever may', () => {
  expect(read(asks({ ask: [approvers], may: [admins] }))).toEqual([
    [[dana.name, omar.name], [ada.name], [], [], true],
  ]);
});

test.each<[who: string, concerned: Company['concerned']]>([
  ['whoever asks', [{ id: dana.id }]],
  ['whoever will have it', [{ id: eve.id }, { id: dana.id }]],
  ['a twin of theirs', [{ id: eve.id, twins: [dana.id] }]],
])('%s is left out where a stage names them', (_, concerned) => {
  expect(read(asks({ ask: [approvers] }, { ask: [admins], may: [person(dana)] }), { concerned })).toEqual([
    [[omar.name], [], [dana.name], [], true],
    [[ada.name], [], [dana.name], [], true],
  ]);
});

test('nobody comes to their own because of silence', () => {
  const silence = { escalate: { after: 24, to: [approvers] } };
  expect(read(asks({ ask: [admins], silence }), { concerned: [{ id: dana.id }] })).toEqual([
    [[ada.name], [], [], [], true],
  ]);
});

test('too few are left: the stage does not end, nor does all of it', () => {
  const rehearsal = rehearse(
    { rules: [asks({ ask: [approvers], need: 2 }, { ask: [admins], need: 2 })] },
    facts,
    company(everybody, { concerned: [{ id: ada.id }] }),
  );
  expect(rehearsal.stages.map(({ ends }) => ends)).toEqual([true, false]);
  expect(rehearsal.ends).toBe(false);
});

test('a rule that asks nobody ends, whoever is there', () => {
  const rule: Rule = { name: 'At once', when: {}, yields: { is: 'approve', limit: 1 } };
  const last = asks({ ask: [admins] });
  expect(rehearse({ rules: [rule, last] }, facts, company([]))).toEqual({ rule, stages: [], ends: true });
  expect(rehearse({ rules: [rule, last] }, { ...facts, holds: 1 }, company(everybody)).rule).toBe(last);
});

test.each<[sentence: string, stages: Array<Partial<Stage>>, can: boolean]>([
  ['one after the other', [{ ask: [approvers] }, { ask: [admins] }], true],
  ['the same two in two stages', [{ ask: [approvers] }, { ask: [approvers] }], true],
  ['the same one in two stages', [{ ask: [admins] }, { ask: [admins] }], false],
  [
    'two of three, and the third makes room',
    [{ ask: [approvers, admins], need: 2 }, { ask: [approvers] }],
    true,
  ],
  [
    'two of three, and the two are needed again',
    [
      { ask: [approvers], may: [admins], need: 2 },
      { ask: [approvers], need: 2 },
    ],
    false,
  ],
  [
    'all of them counts as one at least',
    [
      { ask: [approvers], need: 'all' },
      { ask: [approvers], need: 'all' },
    ],
    true,
  ],
  [
    'the same one in the first and the last of three',
    [{ ask: [admins] }, { ask: [approvers] }, { ask: [admins] }],
    false,
  ],
  [
    'the same one in two stages, where others are asked in their place',
    [{ ask: [admins] }, { ask: [admins], otherwise: [approvers] }],
    true,
  ],
  [
    'whom the second needs is spared in the first, not whom the third could do without',
    [{ ask: [approvers, admins] }, { ask: [admins, approvers] }, { ask: [person(dana)] }],
    true,
  ],
  ['no stage', [], true],
])('different people in each stage: %s', (_, stages, can) => {
  expect(
    allCanEnd(
      stages.map((one) => stage(one)),
      company(everybody),
    ),
  ).toBe(can);
});

describe('who agrees, where the only admin is concerned and nobody else can be asked', () => {
  const concerned = [{ id: ada.id }];

  test('whoever is needed most later is spared', () => {
    const stages = [{ ask: [approvers] }, { ask: [person(dana)] }, { ask: [person(omar), person(boss)] }];
    expect(
      stopsAt(
        stages.map((one) => stage(one)),
        company(everybody, { concerned }),
      ),
    ).toBeUndefined();
  });

  test('whoever stands in for somebody away answers in their place, not beside them', () => {
    const people = [
      colleague(dana, { away: { delegate: ida.id } }),
      colleague(omar),
      colleague(ida, { role: 'approver' }),
      colleague(ada),
    ];
    const stages = [{ ask: [person(dana), person(omar)], need: 2 }, { ask: [person(omar)] }];
    expect(
      stopsAt(
        stages.map((one) => stage(one)),
        company(people, { concerned }),
      ),
    ).toBe(2);
  });
});
