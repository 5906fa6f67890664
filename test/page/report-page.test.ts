import type { Browser } from 'playwright-core';
import { type Gathered, lately, type Report, reportOf } from '../../src/core/report';
import { reportPage } from '../../src/exports/report/page';
import { gathered } from '../core/cards-of-looking-back';
import { id, server, studio } from '../core/examples';
import { describeInBrowser, launch } from './browser';

const unkind = (nth: number): string =>
  [
    `Windows Server 2025 Datacenter and Standard (per core, LTSC), edition number ${nth}`,
    `<img src="https://elsewhere.example/x.png" onerror="document.title='bad'"> ${nth}`,
    `中文名稱的會員權益第 ${nth} 號`,
    'W'.repeat(120),
  ][nth % 4] as string;

/** So many benefits and approvers; the names as long and as bad as they come. */
function large(many: number): Report {
  const benefits = Array.from({ length: many }, (_, nth) => ({
    ...(nth % 2 ? studio : server),
    id: id(500 + nth),
    name: unkind(nth),
    settings: { ...server.settings, price: { currency: 'USD', hundredths: 999_999_900 } },
  }));
  const all: Gathered = {
    ...gathered,
    benefits,
    counted: new Map(
      benefits.map(({ id }, nth) => [
        id,
        { having: { count: 3, median: 60 * nth, p90: 86_400 * nth }, pending: 2, idle: 1 },
      ]),
    ),
    approvers: benefits.map((_, nth) => ({
      person: { id: id(700 + nth), name: unkind(nth) },
      answering: { count: 4, median: 600, p90: 600_000 },
    })),
  };
  return reportOf(lately('2026-11-20', 30), all);
}

describeInBrowser('the report as a page', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser?.close());

  test.each([
    ['a small membership', reportOf(lately('2026-11-20', 30), gathered), 1_000],
    ['a large one with long names', large(60), 1_000],
    ['a large one on a narrow screen', large(60), 400],
    ['an empty one', reportOf(lately('2026-11-20', 30), { ...gathered, benefits: [], approvers: [] }), 1_000],
  ])('%s fits the screen and the paper, and runs and fetches nothing', async (_, report, width) => {
    const page = await browser.newPage({ viewport: { width, height: 900 } });
    const misdeeds: string[] = [];
    page.on('request', (request) => misdeeds.push(`called ${request.url()}`));
    page.on('console', (message) => misdeeds.push(message.text()));
    await page.setContent(reportPage(report, '2026-11-20T08:00:00.000Z'), { waitUntil: 'load' });
    const over = await page.evaluate(
      'document.documentElement.scrollWidth - document.documentElement.clientWidth',
    );
    expect(over).toBe(0);
    // No words of a picture stand outside of it.
    const outside = await page.evaluate(`[...document.querySelectorAll('svg')].flatMap((svg) => {
      const box = svg.getBoundingClientRect();
      return [...svg.querySelectorAll('text')].filter((text) => {
        const own = text.getBoundingClientRect();
        return own.right > box.right + 1 || own.left < box.left - 1 || own.bottom > box.bottom + 1;
      }).map((text) => text.textContent);
    })`);
    expect(outside).toEqual([]);
    const pictures = await page.evaluate(
      `[...document.querySelectorAll('[role=img]')].map((one) => one.getAttribute('aria-label'))`,
    );
    for (const alt of pictures as string[]) expect(alt).toMatch(/: .+/s);
    expect(pictures).toHaveLength(report.use.length === 0 ? 0 : 3);
    expect(await page.title()).toBe('Membership benefits, 2026-10-22 to 2026-11-20');
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    const size = /\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)/
      .exec(pdf)
      ?.slice(1)
      .map((side) => Math.round(Number(side)));
    expect(size).toEqual([595, 842]);
    expect(misdeeds).toEqual([]);
    await page.close();
  });
});
