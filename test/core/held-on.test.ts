import fc from 'fast-check';
import { type Approval, approvalOf, asOf, type Decided, isDay, isToCome } from '../../src/core/held-on';

test.each([
  ['2026-06-30', 'UTC', '2026-06-30T00:00:00.000Z', '2026-07-01T00:00:00.000Z'],
  ['2026-12-31', 'UTC', '2026-12-31T00:00:00.000Z', '2027-01-01T00:00:00.000Z'],
  ['2026-06-30', 'Asia/Taipei', '2026-06-29T16:00:00.000Z', '2026-06-30T16:00:00.000Z'],
  // A day of 23 hours, and one of 25.
  ['2026-03-29', 'Europe/Berlin', '2026-03-28T23:00:00.000Z', '2026-03-29T22:00:00.000Z'],
  ['2026-10-25', 'Europe/Berlin', '2026-10-24T22:00:00.000Z', '2026-10-25T23:00:00.000Z'],
  // Clocks go from midnight to one o'clock; and from one o'clock back to midnight, which comes twice.
  ['2026-04-24', 'Africa/Cairo', '2026-04-23T22:00:00.000Z', '2026-04-24T21:00:00.000Z'],
  ['2026-11-01', 'America/Havana', '2026-11-01T04:00:00.000Z', '2026-11-02T05:00:00.000Z'],
])('%s in %s goes from %s to %s', (day, zone, from, until) => {
  expect(asOf(day, zone)).toEqual({ day, zone, from, until });
});

test('every day begins where the one before ended, in every zone', () => {
  const zones = [
    'UTC',
    'Europe/Berlin',
    'America/St_Johns',
    'Asia/Kathmandu',
    'Africa/Cairo',
    'Pacific/Apia',
  ];
  fc.assert(
    fc.property(
      fc.date({ min: new Date('2016-01-01'), max: new Date('2040-01-01'), noInvalidDate: true }),
      fc.constantFrom(...zones),
      (at, zone) => {
        const day = at.toISOString().slice(0, 10);
        const next = new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);
        const [one, other] = [asOf(day, zone), asOf(next, zone)];
        expect(one.until).toBe(other.from);
        const hours = (Date.parse(one.until) - Date.parse(one.from)) / 3_600_000;
        expect(hours).toBeGreaterThanOrEqual(23);
        expect(hours).toBeLessThanOrEqual(25);
      },
    ),
  );
});

test('a zone that does not exist is no zone', () => {
  expect(() => asOf('2026-06-30', 'Europe/Atlantis')).toThrow();
});

test.each([
  ['2026-06-30', true],
  ['2024-02-29', true],
  ['2026-02-29', false],
  ['2026-13-01', false],
  ['2026-6-30', false],
  ['30.06.2026', false],
  ['', false],
])('%j is a day: %s', (text, is) => {
  expect(isDay(text)).toBe(is);
});

test('of a day nothing is known before its first moment, and something from then on', () => {
  const on = asOf('2026-06-30', 'Asia/Taipei');
  expect(isToCome(on, '2026-06-29T15:59:59.999Z')).toBe(true);
  expect(isToCome(on, on.from)).toBe(false);
});

describe('an approval is believed only with its row of the ledger', () => {
  const [ada, dana] = [
    { id: 'ada', name: 'Ada' },
    { id: 'dana', name: 'Dana' },
  ];
  const at = '2026-06-30T10:00:00.000Z';
  const asked: Decided = { way: 'asked', by: dana, byRule: false, rule: 'CALs', version: 3, at, said: [] };
  const said = [{ by: dana, at, stage: 1 }];
  const rule: Decided = { way: 'asked', byRule: true, rule: 'CALs', version: 3, at, said: [] };
  const given: Decided = { way: 'assigned', by: ada, byRule: false, version: 0, at, said: [] };

  test.each<[what: string, decided: Decided, is: Approval]>([
    ['people', { ...asked, said, row: 7 }, { is: 'people', rule: 'CALs', version: 3, at, said, row: 7 }],
    [
      'one person, before answers were kept one by one',
      { ...asked, row: 7 },
      { is: 'people', rule: 'CALs', version: 3, at, said, row: 7 },
    ],
    ['a rule', { ...rule, row: 7 }, { is: 'rule', rule: 'CALs', version: 3, at, row: 7 }],
    ['an admin', { ...given, row: 7 }, { is: 'admin', by: ada, at, row: 7 }],
    ['no row', { ...asked, said }, { is: 'missing' }],
    ['neither a person nor a rule', { ...given, by: undefined as never, row: 7 }, { is: 'missing' }],
  ])('%s', (_, decided, is) => {
    expect(approvalOf(decided)).toEqual(is);
  });
});
