import fc from 'fast-check';
import type { Stocked } from '../../src/core/benefit';
import type { Change, UnitState } from '../../src/core/change';
import { approve } from '../../src/core/decide';
import {
  type Aftermath,
  aftermathOf,
  type Ended,
  end,
  freesOn,
  giveBack,
  release,
  takeBack,
  unitComesBack,
} from '../../src/core/give-back';
import type { Ending, Holding } from '../../src/core/holding';
import type { KeyType } from '../../src/core/key-type';
import type { Speaker } from '../../src/core/person';
import { ownPolicy } from '../../src/core/policy/policy';
import { ended as drawEnded, removeForm, returnForm } from '../../src/core/views/given-back';
import { wordsIn } from '../../src/core/words';
import {
  ada,
  company,
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
  now,
  omar,
  pending,
  server,
  studio,
  visio,
  withEmail,
} from './examples';

const yearly: Stocked = { ...credit, unit: 'USD per year' };
const seats: Stocked = { ...credit, name: 'Microsoft 365 E5', unit: 'seat' };
const cal: Stocked = { ...visio, name: 'Windows Server CAL', unit: 'CAL', delivery: 'none' };
const token: Stocked = { ...visio, name: 'Office 365 E3', category: 'cloud', unit: 'seat' };

const unitOf = (type: KeyType) => ({ unit: '7', pool: id(501), type });
const of = (benefit: Stocked, more: Partial<Ended> = {}, held: Partial<Holding> = {}): Ended => ({
  holding: {
    ...holding,
    benefit,
    key: benefit.delivery === 'key',
    since: '2026-11-01T10:00:00.000Z',
    ...held,
  },
  benefit,
  unit: undefined,
  person: withEmail(eve),
  admins: [ada],
  task: id(401),
  now: later,
  ...more,
});

describe('a unit that comes back', () => {
  test.each<[KeyType, boolean, 'free' | 'retired']>([
    ['retail', false, 'free'],
    ['retail', true, 'free'],
    ['mak', false, 'free'],
    ['mak', true, 'retired'],
    ['token', false, 'free'],
    ['token', true, 'retired'],
    ['unknown', true, 'free'],
  ])('of a %s key, shown: %s, is %s', (type, shown, is) => expect(unitComesBack({ type }, shown)).toBe(is));

  test('of a broken key is retired, whatever was shown', () => {
    expect(unitComesBack({ type: 'retail', broken: true }, false)).toBe('retired');
  });
});

describe('may go to somebody else', () => {
  test.each<[string, Stocked, string, string, string | undefined]>([
    ['a subscription of 2017 at once', studio, '2017-08-01', '2017-09-01', undefined],
    ['a subscription after 90 days', studio, '2026-11-01', '2026-11-20', '2027-01-30'],
    ['a subscription on its 90th day', studio, '2026-11-01', '2027-01-30', undefined],
    ['a monthly credit at once', credit, '2026-11-01', '2026-11-20', undefined],
    ['a yearly credit in the next year', yearly, '2026-11-01', '2026-11-20', '2027-11-01'],
    ['a yearly credit after its year', yearly, '2026-11-01', '2027-11-01', undefined],
    ['seats at once', seats, '2026-11-01', '2026-11-20', undefined],
  ])('%s', (_, benefit, since, today, from) => {
    const moment = (day: string) => `${day}T12:00:00.000Z`;
    expect(freesOn({ holding: { ...holding, since: moment(since) }, benefit, now: moment(today) })).toBe(
      from,
    );
  });
});

/** One case of each kind, and what is said before somebody decides. */
const cases: Array<[when: string, Ended, Aftermath, said: RegExp]> = [
  [
    'a retail key, never shown',
    of(visio, { unit: unitOf('retail') }),
    { is: 'key-goes-on', shown: false },
    /^(?!.*remove the product).*The key can go to somebody else/s,
  ],
  [
    'a retail key that was shown',
    of(visio, { unit: unitOf('retail') }, { shown: true }),
    { is: 'key-goes-on', shown: true },
    /remove the product[\s\S]*The key can go to somebody else/,
  ],
  [
    'a MAK that was shown',
    of(server, { unit: unitOf('mak') }, { shown: true }),
    { is: 'key-is-spent' },
    /counts as used/,
  ],
  [
    'a token that was shown',
    of(token, { unit: unitOf('token') }, { shown: true }),
    { is: 'key-is-spent' },
    /counts as used/,
  ],
  ['a key that everybody shares', of(server), { is: 'free-at-once', shared: true }, /your share at once/],
  ['a CAL', of(cal), { is: 'free-at-once', shared: false }, /Somebody else can have it at once/],
  [
    'incidents, some of them used',
    of(incidents, {}, { quantity: 5, used: 2 }),
    { is: 'rest-is-free', used: 2, rest: 3 },
    /\(2 incidents\)\. The rest is free at once: 3 incidents\./,
  ],
  ['seats of an order', of(seats), { is: 'removed-by-hand' }, /An admin removes it in Partner Center/],
  [
    'a subscription within its 90 days',
    of(studio),
    { is: 'removed-by-hand', from: '2027-01-30' },
    /only from 30 January 2027/,
  ],
  ['a yearly credit', of(yearly), { is: 'removed-by-hand', from: '2027-11-01' }, /only from 1 November 2027/],
];

describe.each(cases)('%s', (_, subject, aftermath, said) => {
  const view = { words: wordsIn('en'), locale: 'en', now } as const;

  test('says what giving back will do', () => {
    expect(aftermathOf(subject)).toEqual(aftermath);
    expect(JSON.stringify(returnForm(view, subject.holding, aftermath).blocks)).toMatch(
      new RegExp(said.source.replaceAll('\\n', '\\\\n'), said.flags),
    );
  });

  test('and does just that', () => {
    const { steps, notices } = end(subject, { how: 'unanswered' }, undefined);
    const ends = steps.find((step) => step.do === 'end');
    const taken = steps.reduce((sum, step) => sum + (step.do === 'take' ? step.quantity : 0), 0);
    const unit = steps.find((step) => step.do === 'unit');
    const task = steps.find((step) => step.do === 'open-task');
    const byHand = aftermath.is === 'removed-by-hand';
    expect(ends).toMatchObject({ released: !byHand });
    expect(ends?.do === 'end' ? ends.frees : undefined).toBe(byHand ? aftermath.from : undefined);
    expect(taken).toBe(byHand ? 0 : subject.holding.used - subject.holding.quantity);
    expect(unit?.do === 'unit' ? unit.to : 'none').toBe(
      { 'key-goes-on': 'free', 'key-is-spent': 'retired' }[aftermath.is as string] ?? 'none',
    );
    expect(task !== undefined).toBe(byHand);
    expect(notices.filter(({ notice }) => notice.kind === 'to-do').map(({ to }) => to)).toEqual(
      byHand ? [ada.id] : [],
    );
  });
});

describe('who gives back and who takes back', () => {
  const subject = of(visio, { unit: unitOf('retail') });
  const unlinked: Speaker = { ...ada, mayDecide: false };

  test.each<[string, Speaker, string | undefined]>([
    ['its holder', eve, undefined],
    ['somebody else', mei, 'not-your-holding'],
    ['an admin, who takes back instead', ada, 'not-your-holding'],
  ])('%s gives back', (_, by, why) => {
    const decision = giveBack(subject, by, 'Done');
    expect(decision.ok ? undefined : decision.refusal.why).toBe(why);
  });

  test.each<[string, Speaker, string | undefined]>([
    ['an admin', ada, undefined],
    ['an admin from an account that is not linked', unlinked, 'unlinked-account'],
    ['an approver', dana, 'not-an-admin'],
    ['its holder', eve, 'not-an-admin'],
  ])('%s takes back', (_, by, why) => {
    const decision = takeBack(subject, by, 'The project is over');
    expect(decision.ok ? undefined : decision.refusal.why).toBe(why);
  });

  test('nobody ends what has ended', () => {
    const over = of(visio, {}, { state: { is: 'ended', at: now, how: 'lapsed' } });
    expect(giveBack(over, eve, undefined)).toMatchObject({ ok: false, refusal: { why: 'gone' } });
    expect(takeBack(over, ada, 'Again')).toMatchObject({ ok: false, refusal: { why: 'gone' } });
  });

  const told = (decision: ReturnType<typeof giveBack>) =>
    decision.ok ? decision.change.notices.map(({ to, subject: about, way }) => [to, about, way]) : [];
  const { request } = subject.holding;

  test('whoever gives back sees it on every copy, and gets no message beside the answer', () => {
    expect(told(giveBack(subject, eve, undefined))).toEqual([
      [eve.id, request, 'redraw'],
      [eve.id, subject.holding.id, 'redraw'],
    ]);
  });

  test('whoever loses it is told too, and every question about it is closed', () => {
    expect(told(takeBack(subject, ada, 'The project is over'))).toEqual([
      [eve.id, request, 'redraw'],
      [eve.id, subject.holding.id, 'redraw'],
      [eve.id, request, 'tell'],
      // The card with which the admin asked for it follows.
      [ada.id, subject.holding.id, 'redraw'],
    ]);
  });

  test('the ledger says how, by whom and why', () => {
    const decision = takeBack(subject, ada, 'The project is over');
    expect(decision.ok && decision.change.audit).toEqual([
      {
        action: 'holding.ended',
        by: ada.id,
        subject: holding.id,
        person: eve.id,
        benefit: visio.id,
        why: 'taken-back: The project is over',
      },
    ]);
  });
});

describe.each(['en', 'zh-TW'] as const)('the card in %s', (locale) => {
  const view = { words: wordsIn(locale), locale, now };
  const endings: Ending[] = [
    { how: 'returned', by: named(eve), why: 'Done' },
    { how: 'taken-back', by: named(ada), why: 'The project is over' },
    { how: 'reassigned', by: named(ada), why: 'Mei needs it' },
    { how: 'left' },
    { how: 'lapsed' },
    { how: 'unanswered' },
  ];

  test.each(endings)('of an end ($how) has nothing of a key, and says who and why', (ending) => {
    const over: Holding = { ...holding, state: { is: 'ended', at: later, ...ending } };
    const text = JSON.stringify(drawEnded(view, over, ending));
    expect(text).toContain(holding.benefit.name);
    expect(text).not.toContain('show-key');
    if ('why' in ending) expect(text).toContain(ending.why);
    if (ending.how === 'taken-back') expect(text).toContain('Ada Admin');
  });

  test('with which an admin takes back asks for a reason that the holder will read', () => {
    const form = removeForm(view, holding, { is: 'free-at-once', shared: true });
    const [field] = form.blocks.flatMap((block) => (block.type === 'form' ? block.fields : []));
    expect(field).toMatchObject({ name: 'reason', hint: expect.stringContaining('Eve Employee') });
    expect(field).not.toHaveProperty('optional');
  });
});

/** A stock room as the database keeps it: every step must find things as it says they are. */
class Room {
  units = new Map<string, { state: UnitState; type: KeyType }>();
  held = new Map<string, number>();
  holdings = new Map<string, { holding: Holding; unit?: string; released: boolean }>();

  carryOut({ steps }: Change): void {
    for (const step of steps)
      switch (step.do) {
        case 'unit': {
          const unit = this.units.get(step.unit);
          if (unit?.state !== step.from) throw new Error(`a unit was ${unit?.state}, not ${step.from}`);
          unit.state = step.to;
          break;
        }
        case 'take':
          this.held.set(step.benefit, (this.held.get(step.benefit) ?? 0) + step.quantity);
          break;
        case 'hold': {
          const { request, unit } = step;
          const begun: Holding = {
            ...holding,
            id: request.holding,
            request: request.id,
            person: request.assignee,
            benefit: request.benefit,
            quantity: request.quantity,
            since: request.since,
          };
          this.holdings.set(begun.id, { holding: begun, released: false, ...(unit && { unit }) });
          break;
        }
        case 'end': {
          const one = this.holdings.get(step.holding);
          if (one?.holding.state.is !== 'live') throw new Error('what has ended ends again');
          one.holding = { ...one.holding, state: { is: 'ended', at: step.at, ...step.ending } };
          one.released = step.released;
          break;
        }
        case 'release': {
          const one = this.holdings.get(step.holding);
          if (one?.holding.state.is !== 'ended' || one.released) throw new Error('released twice');
          one.released = true;
        }
      }
  }
}

const kinds: Array<{ benefit: Stocked; type: KeyType }> = [
  { benefit: { ...visio, id: id(1), quantity: 4 }, type: 'retail' },
  { benefit: { ...server, id: id(2), quantity: 6, languages: [], systems: [] }, type: 'mak' },
  { benefit: { ...token, id: id(3), quantity: 20 }, type: 'token' },
];
const deed = fc.record({
  what: fc.constantFrom('give', 'give', 'show', 'use', 'return', 'take', 'leave', 'release'),
  at: fc.nat(2),
  nth: fc.nat(30),
  quantity: fc.integer({ min: 1, max: 3 }),
});

test('whatever is given and comes back in whatever order: units and allocation add up', () => {
  fc.assert(
    fc.property(fc.array(deed, { maxLength: 60 }), (deeds) => {
      const room = new Room();
      for (const { benefit, type } of kinds)
        for (let at = 0; at < 4; at++) room.units.set(`${benefit.id}/${at}`, { state: 'free', type });
      let next = 1000;

      for (const { what, at, nth, quantity } of deeds) {
        const { benefit, type } = kinds[at] as { benefit: Stocked; type: KeyType };
        const mine = [...room.holdings.values()].filter((one) => one.holding.benefit.id === benefit.id);
        const one = mine[nth % (mine.length || 1)];
        const live = one?.holding.state.is === 'live';
        const stocked: Stocked = {
          ...benefit,
          stock: inStock({ held: room.held.get(benefit.id) ?? 0, freeUnits: 4 }),
        };
        const subject = one && {
          ...of(stocked, { now }),
          holding: one.holding,
          unit: one.unit ? { unit: one.unit, pool: id(501), type } : undefined,
        };

        if (what === 'give') {
          const [unit] = [...room.units].find(
            ([name, { state }]) => name.startsWith(benefit.id) && state === 'free',
          ) ?? [undefined];
          const decision = approve({
            request: { ...pending, id: id(next++), benefit: stocked, quantity },
            version: 1,
            by: omar,
            benefit: stocked,
            assignee: withEmail(eve),
            handover: unit ? { by: 'unit', unit, key: id(500), pool: id(501) } : { by: 'nothing' },
            holding: id(next++),
            task: id(next++),
            lastRefund: false,
            admins: [ada],
            policy: ownPolicy,
            company: company(),
            background: { leftAfter: 0, holds: [] },
            now,
          });
          if (decision.ok) room.carryOut(decision.change);
        } else if (!one || !subject) continue;
        else if (what === 'show' && live) one.holding = { ...one.holding, shown: true };
        else if (what === 'use' && live)
          one.holding = { ...one.holding, used: Math.min(one.holding.used + 1, one.holding.quantity) };
        else if (what === 'release' && !live && !one.released) room.carryOut(release(one.holding, now));
        else if (what === 'leave' && live) room.carryOut(end(subject, { how: 'left' }, undefined));
        else if (what === 'return' || what === 'take') {
          const decision =
            what === 'return' ? giveBack(subject, eve, undefined) : takeBack(subject, ada, 'Over');
          expect(decision.ok).toBe(live);
          if (decision.ok) room.carryOut(decision.change);
        }

        for (const { benefit } of kinds) {
          const units = [...room.units].filter(([name]) => name.startsWith(benefit.id));
          const count = (state: UnitState) => units.filter(([, unit]) => unit.state === state).length;
          const all = [...room.holdings.values()].filter((each) => each.holding.benefit.id === benefit.id);
          const lives = all.filter(({ holding }) => holding.state.is === 'live');
          expect(count('free') + count('held') + count('set-aside') + count('retired')).toBe(4);
          expect(count('held')).toBe(lives.length);
          expect(room.held.get(benefit.id) ?? 0).toBe(
            all.reduce((sum, { holding, released }) => sum + (released ? holding.used : holding.quantity), 0),
          );
        }
      }
    }),
    { numRuns: 300 },
  );
});
