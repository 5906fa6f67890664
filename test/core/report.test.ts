import { priceOf, priceText, totals } from '../../src/core/price';
import { isSound, lately, reportOf, share } from '../../src/core/report';
import { reportBlocks } from '../../src/core/views/report';
import { wordsIn } from '../../src/core/words';
import { gathered } from './cards-of-looking-back';
import { server, visio } from './examples';

const report = reportOf(lately('2026-11-20', 30), gathered);

test('the last thirty days are thirty days, today among them', () => {
  expect(report.period).toEqual({ from: '2026-10-22', to: '2026-11-20' });
});

test('the most used stands first; of what has a price, what nobody holds is worth so much', () => {
  const shares = report.use.map(share);
  expect(shares).toEqual([...shares].sort((one, other) => other - one));
  const one = report.use.find(({ benefit }) => benefit.id === server.id);
  // 16 cores less 4 that are held, at 539 dollars each.
  expect(one?.unused).toEqual({ currency: 'USD', hundredths: 12 * 53_900 });
  expect(report.money).toEqual([{ currency: 'USD', hundredths: 646_800 }]);
});

test('what lies idle is told only where somebody waits for it', () => {
  expect(report.scarce.map(({ benefit }) => benefit.id)).toEqual([visio.id]);
  const nobody = { ...gathered, benefits: [{ ...visio, stock: { ...visio.stock, waiting: 0 } }] };
  const counted = new Map([[visio.id, { idle: 1 }]]);
  expect(reportOf(report.period, { ...nobody, counted }).scarce).toEqual([]);
});

test('as a part of something larger it has nothing to press', () => {
  const view = { words: wordsIn('en'), locale: 'en', now: '2026-11-20T09:30:00.000Z' } as const;
  const blocks = reportBlocks(view, report);
  expect(blocks.some(({ type }) => type === 'buttons')).toBe(false);
  expect(blocks.filter(({ type }) => type === 'heading')).toHaveLength(4);
});

test('what is no longer part of the package is not told, and what lapses later than in 90 days neither', () => {
  const gone = reportOf(report.period, { ...gathered, benefits: [{ ...visio, droppedOn: '2026-11-01' }] });
  expect(gone.use).toEqual([]);
  const early = reportOf({ from: '2026-01-20', to: '2026-02-01' }, gathered);
  expect(early.lapses).toEqual([]);
  expect(report.lapses.length).toBeGreaterThan(1);
});

test.each([
  ['2026-11-01', '2026-11-20', true],
  ['2026-11-20', '2026-11-20', true],
  ['2026-11-21', '2026-11-20', false],
  ['2026-11-01', '2026-11-21', false],
  ['2016-11-01', '2026-11-20', false],
])('from %s to %s, seen on the 20th: %s', (from, to, sound) => {
  expect(isSound({ from, to }, '2026-11-20')).toBe(sound);
});

test.each([
  ['USD 539', 'USD 539.00'],
  ['539.5 eur', 'EUR 539.50'],
  ['twd12000', 'TWD 12000.00'],
  ['539', undefined],
  ['USD 5 EUR', undefined],
  ['USD -5', undefined],
  ['USD 5.999', undefined],
])('a price typed as %s is %s', (typed, kept) => {
  const price = priceOf(typed);
  expect(price && priceText(price)).toBe(kept);
});

test('money of several currencies is not added up', () => {
  const amounts = ['USD 1', 'EUR 2', 'USD 3.50'].flatMap((text) => priceOf(text) ?? []);
  expect(totals(amounts).map(priceText)).toEqual(['EUR 2.00', 'USD 4.50']);
});

test.each([
  [40, '40 s', '40 秒'],
  [89.6, '90 s', '90 秒'],
  [600, '10 min', '10 分鐘'],
  [7_200, '2 h', '2 小時'],
  [259_200, '3 days', '3 天'],
])('%d seconds in words', (seconds, english, chinese) => {
  expect(wordsIn('en').report.takes(seconds)).toBe(english);
  expect(wordsIn('zh-TW').report.takes(seconds)).toBe(chinese);
});
