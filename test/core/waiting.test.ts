import { ask } from '../../src/core/ask';
import type { Stocked } from '../../src/core/benefit';
import { plainText } from '../../src/core/card';
import { approve } from '../../src/core/decide';
import {
  accept,
  aheadOf,
  canBeOffered,
  decline,
  endOfOffer,
  expire,
  offer,
  type Taking,
} from '../../src/core/offer';
import type { Request } from '../../src/core/request';
import { addHours } from '../../src/core/time';
import { summary, toDecide } from '../../src/core/views/deciding';
import { requestBlocks, requests, type Standing } from '../../src/core/views/requests';
import { offered as offeredCard, waiting as waitingCard } from '../../src/core/views/waiting';
import { wordsIn } from '../../src/core/words';
import { granted, told } from './decisions';
import {
  ada,
  approved,
  approving,
  asking,
  credit,
  dana,
  eve,
  holding,
  id,
  incidents,
  inStock,
  later,
  mei,
  named,
  offeredRequest,
  omar,
  packageEnded,
  pending,
  server,
  studio,
  visio,
  waitingRequest,
  withEmail,
} from './examples';

const view = { words: wordsIn('en'), locale: 'en', now: later } as const;
const unit = { by: 'unit', unit: '7', key: id(500), pool: id(501) } as const;
const stocked = (benefit: Stocked, stock: Parameters<typeof inStock>[0]): Stocked => ({
  ...benefit,
  stock: inStock(stock),
});

describe('an approval leads to the waiting list', () => {
  test.each<[string, Parameters<typeof inStock>[0], (typeof approving)['handover'], number]>([
    ['when no key is in stock yet', {}, { by: 'nothing' }, 1],
    ['when every key is taken', { held: 9, freeUnits: 0 }, { by: 'nothing' }, 1],
    ['when the allocation is used up though a key is free', { held: 16, freeUnits: 3 }, unit, 1],
    ['when less is left than was asked for', { held: 15, freeUnits: 3 }, unit, 1],
    ['behind those who wait already, though a key is free', { freeUnits: 3, waiting: 2 }, unit, 3],
  ])('%s', (_, stock, handover, place) => {
    const { is, change } = granted(approve({ ...approving, benefit: stocked(server, stock), handover }));
    expect(is).toMatchObject({ state: 'waiting', version: 2, by: { name: 'Dana Decider' } });
    expect(change.notices.at(-1)).toMatchObject({ to: eve.id, notice: { kind: 'waiting', place } });
    expect(change.steps.map((step) => step.do)).toEqual(['move', 'review', 'take']);
    expect(change.steps[2]).toMatchObject({ quantity: 0 });
  });

  test.each<[string, Stocked, number, number | undefined]>([
    ['enough is left and nobody waits', stocked(visio, { freeUnits: 1 }), 1, undefined],
    ['no key is in stock yet', stocked(visio, {}), 1, 0],
    ['all is taken', stocked(visio, { held: 2, freeUnits: 0 }), 1, 0],
    ['less is left than is asked for', stocked(server, { held: 15, freeUnits: 1 }), 2, 0],
    ['others wait', stocked(visio, { freeUnits: 1, waiting: 2 }), 1, 2],
  ])('the approver is told so before, when %s', (_, benefit, quantity, ahead) => {
    expect(aheadOf(benefit, quantity)).toBe(ahead);
    const background = { leftAfter: 0, holds: [], ...(ahead !== undefined && { ahead }) };
    const text = plainText(
      toDecide(view, { kind: 'to-decide', request: pending, background, reader: dana.id }),
    );
    const warns = text.includes('approval puts Eve Employee on the waiting list');
    expect(warns).toBe(ahead !== undefined);
    expect(text.includes('Left after this')).toBe(ahead === undefined);
    if (ahead === 2) expect(text).toContain('behind 2 already waiting');
  });
});

test('with less left than somebody asks for they ask all the same, and the approver is told what a yes leads to', () => {
  const benefit = stocked(server, { held: 15, freeUnits: 1 });
  const { change } = granted(ask({ ...asking, benefit, wish: { ...asking.wish, quantity: 16 } }));
  expect(change.notices[0]).toMatchObject({
    to: dana.id,
    notice: { kind: 'to-decide', background: { ahead: 0 } },
  });
});

describe('the first on the list is offered something', () => {
  test.each<[string, Stocked, number, boolean]>([
    ['when a key has come back', stocked(visio, { held: 1, freeUnits: 1 }), 1, true],
    ['not while every key is taken', stocked(visio, { held: 1, freeUnits: 0 }), 1, false],
    ['not while the allocation is used up', stocked(visio, { held: 2, freeUnits: 3 }), 1, false],
    ['not before a key is brought in', stocked(visio, {}), 1, false],
    ['not while less is there than they asked for', stocked(server, { held: 13, freeUnits: 3 }), 4, false],
    ['as soon as all they asked for is there', stocked(server, { held: 12, freeUnits: 3 }), 4, true],
    ['when a subscription is free', stocked(studio, { held: 2 }), 1, true],
    ['when a credit is free, all of it', stocked(credit, {}), 100, true],
    [
      'not when the next token carries more than is left',
      stocked({ ...visio, category: 'cloud', quantity: 10 }, { held: 5, freeUnits: 1, nextToken: 25 }),
      1,
      false,
    ],
  ])('%s', (_, benefit, wanted, can) => {
    expect(canBeOffered(benefit, wanted, later)).toBe(can);
  });

  test('never when the package has ended', () => {
    expect(canBeOffered(stocked(visio, { freeUnits: 1 }), 1, packageEnded)).toBe(false);
  });

  test('which is kept for them from then on, and everybody who has a card of it sees that', () => {
    const benefit = stocked(server, { held: 4, freeUnits: 1 });
    const { is, change } = granted(offer({ request: waitingRequest, benefit, handover: unit, now: later }));
    expect(is).toEqual({ ...offeredRequest, until: addHours(later, 48) });
    expect(change.steps).toEqual([
      { do: 'move', request: is },
      { do: 'take', benefit: server.id, quantity: 2 },
      { do: 'unit', unit: '7', pool: id(501), from: 'free', to: 'held' },
    ]);
    expect(told(change.notices)).toEqual([
      'Dana Decider: redraw decided',
      'Omar Okay: redraw decided',
      'Eve Employee: redraw decided',
      'Eve Employee: tell offered',
    ]);
    expect(change.audit).toEqual([
      { action: 'request.offered', subject: is.id, person: eve.id, benefit: server.id },
    ]);
  });

  test('whoever asked in their name is told too', () => {
    const request = { ...waitingRequest, requester: named(mei) };
    const { change } = granted(offer({ request, benefit: server, handover: unit, now: later }));
    expect(told(change.notices).filter((line) => line.includes('tell'))).toEqual([
      'Eve Employee: tell offered',
      '林美: tell offered',
    ]);
  });

  test.each<[string, Parameters<typeof offer>[0], string]>([
    [
      'nothing is there',
      { request: waitingRequest, benefit: server, handover: { by: 'nothing' }, now: later },
      'none-left',
    ],
    [
      'too little is there',
      {
        request: waitingRequest,
        benefit: stocked(server, { held: 15, freeUnits: 9 }),
        handover: unit,
        now: later,
      },
      'none-left',
    ],
    [
      'the package has ended',
      { request: waitingRequest, benefit: server, handover: unit, now: packageEnded },
      'ended',
    ],
    [
      'Microsoft lets nobody else have the credit',
      { request: waitingRequest, benefit: credit, handover: { by: 'task' }, timesGiven: 6, now: later },
      'credit-spent',
    ],
  ])('not when %s', (_, offering, why) => {
    expect(offer(offering)).toEqual({ ok: false, refusal: expect.objectContaining({ why }) });
  });
});

const taking = {
  request: offeredRequest as Request,
  by: eve,
  hands: {
    benefit: server,
    assignee: withEmail(eve),
    holding: id(300),
    task: id(400),
    lastRefund: false,
    admins: [ada],
    now: later,
  },
  holdings: [holding].slice(1),
};

describe('an offer is taken', () => {
  test('and the key that was kept is theirs', () => {
    const { is, change } = granted(accept(taking));
    expect(is).toMatchObject({ state: 'fulfilled', version: 4, holding: id(300), since: later });
    expect(is).not.toHaveProperty('kept');
    expect(is).not.toHaveProperty('until');
    expect(change.steps).toEqual([
      { do: 'move', request: is },
      { do: 'hold', request: is, key: id(500), unit: '7' },
    ]);
    // The cards with the two answers first, so that the message with Show key stays as it is.
    expect(told(change.notices)).toEqual([
      'Dana Decider: redraw decided',
      'Omar Okay: redraw decided',
      'Eve Employee: redraw decided',
      'Eve Employee: tell granted',
    ]);
  });

  test('by whoever asked for them: they are told that it is theirs', () => {
    const request = { ...offeredRequest, requester: named(mei) };
    const { change } = granted(accept({ ...taking, request, by: mei }));
    expect(told(change.notices)).toEqual([
      'Dana Decider: redraw decided',
      'Omar Okay: redraw decided',
      'Eve Employee: redraw decided',
      '林美: redraw decided',
      'Eve Employee: tell granted',
    ]);
  });

  test('and an admin sets it up where there is no key', () => {
    const { kept: _, ...request } = offeredRequest;
    const hands = { ...taking.hands, benefit: incidents };
    const { is, change } = granted(
      accept({ ...taking, request: { ...request, benefit: approved.benefit }, hands }),
    );
    expect(is).toMatchObject({ state: 'approved', task: id(400) });
    expect(told(change.notices)).toContain('Ada Admin: tell to-do');
  });

  const creditHeld = { ...holding, benefit: { ...credit } };
  test.each<[string, Partial<Taking>, string]>([
    ['by somebody else, who learns nothing of it', { by: omar }, 'gone'],
    [
      'at the moment its time is over',
      { hands: { ...taking.hands, now: offeredRequest.until } },
      'offer-over',
    ],
    [
      'after it went to the next one',
      {
        request: {
          ...pending,
          version: 4,
          state: 'cancelled',
          at: later,
          because: 'offer-over',
        },
      },
      'offer-over',
    ],
    ['twice', { request: granted(accept(taking)).is }, 'already-decided'],
    [
      'after the package has ended',
      {
        request: { ...offeredRequest, until: '2027-02-01T00:00:00.000Z' },
        hands: { ...taking.hands, now: packageEnded },
      },
      'ended',
    ],
    [
      'by somebody who got another credit meanwhile',
      { hands: { ...taking.hands, benefit: credit }, holdings: [creditHeld] },
      'one-credit',
    ],
    [
      'by somebody to whom another credit is on its way',
      { hands: { ...taking.hands, benefit: credit }, coming: [{ ...credit, name: 'Azure bulk credit' }] },
      'one-credit',
    ],
    [
      'when the credit was given as often as Microsoft allows',
      { hands: { ...taking.hands, benefit: credit }, timesGiven: 6 },
      'credit-spent',
    ],
  ])('not %s', (_, change, why) => {
    expect(accept({ ...taking, ...change })).toEqual({
      ok: false,
      refusal: expect.objectContaining({ why }),
    });
  });
});

describe('an offer is left', () => {
  test('and what was kept is free for the next one', () => {
    const { is, change } = granted(decline(offeredRequest, eve, later));
    expect(is).toMatchObject({ state: 'cancelled', because: 'declined', through: named(eve) });
    expect(change.steps).toEqual([
      { do: 'move', request: is },
      { do: 'take', benefit: server.id, quantity: -2 },
      { do: 'unit', unit: '7', pool: id(501), from: 'held', to: 'free' },
    ]);
    expect(told(change.notices)).toEqual([
      'Dana Decider: redraw decided',
      'Omar Okay: redraw decided',
      'Eve Employee: redraw decided',
    ]);
  });

  test.each<[string, string, Stocked, string | undefined]>([
    ['before its time', '2026-11-25T13:59:59.999Z', server, undefined],
    ['at its time', '2026-11-25T14:00:00.000Z', server, 'offer-over'],
    [
      'when the benefit is dropped meanwhile',
      '2026-11-24T14:00:00.000Z',
      { ...server, droppedOn: '2026-11-24' },
      'lapsed',
    ],
  ])('by the clock: %s', (_, now, benefit, because) => {
    expect(endOfOffer(offeredRequest.until, benefit, now)).toBe(because);
    const decision = expire(offeredRequest, benefit, now);
    expect(decision.ok ? decision.is.because : undefined).toBe(because);
  });

  test('by the clock: they are told, and nobody did it', () => {
    const { change } = granted(expire(offeredRequest, server, offeredRequest.until));
    expect(told(change.notices)).toContain('Eve Employee: tell cancelled');
    expect(change.audit[0]).toEqual(expect.not.objectContaining({ by: expect.anything() }));
  });
});

describe('the cards of those who wait', () => {
  test.each([
    [1, 'First in line.'],
    [3, 'Place 3 on the waiting list.'],
  ])('place %i', (place, sentence) => {
    const card = waitingCard(view, waitingRequest, { place });
    const text = plainText(card);
    expect(text).toContain(`Not enough is left of ${server.name}`);
    expect(text).toContain(sentence);
    expect(text).toContain('First come, first served.');
    expect(JSON.stringify(card.blocks.at(-1))).toContain('Cancel request');
  });

  test('an offer says until when, and whose it is', () => {
    expect(plainText(offeredCard(view, offeredRequest, 'assignee'))).toContain(
      'It is kept until 25 Nov 2026, 14:00 UTC.',
    );
    const forEve = { ...offeredRequest, requester: named(mei) };
    expect(plainText(offeredCard(view, forEve, 'assignee'))).toContain('Your turn:');
    const text = plainText(offeredCard(view, forEve, 'requester'));
    expect(text).toContain('The turn of Eve Employee');
    expect(text).toContain('Asked by: 林美');
  });

  const line = (request: Request, standing: Partial<Standing> = {}): string => {
    const [row] = requestBlocks(view, request, {
      reader: eve.id,
      places: new Map(),
      onIt: new Map(),
      ...standing,
    });
    return row?.type === 'row' ? row.text : '';
  };
  test.each<[string, Request, Partial<Standing>, string]>([
    ['pending', pending, {}, '20 Nov 2026 · Waits for Dana Decider, Omar Okay'],
    [
      'waiting',
      waitingRequest,
      { places: new Map([[waitingRequest.id, 2]]) },
      'Approved by Dana Decider; place 2 on the waiting list',
    ],
    ['offered', offeredRequest, {}, 'Kept until 25 Nov 2026, 14:00 UTC: take it or leave it'],
    ['approved', approved, { reader: mei.id }, 'Approved by Dana Decider; waits for an admin to set it up'],
    ['claimed', approved, { onIt: new Map([[approved.id, 'Ada Admin']]) }, 'Ada Admin is setting it up'],
    ['with Microsoft', { ...approved, withMicrosoft: later }, {}, 'With Microsoft since 23 Nov 2026'],
    ['for somebody else', { ...pending, assignee: named(mei) }, {}, 'for 林美'],
    ['by somebody else', { ...pending, requester: named(mei) }, {}, 'asked by 林美'],
    [
      'given unasked',
      { ...approved, requester: named(ada), assignee: named(eve), way: { is: 'assigned' } },
      {},
      'given by Ada Admin',
    ],
  ])('“requests” says what comes next: %s', (_, request, standing, words) => {
    expect(line(request, standing)).toContain(words);
  });

  test('whoever decided reads for whom it is kept', () => {
    expect(plainText(summary(view, offeredRequest))).toContain('State: Kept for Eve Employee');
  });

  test('says nothing of people where everything is one’s own', () => {
    expect(line(pending)).not.toMatch(/for Eve|by Eve/);
  });

  test('“requests” answers an offer on the spot', () => {
    const text = JSON.stringify(requests(view, [offeredRequest], 1));
    expect(text).toContain('"type":"accept"');
    expect(text).toContain('"type":"decline"');
  });
});
