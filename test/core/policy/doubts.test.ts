import { type Doubt, doubtsOf, type Surroundings } from '../../../src/core/policy/doubts';
import { ownPolicy, type Policy, type Rule, type Stage, type Who } from '../../../src/core/policy/policy';
import { ada, boss, colleague, dana, eve, ida, omar, stage } from '../examples';

const people = [
  colleague(dana, { email: 'dana@contoso.example' }),
  colleague(omar),
  colleague(ada),
  colleague(boss, { email: 'bo@contoso.example' }),
  colleague(ida, { groups: ['Sales'] }),
];
const surroundings: Surroundings = {
  people,
  askers: [
    { ...eve, twins: [], groups: ['Engineering'], manager: 'bo@contoso.example' },
    { ...dana, twins: [], groups: [] },
    { ...ada, twins: [], groups: [] },
    { ...ida, twins: [], groups: ['Sales'] },
  ],
  benefits: ['Visio Professional 2024', 'Power BI Pro'],
};
const admins: Who = { is: 'admins' };
const asks = (...stages: Array<Partial<Stage>>): Rule['yields'] => ({
  is: 'ask',
  stages: stages.map((one) => stage(one)),
});
const rule = (when: Rule['when'], yields: Rule['yields'] = asks({ ask: [{ is: 'approvers' }] })): Rule => ({
  name: 'A rule',
  when,
  yields,
});
const policy = (rule: Rule, more: Partial<Policy> = {}): Policy => ({ ...ownPolicy, ...more, rules: [rule] });
const doubts = (rule: Rule, more?: Partial<Policy>) => doubtsOf(policy(rule, more), surroundings);

test.each<[sentence: string, rule: Rule, doubts: Doubt[]]>([
  ['nothing', rule({ benefit: ['power bi pro'], group: ['engineering'] }), []],
  [
    'a benefit, with the nearest there is',
    rule({ benefit: ['visio profesional 2024'] }),
    [{ is: 'no-benefit', rule: 0, benefit: 'visio profesional 2024', nearest: 'Visio Professional 2024' }],
  ],
  ['a benefit like no other', rule({ benefit: ['xyz'] }), [{ is: 'no-benefit', rule: 0, benefit: 'xyz' }]],
  ['a group of whoever asks', rule({ group: ['poets'] }), [{ is: 'no-group', rule: 0, group: 'poets' }]],
  [
    'a group that is asked, however it is written; once, however often it stands there',
    rule(
      {},
      asks({
        ask: [
          { is: 'group', group: 'SALES' },
          { is: 'group', group: 'Poets' },
        ],
        may: [{ is: 'group', group: 'Poets' }],
      }),
    ),
    [{ is: 'no-group', rule: 0, group: 'Poets' }],
  ],
  [
    'people, wherever a stage names them',
    rule(
      {},
      asks({
        ask: [{ is: 'person', email: 'dana@contoso.example' }, admins],
        otherwise: [{ is: 'person', email: 'a@contoso.example' }],
        silence: { escalate: { after: 1, to: [{ is: 'person', email: 'b@contoso.example' }] } },
      }),
    ),
    [
      { is: 'no-person', rule: 0, email: 'a@contoso.example' },
      { is: 'no-person', rule: 0, email: 'b@contoso.example' },
    ],
  ],
])('what means nobody or nothing: %s', (_, given, expected) => {
  expect(doubts(given)).toEqual(expected);
});

test('whoever is never written to and is not there', () => {
  expect(doubts(rule({}), { neverPing: ['cfo@contoso.example', 'dana@contoso.example'] })).toEqual([
    { is: 'no-person', email: 'cfo@contoso.example' },
  ]);
});

describe('a stage that too few could answer', () => {
  const stuck = (given: Rule, known = surroundings) =>
    doubtsOf(policy(given), known).map((doubt) =>
      doubt.is === 'no-answer' ? [doubt.stage, doubt.askers.map(({ name }) => name), doubt.everybody] : doubt,
    );

  test.each<[sentence: string, rule: Rule, stuck: unknown[]]>([
    [
      'none: the manager, or the admins in their place',
      rule({}, asks({ ask: [{ is: 'manager' }] })),
      [[1, [ada.name], false]],
    ],
    [
      'two, and only some have a manager',
      rule({}, asks({ ask: [{ is: 'manager' }], need: 2 })),
      [[1, [dana, ada, ida].map(({ name }) => name), false]],
    ],
    [
      'the only admin asks',
      rule({}, asks({ ask: [{ is: 'approvers' }] }, { ask: [admins] })),
      [[2, [ada.name], false]],
    ],
    [
      'more than there are',
      rule({}, asks({ ask: [{ is: 'approvers' }], need: 4 })),
      [[1, [eve, dana, ada, ida].map(({ name }) => name), true]],
    ],
    [
      'only those whom the rule fits',
      rule({ group: ['sales'] }, asks({ ask: [admins], need: 2 })),
      [[1, [ida.name], true]],
    ],
    [
      'the only admin has answered before',
      rule({ group: ['sales'] }, asks({ ask: [admins] }, { ask: [{ is: 'approvers' }] }, { ask: [admins] })),
      [[3, [ida.name], true]],
    ],
    ['a rule that asks nobody', rule({}, { is: 'refuse', reason: 'No.' }), []],
  ])('%s', (_, given, expected) => {
    expect(stuck(given)).toEqual(expected);
  });

  test('a twin of the only admin is the only admin', () => {
    const askers = [{ ...eve, twins: [ada.id], groups: [] }];
    expect(stuck(rule({}, asks({ ask: [admins] })), { ...surroundings, askers })).toEqual([
      [1, [eve.name], true],
    ]);
  });
});

describe('one request that is written about to many', () => {
  const crowd = Array.from({ length: 11 }, (_, at) =>
    colleague(
      { id: `crowd ${at}`, name: `Crowd ${at}`, role: 'employee', mayDecide: true },
      { groups: ['Crowd'] },
    ),
  );
  const among = { ...surroundings, people: [...people, ...crowd] };
  const asking = (one: Partial<Stage>) => rule({}, asks({ ask: [{ is: 'group', group: 'Crowd' }], ...one }));
  const those = (one: Partial<Stage>, people = among.people) =>
    doubtsOf(policy(asking(one)), { ...among, people }).filter(({ is }) => is === 'many-asked');

  test('is said, with how many and of how many must agree', () => {
    expect(those({})).toEqual([{ is: 'many-asked', rule: 0, stage: 1, people: 11, need: 1 }]);
  });
  test('is nothing to speak of with ten', () => {
    expect(those({}, [...people, ...crowd.slice(1)])).toEqual([]);
  });
  test('is meant where all must agree', () => {
    expect(those({ need: 'all' })).toEqual([]);
  });
});
