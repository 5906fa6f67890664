import { type ChildProcess, fork } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Knex } from 'knex';
import type { Answers, Presses } from './door-child';

/** What there is to win: always one unit of one key. */
export const prizes = [
  { called: 'one unit, an allocation of one', quantity: 1, names: 1 },
  { called: 'one unit, an allocation with room for all', quantity: 1_000, names: 1 },
  { called: 'one unit that two benefits share', quantity: 1_000, names: 2 },
] as const;
export type Prize = (typeof prizes)[number];

/** How many ask for the same key. */
const contenders = 40;

/** One race: who waits for the same key. */
export interface Round {
  pool: string;
  requests: string[];
}

/** A prize for everybody: as many units as contenders. */
export const enough = {
  called: 'a unit for everybody',
  quantity: 1_000,
  names: 1,
  units: contenders,
} as const;

/** Makes the rounds of a prize: for each a key of its own and a request of everybody, by SQL because asking is not what is raced here. */
export async function makeRounds(sql: Knex, prize: Prize | typeof enough, rounds: number): Promise<Round[]> {
  const units = 'units' in prize ? prize.units : 1;
  const now = new Date();
  const pack = randomUUID();
  await sql('packages').insert({
    id: pack,
    name: pack,
    partner_id: '1',
    starts: '2020-01-01',
    ends: '2099-12-31',
  });
  const people = Array.from({ length: contenders }, (_, number) => ({
    id: randomUUID(),
    name: `Contender ${number}`,
    role: 'employee',
    first_seen_at: now,
  }));
  await sql('people').insert(people);

  const made: Round[] = [];
  for (let round = 0; round < rounds; round++) {
    const [pool, key] = [randomUUID(), randomUUID()];
    const benefits = Array.from({ length: prize.names }, (_, name) => ({
      id: randomUUID(),
      package_id: pack,
      position: round,
      category: 'software',
      name: `Prize ${round}.${name}`,
      name_key: `prize ${round}.${name}`,
      quantity: prize.quantity,
      unit: 'licence',
      delivery: 'key',
    }));
    const benefitFor = (at: number): string => benefits[at % benefits.length]?.id as string;
    await sql('benefits').insert(benefits);
    await sql('pools').insert({ id: pool, units, free: units });
    await sql('pool_benefits').insert(benefits.map(({ id }) => ({ pool_id: pool, benefit_id: id })));
    await sql('product_keys').insert({
      id: key,
      pool_id: pool,
      sealed_for: benefitFor(0),
      product_name: 'Prize',
      type: 'mak',
      seats: units,
      sealed: randomBytes(32),
      fingerprint: randomBytes(32),
      imported_at: now,
    });
    await sql('units').insert(Array.from({ length: units }, () => ({ key_id: key, pool_id: pool })));
    const requests = people.map((person, at) => ({
      id: randomUUID(),
      version: 1,
      state: 'pending',
      requester_id: person.id,
      assignee_id: person.id,
      benefit_id: benefitFor(at),
      quantity: 1,
      reason: 'To win',
      asked_at: now,
      asked: [],
    }));
    await sql('requests').insert(requests);
    await sql('audit').insert(
      requests.map((one) => ({
        at: now,
        action: 'request.asked',
        by_person: one.requester_id,
        subject: one.id,
        person_id: one.requester_id,
        benefit_id: one.benefit_id,
      })),
    );
    made.push({ pool, requests: requests.map(({ id }) => id) });
  }
  return made;
}

const loader = join(__dirname, '..', 'support', 'typescript.cjs');

/** Another bot in a process of its own, whose approver presses as fast as told. */
export class Rival {
  /** Rejects when the process ends before it was told to. */
  private readonly died: Promise<never>;

  private constructor(private readonly child: ChildProcess) {
    this.died = once(child, 'exit').then(([code]) => {
      throw new Error(`a rival fell over with code ${code}`);
    });
    this.died.catch(() => {});
  }

  static async start(url: string, who: 'dana' | 'omar', mode: 'as-built' | 'without-locks'): Promise<Rival> {
    const child = fork(join(__dirname, 'door-child.ts'), [url, who, mode], {
      execArgv: ['--require', loader],
    });
    await once(child, 'message');
    return new Rival(child);
  }

  async press(requests: string[]): Promise<string[]> {
    const answered = once(this.child, 'message');
    this.child.send({ requests } satisfies Presses);
    const [{ answers }] = (await Promise.race([answered, this.died])) as [Answers];
    return answers;
  }

  async stop(): Promise<void> {
    const gone = once(this.child, 'exit');
    this.child.disconnect();
    await gone;
  }
}

/** Everybody's card is pressed at once, half of them in each process. Resolves with what the presses read. */
export async function race({ requests }: Round, [one, other]: [Rival, Rival]): Promise<string[]> {
  const half = requests.length / 2;
  const answers = await Promise.all([one.press(requests.slice(0, half)), other.press(requests.slice(half))]);
  return answers.flat();
}

/** How many hold the key of a round. */
export async function holdersOf(sql: Knex, { pool }: Round): Promise<number> {
  const { rows } = await sql.raw(
    `select count(*)::int as holders from holdings h join product_keys k on k.id = h.key_id
      where k.pool_id = ? and h.ended_at is null`,
    [pool],
  );
  return rows[0].holders;
}
