import fc from 'fast-check';
import { ownPolicy, stageOf, type WorkingHours } from '../../../src/core/policy/policy';
import { nextReminder, silenceFrom, withReminders } from '../../../src/core/policy/silence';
import { afterWorking, isZone } from '../../../src/core/policy/working-hours';
import { colleague, company, dana, now, omar, reviewer, stage } from '../examples';

const office: WorkingHours = { from: '09:00', to: '17:00', days: [1, 2, 3, 4, 5], zone: 'UTC' };

describe('the moment at which so many working hours have passed', () => {
  // 20 November 2026 is a Friday.
  test.each<[sentence: string, from: string, hours: number, then: string]>([
    ['within one day', '2026-11-19T10:00', 2, '2026-11-19T12:00'],
    ['over night', '2026-11-19T15:00', 4, '2026-11-20T11:00'],
    ['over a weekend', '2026-11-20T15:00', 4, '2026-11-23T11:00'],
    ['from before work', '2026-11-19T03:00', 1, '2026-11-19T10:00'],
    ['from after work', '2026-11-19T22:00', 1, '2026-11-20T10:00'],
    ['from a Saturday', '2026-11-21T12:00', 1, '2026-11-23T10:00'],
    ['from a Sunday night', '2026-11-22T23:59', 8, '2026-11-24T09:00'],
    ['a whole day, which ends when the next begins', '2026-11-19T09:00', 8, '2026-11-20T09:00'],
    ['none, at work', '2026-11-19T10:00', 0, '2026-11-19T10:00'],
    ['none, in the evening', '2026-11-20T17:00', 0, '2026-11-23T09:00'],
    ['half an hour', '2026-11-19T16:45', 0.5, '2026-11-20T09:15'],
    ['two weeks of work', '2026-11-19T09:00', 80, '2026-12-03T09:00'],
    ['over the turn of the year', '2026-12-31T16:00', 2, '2027-01-01T10:00'],
  ])('%s', (_, from, hours, then) => {
    expect(afterWorking(`${from}:00.000Z`, hours, office)).toBe(`${then}:00.000Z`);
  });

  test.each<[sentence: string, zone: string, from: string, hours: number, then: string]>([
    // Taipei has no summer time, and is eight hours ahead.
    ['in Taipei in the morning', 'Asia/Taipei', '2026-11-19T02:00', 2, '2026-11-19T04:00'],
    ['in Taipei it is evening already', 'Asia/Taipei', '2026-11-19T10:00', 1, '2026-11-20T02:00'],
    ['in Taipei it is Saturday already', 'Asia/Taipei', '2026-11-20T16:30', 1, '2026-11-23T02:00'],
    // In New York summer time begins on 8 March 2026 and ends on 1 November 2026, both Sundays.
    ['in New York in winter', 'America/New_York', '2026-03-05T15:00', 1, '2026-03-05T16:00'],
    ['in New York into summer time', 'America/New_York', '2026-03-06T21:00', 2, '2026-03-09T14:00'],
    ['in New York out of summer time', 'America/New_York', '2026-10-30T20:00', 2, '2026-11-02T15:00'],
    ['in New York it is still Friday', 'America/New_York', '2026-11-21T03:00', 1, '2026-11-23T15:00'],
    // Half an hour and a quarter of one.
    ['in Kolkata', 'Asia/Kolkata', '2026-11-19T03:30', 1, '2026-11-19T04:30'],
    ['in Kathmandu', 'Asia/Kathmandu', '2026-11-19T01:00', 1, '2026-11-19T04:15'],
    ['beyond the date line', 'Pacific/Kiritimati', '2026-11-19T19:00', 1, '2026-11-19T20:00'],
  ])('%s', (_, zone, from, hours, then) => {
    expect(afterWorking(`${from}:00.000Z`, hours, office, zone)).toBe(`${then}:00.000Z`);
  });

  test.each<[sentence: string, from: string, hours: number, then: string]>([
    // Work that goes through the night of the change: from midnight to six, every day of the week.
    ['an hour that is left out is not worked', '2026-03-08T05:00', 1, '2026-03-08T06:00'],
    ['an hour that comes twice is worked once', '2026-11-01T04:00', 4, '2026-11-01T09:00'],
  ])('%s', (_, from, hours, then) => {
    const night = { ...office, from: '00:00', to: '06:00', days: [1, 2, 3, 4, 5, 6, 7] };
    expect(afterWorking(`${from}:00.000Z`, hours, night, 'America/New_York')).toBe(`${then}:00.000Z`);
  });

  test('a moment that no clock shows in spring counts as an hour later', () => {
    const night = { ...office, from: '02:30', to: '06:00', days: [7] };
    expect(afterWorking('2026-03-08T05:00:00.000Z', 0, night, 'America/New_York')).toBe(
      '2026-03-08T07:30:00.000Z',
    );
  });

  test('whose zone is not known, or does not exist, works in that of the policy', () => {
    const taipei = { ...office, zone: 'Asia/Taipei' };
    for (const zone of [undefined, 'Mars/Olympus'])
      expect(afterWorking('2026-11-19T10:00:00.000Z', 1, taipei, zone)).toBe('2026-11-20T02:00:00.000Z');
    expect(
      afterWorking('2026-11-19T10:00:00.000Z', 1, { ...office, zone: 'Mars/Olympus' }, 'Mars/Olympus'),
    ).toBe('2026-11-19T11:00:00.000Z');
    expect([isZone('Asia/Taipei'), isZone('Mars/Olympus'), isZone('')]).toEqual([true, false, false]);
  });

  test('nobody is looked for for ever where nobody ever works', () => {
    expect(afterWorking('2026-11-19T10:00:00.000Z', 1, { ...office, days: [] })).toBe(
      '2027-12-24T10:00:00.000Z',
    );
  });

  test('always lies within the working hours of the person, and later is never sooner', () => {
    const zones = fc.constantFrom(
      'UTC',
      'Asia/Taipei',
      'America/New_York',
      'Europe/Berlin',
      'Australia/Lord_Howe',
    );
    const moments = fc
      .date({ min: new Date('2026-01-01'), max: new Date('2027-12-31'), noInvalidDate: true })
      .map((date) => date.toISOString());
    fc.assert(
      fc.property(moments, fc.integer({ min: 0, max: 400 }), zones, (from, hours, zone) => {
        const then = afterWorking(from, hours, office, zone);
        const parts = new Intl.DateTimeFormat('en-GB', {
          timeZone: zone,
          weekday: 'short',
          hour: '2-digit',
          minute: '2-digit',
          hourCycle: 'h23',
        }).formatToParts(new Date(then));
        const part = (type: string) => parts.find((one) => one.type === type)?.value as string;
        expect(part('weekday')).not.toMatch(/Sat|Sun/);
        const clock = `${part('hour')}:${part('minute')}`;
        expect([clock >= '09:00', clock < '17:00']).toEqual([true, true]);
        expect(afterWorking(from, hours + 1, office, zone) > then).toBe(true);
      }),
    );
  });
});

describe('reminders', () => {
  const clockwork = { policy: ownPolicy, company: company(), now };
  const own = stageOf(ownPolicy, 'any approver', 1) ?? stage();

  test('come after eight working hours, then after twice as many, and so on', () => {
    // It is Friday, half past nine.
    expect([0, 1, 2, 3].map((times) => nextReminder(own, dana, times, clockwork))).toEqual([
      '2026-11-23T09:30:00.000Z',
      '2026-11-24T09:30:00.000Z',
      '2026-11-26T09:30:00.000Z',
      '2026-12-02T09:30:00.000Z',
    ]);
  });

  test('come when the person is at work', () => {
    const people = [colleague(dana, { zone: 'Asia/Taipei' }), colleague(omar, { zone: 'America/New_York' })];
    const at = (one: typeof dana) => nextReminder(own, one, 0, { ...clockwork, company: { people } });
    // In Taipei Friday’s work is over since half an hour; in New York it has not begun.
    expect([at(dana), at(omar)]).toEqual(['2026-11-24T01:00:00.000Z', '2026-11-23T14:00:00.000Z']);
  });

  test('come to nobody where the policy has none, nor to whoever is never written to', () => {
    expect(nextReminder(stage(), dana, 0, clockwork)).toBeUndefined();
    const { remindAt: _, ...unreminded } = reviewer(dana);
    const both = [unreminded, { ...unreminded, told: false }];
    expect(withReminders(own, both, clockwork).map(({ remindAt }) => remindAt)).toEqual([
      '2026-11-23T09:30:00.000Z',
      undefined,
    ]);
  });
});

test('escalation and end count in hours of the clock from when the stage began', () => {
  const silence = { escalate: { after: 48, to: [] }, expire: 240 };
  expect(silenceFrom(stage({ silence }), now)).toEqual({
    escalateAt: '2026-11-22T09:30:00.000Z',
    expireAt: '2026-11-30T09:30:00.000Z',
  });
  expect(silenceFrom(stage(), now)).toEqual({});
});
