import type { Browser } from 'playwright-core';
import { asOf, type HeldOn } from '../../src/core/held-on';
import { holdingsPage } from '../../src/exports/holdings-page';
import { describeInBrowser, launch } from './browser';

const on = asOf('2026-06-30');
const at = '2026-06-12T09:30:00.000Z';
const someone = (number: number) => ({ id: `person ${number}`, name: `Person ${number}` });

/** So many holdings of so many benefits; the names as long and as bad as they come. */
function company(holdings: number, benefits: number): HeldOn[] {
  const nameOf = (nth: number): string =>
    [
      `Windows Server 2025 Datacenter and Standard (per core, LTSC), edition number ${nth}`,
      `<img src="https://elsewhere.example/x.png" onerror="document.title='bad'"> ${nth}`,
      `中文名稱的會員權益第 ${nth} 號`,
    ][nth % 3] as string;
  return Array.from({ length: holdings }, (_, nth): HeldOn => {
    const benefit = nth % benefits;
    return {
      holding: `holding ${nth}`,
      request: `request ${nth}`,
      person: someone(nth % 50),
      benefit: {
        id: `benefit ${benefit}`,
        name: nameOf(benefit),
        category: 'software',
        unit: 'licence',
        delivery: 'key',
      },
      package: {
        name: 'Partner Success Expanded Benefits',
        partnerId: '1234567',
        starts: '2026-01-15',
        ends: '2027-01-14',
      },
      quantity: 2,
      used: 0,
      since: at,
      asked: { way: 'asked', by: someone(1), at, reason: 'For the work' },
      approval:
        nth === 0
          ? { is: 'missing' }
          : nth % 4 === 0
            ? { is: 'rule', rule: 'CALs', version: 1, at, row: nth }
            : {
                is: 'people',
                rule: 'Others',
                version: 1,
                at,
                said: [{ by: someone(2), at, stage: 1 }],
                row: nth,
              },
      done: [],
      shown: nth % 2 === 0 ? [{ to: someone(1), at }] : [],
      rows: [nth],
      ...(nth % 10 === 9 && { end: { at: on.from, how: 'left' as const } }),
    };
  });
}

describeInBrowser('the summary of a day, printed', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser?.close());

  /** Prints it as a person does; resolves with the pages of the PDF, what stands on the page, and what it did that it should not. */
  async function printed(held: HeldOn[], only: string[] = []) {
    const page = await browser.newPage();
    const misdeeds: string[] = [];
    page.on('request', (request) => misdeeds.push(`called ${request.url()}`));
    page.on('console', (message) => misdeeds.push(message.text()));
    page.on('pageerror', (error) => misdeeds.push(error.message));
    await page.setContent(holdingsPage(on, held, { only, now: '2026-07-01T08:00:00.000Z' }), {
      waitUntil: 'load',
    });
    // As it stands on paper, with blanks between the cells.
    const text = String(await page.evaluate('document.body.innerText'));
    const [title, rows] = [await page.title(), await page.locator('tbody tr').count()];
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    await page.close();
    return {
      pages: pdf.match(/\/Type\s*\/Page(?![a-zA-Z])/g)?.length,
      size: /\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)/
        .exec(pdf)
        ?.slice(1)
        .map((side) => Math.round(Number(side))),
      text,
      title,
      rows,
      misdeeds,
    };
  }

  test('is one page of A4, however much the company has, and says what was summed up', async () => {
    const { pages, size, text, title, rows, misdeeds } = await printed(company(1_000, 60));
    expect({ pages, size }).toEqual({ pages: 1, size: [595, 842] });
    expect(title).toBe('Who held what on 30 June 2026');
    expect(misdeeds).toEqual([]);
    expect(rows).toBe(20);
    expect(text).toMatch(/41 more benefits/);
    expect(text).toMatch(/Holdings at the end of the day\s+900/);
    expect(text).toMatch(/Ended during the day\s+100/);
    expect(text).toMatch(/Without an approval in the ledger\s+1/);
    // People, units, ended; by people, by a rule, by an admin, by nobody; keys that were seen.
    expect(text.replace(/\s+/g, ' ')).toMatch(/All 45 1,800 100 750 249 0 1 500/);
    expect(text).toContain('benefits audit export --as-of 2026-06-30');
  });

  test('of little it is one page too, and of nothing', async () => {
    const { pages, text, rows } = await printed(company(3, 3), ['Visio', 'Eve <b>']);
    expect({ pages, rows }).toEqual({ pages: 1, rows: 3 });
    expect(text).toContain('only Visio, Eve <b>');
    expect(text).toContain('<img src="https://elsewhere.example/x.png"');
    expect(await printed([])).toMatchObject({ pages: 1, rows: 0, misdeeds: [] });
  });
});
