import { type AskingAgain, askAgain } from '../../src/core/ask-again';
import { leave } from '../../src/core/leave';
import { ada, dana, eve, inStock, later, mei, named, omar, pending, server } from './examples';

/** Eve asked, and Dana was to answer. */
const request = { ...pending, asked: [named(dana)] };
const asking: AskingAgain = {
  request,
  concerned: [named(eve)],
  deciders: [omar, ada],
  benefit: { ...server, stock: inStock() },
  holdings: [],
};
const whoIsAsked = (change: Partial<AskingAgain>): string[] | undefined =>
  askAgain({ ...asking, ...change })?.is.asked.map(({ name }) => name);

test.each<[sentence: string, change: Partial<AskingAgain>, asked: string[] | undefined]>([
  ['the other approver', {}, [omar.name]],
  ['nobody else, while one of them is there', { deciders: [dana, omar, ada] }, undefined],
  ['the admins, where no approver is left', { deciders: [ada] }, [ada.name]],
  ['nobody, where nobody decides', { deciders: [] }, undefined],
  ['never who asks or gets it', { deciders: [{ ...eve, role: 'approver' }, ada] }, [ada.name]],
  ['nor their second account', { concerned: [{ ...named(eve), twins: [omar.id] }] }, [ada.name]],
])('when Dana has left, this one is asked: %s', (_, change, asked) => {
  expect(whoIsAsked(change)).toEqual(asked);
});

test('the request stays the one that their cards show, and the ledger says that others were asked', () => {
  const again = askAgain(asking);
  expect(again?.is).toEqual({ ...request, asked: [named(omar)] });
  expect(again?.change).toEqual({
    steps: [{ do: 'ask-again', request: again?.is }],
    notices: [
      {
        to: omar.id,
        subject: request.id,
        way: 'tell',
        notice: expect.objectContaining({ kind: 'to-decide', request: again?.is }),
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

test('for whom somebody else asked, they read who is asked now', () => {
  const again = askAgain({ ...asking, request: { ...request, assignee: named(mei) } });
  expect(again?.change.notices.at(-1)).toMatchObject({
    to: mei.id,
    way: 'redraw',
    notice: { kind: 'asked-for-you' },
  });
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
