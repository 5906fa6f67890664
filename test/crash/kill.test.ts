import { setTimeout as delay } from 'node:timers/promises';
import type { Knex } from 'knex';
import { connect } from '../../src/store/database';
import { brokenLaws, unsettledNotices } from '../support/invariants';
import { dana, type Figure, omar } from '../support/people';
import { report } from '../support/soak';
import { onSlack, onTeams, type Somebody } from '../support/somebody';
import { type Claim, cardsOf, carryThrough, saysItIsYours, showsOutcome } from './claim';
import { everythingIsDelivered, type MortalCompany, openMortalCompany } from './mortal-company';

/** 60 lives in a soak, fewer beside all other tests. The test cluster does not sync to disk: it is the bot that dies, not the machine. */
const kills = process.env.SOAK ? 60 : 6;
const claimsPerLife = 4;
const lanes = 8;
/** The bot dies within this many milliseconds after it is ready. */
const longestLife = 1_200;

const employees = Array.from(
  { length: lanes },
  (_, lane): Figure => ({
    name: `Lane ${lane}`,
    email: `lane${lane}@contoso.example`,
    role: 'employee',
    slackId: `U0LANE${lane}`,
    teamsId: `7a1f0c52-2c55-4d5b-9a0e-5d5f3a1c200${lane}`,
    locale: 'en-US',
  }),
);
const benefits = ['Visio Professional 2024', 'Project Professional 2024'];

let company: MortalCompany;
let sql: Knex;
let danaInSlack: Somebody;
let omarInTeams: Somebody;
beforeAll(async () => {
  company = await openMortalCompany({
    people: [...employees, dana, omar],
    benefits: benefits.map((benefit) => ({
      category: 'software',
      benefit,
      quantity: 400,
      unit: 'licence',
      delivery: 'key',
    })),
    keys: benefits.map((benefit, n) => ({
      benefit,
      key: `CRSH${n + 2}-FAKE2-9QK7M-C3XJT-4HRBD`,
      key_type: 'mak',
      seats: 400,
    })),
  });
  sql = connect(company.database.url, 'unhurried', 2);
  await company.bot.start();
  danaInSlack = onSlack(company.slack, dana);
  omarInTeams = onTeams(company.teams, omar);
  await Promise.all([danaInSlack.says('help'), omarInTeams.says('help')]);
}, 240_000);
afterAll(async () => {
  await sql.destroy();
  await company.close();
});

test(`the bot is killed ${kills} times while people claim: nothing lost, nothing doubled, everybody told`, async () => {
  const claims: Claim[] = [];
  const acknowledged: Claim[] = [];
  let lives = 1;

  /** One employee after another claim, as long as the bot goes on dying. */
  const lane = async (figure: Figure, number: number): Promise<void> => {
    const employee = number % 2 === 0 ? onSlack(company.slack, figure) : onTeams(company.teams, figure);
    const approver = number % 3 === 0 ? danaInSlack : omarInTeams;
    while (lives <= kills) {
      if (claims.length >= lives * claimsPerLife) {
        await delay(20);
        continue;
      }
      const reason = `claim${claims.length}`;
      const claim = { reason, benefit: benefits[claims.length % 2] as string, employee, approver };
      claims.push(claim);
      await carryThrough(claim, company.bot);
      acknowledged.push(claim);
    }
  };
  const working = Promise.all(employees.map(lane));
  working.catch(() => {});

  const starts: number[] = [];
  for (; lives <= kills; lives++) {
    await Promise.race([working, delay(Math.random() * longestLife)]);
    await company.bot.kill();
    // What the dead bot held under a lease is taken over a minute later, by the one clock.
    company.moveTime(61_000);
    starts.push(await company.bot.start());
  }
  await working;
  expect(acknowledged).toHaveLength(claims.length);

  await everythingIsDelivered(sql);

  const states = await sql('requests').select('reason', 'state');
  expect(states.filter(({ state }) => state !== 'fulfilled')).toEqual([]);
  expect(states.map(({ reason }) => reason).sort()).toEqual(claims.map(({ reason }) => reason).sort());
  expect(Number((await sql('holdings').count({ n: '*' }))[0]?.n)).toBe(claims.length);
  expect(await brokenLaws(sql)).toEqual([]);
  expect(await unsettledNotices(sql)).toEqual([]);

  const told = claims.map((claim) => cardsOf(claim.employee, claim).filter(saysItIsYours).length);
  expect(told.filter((times) => times === 0)).toEqual([]);
  const copies = [danaInSlack, omarInTeams].flatMap((approver) =>
    claims.map((claim) => cardsOf(approver, claim)),
  );
  // Only what was decided before it could arrive has no card at all, and it was never on its way to the chat.
  const without = copies.filter((cards) => !cards.some(showsOutcome));
  expect(without.flat()).toEqual([]);
  expect(without).toHaveLength(await neverSent(sql));
  // A message that the bot could not note down before it died was sent again: the first of the two cannot be redrawn.
  const twice = copies.filter((cards) => cards.length > 1).length + told.filter((times) => times > 1).length;
  const stale = copies.flat().filter((card) => !showsOutcome(card)).length;
  expect(stale).toBeLessThanOrEqual(copies.flat().length - (copies.length - without.length));
  expect(twice).toBeLessThanOrEqual(2 * kills);

  const everything = [danaInSlack, omarInTeams, ...claims.map(({ employee }) => employee)]
    .flatMap((one) => [...one.messages(), ...one.notifications()])
    .join('\n');
  expect(everything + company.bot.written.join('')).not.toContain('FAKE2');

  starts.sort((a, b) => a - b);
  report('crash', [
    `${kills} kills, ${claims.length} claims, all ${acknowledged.length} acknowledged and held once`,
    `${twice} messages told twice (${stale} old copies left behind), none lost`,
    `ready again after ${Math.round(starts[starts.length >> 1] as number)} ms, at worst ${Math.round(starts.at(-1) as number)} ms`,
  ]);
}, 600_000);

/** How many cards were never sent, because the request was decided before. One that was not sent for any other reason makes it fail. */
async function neverSent(sql: Knex): Promise<number> {
  const { rows } = await sql.raw(
    `select o.settled_at >= r.closed_at as overtaken from outbox o join requests r on r.id = o.subject
      where o.notice ->> 'kind' = 'to-decide' and not exists (select from posted where outbox_id = o.id)`,
  );
  expect(rows.filter(({ overtaken }: { overtaken: boolean }) => !overtaken)).toEqual([]);
  return rows.length;
}
