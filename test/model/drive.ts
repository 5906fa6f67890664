import { randomBytes, randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import { left } from '../../src/core/benefit';
import { asOf, atItsEnd } from '../../src/core/held-on';
import { normalName } from '../../src/core/product-name';
import { wordsIn } from '../../src/core/words';
import { type Handle, makeHandle } from '../../src/handlers/handle';
import { makeLeave } from '../../src/handlers/leave';
import { makeRounds, type Rounds } from '../../src/handlers/rounds';
import type { KeyRow } from '../../src/imports/keys-csv';
import { connect } from '../../src/store/database';
import { heldOn } from '../../src/store/held-on';
import { importKeys } from '../../src/store/imports/keys';
import { checkLaws } from '../../src/store/invariants';
import { openStore, type Store } from '../../src/store/open';
import type { Sender } from '../../src/store/store';
import { type OpenVault, openVault } from '../../src/store/vault';
import { type TestDatabase, testDatabase } from '../support/database';
import { answerDays, benefits, type Command, firstDay, offerHours, packages, people } from './world';

const home = { slack: 'T0MODEL', teams: randomUUID() };
const hour = 3_600_000;
const dayAt = (day: number): string =>
  new Date(Date.parse(`${firstDay}T00:00:00Z`) + day * 24 * hour).toISOString().slice(0, 10);

/** Everything that refused something, by the name of the refusal, since it was last asked: whatever language it was said in. */
const refusals = (() => {
  const said = new Set<string>();
  for (const locale of ['en', 'zh-TW'] as const) {
    const sentences = wordsIn(locale).refusals as Record<string, (facts: never) => string>;
    for (const [why, sentence] of Object.entries(sentences))
      sentences[why] = (facts) => {
        said.add(why);
        return sentence(facts);
      };
  }
  return {
    take(): string[] {
      const all = [...said].sort();
      said.clear();
      return all;
    },
  };
})();

/** One bot on one database, which lives through one history after another. */
export class Driver {
  private readonly ids = new Map<string, string>();
  private readonly accounts = new Map<string, { slack: string; teams: string }>();
  private store!: Store;
  private vault!: OpenVault;
  private handle!: Handle;
  private rounds!: Rounds;
  private readonly left = new Set<string>();
  private leave!: ReturnType<typeof makeLeave>;
  private now = 0;
  private spoken = 0;
  private readonly troubles: unknown[] = [];

  private constructor(
    private readonly database: TestDatabase,
    private readonly sql: Knex,
    private readonly owner: Knex,
  ) {}

  static async start(): Promise<Driver> {
    const database = await testDatabase();
    return new Driver(
      database,
      connect(database.url, 'unhurried', 3),
      connect(database.ownerUrl, 'unhurried', 1),
    );
  }

  async stop(): Promise<void> {
    await Promise.all([this.sql.destroy(), this.owner.destroy()]);
    await this.database.drop();
  }

  /** A new world: nothing has happened yet. */
  async begin(): Promise<void> {
    this.now = Date.parse(`${firstDay}T09:00:00Z`);
    this.troubles.length = 0;
    const { rows } = await this.sql.raw(
      `select string_agg(quote_ident(tablename), ', ') as tables from pg_tables where schemaname = 'public' and tablename not like 'knex%'`,
    );
    // The ledger refuses to be emptied, as it should; only a database's owner who says so may.
    await this.owner.transaction(async (sql) => {
      await sql.raw(`set local session_replication_role = replica`);
      await sql.raw(`truncate ${rows[0].tables} restart identity`);
    });
    await this.fill();
    const now = () => new Date(this.now);
    this.store = openStore(this.sql, this.vault, new Set());
    const seams = { store: this.store, now, changed() {} };
    this.handle = makeHandle({ ...seams, report: (_trouble, _incident, error) => this.troubles.push(error) });
    this.rounds = makeRounds({ ...seams, report: (_duty, error) => this.troubles.push(error) });
    this.leave = makeLeave(seams);
    for (const { name, units, keyType } of benefits)
      if (keyType === 'static') await this.bringIn(name, [1]);
      else if (units && units.length > 0) await this.bringIn(name, units);
  }

  /** Carries out a command, and then makes the rounds until nothing more happens by itself. The answers are the model's. */
  async do(command: Command): Promise<string> {
    this.now += hour / 60;
    const before = await this.written();
    refusals.take();
    const card = await this.carryOut(command);
    if (this.troubles.length > 0) return `broke: ${this.troubles.splice(0).join('; ')}`;
    const done = (await this.written()) > before || command.do === 'wait';
    const said = refusals.take();
    let all: number;
    do {
      all = await this.written();
      await this.rounds.once();
    } while ((await this.written()) > all);
    if (this.troubles.length > 0) return `the rounds broke: ${this.troubles.splice(0).join('; ')}`;
    return [...(done ? ['done'] : []), ...said].sort().join(', ') || (card ? 'nothing' : 'done');
  }

  private async carryOut(command: Command): Promise<boolean> {
    switch (command.do) {
      case 'wait':
        this.now += command.hours * hour;
        return false;
      case 'bring in':
        await this.bringIn(command.benefit, command.units);
        return false;
      case 'leave':
        this.left.add(command.person);
        await this.leave('slack', home.slack, this.accounts.get(command.person)?.slack ?? '');
        return true;
      default:
        await this.says(command.by, await this.asSaid(command));
        return true;
    }
  }

  /** What a platform would hear. */
  private async asSaid(command: Exclude<Command, { do: 'wait' | 'bring in' | 'leave' }>): Promise<object> {
    const person = (name: string) => `person:${this.ids.get(name)}`;
    const email = 'second.address@contoso.example';
    switch (command.do) {
      case 'ask':
        return {
          type: 'request',
          request: randomUUID(),
          benefit: this.ids.get(command.benefit),
          quantity: command.quantity,
          ...(command.to !== command.by && { person: person(command.to) }),
          email,
          reason: 'For the work',
        };
      case 'approve':
        return { type: 'approve', request: await this.request(command.request), version: 1 };
      case 'deny':
        return { type: 'deny', request: await this.request(command.request), version: 1, reason: 'Not now' };
      case 'cancel':
      case 'accept':
      case 'decline':
        return { type: command.do, request: await this.request(command.request) };
      case 'show key':
      case 'keep':
        return { type: command.do.replace(' ', '-'), holding: await this.holding(command.holding) };
      case 'return':
        return { type: 'return', holding: await this.holding(command.holding) };
      case 'take back':
        return { type: 'remove', holding: await this.holding(command.holding), reason: 'Needed elsewhere' };
      case 'report key':
        return {
          type: 'report-key',
          report: randomUUID(),
          holding: await this.holding(command.holding),
          reason: 'It says no',
        };
      case 'use': {
        const { quantity } = command;
        return {
          type: 'use',
          use: randomUUID(),
          holding: await this.holding(command.holding),
          quantity,
          what: 'An outage',
        };
      }
      case 'assign':
        return {
          type: 'assign',
          assignment: randomUUID(),
          benefit: this.ids.get(command.benefit),
          people: command.to.map(person),
          email,
          reason: 'For the project',
        };
      case 'reassign':
        return {
          type: 'reassign',
          request: randomUUID(),
          holding: await this.holding(command.holding),
          person: person(command.to),
          email,
          reason: 'New work',
        };
      case 'claim':
        return { type: 'claim-task', task: await this.task(command.task) };
      case 'could not':
        return { type: 'could-not', task: await this.task(command.task), reason: 'The portal refuses' };
      case 'finish':
        return {
          type: 'done',
          task: await this.task(command.task),
          evidence: 'SUB-1',
          accessId: 'A-1',
          contractId: 'C-1',
          outcome: command.outcome,
        };
    }
  }

  private async says(name: string, command: object): Promise<void> {
    const accounts = this.accounts.get(name) as { slack: string; teams: string };
    const figure = people.find((one) => one.name === name);
    // Only the account that was taken away brings somebody back.
    const platform = this.spoken++ % 3 === 1 && !this.left.has(name) ? 'teams' : 'slack';
    const sender: Sender = {
      platform,
      home: home[platform],
      user: accounts[platform],
      address: null,
      profile: {
        standing: 'member',
        name,
        ...(figure && { email: figure.email }),
        locale: name === 'Mei' ? 'zh-TW' : 'en',
      },
    };
    const { seen } = await this.handle(command, sender, randomUUID());
    await seen?.(true);
  }

  /** What everybody could see, in the words of the model. */
  async seen(): Promise<string[]> {
    const { rows: units } = await this.sql.raw(
      `select pb.benefit_id, count(*)::int as held from units u join pool_benefits pb using (pool_id) where u.state = 'held' group by 1`,
    );
    const heldUnits = new Map<string, number>(
      units.map((one: { benefit_id: string; held: number }) => [one.benefit_id, one.held]),
    );
    const lines = (await this.store.ledger.benefits()).map((benefit) => {
      const { held, freeUnits = 0, setAside, retired, waiting } = benefit.stock;
      return `${benefit.name}: ${held} held, ${left(benefit)} left, units ${freeUnits} free + ${heldUnits.get(benefit.id) ?? 0} held + ${setAside} set aside + ${retired} retired, ${waiting} waiting`;
    });
    const { rows } = await this.sql.raw(`${named}
      select '[' || r.name || '] ' || r.state || ': ' || r.quantity as line from r
      union all
      select '[' || r.name || '] ' || case when h.ended_at is null then 'is held' when h.released_at is null then 'is to be removed' else 'was held' end
             || ': ' || h.quantity || ', ' || h.used || ' used' || case when h.key_id is null then '' else ', with a key' end
        from holdings h join r on r.id = h.request_id
      union all
      select 'task [' || t.name || ']' || coalesce(' claimed by ' || p.name, '') from t left join people p on p.id = t.claimed_by where t.state = 'open'`);
    return [...lines, ...rows.map(({ line }: { line: string }) => line)].sort();
  }

  /** The laws of the database that do not hold; and what was brought in but is in none of its four places. */
  async brokenLaws(): Promise<string[]> {
    const broken = (await checkLaws(this.sql)).filter(({ rows }) => rows > 0).map(({ name }) => name);
    const { rows } = await this.sql.raw(
      `select coalesce(sum(seats), 0)::int as imported, (select count(*)::int from units where state in ('free', 'held', 'set-aside', 'retired')) as kept
         from product_keys`,
    );
    return [
      ...broken,
      ...(rows[0].imported === rows[0].kept ? [] : ['imported = free + held + set aside + retired']),
      ...(await this.otherThanStock()),
    ];
  }

  /**
   * Where the list of today and the stock do not agree. What the stock counts as given beside what is held: what is kept for an offer or
   * being set up, what has ended and is not free yet, and what was used up of what has ended.
   */
  private async otherThanStock(): Promise<string[]> {
    const list = await heldOn(this.sql, asOf(new Date(this.now).toISOString().slice(0, 10)));
    const { rows } = await this.sql.raw(
      `select benefit_id, sum(quantity)::int as quantity from (
         select benefit_id, case when released_at is null then quantity when of_old_term then 0 else used end as quantity
           from holdings where ended_at is not null
         union all select benefit_id, quantity from requests where state = 'offered' or (state = 'approved' and way <> 'reassigned')) as beside
        group by 1`,
    );
    const beside = new Map(
      rows.map((row: { benefit_id: string; quantity: number }) => [row.benefit_id, row.quantity]),
    );
    const wrong = (await this.store.ledger.benefits()).filter(({ id, stock }) => {
      const held = list.filter((one) => one.benefit.id === id && atItsEnd(one));
      const units = held.reduce((sum, { quantity }) => sum + quantity, 0);
      return units + Number(beside.get(id) ?? 0) !== stock.held;
    });
    return [
      ...wrong.map(({ name }) => `the list of today and the stock differ in ${name}`),
      ...(list.some(({ approval }) => approval.is === 'missing') ? ['every holding has its approval'] : []),
    ];
  }

  private async request(name: string): Promise<string> {
    return this.found(`${named} select id from r where name = ?`, name);
  }
  private async holding(name: string): Promise<string> {
    return this.found(
      `${named} select h.id from holdings h join r on r.id = h.request_id where r.name = ?`,
      name,
    );
  }
  private async task(name: string): Promise<string> {
    return this.found(`${named} select id from t where name = ?`, name);
  }
  private async found(query: string, name: string): Promise<string> {
    const { rows } = await this.sql.raw(query, [name]);
    if (!rows[0]) throw new Error(`the bot knows no [${name}]`);
    return rows[0].id;
  }
  /** Every change of the ledger is a row of it. */
  private async written(): Promise<number> {
    return (await this.sql.raw('select coalesce(max(id), 0)::int as last from audit')).rows[0].last;
  }

  private async fill(): Promise<void> {
    const { sql } = this;
    this.vault = await openVault(sql, new Map([[1, Buffer.alloc(32, 7)]]), new Date(this.now));
    const idOf = (name: string): string => {
      const id = randomUUID();
      this.ids.set(name, id);
      return id;
    };
    await sql('people').insert(
      people.map(({ name, email, role }) => {
        const accounts = { slack: `U${randomBytes(5).toString('hex').toUpperCase()}`, teams: randomUUID() };
        this.accounts.set(name, accounts);
        const { slack: slack_id, teams: teams_id } = accounts;
        return {
          id: idOf(name),
          name,
          email,
          role,
          slack_id,
          teams_id,
          imported: true,
          first_seen_at: new Date(this.now),
        };
      }),
    );
    await sql('packages').insert(
      Object.entries(packages).map(([name, { starts, ends, usable }]) => ({
        id: idOf(name),
        name,
        partner_id: '1',
        account_email: 'partner@contoso.example',
        starts: dayAt(starts),
        ends: dayAt(ends),
        grace_days: usable - ends,
      })),
    );
    await sql('benefits').insert(
      benefits.map((one, position) => ({
        id: idOf(one.name),
        package_id: this.ids.get(one.package),
        position,
        category: one.category,
        name: one.name,
        name_key: normalName(one.name),
        quantity: one.quantity,
        unit: one.unit,
        delivery: one.keyType ? 'key' : one.kind === 'bare' ? 'none' : 'assign',
        still_needed_days: one.stillNeededDays ?? null,
        answer_days: answerDays,
        offer_hours: offerHours,
      })),
    );
  }

  /** An admin imports keys: one for each unit, but one MAK for all of them. */
  private async bringIn(name: string, units: number[]): Promise<void> {
    const benefit = benefits.find((one) => one.name === name);
    const type = benefit?.keyType;
    if (!type) throw new Error(`${name} has no keys`);
    const rows = (type === 'mak' ? [units.length] : units).map((seats): KeyRow => {
      const key = fakeKey();
      const canonical = key.replaceAll('-', '');
      return {
        product: name,
        kind: 'key',
        canonical,
        shown: key,
        type,
        seats: type === 'retail' || type === 'static' ? null : seats,
      };
    });
    async function* file() {
      for (const [at, row] of rows.entries()) yield { line: at + 2, nth: at + 1, row };
    }
    await importKeys(this.sql, file(), {}, async () => this.vault, { now: new Date(this.now) });
    for (const { canonical, seats } of type === 'token' ? rows : [])
      await this.sql.raw('update product_keys set carries = ? where carries is null and fingerprint = ?', [
        seats,
        this.vault.fingerprint(canonical),
      ]);
  }
}

function fakeKey(): string {
  const letters = 'BCDFGHJKMPQRTVWXY2346789';
  const group = () => Array.from(randomBytes(5), (byte) => letters[byte % letters.length]).join('');
  return `${group()}-FAKE${letters[(randomBytes(1)[0] as number) % letters.length]}-${group()}-${group()}-${group()}`;
}

/** Requests and tasks by the names the model gives them: the how-manieth of a person and a benefit, of a kind and a request. */
const named = `
  with r as (
    select requests.*, p.name || '/' || b.name || '/' || row_number() over (partition by assignee_id, benefit_id order by asked_at) as name
      from requests join people p on p.id = assignee_id join benefits b on b.id = benefit_id
  ), t as (
    select tasks.*, kind || ' ' || r.name || ' #' || row_number() over (partition by kind, r.id order by opened_at) as name
      from tasks left join holdings h on h.id = tasks.holding_id join r on r.id = coalesce(tasks.request_id, h.request_id)
  )`;
