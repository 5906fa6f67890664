import { greenwich } from '../../src/core/reader-clock';
import { viewFor } from '../../src/core/views/catalogue';
import { RecentReport } from '../../src/handlers/report';
import type { Ledger } from '../../src/store/open';

const noon = Date.UTC(2026, 10, 29, 12);
let asked = 0;
let broken = false;
const ledger = {
  async benefits() {
    asked += 1;
    if (broken) throw new Error('away');
    return [];
  },
  counted: async () => ({ counted: new Map(), all: {} }),
  approversIn: async () => [],
  redeemedTokens: async () => [],
} as unknown as Ledger;

const recent = new RecentReport();
const here = (milliseconds: number) => {
  const now = new Date(noon + milliseconds);
  return { ledger, now, view: viewFor('en', greenwich, now.toISOString()) };
};
const soonAt = (milliseconds: number) => recent.soon(here(milliseconds));
const at = (milliseconds: number) => recent.now(here(milliseconds));

test('pages that are drawn within a minute share one report; what failed is gathered again', async () => {
  await Promise.all([at(0), at(1), at(59_999)]);
  expect(asked).toBe(1);
  await at(60_000);
  expect(asked).toBe(2);
  broken = true;
  await expect(at(120_000)).rejects.toThrow('away');
  // A page that shows much besides goes without.
  expect(await soonAt(120_000)).toBeUndefined();
  broken = false;
  await at(120_001);
  expect(asked).toBe(5);
  // A day later it is of other days, whatever the clock was moved to.
  expect((await at(86_400_000)).period.to).toBe('2026-11-30');
});
