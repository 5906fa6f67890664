import { type Door, openDoor } from './door';
import { atMost, type Figure, type Line, median, shown } from './figure';
import { fillSql, idOf, requestsSql, senderOf, stockSql, takenSql } from './rows';
import type { Server } from './server';

const aim = 1.3;
const employees = 50;
/** The keyed benefit that has all the stock, and what is claimed of it between two restorings. */
const benefit = 15;
const claimsPerRound = 6;

/** A stock of one size, whole or nearly gone, and what its claims and lists cost, in milliseconds. */
interface Stock {
  name: string;
  url: string;
  door: Door;
  claim: number[];
  changedList: number[];
  sameList: number[];
}

/** (c) What the size of the stock, and what was taken from it already, add to the cost of a list and of a claim. */
export const stockSizes: Figure = {
  title: '(c) list and claim by size of the stock, one at a time, median',
  async run(effort, server) {
    const [sizes, rounds] = effort === 'full' ? [[100, 10_000, 1_000_000], 40] : [[100, 1_000], 2];
    const stocks: Stock[] = [];
    const lines: Line[] = [];
    try {
      for (const size of sizes) {
        const whole = await server.database();
        await server.run(whole, fillSql({ benefits: 41, keyed: 'a third', units: 10, employees }));
        await server.run(whole, stockSql(benefit, size - 10));
        await server.run(whole, requestsSql(1, claimsPerRound, String(benefit)));
        const taken = await server.database(whole);
        await server.run(taken, takenSql(benefit, 0.9, employees));
        if (size === sizes.at(-1)) lines.push(await firstClaim(server, taken, size));
        for (const url of [whole, taken]) await server.run(url, 'vacuum (analyze)');
        const name = `${size.toLocaleString('en-GB')} units`;
        stocks.push(await stockAt(whole, name), await stockAt(taken, `${name}, 90 % of them taken`));
      }
      // Small and large in turn, so that whatever else the machine does meets all of them. The first rounds warm up.
      const warming = Math.min(5, rounds - 1);
      for (let round = 0; round < warming + rounds; round++)
        for (const stock of stocks) await measure(stock, server, round >= warming);
    } finally {
      await Promise.all(stocks.map(({ door }) => door.close()));
    }

    return [
      ...stocks.map(({ name, claim, changedList, sameList }) => ({
        what: `${name}: a claim, a list after it, the same list again`,
        measured: [claim, changedList, sameList].map((times) => `${shown(median(times))} ms`).join(', '),
      })),
      ...(
        [
          ['a claim', 'claim'],
          ['a list after a claim', 'changedList'],
          ['the same list again', 'sameList'],
        ] as const
      ).map(([what, which]) => {
        const costs = stocks.map((stock) => median(stock[which]));
        return atMost(
          `${what}: the dearest of these to the first`,
          Math.max(...costs) / (costs[0] as number),
          aim,
        );
      }),
      ...lines,
    ];
  },
};

async function stockAt(url: string, name: string): Promise<Stock> {
  return { name, url, door: await openDoor(url), claim: [], changedList: [], sameList: [] };
}

async function measure(stock: Stock, server: Server, counts: boolean): Promise<void> {
  const timed = async (times: number[], work: () => Promise<unknown>) => {
    const begun = performance.now();
    await work();
    if (counts) times.push(performance.now() - begun);
  };
  const list = () => stock.door.handle({ type: 'list' }, senderOf('employee', 1), 'a list');
  for (let nth = 1; nth <= claimsPerRound; nth++) {
    await timed(stock.claim, () => stock.door.approve(nth));
    await timed(stock.changedList, list);
    await timed(stock.sameList, list);
  }
  await server.run(stock.url, restoreSql);
}

/** A bot that has just started does not know yet where the free units begin, and nothing has tidied up behind those taken. */
async function firstClaim(server: Server, url: string, size: number): Promise<Line> {
  const door = await openDoor(url);
  const begun = performance.now();
  await door.approve(1);
  const took = performance.now() - begun;
  await door.close();
  await server.run(url, restoreSql);
  return {
    what: `the first claim of a new process, 90 % of ${size.toLocaleString('en-GB')} units just taken and none vacuumed`,
    measured: `${shown(took)} ms`,
  };
}

/** What was claimed comes back: the units at the end of the queue, as for everything that is returned. */
const restoreSql = `
  create temporary table back as
    select id, request_id, unit_id from holdings where request_id between '${idOf('request', 1)}' and '${idOf('request', claimsPerRound)}';
  update requests set state = 'pending', version = 1, decided_by = null, closed_at = null, holding_id = null, fulfilled_at = null
   where id in (select request_id from back);
  delete from reviews where request_id in (select request_id from back);
  delete from holdings where id in (select id from back);
  update units set state = 'free', pos = nextval('unit_positions') where id in (select unit_id from back);
  update pools set free = free + (select count(*) from back), version = version + 1 where id = '${idOf('pool', benefit)}';
  update benefits set held = held - (select count(*) from back), version = version + 1 where id = '${idOf('benefit', benefit)}';
  delete from outbox;
  delete from inbound;`;
