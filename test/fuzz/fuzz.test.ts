import fc from 'fast-check';
import type { Knex } from 'knex';
import { connect } from '../../src/store/database';
import { type MortalCompany, openMortalCompany } from '../crash/mortal-company';
import { eve } from '../support/people';
import { report } from '../support/soak';
import { type Chat, nia, others, type Proof, type Recorded, sid, slackChat, teamsChat } from './chats';
import { lived } from './living';
import { type Change, change, closed, type Json, mutate, opened } from './mutate';
import { hangUp, send } from './send';

/** How many bodies are sent in the name of each chat. */
const count = Number(process.env.FUZZ ?? (process.env.SOAK ? 100_000 : 3_000));
const lanes = 6;
/** The same bodies each time where it is to stay green; others each time where it is to find something. */
const seed = Number(
  process.env.SEED ?? (process.env.SOAK ? Math.floor(Math.random() * 2 ** 31) : 1_702_650_706),
);
/** What the process may grow by while it is fuzzed, in bytes: what it remembers of people and deliveries has an end. */
const mayGrow = 200 * 2 ** 20;

/** A body that no chat would send: which recorded one it was, how it was changed, and who sends it. */
interface Attack {
  which: number;
  changes: Change[];
  by: 'employee' | 'stranger' | 'whoever it says';
  proof: Proof;
  type: string | undefined;
  shape: 'whole' | 'cut' | 'doubled' | 'huge';
  fresh: boolean;
}

const attack: fc.Arbitrary<Attack> = fc.record({
  which: fc.nat(),
  changes: fc.array(change, { maxLength: 4 }),
  by: fc.constantFrom('employee', 'employee', 'employee', 'stranger', 'whoever it says'),
  proof: fc.constantFrom<Proof>(
    'right',
    'right',
    'right',
    'right',
    'right',
    'right',
    'wrong',
    'none',
    'stale',
  ),
  type: fc.oneof(
    { weight: 12, arbitrary: fc.constant(undefined) },
    {
      weight: 1,
      arbitrary: fc.constantFrom(
        'text/plain',
        'application/json',
        'multipart/form-data; boundary=x',
        '',
        'application/x-www-form-urlencoded; charset=utf-8',
      ),
    },
  ),
  shape: fc.constantFrom<Attack['shape']>(
    'whole',
    'whole',
    'whole',
    'whole',
    'whole',
    'whole',
    'whole',
    'cut',
    'doubled',
    'huge',
  ),
  fresh: fc.boolean(),
});

let made = 0;
/** Names by which a delivery is known again: with new ones it is not the answer that is stored for the old. */
const identities = /^(trigger_id|event_id|client_msg_id|id|ts|event_ts|action_ts)$/;
function freshen(value: Json, depth = 0): void {
  if (typeof value !== 'object' || value === null || depth > 2) return;
  for (const [name, inner] of Object.entries(value)) {
    if (typeof inner === 'string' && identities.test(name))
      (value as Record<string, Json>)[name] = `${inner}${++made}`;
    else freshen(inner, depth + 1);
  }
}

/** The bytes of an attack. Nobody who may do more than an employee is ever its sender. */
function bytesOf(chat: Chat, recorded: Recorded[], { which, changes, by, shape, fresh }: Attack) {
  const { kind, body } = recorded[which % recorded.length] as Recorded;
  const changed = opened(structuredClone(body));
  if (fresh) freshen(changed);
  if (by !== 'whoever it says') chat.sentBy(changed, by === 'employee' ? nia : sid);
  mutate(changed, changes);
  const privileged = others.flatMap((one) => [one.slackId, one.teamsId].map((id) => id.toLowerCase()));
  const names = (sender: unknown) =>
    privileged.some((id) =>
      JSON.stringify(sender ?? null)
        .toLowerCase()
        .includes(id),
    );
  if (chat.senders(changed).some(names)) chat.sentBy(changed, nia);
  const { raw, type } = chat.written(closed(changed));
  return { kind, type, raw: shaped(raw, shape) };
}

function shaped(raw: string, shape: Attack['shape']): string {
  if (shape === 'cut') return raw.slice(0, raw.length / 2);
  if (shape === 'huge') return raw + ' '.repeat(600_000);
  // The same names twice: whoever reads one of them first must not believe the other.
  if (shape === 'doubled')
    return raw.startsWith('{') ? `${raw.slice(0, -1)},${raw.slice(1)}` : `${raw}&${raw}`;
  return raw;
}

/** All that is somebody else's than Nia's, and what the ledger says anybody else has done. */
async function ofOthers(sql: Knex): Promise<Record<string, unknown[]>> {
  const { rows } = await sql.raw(`select id from people where name = ?`, [nia.name]);
  const me = rows[0].id;
  const all = async (query: string) => (await sql.raw(query.replaceAll('$me', `'${me}'`))).rows;
  return {
    requests: await all(
      `select id, version, state, quantity, reason from requests where requester_id <> $me order by id`,
    ),
    onBehalf: await all(
      `select id from requests where requester_id = $me and assignee_id <> $me order by id`,
    ),
    answers: await all(`select request_id, person_id from reviews order by 1, 2`),
    holdings: await all(`select id, person_id, quantity, used, ended_at from holdings order by id`),
    tasks: await all(`select id, state, claimed_by, done_by from tasks order by id`),
    units: await all(`select id, state from units order by id`),
    keys: await all(`select id, broken_at from product_keys order by id`),
    benefits: await all(`select id, name, held, quantity from benefits order by id`),
    people: await all(`select id, name, role, active from people where id <> $me order by id`),
    accounts: await all(
      `select platform, user_id, person_id, trusted from accounts where person_id <> $me order by 1, 2`,
    ),
    absences: await all(`select * from absences`),
    policies: await all(`select version from policies order by 1`),
    looks: await all(`select count(*)::int as n from key_views`),
    deeds: await all(
      `select id, action, by_person from audit where by_person is distinct from $me order by id`,
    ),
  };
}

const metric = async (url: string, name: string): Promise<number> =>
  Number(new RegExp(`^${name} (\\S+)`, 'm').exec(await (await fetch(`${url}/metrics`)).text())?.[1]);

describe.each(['slack', 'teams'] as const)('in the name of %s', (on) => {
  let company: MortalCompany;
  let chat: Chat;
  let sql: Knex;
  let recorded: Recorded[];

  beforeAll(async () => {
    company = await openMortalCompany({ people: [...others, nia, sid] }, undefined, 'off');
    await company.bot.start();
    chat = on === 'slack' ? slackChat(company) : teamsChat(company);
    recorded = await lived(chat, company, on);
    // From now on Sid is a guest of the company: a stranger.
    company.slack.change(sid.slackId, { is_restricted: true });
    company.teams.person(sid.teamsId).userRole = 'guest';
    sql = connect(company.database.url, 'importing', 2);
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
      const { url } = company.bot;
      const started = await metric(url, 'process_start_time_seconds');
      const size = await metric(url, 'process_resident_memory_bytes');
      const begun = performance.now();
      const statuses: Record<string, number> = {};
      const bad: unknown[] = [];
      const kinds = new Set<string>();
      for (let sent = 0; sent < count; sent += 1_000) {
        const attacks = fc.sample(attack, { numRuns: Math.min(1_000, count - sent), seed: seed + sent });
        const next = attacks.entries();
        const lane = async () => {
          for (const [n, one] of next) {
            const { kind, raw, type } = bytesOf(chat, recorded, one);
            kinds.add(kind);
            const headers = { 'content-type': one.type ?? type, ...chat.proven(raw, one.proof) };
            const { status, body } = await send(`${url}${chat.path}`, headers, raw);
            statuses[status] = (statuses[status] ?? 0) + 1;
            const isRight = one.proof === 'right';
            if (status === 0 || status >= 500 || /-FAKE/.test(body) || (!isRight && status < 400))
              bad.push({
                n: sent + n,
                kind,
                status,
                proof: one.proof,
                shape: one.shape,
                type: one.type,
                answer: body.slice(0, 200),
                raw: raw.slice(0, 2_000),
              });
          }
        };
        await Promise.all(Array.from({ length: lanes }, lane));
        company.slack.ledger.clear();
        if (bad.length > 20) break;
      }
      const seconds = (performance.now() - begun) / 1000;
      expect({ seed, bad: bad.slice(0, 5) }).toEqual({ seed, bad: [] });
      expect({ seed, ...(await ofOthers(sql)) }).toEqual({ seed, ...before });
      expect(errorsIn(company.bot.written)).toEqual([]);
      // What of it was understood, and what came of it: most of what is answered with 200 is heard and refused.
      const { rows } = await sql.raw(
        `select count(*)::int as n from audit a join people p on p.id = a.by_person where p.name = ?`,
        [nia.name],
      );
      expect(statuses[200] ?? 0).toBeGreaterThan(count / 10);

      expect(await metric(url, 'process_start_time_seconds')).toBe(started);
      const grown = (await metric(url, 'process_resident_memory_bytes')) - size;
      expect(grown).toBeLessThan(mayGrow);
      const employee = chat.at(eve);
      expect(await employee.asks('mine')).toContain('Visio Professional 2024');
      report(`fuzz`, lines(on, { seconds, statuses, kinds: kinds.size, grown, done: rows[0].n }));
    },
    count * 100 + 120_000,
  );
});

const told: string[] = [];
function lines(
  on: string,
  {
    seconds,
    statuses,
    kinds,
    grown,
    done,
  }: { seconds: number; statuses: Record<string, number>; kinds: number; grown: number; done: number },
): string[] {
  told.push(
    `${on}, seed ${seed}: ${count.toLocaleString('en-GB')} bodies made from ${kinds} kinds of real ones, in ${Math.round(seconds)} s`,
    `${on}: answered ${Object.entries(statuses)
      .map(([status, times]) => `${times} × ${status}`)
      .join(', ')}; no 5xx, no connection broken`,
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
        return level >= 50 && !isNoIdOfSlack ? [{ msg, ...more }] : [];
      } catch {
        return [line];
      }
    })
    .slice(0, 5);
