import fc from 'fast-check';
import type { Knex } from 'knex';
import { connect } from '../../src/store/database';
import { type MortalCompany, openMortalCompany } from '../crash/mortal-company';
import { eve } from '../support/people';
import { report } from '../support/soak';
import { type Attack, attack, bytesOf } from './attack';
import { oneOfEach, type Trick, tricked, tricks } from './by-hand';
import { type Chat, nia, others, type Recorded, sid, slackChat, teamsChat } from './chats';
import { living } from './commands';
import { lived } from './living';
import { ofOthers } from './of-others';
import { hangUp, send } from './send';

/** How many bodies are sent in the name of each chat. */
const count = Number(process.env.FUZZ ?? (process.env.SOAK ? 100_000 : 3_000));
const lanes = 6;
/** The same bodies each time where it is to stay green; others each time where it is to find something. */
const seed = Number(
  process.env.SEED ?? (process.env.SOAK ? Math.floor(Math.random() * 2 ** 31) : 1_702_650_706),
);
/**
 * What the bot remembers of people and deliveries has an end, so that a small host carries it however much comes: with no more memory for its
 * objects than this, in MB, it lives on; and what the whole process may grow by meanwhile, in bytes.
 */
const heap = 160;
const mayGrow = 150 * 2 ** 20;

/** Slack's package says so of a body that it has no answer for after 2.8 s. A busy machine may be so slow: such a body comes once more, alone. */
const tooLate = 404;

const metric = async (url: string, name: string): Promise<number> =>
  Number(new RegExp(`^${name} (\\S+)`, 'm').exec(await (await fetch(`${url}/metrics`)).text())?.[1]);

describe.each(['slack', 'teams'] as const)('in the name of %s', (on) => {
  let company: MortalCompany;
  let chat: Chat;
  let sql: Knex;
  let recorded: Recorded[];

  beforeAll(async () => {
    company = await openMortalCompany({ people: [...others, nia, sid] }, undefined, 'off', heap);
    await company.bot.start();
    chat = on === 'slack' ? slackChat(company) : teamsChat(company);
    recorded = await lived(chat, company, on);
    // From now on Sid is a guest of the company: a stranger.
    company.slack.change(sid.slackId, { is_restricted: true });
    company.teams.person(sid.teamsId).userRole = 'guest';
    sql = connect(company.database.url, 'unhurried', 2);
  }, 240_000);
  afterAll(async () => {
    hangUp();
    await sql?.destroy();
    await company?.close();
  });

  test(
    `${count} bodies of all kinds, changed in all ways: no error, nothing done that the sender may not do, and it lives on`,
    async () => {
      const before = await ofOthers(sql);
      const all = await living(sql);
      const { url } = company.bot;
      const started = await metric(url, 'process_start_time_seconds');
      const size = await metric(url, 'process_resident_memory_bytes');
      const begun = performance.now();
      const statuses: Record<string, number> = {};
      const bad: unknown[] = [];
      const kinds = new Set<string>();
      let lateOnes = 0;
      for (let sent = 0; sent < count; sent += 1_000) {
        const attacks = fc.sample(attack, { numRuns: Math.min(1_000, count - sent), seed: seed + sent });
        const next = attacks.entries();
        const late: Array<[nth: number, one: Attack]> = [];
        const strike = async (nth: number, one: Attack, again = false) => {
          const { kind, raw, type } = bytesOf(chat, recorded, one, all);
          kinds.add(kind);
          const headers = { 'content-type': one.type ?? type, ...chat.proven(raw, one.proof) };
          const { status, body } = await send(`${url}${chat.path}`, headers, raw);
          if (status === tooLate && !again) return void late.push([nth, one]);
          statuses[status] = (statuses[status] ?? 0) + 1;
          const isRight = one.proof === 'right';
          const isWell = status > 0 && status < 500 && status !== tooLate && (isRight || status >= 400);
          if (isWell && !/-FAKE/.test(body)) return;
          const { proof, shape } = one;
          const answer = body.slice(0, 200);
          bad.push({ nth, kind, status, proof, shape, type: one.type, answer, raw: raw.slice(0, 2_000) });
        };
        const lane = async () => {
          for (const [n, one] of next) await strike(sent + n, one);
        };
        await Promise.all(Array.from({ length: lanes }, lane));
        lateOnes += late.length;
        for (const [nth, one] of late) await strike(nth, one, true);
        company.slack.ledger.clear();
        if (bad.length > 20) break;
      }
      const seconds = (performance.now() - begun) / 1000;
      expect({ seed, bad: bad.slice(0, 5) }).toEqual({ seed, bad: [] });
      expect({ seed, ...(await ofOthers(sql)) }).toEqual({ seed, ...before });
      expect(errorsIn(company.bot.written).slice(0, 5)).toEqual([]);
      // What of it was understood, and what came of it: most of what is answered with 200 is heard and refused.
      const { rows } = await sql.raw(
        `select count(*)::int as n from audit a join people p on p.id = a.by_person where p.name = ?`,
        [nia.name],
      );
      expect(statuses[200] ?? 0).toBeGreaterThan(count / 10);
      expect(rows[0].n).toBeGreaterThan(Math.floor(count / 20_000));

      expect(await metric(url, 'process_start_time_seconds')).toBe(started);
      const grown = (await metric(url, 'process_resident_memory_bytes')) - size;
      expect(grown).toBeLessThan(mayGrow);
      const employee = chat.at(eve);
      expect(await employee.asks('mine')).toContain('Visio Professional 2024');
      report(`fuzz`, lines(on, { seconds, statuses, kinds: kinds.size, lateOnes, grown, done: rows[0].n }));
    },
    count * 100 + 120_000,
  );

  test.each(tricks)(
    'a body $how: no error, and nothing done that the sender may not do',
    async (trick: Trick) => {
      const before = await ofOthers(sql);
      const errors = errorsIn(company.bot.written).length;
      const { url } = company.bot;
      const each = oneOfEach(recorded);
      const came = await Promise.all(
        each.map(async (one) => {
          const { raw, type } = tricked(chat, one, trick);
          const headers = { 'content-type': type, ...trick.headers, ...chat.proven(raw, 'right') };
          const { status, body } = await send(`${url}${chat.path}`, headers, raw, !trick.pieces);
          const isWell = trick.good ? status === 200 : status >= 200 && status < 500;
          return isWell && !/-FAKE/.test(body)
            ? []
            : [{ kind: one.kind, status, answer: body.slice(0, 200) }];
        }),
      );
      expect(each.length).toBeGreaterThan(5);
      expect(came.flat()).toEqual([]);
      expect(await ofOthers(sql)).toEqual(before);
      expect(errorsIn(company.bot.written).slice(errors)).toEqual([]);
    },
  );
});

const told: string[] = [];
function lines(
  on: string,
  came: {
    seconds: number;
    statuses: Record<string, number>;
    kinds: number;
    lateOnes: number;
    grown: number;
    done: number;
  },
): string[] {
  const { seconds, statuses, kinds, lateOnes, grown, done } = came;
  told.push(
    `${on}, seed ${seed}: ${count.toLocaleString('en-GB')} bodies made from ${kinds} kinds of real ones, in ${Math.round(seconds)} s`,
    `${on}: answered ${Object.entries(statuses)
      .map(([status, times]) => `${times} × ${status}`)
      .join(
        ', ',
      )}; no 5xx, no connection broken; ${lateOnes} came too late on this machine and were answered when they came again`,
    `${on}: ${done} things done by the one employee who was the sender, none by anybody else; the process is the same, ${Math.round(grown / 2 ** 20)} MB larger`,
  );
  return told;
}

/** What an operator would be woken by. */
const errorsIn = (written: string[]): unknown[] =>
  written
    .join('')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .flatMap((line): unknown[] => {
      try {
        const { level, msg, ...more } = JSON.parse(line);
        // The fake refuses an id that only a changed body could name; Slack itself never sends one, and its package reports the refusal.
        const isNoIdOfSlack = msg === 'slack-package' && /^invalid value \[json-pointer/.test(more.said);
        // What came too late is asked again, and has to be answered then.
        const isLate = msg === 'slack-package' && /^An incoming event was not acknowledged/.test(more.said);
        return level >= 50 && !isNoIdOfSlack && !isLate ? [{ msg, ...more }] : [];
      } catch {
        return [line];
      }
    });
