import { isAtHand, unavailable } from '../../src/core/available';
import { downloadFor, left, quantityOf, type Stock, withoutKeys } from '../../src/core/benefit';
import { inStock, now, server, studio, visio } from './examples';

test.each<[sentence: string, quantity: number, stock: Partial<Stock>, left: number]>([
  ['all of it, where nothing is held', 10, { held: 0, shared: true }, 10],
  ['the allocation less what is held', 10, { held: 4, shared: true }, 6],
  ['no more than there are free units', 10, { held: 4, freeUnits: 3, shared: false }, 3],
  [
    'no more than the allocation, whatever the keys could serve',
    10,
    { held: 9, freeUnits: 50, shared: false },
    1,
  ],
  [
    'the allocation, where a key serves everybody beside the counted ones',
    10,
    { held: 4, freeUnits: 0, shared: true },
    6,
  ],
  ['nothing, where every unit is taken', 10, { held: 0, freeUnits: 0, shared: false }, 0],
  ['never less than nothing, when a renewal brought fewer', 5, { held: 8, shared: true }, 0],
])('left is %s', (_, quantity, stock, expected) => {
  expect(left({ ...visio, quantity, stock: inStock(stock) })).toBe(expected);
});

test.each<[unit: string, asked: ReturnType<typeof quantityOf>]>([
  ['core', { asks: true, most: 12 }],
  ['cores', { asks: true, most: 12 }],
  ['CAL', { asks: true, most: 12 }],
  ['CALs', { asks: true, most: 12 }],
  ['seat', { asks: true, most: 12 }],
  ['incident', { asks: true, most: 12 }],
  ['Hours', { asks: true, most: 12 }],
  ['licence', { asks: false, takes: 1 }],
  ['subscription', { asks: false, takes: 1 }],
  ['server', { asks: false, takes: 1 }],
  ['scorecard', { asks: false, takes: 1 }],
  ['USD per month', { asks: false, takes: 12 }],
  ['EUR per year', { asks: false, takes: 12 }],
])('of twelve, counted by %s, a person gets %j', (unit, asked) => {
  expect(quantityOf({ ...visio, quantity: 12, unit })).toEqual(asked);
});

test('only a keyed benefit can lack keys', () => {
  const stock = inStock();
  expect(withoutKeys({ ...visio, stock })).toBe(true);
  expect(withoutKeys({ ...visio, stock: { ...stock, freeUnits: 0 } })).toBe(false);
  expect(withoutKeys({ ...visio, stock: { ...stock, shared: true } })).toBe(false);
  expect(withoutKeys({ ...studio, stock })).toBe(false);
});

test('nothing left is no obstacle: there is a waiting list. Time is one', () => {
  const empty = { ...visio, stock: inStock() };
  expect(unavailable(empty, '2026-01-14T00:00:00.000Z')?.why).toBe('not-begun');
  expect(unavailable(empty, '2027-01-15T00:00:00.000Z')?.why).toBe('ended');
  expect(unavailable(empty, now)).toBeUndefined();
});

test.each<[sentence: string, stock: Partial<Stock>, quantity: number, atHand: boolean]>([
  ['enough is free', { freeUnits: 2 }, 1, true],
  ['all of it is wanted and free', { freeUnits: 2 }, 2, true],
  ['nothing is free', { held: 2, freeUnits: 0 }, 1, false],
  ['too little is left', { held: 1, freeUnits: 1 }, 2, false],
  ['no key was brought in yet', {}, 1, true],
  ['somebody waits already', { freeUnits: 2, waiting: 1 }, 1, false],
])('%s: %j', (_, stock, quantity, atHand) => {
  expect(isAtHand({ ...visio, stock: inStock(stock) }, quantity)).toBe(atHand);
});

test.each([
  [{ language: 'English', system: 'x64' }, 'https://download.contoso.example/server/English/x64.iso'],
  [
    { language: '繁體中文', system: 'x64' },
    'https://download.contoso.example/server/%E7%B9%81%E9%AB%94%E4%B8%AD%E6%96%87/x64.iso',
  ],
  [
    { language: 'a/../b?c#d', system: '&' },
    'https://download.contoso.example/server/a%2F..%2Fb%3Fc%23d/%26.iso',
  ],
  [{}, 'https://download.contoso.example/server//.iso'],
])('the link for %j is %s', (chosen, url) => {
  expect(downloadFor(server, chosen)).toBe(url);
});

test('no link where there is none, and one without choices as it is', () => {
  expect(downloadFor(visio, { language: 'English' })).toBeUndefined();
  expect(downloadFor({ downloadUrl: 'https://a.example/x' }, { language: 'English' })).toBe(
    'https://a.example/x',
  );
});
