import { clockOf } from '../../src/core/reader-clock';
import { wordsIn } from '../../src/core/words';

describe('hours by the clock of whoever reads', () => {
  test.each([
    ['Asia/Taipei', '2026-11-20T09:30:00.000Z', '20 Nov 2026, 17:30', '2026年11月20日 下午5:30'],
    ['Asia/Taipei', '2026-11-20T16:00:00.000Z', '21 Nov 2026, 00:00', '2026年11月21日 凌晨12:00'],
    // The zone is named only in the hour that comes twice.
    ['America/Los_Angeles', '2026-07-01T06:59:00.000Z', '30 Jun 2026, 23:59', '2026年6月30日 晚上11:59'],
    ['America/Los_Angeles', '2026-03-08T09:59:00.000Z', '8 Mar 2026, 01:59', '2026年3月8日 凌晨1:59'],
    ['America/Los_Angeles', '2026-03-08T10:00:00.000Z', '8 Mar 2026, 03:00', '2026年3月8日 凌晨3:00'],
    ['America/Los_Angeles', '2026-11-01T07:59:00.000Z', '1 Nov 2026, 00:59', '2026年11月1日 凌晨12:59'],
    [
      'America/Los_Angeles',
      '2026-11-01T08:30:00.000Z',
      '1 Nov 2026, 01:30 GMT-7',
      '2026年11月1日 凌晨1:30 GMT-7',
    ],
    [
      'America/Los_Angeles',
      '2026-11-01T09:30:00.000Z',
      '1 Nov 2026, 01:30 GMT-8',
      '2026年11月1日 凌晨1:30 GMT-8',
    ],
    ['America/Los_Angeles', '2026-11-01T10:00:00.000Z', '1 Nov 2026, 02:00', '2026年11月1日 凌晨2:00'],
    [
      'Australia/Lord_Howe',
      '2026-04-04T15:15:00.000Z',
      '5 Apr 2026, 01:45 GMT+10:30',
      '2026年4月5日 凌晨1:45 GMT+10:30',
    ],
    ['Asia/Kolkata', '2026-11-20T18:30:00.000Z', '21 Nov 2026, 00:00', '2026年11月21日 凌晨12:00'],
    ['Europe/London', '2026-11-20T09:30:00.000Z', '20 Nov 2026, 09:30', '2026年11月20日 上午9:30'],
  ])('%s, %s', (zone, at, en, zhTW) => {
    expect(wordsIn('en', { zone }).hour(at)).toBe(en);
    expect(wordsIn('zh-TW', { zone }).hour(at)).toBe(zhTW);
  });
});

test.each([
  ['Asia/Taipei', '2026-11-20T15:59:59.999Z', '20 Nov 2026'],
  ['Asia/Taipei', '2026-11-20T16:00:00.000Z', '21 Nov 2026'],
  ['America/Los_Angeles', '2026-11-20T07:59:59.999Z', '19 Nov 2026'],
  ['America/Los_Angeles', '2026-11-20T08:00:00.000Z', '20 Nov 2026'],
  ['America/Los_Angeles', '2026-07-20T07:00:00.000Z', '20 Jul 2026'],
])('the day in %s at %s', (zone, at, day) => {
  expect(wordsIn('en', { zone }).moment(at)).toBe(day);
});

test.each([
  ['their own', 'Asia/Taipei', 'Europe/Berlin', { zone: 'Asia/Taipei' }, '20 Nov 2026, 17:30'],
  [
    'no zone of their own',
    undefined,
    'Europe/Berlin',
    { zone: 'Europe/Berlin', foreign: true },
    '20 Nov 2026, 10:30 CET',
  ],
  [
    'a zone that is none',
    'Mars/Olympus',
    'Asia/Taipei',
    { zone: 'Asia/Taipei', foreign: true },
    '20 Nov 2026, 17:30 GMT+8',
  ],
  ['nobody has said one', null, 'UTC', { zone: 'UTC', foreign: true }, '20 Nov 2026, 09:30 UTC'],
  [
    'the company has said none that exists',
    undefined,
    '',
    { zone: 'UTC', foreign: true },
    '20 Nov 2026, 09:30 UTC',
  ],
])('whose clock it is: %s', (_, own, company, clock, shown) => {
  expect(clockOf(own, company)).toEqual(clock);
  expect(wordsIn('en', clockOf(own, company)).hour('2026-11-20T09:30:00.000Z')).toBe(shown);
});
