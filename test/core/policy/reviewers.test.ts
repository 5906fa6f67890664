import { ownPolicy, type Stage, stageOf } from '../../../src/core/policy/policy';
import {
  type Colleague,
  type Company,
  canEnd,
  reviewersOf,
  type SoFar,
} from '../../../src/core/policy/reviewers';
import { read } from '../decisions';
import { ada, boss, colleague, company, dana, eve, ida, mei, named, omar, stage, zoe } from '../examples';

const everybody: Colleague[] = [
  colleague(dana),
  colleague(omar),
  colleague(ada),
  colleague(boss),
  colleague(ida, { groups: ['Sales', 'it'] }),
  colleague(mei, { email: 'mei@contoso.example' }),
];
const known = { manager: 'bo@contoso.example' };

interface Row {
  stage?: Partial<Stage>;
  /** Who is there, otherwise than usual. */
  people?: Colleague[];
  company?: Partial<Company>;
  soFar?: Partial<SoFar>;
  at?: number;
}
const reviewers = ({ stage: more = {}, people = everybody, company: known_ = {}, soFar = {}, at = 1 }: Row) =>
  reviewersOf(stage(more), at, company(people, { ...known, ...known_ }), {
    reviews: [],
    escalated: false,
    handed: [],
    ...soFar,
  });
const table = (rows: Array<[sentence: string, row: Row, asked: string[]]>) =>
  test.each(rows)('%s', (_, row, asked) => expect(read(reviewers(row))).toEqual(asked));

/** People of the company without some, or with some who are otherwise. */
const but = (...changed: Array<Partial<Colleague> & { id: string }>): Colleague[] =>
  everybody.map((one) => ({ ...one, ...changed.find(({ id }) => id === one.id) }));
const without = (...gone: Array<{ id: string }>): Colleague[] =>
  everybody.filter(({ id }) => !gone.some((one) => one.id === id));
const away = (delegate?: { id: string }) => ({ away: delegate ? { delegate: delegate.id } : {} });

describe('a stage asks', () => {
  table([
    ['every approver, and no admin', { stage: { ask: [{ is: 'approvers' }] } }, [dana.name, omar.name]],
    ['every admin', { stage: { ask: [{ is: 'admins' }] } }, [ada.name]],
    ['the manager of whoever asks', { stage: { ask: [{ is: 'manager' }] } }, [boss.name]],
    ['a group, however it is written', { stage: { ask: [{ is: 'group', group: 'IT' }] } }, [ida.name]],
    ['one person', { stage: { ask: [{ is: 'person', email: 'omar@contoso.example' }] } }, [omar.name]],
    [
      'several of these, each once',
      {
        stage: {
          ask: [{ is: 'person', email: 'omar@contoso.example' }, { is: 'approvers' }, { is: 'manager' }],
        },
      },
      [omar.name, dana.name, boss.name],
    ],
    [
      'and others may answer, who are not written to',
      { stage: { may: [{ is: 'admins' }] } },
      [dana.name, omar.name, `(${ada.name})`],
    ],
    [
      'whoever is asked and may as well is asked',
      { stage: { ask: [{ is: 'admins' }], may: [{ is: 'approvers' }, { is: 'admins' }] } },
      [ada.name, `(${dana.name})`, `(${omar.name})`],
    ],
    [
      'nobody who has no right to it at this moment',
      { people: but({ id: omar.id, role: 'employee' }) },
      [dana.name],
    ],
  ]);

  test('each for a reason of their own', () => {
    const ask: Stage['ask'] = [
      { is: 'manager' },
      { is: 'group', group: 'it' },
      { is: 'person', email: 'mei@contoso.example' },
      { is: 'approvers' },
      { is: 'admins' },
    ];
    expect(reviewers({ stage: { ask } }).map(({ name, because }) => [name, because])).toEqual([
      [boss.name, { is: 'manager' }],
      [ida.name, { is: 'group', group: 'it' }],
      [mei.name, { is: 'named' }],
      [dana.name, { is: 'approver' }],
      [omar.name, { is: 'approver' }],
      [ada.name, { is: 'admin' }],
    ]);
  });
});

describe('of two with one address neither is meant', () => {
  const email = 'bo@contoso.example';
  const people = but({ id: dana.id, email }, { id: omar.id, email: 'omar@contoso.example' });
  table([
    ['not as the manager', { stage: { ask: [{ is: 'manager' }] }, people }, [`${ada.name}, otherwise`]],
    [
      'not as the person who is named',
      { stage: { ask: [{ is: 'person', email }] }, people },
      [`${ada.name}, otherwise`],
    ],
    ['but by their role they are', { stage: { ask: [{ is: 'approvers' }] }, people }, [dana.name, omar.name]],
  ]);
});

describe('nobody is written to who does not want to be', () => {
  const neverPing = ['dana@contoso.example'];
  table([
    ['but they may answer', { company: { neverPing } }, [`(${dana.name})`, omar.name]],
    [
      'and where nobody else is, others are asked too',
      { people: without(omar), company: { neverPing } },
      [`(${dana.name})`, `${ada.name}, otherwise`],
    ],
    [
      'also where they are asked because others cannot',
      {
        stage: { ask: [{ is: 'manager' }], otherwise: [{ is: 'approvers' }] },
        people: without(boss),
        company: { neverPing },
      },
      [`(${dana.name}, otherwise)`, `${omar.name}, otherwise`],
    ],
  ]);
});

describe('nobody decides what concerns them', () => {
  table([
    ['who asks', { people: but({ id: omar.id }), company: { concerned: [omar] } }, [dana.name]],
    ['who gets it', { company: { concerned: [eve, dana] } }, [omar.name]],
    [
      'nor somebody of the same address',
      { company: { concerned: [{ ...named(eve), twins: [dana.id] }] } },
      [omar.name],
    ],
    [
      'not as the manager',
      { stage: { ask: [{ is: 'manager' }] }, company: { concerned: [boss] } },
      [`${ada.name}, otherwise`],
    ],
    [
      'not as the last resort',
      { people: [colleague(ada), colleague(zoe)], company: { concerned: [ada] } },
      [`${zoe.name}, otherwise`],
    ],
    ['not by being handed it', { soFar: { handed: [{ by: dana.id, to: eve.id }] } }, [dana.name, omar.name]],
    [
      'not by standing in',
      { people: but({ id: dana.id, ...away(omar) }), company: { concerned: [omar] }, stage: { need: 1 } },
      [`(${dana.name})`, `${ada.name}, otherwise`],
    ],
    [
      'so that nobody is left, where nobody else is',
      { people: [colleague(ada)], company: { concerned: [ada] } },
      [],
    ],
  ]);
});

describe('each person answers once', () => {
  const danaHas = { reviews: [{ stage: 1, by: named(dana), at: '' }] };
  table([
    ['not in a later stage', { at: 2, soFar: danaHas }, [omar.name]],
    [
      'but in the same stage they stay, so that others see who has',
      { soFar: danaHas },
      [dana.name, omar.name],
    ],
    ['nor as the last resort', { at: 2, people: [colleague(dana)], soFar: danaHas }, []],
    [
      'nor in somebody’s place',
      { at: 2, people: but({ id: omar.id, ...away(dana) }), soFar: danaHas },
      [`(${omar.name})`, `${ada.name}, otherwise`],
    ],
  ]);
});

describe('when too few can answer, others are asked', () => {
  table([
    [
      'those whom the stage names for it',
      {
        stage: { ask: [{ is: 'manager' }], otherwise: [{ is: 'approvers' }] },
        company: { manager: undefined },
      },
      [`${dana.name}, otherwise`, `${omar.name}, otherwise`],
    ],
    [
      'not while enough are there',
      { stage: { ask: [{ is: 'manager' }], otherwise: [{ is: 'approvers' }] } },
      [boss.name],
    ],
    [
      'beside those who are there, where more must agree',
      { stage: { ask: [{ is: 'manager' }], need: 2, otherwise: [{ is: 'approvers' }] } },
      [boss.name, `${dana.name}, otherwise`, `${omar.name}, otherwise`],
    ],
    [
      'the admins, where the stage names nobody for it',
      { people: [colleague(ada)] },
      [`${ada.name}, otherwise`],
    ],
    [
      'the admins too, where those named for it are too few',
      {
        stage: { ask: [{ is: 'manager' }], otherwise: [{ is: 'group', group: 'nobody' }] },
        company: { manager: undefined },
      },
      [`${ada.name}, otherwise`],
    ],
    [
      'the admins too, where with those named for it there is one too few',
      { stage: { ask: [{ is: 'manager' }], need: 3, otherwise: [{ is: 'group', group: 'it' }] } },
      [boss.name, `${ida.name}, otherwise`, `${ada.name}, otherwise`],
    ],
    [
      'of “all”, one who can is enough',
      {
        stage: {
          ask: [{ is: 'manager' }, { is: 'group', group: 'nobody' }],
          need: 'all',
          otherwise: [{ is: 'admins' }],
        },
      },
      [boss.name],
    ],
  ]);
});

describe('when nobody has answered in time, others are asked too', () => {
  const silence = { escalate: { after: 24, to: [{ is: 'admins' as const }, { is: 'manager' as const }] } };
  table([
    ['not before', { stage: { silence } }, [dana.name, omar.name]],
    [
      'beside those who are silent',
      { stage: { silence }, soFar: { escalated: true } },
      [dana.name, omar.name, `${ada.name}, escalated`, `${boss.name}, escalated`],
    ],
    ['nobody, where the policy names nobody', { soFar: { escalated: true } }, [dana.name, omar.name]],
    [
      'whoever might have answered unasked is written to from then on',
      { stage: { silence, may: [{ is: 'admins' }] }, soFar: { escalated: true } },
      [dana.name, omar.name, `${ada.name}, escalated`, `${boss.name}, escalated`],
    ],
  ]);
});

describe('what was handed over is answered in that place', () => {
  const toAda = { handed: [{ by: dana.id, to: ada.id }] };
  table([
    [
      'by somebody who was not asked',
      { soFar: toAda },
      [`(${dana.name})`, omar.name, `${ada.name} for ${dana.name}`],
    ],
    [
      'by somebody who was asked anyway',
      { soFar: { handed: [{ by: dana.id, to: omar.id }] } },
      [`(${dana.name})`, `${omar.name} for ${dana.name}`],
    ],
    [
      'also when who hands it over might have answered unasked',
      {
        stage: { may: [{ is: 'admins' }] },
        people: [...everybody, colleague(zoe)],
        soFar: { handed: [{ by: ada.id, to: zoe.id }] },
      },
      [dana.name, omar.name, `(${ada.name})`, `${zoe.name} for ${ada.name}`],
    ],
    [
      'also when they were asked because others could not',
      {
        stage: { ask: [{ is: 'manager' }], otherwise: [{ is: 'admins' }] },
        company: { manager: undefined },
        soFar: { handed: [{ by: ada.id, to: dana.id }] },
      },
      [`(${ada.name}, otherwise)`, `${dana.name} for ${ada.name}`],
    ],
    [
      'also when they were asked because others were silent',
      {
        stage: { silence: { escalate: { after: 1, to: [{ is: 'admins' }] } } },
        people: [...everybody, colleague(zoe)],
        soFar: {
          escalated: true,
          handed: [
            { by: ada.id, to: boss.id },
            { by: zoe.id, to: dana.id },
          ],
        },
      },
      [`${dana.name} for ${zoe.name}`, omar.name, `${ada.name}, escalated`, `(${zoe.name}, escalated)`],
    ],
    [
      'never by somebody without a right of their own',
      { soFar: { handed: [{ by: dana.id, to: mei.id }] } },
      [dana.name, omar.name],
    ],
    ['not when they are there no more', { people: without(ada), soFar: toAda }, [dana.name, omar.name]],
    [
      'on and on',
      {
        soFar: {
          handed: [
            { by: dana.id, to: omar.id },
            { by: omar.id, to: ada.id },
          ],
        },
      },
      [`(${dana.name})`, `(${omar.name} for ${dana.name})`, `${ada.name} for ${omar.name}`],
    ],
  ]);
});

describe('where those have gone without whom it cannot end', () => {
  const admins: Row = { stage: { ask: [{ is: 'admins' }], need: 'all', otherwise: [{ is: 'admins' }] } };
  const two = [colleague(ada), colleague(zoe), colleague(dana), colleague(mei)];
  const adaHas = {
    reviews: [{ stage: 1, by: { id: ada.id, name: ada.name }, at: '2026-11-02T09:00:00.000Z' }],
  };
  const gone = [colleague(ada), colleague(dana), colleague(mei)];
  const begun = true as const;
  table([
    [
      'all of the admins, while both are there',
      { ...admins, people: two, soFar: { begun } },
      [ada.name, zoe.name],
    ],
    [
      'an approver, where all that are left have agreed',
      { ...admins, people: gone, soFar: { ...adaHas, begun } },
      [ada.name, `${dana.name}, otherwise`],
    ],
    [
      'an approver, where nobody is left',
      { ...admins, people: [colleague(dana), colleague(mei)], soFar: { begun } },
      [`${dana.name}, otherwise`],
    ],
    [
      'an approver, where one is left of two who must agree',
      { stage: { ...admins.stage, need: 2 }, people: gone, soFar: { begun } },
      [ada.name, `${dana.name}, otherwise`],
    ],
    [
      'no approver, while an admin is only away',
      { ...admins, people: [colleague(ada, away()), colleague(dana)], soFar: { begun } },
      [ada.name],
    ],
    [
      'no approver, while as many as are needed may answer unasked',
      {
        stage: { ask: [{ is: 'manager' }], may: [{ is: 'group', group: 'it' }], need: 2 },
        people: but({ id: ada.id, role: 'employee' }),
        soFar: { begun },
      },
      [boss.name, `(${ida.name})`],
    ],
    [
      'an approver, where even with those too few are left',
      {
        stage: { ask: [{ is: 'manager' }], may: [{ is: 'group', group: 'it' }], need: 3 },
        people: but({ id: ada.id, role: 'employee' }),
        soFar: { begun },
      },
      [boss.name, `${dana.name}, otherwise`, `${omar.name}, otherwise`, `(${ida.name})`],
    ],
    ['no approver of what is not asked for yet', { ...admins, people: [colleague(dana)] }, []],
  ]);
});

describe('whoever is out of office is left alone', () => {
  table([
    [
      'where enough others are there',
      { people: but({ id: dana.id, ...away() }) },
      [`(${dana.name})`, omar.name],
    ],
    [
      'where somebody stands in for them',
      { people: but({ id: dana.id, ...away(ada) }), stage: { need: 2 } },
      [`(${dana.name})`, omar.name, `${ada.name} for ${dana.name}`],
    ],
    [
      'where whoever stands in is asked anyway',
      { people: but({ id: dana.id, ...away(omar) }) },
      [`(${dana.name})`, omar.name],
    ],
    [
      'but somebody else is asked, where then there are too few',
      { people: but({ id: dana.id, ...away(omar) }), stage: { need: 2, otherwise: [{ is: 'admins' }] } },
      [`(${dana.name})`, omar.name, `${ada.name}, otherwise`],
    ],
    [
      'also where they are the only one of the stage',
      {
        stage: { ask: [{ is: 'manager' }], otherwise: [{ is: 'approvers' }] },
        people: but({ id: boss.id, ...away() }),
      },
      [`(${boss.name})`, `${dana.name}, otherwise`, `${omar.name}, otherwise`],
    ],
    [
      'nobody stands in who has no right of their own',
      {
        people: but({ id: dana.id, ...away(mei) }),
        stage: { ask: [{ is: 'person', email: 'dana@contoso.example' }] },
      },
      [`(${dana.name})`, `${ada.name}, otherwise`],
    ],
    ['but not where nobody else is there at all', { people: [colleague(dana, away())] }, [dana.name]],
    [
      'not where it was handed to somebody who is away, and leaves it to somebody who is away as well',
      {
        stage: { ask: [{ is: 'group', group: 'it' }] },
        people: [colleague(ida, { groups: ['it'] }), colleague(dana, away(ada)), colleague(ada, away(ada))],
        company: { neverPing: ['ida@contoso.example'] },
        soFar: { handed: [{ by: ida.id, to: dana.id }] },
      },
      [`(${ida.name})`, `${dana.name} for ${ida.name}`, `${ada.name} for ${dana.name}`],
    ],
    [
      'not where two stand in for each other: one of them is asked',
      { people: [colleague(dana, away(omar)), colleague(omar, away(dana))] },
      [`${dana.name} for ${omar.name}`, `(${omar.name} for ${dana.name})`],
    ],
  ]);
});

test.each<[sentence: string, need: Stage['need'], people: Colleague[], can: boolean]>([
  ['one of one', 1, [colleague(dana)], true],
  ['two of one', 2, [colleague(dana)], false],
  ['two, with an admin', 2, [colleague(dana), colleague(ada)], true],
  ['all of one', 'all', [colleague(dana)], true],
  ['all of nobody', 'all', [], false],
])('enough people are there for a stage to end: %s', (_, need, people, can) => {
  const one = stage({ need });
  expect(canEnd(one, reviewersOf(one, 1, company(people)))).toBe(can);
});

describe('the bot’s own policy', () => {
  const own = stageOf(ownPolicy, 'any approver', 1) as Stage;
  test.each<[sentence: string, people: Colleague[], asked: string[]]>([
    ['any approver decides, and any admin may', everybody, [dana.name, omar.name, `(${ada.name})`]],
    [
      'without approvers the admins are asked',
      [colleague(ada), colleague(zoe)],
      [`${ada.name}, otherwise`, `${zoe.name}, otherwise`],
    ],
  ])('%s', (_, people, asked) => {
    expect(read(reviewersOf(own, 1, company(people)))).toEqual(asked);
  });
});
