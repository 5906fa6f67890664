import fc from 'fast-check';
import { lastDayOf, unavailable, usableUntil } from '../../src/core/available';
import type { Stocked } from '../../src/core/benefit';
import { plainText } from '../../src/core/card';
import {
  dueWarnings,
  type Held,
  lapsesOf,
  lastsUntil,
  type Redeemed,
  type Told,
  together,
} from '../../src/core/lapse';
import { cancelLapsed, cancelSpent, endLapsed } from '../../src/core/lapsed';
import type { Request } from '../../src/core/request';
import { addDays, daysBetween } from '../../src/core/time';
import { calendar } from '../../src/core/views/calendar';
import { lapsing } from '../../src/core/views/lapses';
import { type Warning, warn } from '../../src/core/warn';
import { wordsIn } from '../../src/core/words';
import {
  ada,
  approved,
  credit,
  dana,
  eve,
  holding,
  id,
  inStock,
  mei,
  named,
  offeredRequest,
  pending,
  server,
  studio,
  visio,
  waitingRequest,
} from './examples';

/** A package that ends on 14 January 2027; what was given may be used until 13 February. */
const pack = visio.package;
const office: Stocked = { ...visio, id: id(120), name: 'Office 365 E3', category: 'cloud', unit: 'seat' };
const at = (day: string) => `${day}T12:00:00.000Z`;

describe('what is given', () => {
  test.each<[string, Partial<Stocked>, string, object | undefined]>([
    ['on the last day of the package', {}, '2027-01-14', undefined],
    ['after the package', {}, '2027-01-15', { why: 'ended', on: '2027-01-14' }],
    ['on the last day to activate', { activateBy: '2026-12-31' }, '2026-12-31', undefined],
    [
      'after the last day to activate',
      { activateBy: '2026-12-31' },
      '2027-01-01',
      { why: 'ended', on: '2026-12-31' },
    ],
    [
      'an activate-by after the package changes nothing',
      { activateBy: '2027-02-28' },
      '2027-01-15',
      { why: 'ended', on: '2027-01-14' },
    ],
    ['on the last day of the grace time', {}, '2027-02-13', { why: 'ended', on: '2027-01-14' }],
    ['after the grace time', {}, '2027-02-14', { why: 'membership-over', on: '2027-02-13' }],
    [
      'the membership ended before the package',
      { package: { ...pack, membershipEnds: '2026-11-30', graceDays: 10 } },
      '2026-12-11',
      { why: 'membership-over', on: '2026-12-10' },
    ],
    ['before the package', {}, '2026-01-14', { why: 'not-begun', from: '2026-01-15' }],
    ['before it is dropped', { droppedOn: '2026-12-01' }, '2026-11-30', undefined],
    ['since it is dropped', { droppedOn: '2026-12-01' }, '2026-12-01', { why: 'dropped', on: '2026-12-01' }],
  ])('%s', (_, change, day, refusal) => {
    const why = unavailable({ ...visio, ...change }, at(day));
    expect(why).toEqual(refusal && { benefit: visio.name, ...refusal });
  });
});

describe('what lapses when', () => {
  test.each<[string, Partial<Stocked>, Redeemed[], string[]]>([
    ['a plain benefit', {}, [], ['package 2027-01-14', 'grace 2027-02-13']],
    [
      'one with a last day to activate',
      { activateBy: '2026-12-31' },
      [],
      ['activate-by 2026-12-31', 'package 2027-01-14', 'grace 2027-02-13'],
    ],
    [
      'one that has to be activated by the end',
      { activateBy: '2027-01-14' },
      [],
      ['package 2027-01-14', 'grace 2027-02-13'],
    ],
    ['without grace', { package: { ...pack, graceDays: 0 } }, [], ['grace 2027-01-14']],
    [
      'a token that was redeemed runs by itself',
      {},
      [{ quantity: 5, until: '2027-02-13' }],
      ['package 2027-01-14', 'token 2027-02-13', 'grace 2027-02-13'],
    ],
    ['what was dropped only ends', { droppedOn: '2026-11-01' }, [], ['grace 2027-02-13']],
    [
      'what is over does not lapse again',
      { activateBy: '2026-11-19' },
      [],
      ['package 2027-01-14', 'grace 2027-02-13'],
    ],
  ])('%s', (_, change, tokens, expected) => {
    const lapses = lapsesOf({ ...visio, ...change }, tokens, '2026-11-20');
    expect(lapses.map(({ what, on }) => `${what} ${on}`)).toEqual(expected);
  });

  test.each<[string, Stocked, boolean, string]>([
    ['a key', visio, true, usableUntil(visio)],
    ['a token nobody has looked at in time', office, false, usableUntil(office)],
    ['a token that was shown: a year from the day it was given', office, true, '2027-11-23'],
    ['a subscription', studio, false, usableUntil(studio)],
  ])('the last day of %s', (_, benefit, inTime, until) => {
    expect(lastsUntil(benefit, { since: holding.since, ...(inTime && { inTime }) })).toBe(until);
  });
});

describe('which warnings are due', () => {
  /** Looks on these days, and remembers what was said. */
  const looking = (days: string[], benefit: Stocked = visio): string[] => {
    const told: Told[] = [];
    return days.flatMap((today) =>
      dueWarnings(benefit, [], told, today).map(({ lapse, days: number }) => {
        told.push({ on: lapse.on, days: number });
        return `${today}: ${lapse.what} ${number}`;
      }),
    );
  };
  const everyDay = (from: string, to: string) =>
    Array.from({ length: daysBetween(from, to) + 1 }, (_, day) => addDays(from, day));

  test('sixty, thirty, fourteen, seven and one day before, each once', () => {
    expect(looking(everyDay('2026-11-01', '2027-03-01'))).toEqual([
      '2026-11-15: package 60',
      '2026-12-15: package 30',
      '2026-12-15: grace 60',
      '2026-12-31: package 14',
      '2027-01-07: package 7',
      '2027-01-13: package 1',
      '2027-01-14: grace 30',
      '2027-01-30: grace 14',
      '2027-02-06: grace 7',
      '2027-02-12: grace 1',
    ]);
  });

  test('again on the same day: nothing', () => {
    expect(looking(['2026-11-15', '2026-11-15'])).toHaveLength(1);
  });

  test.each([
    ['a late start', ['2027-01-09'], ['2027-01-09: package 7', '2027-01-09: grace 60']],
    ['on the last day', ['2027-01-14'], ['2027-01-14: package 1', '2027-01-14: grace 30']],
    ['a day too late', ['2027-02-14'], []],
    [
      'off for three weeks',
      ['2026-11-15', '2027-01-02'],
      ['2026-11-15: package 60', '2027-01-02: package 14', '2027-01-02: grace 60'],
    ],
  ])('%s: only the nearest', (_, days, expected) => {
    expect(looking(days)).toEqual(expected);
  });

  test('a renewed package begins afresh, by its new day', () => {
    const told = [{ on: '2027-01-14', days: 60 }];
    const renewed = { ...visio, package: { ...pack, ends: '2028-01-14' } };
    expect(dueWarnings(visio, [], told, '2026-11-20')).toEqual([]);
    expect(dueWarnings(renewed, [], told, '2027-11-20')).toMatchObject([{ days: 60 }]);
  });

  test('a day to activate that was missed is spoken of once it is over, once, and only where somebody missed it', () => {
    const benefit = { ...visio, activateBy: '2026-12-31', settings: { ...visio.settings, noticeDays: [] } };
    const missed = [
      {
        id: holding.id,
        person: named(eve),
        quantity: 1,
        since: holding.since,
        key: true,
        shown: false,
      },
    ];
    const due = (today: string, told: Told[] = []) => dueWarnings(benefit, [], told, today, missed);
    expect(due('2026-12-31')).toEqual([]);
    expect(due('2027-01-01')).toEqual([{ lapse: { what: 'missed', on: '2026-12-31' }, days: -1 }]);
    expect(due('2027-03-01')).toHaveLength(1);
    expect(due('2027-03-01', [{ on: '2026-12-31', days: -1 }])).toEqual([]);
    expect(dueWarnings(benefit, [], [], '2027-01-01')).toEqual([]);
  });

  test('the numbers are the benefit’s own, and none means silence', () => {
    const own = (noticeDays: number[]) => ({ ...visio, settings: { ...visio.settings, noticeDays } });
    expect(looking(everyDay('2026-12-01', '2027-01-14'), own([3]))).toEqual(['2027-01-11: package 3']);
    expect(looking(everyDay('2026-12-01', '2027-03-01'), own([]))).toEqual([]);
  });

  test('whenever somebody looks, no number is used twice and none comes after a nearer one', () => {
    const noticeDays = fc.uniqueArray(fc.integer({ min: 0, max: 90 }), { maxLength: 6 });
    const looks = fc.array(fc.integer({ min: 0, max: 20 }), { maxLength: 40 });
    fc.assert(
      fc.property(noticeDays, looks, (numbers, gaps) => {
        const benefit = { ...visio, settings: { ...visio.settings, noticeDays: numbers } };
        const told: Told[] = [];
        let today = '2026-10-01';
        for (const gap of gaps) {
          today = addDays(today, gap);
          const due = dueWarnings(benefit, [], told, today);
          expect(new Set(due.map(({ lapse }) => lapse.on)).size).toBe(due.length);
          for (const { lapse, days } of due) {
            expect(days).toBeGreaterThanOrEqual(daysBetween(today, lapse.on));
            expect(told.filter(({ on }) => on === lapse.on).every((one) => one.days > days)).toBe(true);
            told.push({ on: lapse.on, days });
          }
        }
      }),
    );
  });
});

describe('who is told', () => {
  const held = (person: typeof eve, more: Partial<Held> = {}): Held => ({
    id: holding.id,
    person: named(person),
    quantity: 1,
    since: holding.since,
    key: true,
    shown: true,
    ...(more.shown !== false && { inTime: true }),
    ...more,
  });
  /** They looked, but after the last day. */
  const late = ({ inTime: _, ...one }: Held): Held => one;
  const due = (
    benefit: Stocked,
    what: Warning['lapse']['what'],
    on: string,
    tokens: Redeemed[] = [],
    missed: Held[] = [],
  ): Warning => ({
    benefit: { ...benefit, stock: inStock({ held: 3, freeUnits: 2 }) },
    lapse: { what, on },
    days: 60,
    tokens,
    missed,
  });
  const people = [eve, mei, dana, ada];
  const told = (
    warnings: Warning[],
    holders: Record<string, Held[]> = {},
    waiting: Record<string, Array<typeof eve>> = {},
  ) => {
    const change = warn({
      due: warnings,
      holders: new Map(Object.entries(holders)),
      waiting: new Map(Object.entries(waiting)),
      admins: [ada],
      subject: id(900),
      now: at('2026-12-15'),
    });
    const lines = change.notices.map(({ to, notice }) => {
      if (notice.kind !== 'lapsing') throw new Error(notice.kind);
      const name = people.find((one) => one.id === to)?.name;
      const all = notice.all.map(({ lapse, benefits }) => `all ${lapse.what} ${benefits.length}`);
      const yours = notice.yours.map(
        ({ as, lapse, benefits }) => `${as} ${lapse.what} ${benefits.join('+')}`,
      );
      return `${name}: ${[...all, ...yours].join('; ')}`;
    });
    return { change, lines };
  };

  test('the end of a package: the admins, holders, and those who wait; each in one message', () => {
    const { lines, change } = told(
      [
        due(visio, 'package', '2027-01-14'),
        due(server, 'package', '2027-01-14'),
        due(visio, 'grace', '2027-02-13'),
      ],
      { [visio.id]: [held(eve), held(ada)], [server.id]: [held(eve)] },
      { [server.id]: [mei], [visio.id]: [mei] },
    );
    expect(lines).toEqual([
      `Ada Admin: all package 2; all grace 1; held package ${visio.name}; held grace ${visio.name}`,
      `Eve Employee: held package ${visio.name}+${server.name}; held grace ${visio.name}`,
      // Windows Server can be given until its last day to activate only, which is another day.
      `林美: waiting package ${visio.name}`,
    ]);
    expect(change.steps).toHaveLength(3);
    expect(change.audit.map(({ action }) => action)).toEqual(Array(3).fill('benefit.lapsing'));
  });

  test.each<[string, Warning, Held[], string[]]>([
    [
      'the last day to activate: whoever has not looked at the key',
      due(server, 'activate-by', '2026-12-31'),
      [held(eve), held(dana, { shown: false })],
      ['Ada Admin: all activate-by 1', `Dana Decider: unused activate-by ${server.name}`],
    ],
    [
      'the last day to activate is over: whoever had not looked at the key by then',
      due(server, 'missed', '2026-12-01', [], [held(dana, { shown: false, activateBy: '2026-12-01' })]),
      [
        held(eve, { activateBy: '2026-12-01' }),
        held(dana, { shown: false, activateBy: '2026-12-01' }),
        late(held(mei, { activateBy: '2026-12-01' })),
      ],
      [
        'Ada Admin: all missed 1',
        `Dana Decider: unused missed ${server.name}`,
        `林美: unused missed ${server.name}`,
      ],
    ],
    [
      'the grace time: not whoever has redeemed a token',
      due(office, 'grace', '2027-02-13', [{ quantity: 1, until: '2027-11-23' }]),
      [held(eve), held(dana, { shown: false })],
      ['Ada Admin: all grace 1', `Dana Decider: held grace ${office.name}`],
    ],
    [
      'the end of a token: its own holder',
      due(office, 'token', '2027-11-23', [{ quantity: 1, until: '2027-11-23' }]),
      [held(eve), held(dana, { since: at('2026-12-01') })],
      ['Ada Admin: all token 1', `Eve Employee: held token ${office.name}`],
    ],
  ])('%s', (_, warning, holders, expected) => {
    expect(told([warning], { [warning.benefit.id]: holders }).lines).toEqual(expected);
  });

  test('nobody holds it: its end is noted, and nobody is bothered', () => {
    const nothing = { ...due(visio, 'grace', '2027-02-13'), benefit: { ...visio, stock: inStock() } };
    const { change, lines } = told([nothing]);
    expect(lines).toEqual([]);
    expect(change.steps).toHaveLength(1);
  });
});

describe('what is over', () => {
  const facts = (benefit: Stocked, shown: boolean, now: string) => ({
    holding: { ...holding, benefit, shown, ...(shown && { inTime: true as const }) },
    benefit,
    unit: { unit: '7', pool: id(501), type: 'token' as const },
    person: named(eve),
    admins: [ada],
    task: id(400),
    now: at(now),
  });

  test.each([
    ['a key on the last day of the grace time', visio, true, '2027-02-13', undefined],
    ['a key after it', visio, true, '2027-02-14', 'lapsed'],
    ['a token nobody has looked at', office, false, '2027-02-14', 'lapsed'],
    ['a token that was shown goes on', office, true, '2027-02-14', undefined],
    ['for a year', office, true, '2027-11-24', 'lapsed'],
  ])('%s', (_, benefit, shown, now, why) => {
    expect(endLapsed(facts(benefit, shown, now))?.audit[0]?.why).toBe(why);
  });

  test.each([
    ['a request nobody has decided', pending, '2027-02-14', 'lapsed'],
    ['a place on the waiting list', waitingRequest, '2027-02-14', 'lapsed'],
    ['an offer', offeredRequest, '2027-02-14', 'lapsed'],
    ['as long as it may be renewed, it waits', waitingRequest, '2027-02-13', undefined],
    ['what an admin is setting up is the admin’s to end', approved, '2027-02-14', undefined],
  ])('%s', (_, request, now, why) => {
    expect(cancelLapsed(request, visio, at(now))?.audit[0]?.why).toBe(why);
  });
  test.each<[string, Partial<Stocked>, string, string | undefined]>([
    ['that is dropped', { droppedOn: '2026-12-01' }, '2026-12-01', 'lapsed'],
    ['that will be dropped', { droppedOn: '2026-12-01' }, '2026-11-30', undefined],
    ['of which the last day to activate is over', { activateBy: '2026-12-01' }, '2026-12-02', 'lapsed'],
    ['whose package has not begun', {}, '2026-01-14', undefined],
  ])('a request for a benefit %s', (_, change, now, why) => {
    expect(cancelLapsed(pending, { ...visio, ...change }, at(now))?.audit[0]?.why).toBe(why);
  });
  test.each<[string, Request, number, string | undefined]>([
    ['given as often as Microsoft allows', waitingRequest, 6, 'spent'],
    ['that may be given once more', waitingRequest, 5, undefined],
    ['that is not decided yet, which is the approver’s to end', pending, 6, undefined],
  ])('a wait for a credit %s', (_, request, timesGiven, why) => {
    const change = cancelSpent(request, credit, timesGiven, at('2026-12-01'));
    expect(change?.audit[0]?.why).toBe(why);
    expect((change?.notices ?? []).filter(({ way }) => way === 'tell')).toHaveLength(why ? 1 : 0);
  });
});

test('what nobody can lose stands in no calendar, the rest with its counts', () => {
  const view = { words: wordsIn('en'), locale: 'en' as const, now: at('2026-12-15') };
  const stocked = { ...visio, stock: inStock({ held: 1, freeUnits: 1 }) };
  const lapsing = [stocked, { ...studio, stock: inStock() }].flatMap((benefit) =>
    lapsesOf(benefit, [], '2026-12-15').map((lapse) => ({ benefit, lapse, tokens: [] })),
  );
  expect(plainText(calendar(view, together(lapsing, '2026-12-15'), 1))).toMatchInlineSnapshot(`
"What lapses when
14 January 2027 · Package ends · Action Pack: in 30 days · 2 benefits · held: Visio Professional 2024 (1)
13 February 2027 · Grace time ends · Action Pack: in 60 days · Visio Professional 2024 (1 held)"
`);
  expect(lastDayOf(visio)).toBe('2027-01-14');
  expect(plainText(calendar(view, [], 1))).toContain('Nothing lapses');
});

test('a package with two hundred benefits fits in one message', () => {
  const benefits = Array.from({ length: 200 }, (_, at) => ({
    name: `Benefit ${at} ${'x'.repeat(60)}`,
    held: 1,
    unused: 2,
  }));
  const group = {
    package: 'Action Pack',
    lapse: { what: 'package', on: '2027-01-14' },
    days: 7,
    benefits,
  } as const;
  const all = Array.from({ length: 40 }, () => ({ ...group, benefits }));
  for (const locale of ['en', 'zh-TW'] as const) {
    const card = lapsing(
      { words: wordsIn(locale), locale, now: at('2027-01-07') },
      { kind: 'lapsing', all, yours: [{ ...group, as: 'held', benefits: benefits.map(({ name }) => name) }] },
    );
    expect(plainText(card).length).toBeLessThan(12_000);
    expect(plainText(card)).toContain(locale === 'en' ? 'and 188 more' : '另有 188 項');
    expect(card.blocks.at(-1)).toMatchObject({ type: 'buttons' });
  }
});
