import type { Knex } from 'knex';
import { connect } from '../../src/store/database';
import type { TestDatabase } from '../support/database';
import { stockedDatabase } from '../support/door';
import { brokenLaws } from '../support/invariants';
import { report } from '../support/soak';
import { holdersOf, makeRounds, type Prize, prizes, Rival, race } from './rounds';

/** 40 people, one key: 60 rounds, and 500 in a soak. The test of the test needs fewer. */
const rounds = process.env.SOAK ? 500 : 60;
const carelessRounds = process.env.SOAK ? 60 : 12;

const won = (answer: string): boolean => answer.includes('Approved and delivered');
const lost = (answer: string): boolean => answer.includes('nothing can be given just now');
const tryAgain = (answer: string): boolean => answer.includes('Something went wrong on our side');

let database: TestDatabase;
let sql: Knex;
let rivals: [Rival, Rival];
const told: string[] = [];
afterAll(() => report('race', told));

const begin = async (mode: 'as-built' | 'without-locks') => {
  database = await stockedDatabase();
  sql = connect(database.ownerUrl, 'unhurried', 2);
  rivals = await Promise.all([
    Rival.start(database.url, 'dana', mode),
    Rival.start(database.url, 'omar', mode),
  ]);
};
const end = async () => {
  await Promise.all(rivals.map((rival) => rival.stop()));
  await sql.destroy();
  await database.drop();
};

describe('40 people, one key, two processes', () => {
  beforeAll(() => begin('as-built'), 60_000);
  afterAll(end);

  test.each(prizes)(
    '$called: exactly one wins each time, the others read that not enough is left',
    async (prize) => {
      const share = Math.ceil(rounds / prizes.length);
      let repeated = 0;
      for (const round of await makeRounds(sql, prize, share)) {
        const answers = await race(round, rivals);
        // A machine that is too busy may say so; whoever reads it presses again, and it is still the same press.
        const again = answers.flatMap((answer, at) =>
          tryAgain(answer) ? [round.requests[at] as string] : [],
        );
        repeated += again.length;
        const settled = [...answers.filter((answer) => !tryAgain(answer)), ...(await rivals[0].press(again))];
        expect(settled.filter(won)).toHaveLength(1);
        expect(settled.filter(lost)).toHaveLength(39);
        expect(await holdersOf(sql, round)).toBe(1);
      }
      expect(await brokenLaws(sql)).toEqual([]);
      told.push(`${share} rounds, ${prize.called}: ${share} winners, ${repeated} presses repeated`);
    },
    300_000,
  );
});

describe('the same race without locks, indexes and checks (a test of the test)', () => {
  beforeAll(async () => {
    await begin('without-locks');
    await sql.raw(`
      drop index one_live_holder;
      alter table benefits drop constraint never_more_than_the_allocation;
      alter table pools drop constraint pools_check;`);
  }, 240_000);
  afterAll(end);

  test.each(prizes.slice(0, 2))(
    '$called: the key goes to several',
    async (prize: Prize) => {
      let doubled = 0;
      for (const round of await makeRounds(sql, prize, carelessRounds)) {
        await race(round, rivals);
        if ((await holdersOf(sql, round)) > 1) doubled++;
      }
      expect(doubled / carelessRounds).toBeGreaterThanOrEqual(0.75);
      expect((await brokenLaws(sql)).join()).toMatch(/one live holder/i);
      told.push(`${carelessRounds} rounds without locks, ${prize.called}: ${doubled} doubled`);
    },
    120_000,
  );
});
