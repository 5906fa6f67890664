import { type AskingAgain, askAgain, whoIsAskedDiffers } from '../../src/core/ask-again';
import { stillAsked } from '../../src/core/course';
import { leave } from '../../src/core/leave';
import { ownPolicy } from '../../src/core/policy/policy';
import { told } from './decisions';
import {
  ada,
  colleague,
  company,
  course,
  dana,
  eve,
  later,
  mei,
  named,
  omar,
  pending,
  reviewer,
  server,
} from './examples';

/** Eve asked, and Dana was to answer. */
const request = {
  ...pending,
  asked: [named(dana)],
  course: { ...course, reviewers: [reviewer(dana, { onIt: later, reminders: 2 })] },
};
const those = (...people: Array<typeof dana>) => people.map((person) => colleague(person));
const asking: AskingAgain = {
  request,
  policy: ownPolicy,
  company: company(those(omar, ada)),
  background: { leftAfter: 14, holds: [] },
  now: later,
};
const whoIsAsked = (more: Partial<AskingAgain>): string[] | undefined => {
  const again = askAgain({ ...asking, ...more });
  return again && stillAsked(again.is.course).map(({ name }) => name);
};

const twin = { ...named(eve), twins: [omar.id] };
test.each<[sentence: string, company: AskingAgain['company'], asked: string[] | undefined]>([
  ['the other approver', company(those(omar, ada)), [omar.name]],
  ['nobody else, while they are there who were asked', company(those(dana, ada)), undefined],
  ['whoever has become an approver, beside them', company(those(dana, omar, ada)), [dana.name, omar.name]],
  ['the admins, where no approver is left', company(those(ada)), [ada.name]],
  ['nobody, where nobody decides', company([]), undefined],
  ['never who asks or gets it', company(those({ ...eve, role: 'approver' }, ada)), [ada.name]],
  ['nor their second account', company(those(omar, ada), { concerned: [twin] }), [ada.name]],
  [
    'whoever stands in, while Dana is away',
    company([colleague(dana, { away: { delegate: omar.id } }), colleague({ ...omar, role: 'admin' })]),
    [omar.name],
  ],
])('when others decide than Dana, this one is asked: %s', (_, company, asked) => {
  expect(whoIsAsked({ company })).toEqual(asked);
  expect(whoIsAskedDiffers(request, { policy: ownPolicy, company })).toBe(asked !== undefined);
});

test('the request stays the one that their cards show, and the ledger says that others were asked', () => {
  const again = askAgain(asking);
  expect(again?.is).toEqual({
    ...request,
    asked: [named(dana), named(omar)],
    course: {
      ...course,
      reviewers: [
        reviewer(omar, { remindAt: '2026-11-24T14:00:00.000Z' }),
        { id: ada.id, name: ada.name, because: { is: 'admin' }, told: false, reminders: 0 },
      ],
    },
  });
  expect(again?.change).toEqual({
    steps: [{ do: 'ask-again', request: again?.is }],
    notices: [
      {
        to: dana.id,
        subject: request.id,
        way: 'redraw',
        notice: { kind: 'decided', request: again?.is },
      },
      {
        to: request.requester.id,
        subject: request.id,
        way: 'redraw',
        notice: { kind: 'still-waits', request: again?.is, reader: request.requester.id },
      },
      {
        to: omar.id,
        subject: request.id,
        way: 'tell',
        notice: expect.objectContaining({ kind: 'to-decide', request: again?.is, reader: omar.id }),
      },
    ],
    audit: [
      {
        action: 'request.asked-again',
        subject: request.id,
        person: request.assignee.id,
        benefit: request.benefit.id,
      },
    ],
  });
});

test('who was asked before and still is, is not asked once more, and what is known of them stays', () => {
  const again = askAgain({ ...asking, company: company(those(dana, omar, ada)) });
  expect(told(again?.change.notices ?? [])).toEqual([
    'Eve Employee: redraw still-waits',
    'Omar Okay: tell to-decide',
  ]);
  expect(again?.is.course.reviewers[0]).toMatchObject({ name: dana.name, onIt: later, reminders: 2 });
});

test('whoever asked, and for whom somebody else did, read who is asked now', () => {
  const again = askAgain({ ...asking, request: { ...request, assignee: named(mei) } });
  expect(told(again?.change.notices ?? [])).toEqual([
    'Dana Decider: redraw decided',
    '林美: redraw still-waits',
    'Eve Employee: redraw still-waits',
    'Omar Okay: tell to-decide',
  ]);
});

test('whoever was asked once sees on the card they have that it waits for them again', () => {
  const again = askAgain({ ...asking, request: { ...request, asked: [named(dana), named(omar)] } });
  expect(told(again?.change.notices ?? [])).toEqual([
    'Dana Decider: redraw decided',
    'Omar Okay: redraw to-decide',
    'Eve Employee: redraw still-waits',
    'Omar Okay: tell to-decide',
  ]);
});

test('whoever left without having anything is in the summary for what waited for them', () => {
  const again = askAgain(asking);
  const changes = leave({
    person: named(dana),
    holdings: [],
    requests: [],
    askedAgain: again ? [again] : [],
    admins: [ada],
    now: later,
  });
  expect(changes.at(-1)?.notices).toEqual([
    expect.objectContaining({
      to: ada.id,
      notice: {
        kind: 'left',
        leaver: {
          person: named(dana),
          gaveBack: [],
          cancelled: [],
          askedAgain: [{ requester: eve.name, benefit: server.name, asked: [omar.name] }],
        },
      },
    }),
  ]);
});
