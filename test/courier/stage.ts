import { randomUUID } from 'node:crypto';
import { type Courier, makeCourier } from '../../src/bot/courier';
import { Pace } from '../../src/bot/pace';
import type { Call as Calling, Outcome, Platform } from '../../src/bot/platform';
import { type Card, plainText } from '../../src/core/card';
import type { Notice } from '../../src/core/notice';
import type { PlatformName } from '../../src/core/person';
import { connect } from '../../src/store/database';
import { type Ledger, openStore } from '../../src/store/open';
import type { Vault } from '../../src/store/vault';
import { type TestDatabase, testDatabase } from '../support/database';
import { query } from '../support/query';

/** A call of the courier to a platform. */
export interface Call {
  what: 'deliver' | 'redraw' | 'call';
  /** The account that is told, the message that is redrawn, or the channel and the account that is called in it. */
  to: string;
  /** The words that make one notice different from another. */
  says: string;
}

/** A platform that does as it is told: by default everything arrives. */
export class FakePlatform implements Platform {
  readonly calls: Call[] = [];
  answer: (call: Call) => Outcome | Promise<Outcome> = () => this.arrived();
  constructor(readonly name: PlatformName) {}

  arrived = (): Outcome => ({
    sent: true,
    posted: { platform: this.name, ref: { message: `${this.name} ${randomUUID()}` } },
  });
  async deliver({ user }: { user: string }, card: Card): Promise<Outcome> {
    return this.heard({ what: 'deliver', to: user, says: wordsOf(card) });
  }
  async redraw({ ref }: { ref: unknown }, card: Card): Promise<Outcome> {
    const { message } = ref as { message: string };
    return this.heard({ what: 'redraw', to: message, says: wordsOf(card) });
  }
  async call({ account, channel, words }: Calling): Promise<Outcome> {
    return this.heard({ what: 'call', to: `${channel} ${account.user}`, says: words });
  }
  async find(): Promise<{ is: 'nobody' }> {
    return { is: 'nobody' };
  }
  async check(): Promise<{ ok: true }> {
    return { ok: true };
  }
  private async heard(call: Call): Promise<Outcome> {
    this.calls.push(call);
    return this.answer(call);
  }
}

const wordsOf = (card: Card): string => /word \S+/.exec(plainText(card))?.[0] ?? '';

/** A database with an outbox, a clock that moves when told, and couriers. */
export interface Stage {
  sql: ReturnType<typeof connect>;
  ledger: Ledger;
  slack: FakePlatform;
  teams: FakePlatform;
  /** Lines of the couriers' logs. */
  log: Array<{ level: 'info' | 'warn' | 'error'; event: string; [fact: string]: unknown }>;
  now(): Date;
  moveTime(milliseconds: number): void;
  /** Somebody with accounts on these platforms, the last spoken on first; resolves with the id. */
  person(...platforms: PlatformName[]): Promise<string>;
  /** Puts a notice into the outbox, due now; resolves with its id. */
  post(
    to: string,
    says: string,
    about?: string,
    way?: 'tell' | 'redraw',
    kind?: 'denied' | 'decided',
  ): Promise<number>;
  /** Starts a courier, with a pool of its own when asked. */
  courier(pool?: 'own'): Courier;
  row(id: number): Promise<{ state: string; attempts: number; due_at: Date; last_failure: string | null }>;
  /** Stops the couriers and empties the tables. */
  clear(): Promise<void>;
  close(): Promise<void>;
}

export async function openStage(): Promise<Stage> {
  const database: TestDatabase = await testDatabase();
  // What couriers carry has nothing to do with keys.
  const storeOn = (sql: ReturnType<typeof connect>) => openStore(sql, {} as Vault, new Set()).ledger;
  const pools = [connect(database.url, 'answering')];
  const [sql] = pools as [ReturnType<typeof connect>];
  const couriers: Courier[] = [];
  let moved = 0;

  const stage: Stage = {
    sql,
    ledger: storeOn(sql),
    slack: new FakePlatform('slack'),
    teams: new FakePlatform('teams'),
    log: [],
    now: () => new Date(Date.now() + moved),
    moveTime(milliseconds) {
      moved += milliseconds;
      for (const courier of couriers) courier.wake();
    },
    async person(...platforms) {
      const id = randomUUID();
      await sql('people').insert({ id, name: 'Somebody', role: 'employee', first_seen_at: new Date() });
      for (const [place, platform] of platforms.entries())
        await sql('accounts').insert({
          platform,
          home: 'HOME',
          user_id: `${platform} ${id}`,
          person_id: id,
          trusted: true,
          locale: 'en',
          spoke_at: new Date(1_000_000 - place),
        });
      return id;
    },
    async post(to, says, about = randomUUID(), way = 'tell', kind = way === 'tell' ? 'denied' : 'decided') {
      const notice: Notice = {
        kind,
        request: { ...aboutSomething(about, says), version: way === 'tell' ? 1 : 2 },
      };
      const row = { person_id: to, subject: about, way, notice: JSON.stringify(notice), due_at: stage.now() };
      const [{ id }] = await sql('outbox').insert(row).returning('id');
      return id;
    },
    courier(pool) {
      const own = pool && connect(database.url, 'answering');
      if (own) pools.push(own);
      const line = (level: 'info' | 'warn' | 'error') => (facts: object, event: string) =>
        void stage.log.push({ level, event, ...facts });
      const courier = makeCourier({
        ledger: own ? storeOn(own) : stage.ledger,
        platforms: [stage.slack, stage.teams],
        // Where time is moved, the platforms' own clocks move with it.
        pace: new Pace(stage.now, () => stage.now().getTime()),
        now: stage.now,
        log: { info: line('info'), warn: line('warn'), error: line('error') },
      });
      couriers.push(courier);
      courier.start();
      return courier;
    },
    row: (id) => sql('outbox').where({ id }).first('state', 'attempts', 'due_at', 'last_failure'),
    async clear() {
      await Promise.all(couriers.splice(0).map((courier) => courier.stop()));
      await query(database.ownerUrl, 'truncate people cascade');
      stage.log.length = 0;
      for (const platform of [stage.slack, stage.teams]) {
        platform.calls.length = 0;
        platform.answer = () => platform.arrived();
      }
    },
    async close() {
      await Promise.all(pools.map((pool) => pool.destroy()));
      await database.drop();
    },
  };
  return stage;
}

const someone = { id: randomUUID(), name: 'Eve' };
const aboutSomething = (id: string, says: string) => ({
  id,
  version: 2,
  requester: someone,
  assignee: someone,
  way: { is: 'asked' } as const,
  benefit: {
    id: randomUUID(),
    name: 'Visio',
    category: 'software',
    unit: 'licence',
    delivery: 'key',
  } as const,
  quantity: 1,
  reason: 'Diagrams',
  askedAt: '2026-11-01T09:00:00.000Z',
  asked: [],
  state: 'denied' as const,
  by: { id: randomUUID(), name: 'Dana' },
  at: '2026-11-01T10:00:00.000Z',
  why: `word ${says}`,
});

/** Waits until something is so; fails with its name after ten seconds. */
export async function until(what: string, so: () => boolean | Promise<boolean>): Promise<void> {
  for (const begun = performance.now(); !(await so()); ) {
    if (performance.now() - begun > 10_000) throw new Error(`waited in vain until ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

/** A promise with its ends in hand. */
export function gate<T>(): { promise: Promise<T>; open(value: T): void } {
  let open: (value: T) => void = () => {};
  const promise = new Promise<T>((resolve) => {
    open = resolve;
  });
  return { promise, open };
}
