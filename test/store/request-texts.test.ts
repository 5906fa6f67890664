import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import { ownWords } from '../../src/core/audit';
import { asOf } from '../../src/core/held-on';
import { leastRequestTexts, removedText, usualRetention } from '../../src/core/retention';
import { eventOcsf } from '../../src/exports/events-ocsf';
import { textKeptTooLong } from '../../src/handlers/duties/retention';
import { makeRounds } from '../../src/handlers/rounds';
import { connect } from '../../src/store/database';
import { eventsIn } from '../../src/store/events';
import { heldOn } from '../../src/store/held-on';
import { checkLaws } from '../../src/store/invariants';
import { openStore, type Store } from '../../src/store/open';
import { requestTextsIn } from '../../src/store/personal/request-texts';
import { sealNext } from '../../src/store/seal/seal';
import { verify } from '../../src/store/seal/verify';
import { type OpenVault, openVault } from '../../src/store/vault';
import { benefitNamed, says, wrappingKey } from '../support/door';
import { ada, dana, eve, omar } from '../support/people';
import { type LivedIn, livedInLedger } from './lived-in';

let lived: LivedIn;
/** As the bot, which may not rewrite the ledger. */
let bot: Knex;
let vault: OpenVault;
let store: Store;
const later = new Date(Date.now() + 100 * 86_400_000);

beforeAll(async () => {
  lived = await livedInLedger();
  bot = connect(lived.database.url, 'unhurried', 2);
  vault = await openVault(bot, new Map([[1, wrappingKey]]), new Date());
  store = openStore(bot, vault, new Set(), undefined, { ...usualRetention, requestTexts: leastRequestTexts });
  await whatIsToldBeside();
  // All was delivered, and answers have gone by their own time.
  await bot.raw(`update outbox set state = 'sent', settled_at = now()`);
  while ((await store.seal(new Date())) > 0);
  await store.ledger.removeOutdated('answers', later);
}, 240_000);
afterAll(async () => {
  await bot?.destroy();
  await lived?.close();
});

/** Why an admin decided alone, by what they said. */
const alone = {
  approve: 'Both approvers are on a flight until tonight',
  deny: 'The fair was called off an hour ago',
};

/** What is said where no request is named: in a message that tells of many, of what was used, of a key that does not work. */
async function whatIsToldBeside(): Promise<void> {
  const { door } = lived;
  const one = async (query: string, ...values: string[]) => (await door.sql.raw(query, values)).rows[0].id;
  const held = (name: string, email: string) =>
    one(
      `select h.id from holdings h join benefits b on b.id = h.benefit_id join people p on p.id = h.person_id
        where b.name = ? and p.email = ? and h.ended_at is null`,
      name,
      email as string,
    );
  const task = (kind: string) => one(`select id from tasks where kind = ? and state = 'open'`, kind);
  for (const benefit of ['Windows Server CAL', 'Office 365 E3'])
    await says(door, eve, {
      type: 'request',
      request: randomUUID(),
      benefit: await benefitNamed(door.sql, benefit),
      reason: 'My cousin pays',
      quantity: 1,
    });
  await makeRounds({
    store: door.store,
    now: () => new Date(),
    changed() {},
    report(duty, error) {
      throw new Error(`${duty} failed`, { cause: error });
    },
  }).once();
  const { rows } = await door.sql.raw(`select id, version from requests where reason = 'My cousin pays'`);
  expect(rows).toHaveLength(2);
  const { rows: digests } = await door.sql.raw(
    `select 1 from outbox where notice->>'kind' = 'digest' and strpos(notice::text, 'My cousin pays') > 0`,
  );
  expect(digests).not.toEqual([]);
  for (const { id, version } of rows)
    await says(door, dana, { type: 'deny', request: id, version, reason: 'Later then' });

  // A fact that the bot itself notes, of one of them.
  await door.sql.raw(
    `insert into audit (at, action, subject, person_id, why) select now(), 'request.waiting', id, assignee_id, ? from requests where id = ?`,
    [ownWords.keptIsBroken, rows[0].id],
  );
  await says(door, ada, { type: 'done', task: await task('remove') });
  await says(door, ada, { type: 'could-not', task: await task('check-key'), reason: 'Nobody answers' });
  await says(door, omar, { type: 'return', holding: await held('Visio Professional 2024', omar.email) });
  await says(door, eve, { type: 'return', holding: await held('Product support incidents', eve.email) });
  // In an emergency an admin decides alone: a yes to what is given back, and a no.
  for (const [verdict, reason] of Object.entries(alone)) {
    const request = randomUUID();
    await says(door, dana, {
      type: 'request',
      request,
      benefit: await benefitNamed(door.sql, 'Windows Server CAL'),
      reason: 'A poster for the fair',
      quantity: 1,
    });
    await says(door, ada, {
      type: 'override',
      request,
      version: 1,
      verdict: verdict as keyof typeof alone,
      reason,
    });
    if (verdict !== 'approve') continue;
    await says(door, ada, {
      type: 'done',
      task: await one(`select id from tasks where request_id = ? and state = 'open'`, request),
    });
    await says(door, dana, { type: 'return', holding: await held('Windows Server CAL', dana.email) });
  }
  // What she gave back she was given once more.
  await says(door, ada, {
    type: 'assign',
    assignment: randomUUID(),
    benefit: await benefitNamed(door.sql, 'Windows Server CAL'),
    people: [`person:${await one('select id from people where email = ?', dana.email)}`],
    reason: 'For the next fair',
  });
}

/** Where in the database words stand. */
async function placesOf(words: string): Promise<string[]> {
  const { rows: tables } = await bot.raw(
    `select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'public' and c.relkind = 'r'`,
  );
  const places: string[] = [];
  for (const { name } of tables) {
    const { rows } = await bot.raw(
      `select 1 from "${name}" t where strpos(to_jsonb(t)::text, ?) > 0 limit 1`,
      [words],
    );
    if (rows.length > 0) places.push(name);
  }
  return places;
}
/** What the operator was told. */
const reported: unknown[] = [];
const here = {
  newId: randomUUID,
  record: () => Promise.resolve(),
  report: (error: unknown) => reported.push(error),
};
const carryOut = (id: string, now = later): Promise<void> =>
  store.longTransaction((ledger) =>
    textKeptTooLong.carryOut({ ...here, ledger, now, at: now.toISOString() }, id),
  );
const due = (now = later) => textKeptTooLong.due(store.ledger, now);
const asOwner = (statement: string) =>
  lived.door.sql.transaction(async (sql) => {
    await sql.raw('set local session_replication_role = replica');
    await sql.raw(statement);
  });

/** What people said about requests that are over since: a refusal, what could not be done, what was taken back. */
const over = [
  ...['Next year', 'Unknown address', 'A new house', 'A new project'],
  ...['My cousin pays', 'Later then', 'The payroll server', 'A poster for the fair'],
];
/** What was said of a key that an admin has still to look at. */
const notYet = ['Not accepted', 'Nobody answers'];

test('without the setting nothing is due, and with it not before its time', async () => {
  const [usual] = [openStore(bot, vault, new Set())];
  expect(await textKeptTooLong.due(usual.ledger, later)).toEqual([]);
  expect(await textKeptTooLong.due(store.ledger, new Date())).toEqual([]);
  for (const words of [...over, ...notYet]) expect([words, await placesOf(words)]).not.toEqual([words, []]);
});

test('a row of the ledger that was changed before keeps its request as it is, is named once a day, and is passed over until then', async () => {
  const { rows } = await bot.raw(`select id, subject from audit where why = 'Next year'`);
  const [{ id, subject }] = rows;
  await asOwner(`update audit set why = 'Next year!' where id = ${id}`);
  expect(await due()).toContain(subject);
  await carryOut(subject);
  const named = [
    expect.objectContaining({
      message: expect.stringContaining(`Row ${id} of the ledger does not say what it said`),
    }),
  ];
  expect(reported).toEqual(named);
  expect(await placesOf('Next year')).toEqual(expect.arrayContaining(['audit', 'requests', 'outbox']));
  expect(await due()).not.toContain(subject);
  const tomorrow = new Date(later.getTime() + 86_400_000);
  expect(await due(tomorrow)).toContain(subject);
  await carryOut(subject, tomorrow);
  expect(reported).toEqual([...named, ...named]);

  await asOwner(`update audit set why = 'Next year' where id = ${id}`);
  expect(await due(tomorrow)).not.toContain(subject);
  await bot.raw('update requests set text_refused_at = ?::timestamptz where id = ?', [new Date(0), subject]);
});

describe('a row that says that something is over, where the sealed ledger does not', () => {
  const longAgo = '2020-01-01T00:00:00Z';
  const live = 'exists (select from holdings h where h.request_id = r.id and h.ended_at is null)';
  const givenBack =
    'select h.id from holdings h where h.ended_at is not null and h.person_id = r.assignee_id and h.benefit_id = r.benefit_id';
  const ended = `holdings set since = '${longAgo}', ended_at = '${longAgo}', ended_how = 'returned', ended_by = person_id`;
  const meddling: Array<[how: string, which: string, at: Date, changes: string[]]> = [
    [
      'was refused just now',
      `r.state = 'denied'`,
      new Date(),
      [`update requests set closed_at = '${longAgo}' where id = :id`],
    ],
    [
      'could not be set up just now',
      `r.state = 'failed'`,
      new Date(),
      [
        `update requests set closed_at = '${longAgo}' where id = :id`,
        `update tasks set opened_at = '${longAgo}', done_at = '${longAgo}' where request_id = :id`,
      ],
    ],
    [
      'is held by somebody',
      live,
      later,
      [
        `update requests set closed_at = '${longAgo}' where id = :id`,
        `update ${ended} where request_id = :id`,
      ],
    ],
    [
      'is held by somebody, and says that it was refused',
      live,
      later,
      [
        `update requests set state = 'denied', why = 'No', holding_id = null, fulfilled_at = null where id = :id`,
      ],
    ],
    [
      'is held by somebody, and names what another gave back',
      live,
      later,
      [
        `update requests r set holding_id = (select h.id from holdings h where h.ended_at is not null and h.person_id <> r.assignee_id limit 1) where id = :id`,
      ],
    ],
    [
      'is held by somebody, and names what they gave back before',
      `${live} and exists (${givenBack})`,
      later,
      [`update requests r set closed_at = '${longAgo}', holding_id = (${givenBack}) where id = :id`],
    ],
    [
      'waits for an answer',
      `r.state = 'pending'`,
      new Date(),
      [
        `update requests set state = 'cancelled', closed_at = '${longAgo}', cancelled_because = 'taken-back', cancelled_by = requester_id where id = :id`,
      ],
    ],
  ];

  /** Somebody with the rights of the bot changes rows; what comes of it is looked at, and put back. */
  const meddled = (
    id: string,
    changes: string[],
    look: (sql: Knex, ledger: Store['ledger']) => Promise<void>,
  ) =>
    bot
      .transaction(async (sql) => {
        for (const change of changes) await sql.raw(change, { id });
        const retention = { ...usualRetention, requestTexts: leastRequestTexts };
        await look(sql, openStore(sql, vault, new Set(), undefined, retention).ledger);
        throw new Error('Undone.');
      })
      .catch((error: Error) => expect(error.message).toBe('Undone.'));
  const words = async (sql: Knex): Promise<unknown> =>
    (await sql.raw('select id, why from audit where why is not null order by id')).rows;
  const idWhere = async (where: string): Promise<string> =>
    (await bot.raw(`select r.id from requests r where ${where} order by r.asked_at, r.id limit 1`)).rows[0]
      .id;

  test.each(meddling)(
    'nothing is removed of a request that %s, and the operator is told',
    async (_, which, at, changes) => {
      const id = await idWhere(which);
      await meddled(id, changes, async (sql, ledger) => {
        const before = await words(sql);
        expect(await ledger.textKeptTooLong(at)).toContain(id);
        expect(await ledger.removeTextOf(id, at)).toMatchObject({
          name: 'NotInLedger',
          about: { request: id },
        });
        expect(await words(sql)).toEqual(before);
        expect(await sql('requests').where({ id }).first('reason')).not.toEqual({ reason: removedText });
        expect(await ledger.textKeptTooLong(at)).not.toContain(id);
      });
    },
  );

  test('what was agreed long ago and could not be set up just now is not over for long, and nobody is told', async () => {
    const id = await idWhere(`r.state = 'failed'`);
    await meddled(
      id,
      [`update requests set asked_at = '${longAgo}', closed_at = '${longAgo}' where id = :id`],
      async (sql, ledger) => {
        const at = new Date();
        expect(await ledger.textKeptTooLong(at)).not.toContain(id);
        expect(await ledger.removeTextOf(id, at)).toBeUndefined();
        expect(await sql('requests').where({ id }).first('reason')).not.toEqual({ reason: removedText });
        expect(await ledger.textKeptTooLong(later)).toContain(id);
        expect(await ledger.removeTextOf(id, later)).toBeUndefined();
        expect(await sql('requests').where({ id }).first('reason')).toEqual({ reason: removedText });
      },
    );
  });

  test('a row that somebody adds to the ledger for it makes nothing older than its seal', async () => {
    const id = await idWhere(`r.state = 'pending'`);
    const changes = [
      `insert into audit (at, action, subject, person_id, benefit_id)
         select '${longAgo}', 'request.cancelled', id, assignee_id, benefit_id from requests where id = :id`,
      ...(meddling.at(-1)?.[3] ?? []),
    ];
    await meddled(id, changes, async (sql, ledger) => {
      const sealedAt = new Date();
      while ((await sealNext(sql, vault.chain, sealedAt)) > 0);
      const before = await words(sql);
      const daysOn = (days: number) => new Date(sealedAt.getTime() + days * 86_400_000 + 1);
      expect(await ledger.removeTextOf(id, daysOn(1))).toBeUndefined();
      expect(await words(sql)).toEqual(before);
      expect(await ledger.textKeptTooLong(daysOn(leastRequestTexts - 1))).not.toContain(id);
      expect(await ledger.textKeptTooLong(daysOn(leastRequestTexts))).toContain(id);
    });
  });

  test('what was said about something else stays, whatever it is tied to', async () => {
    const id = await idWhere(
      `exists (select from uses u join holdings h on h.id = u.holding_id where h.id = r.holding_id and h.ended_at is not null)`,
    );
    const tied = `update tasks set holding_id = (select holding_id from requests where id = :id) where kind = 'check-key' and state = 'failed'`;
    await meddled(id, [tied], async (sql, ledger) => {
      const said = (why: string) => sql('audit').where('why', 'like', why).pluck('action');
      expect(await ledger.removeTextOf(id, later)).toBeUndefined();
      expect(await said('Nobody answers')).toEqual(['task.failed']);
      expect(await said('%The payroll server')).toEqual([]);
    });
  });
});

test('however long the ledger is, it reads what is of the request', async () => {
  const long = 4_000;
  await asOwner(`
    insert into audit (at, action, subject, person_id, why, details)
      select now(), 'request.text-removed', gen_random_uuid(), gen_random_uuid(), 'Why',
             jsonb_build_object('reworded', jsonb_build_object('key', 1, 'rows', jsonb_build_array(jsonb_build_array(1000000 + n, repeat('0', 64)))))
        from generate_series(1, ${long}) n;
    insert into seals (number, at, key_number, rows, leaves, previous, mac)
      select 1000000 + n, date_trunc('milliseconds', now()), 1, array[1000000 + n], sha256('a'), sha256('a'), sha256('a') from generate_series(1, ${long}) n;
    insert into outbox (person_id, subject, way, notice, state, due_at, settled_at)
      select id, gen_random_uuid(), 'tell', '{}', 'sent', now(), now() from generate_series(1, ${long}), (select id from people limit 1) one`);
  await lived.door.sql.raw('analyze audit, seals, outbox');
  const [request] = await due();
  const read = await bot
    .transaction(async (sql) => {
      // What a connection did shortly before is counted with it.
      const counted = async (): Promise<Array<{ table: string; rows: number }>> =>
        (
          await sql.raw(
            `select relname as table, (seq_tup_read + coalesce(idx_tup_fetch, 0))::int as rows from pg_stat_xact_user_tables where relname in ('audit', 'seals', 'outbox', 'tasks')`,
          )
        ).rows;
      const before = new Map((await counted()).map(({ table, rows }) => [table, rows]));
      await requestTextsIn(sql, vault.chain).removeText(request as string, later, later);
      const rows = (await counted()).map((each) => ({
        ...each,
        rows: each.rows - (before.get(each.table) ?? 0),
      }));
      throw Object.assign(new Error('Undone.'), { rows });
    })
    .catch((error: { rows: Array<{ table: string; rows: number }> }) => error.rows);
  expect(read.map(({ table }) => table)).toEqual(expect.arrayContaining(['audit', 'outbox', 'seals']));
  expect(read.filter(({ table, rows }) => table !== 'tasks' && rows === 0)).toEqual([]);
  expect(read.filter(({ rows }) => rows > long / 4)).toEqual([]);
  await asOwner(`delete from audit where why = 'Why'; delete from seals where number > 1000000; delete from outbox where notice = '{}';
    delete from unsealed where audit_id not in (select id from audit)`);
});

test('what was said about requests that are over goes, everywhere; the chain fits, and who had what stays', async () => {
  const list = async () => heldOn(bot, asOf('2090-01-01', 'UTC'), { ledger: true });
  const today = async () => heldOn(bot, asOf(new Date().toISOString().slice(0, 10), 'UTC'), { ledger: true });
  const [held, ended] = [await list(), await today()];
  const { rows: open } = await bot.raw(
    `select id, reason from requests where state = 'pending' or closed_at is null`,
  );
  for (let ids = await due(); ids.length > 0; ids = await due()) for (const id of ids) await carryOut(id);

  for (const words of over) expect([words, await placesOf(words)]).toEqual([words, []]);
  expect(await placesOf(removedText)).toEqual(
    expect.arrayContaining(['audit', 'holdings', 'requests', 'reviews', 'tasks']),
  );
  expect((await verify(bot, vault.chain, undefined)).breaks).toEqual([]);
  while ((await sealNext(bot, vault.chain, later)) > 0);
  expect(await verify(bot, vault.chain, undefined)).toMatchObject({ breaks: [], unsealed: 0 });
  expect((await checkLaws(bot)).filter(({ rows }) => rows > 0)).toEqual([]);

  // What is held says what it said; what ended says when and how, without the words.
  expect(await list()).toEqual(held);
  const facts = (lines: typeof ended) =>
    lines.map(({ holding, person, since, end }) => ({ holding, person, since, at: end?.at, how: end?.how }));
  expect(facts(await today())).toEqual(facts(ended));
  for (const { id, reason } of open)
    expect((await bot('requests').where({ id }).first('reason')).reason).toBe(reason);
  const { rows: how } = await bot.raw(
    `select why from audit where action = 'holding.ended' and why like 'taken-back%'`,
  );
  expect(how).toContainEqual({ why: `taken-back: ${removedText}` });
  expect(await placesOf(ownWords.keptIsBroken)).toEqual(['audit']);
  const { rows: used } = await bot.raw(`select why from audit where action = 'holding.used'`);
  expect(used).toEqual([{ why: `1: ${removedText}` }]);
});

test('why an admin decided alone stays as it was said, in the ledger and in every list', async () => {
  const lists = await heldOn(bot, asOf(new Date().toISOString().slice(0, 10), 'UTC'), { ledger: true });
  expect(await bot('audit').where({ action: 'request.overridden' }).orderBy('id').pluck('why')).toEqual(
    Object.values(alone),
  );
  expect(await bot('reviews').where({ alone: true }).orderBy('verdict').pluck('why')).toEqual(
    Object.values(alone),
  );
  expect(lists.flatMap(({ approval }) => (approval.is === 'people' ? approval.said : []))).toContainEqual(
    expect.objectContaining({ alone: true, why: alone.approve }),
  );
  expect(await bot('requests').where({ why: alone.deny, state: 'denied', reason: removedText })).toHaveLength(
    1,
  );
  expect(await bot('audit').where({ action: 'request.denied', why: alone.deny })).toHaveLength(1);
});

test('what an admin has still to do keeps its words until it is done', async () => {
  for (const words of notYet) expect([words, await placesOf(words)]).not.toEqual([words, []]);
  const { rows } = await bot.raw(`select id from tasks where kind = 'check-key' and state = 'open'`);
  await says(lived.door, ada, { type: 'done', task: rows[0].id, outcome: 'works' });
  await bot.raw(`update outbox set state = 'sent', settled_at = now() where settled_at is null`);
  await store.ledger.removeOutdated('answers', later);
  for (const id of await due()) await carryOut(id);
  for (const words of notYet) expect([words, await placesOf(words)]).toEqual([words, []]);
  while ((await sealNext(bot, vault.chain, later)) > 0);
  expect((await verify(bot, vault.chain, undefined)).breaks).toEqual([]);
});

test('once is enough, and a row that is changed afterwards is found', async () => {
  expect(await due()).toEqual([]);
  const rows = await bot('audit').where({ action: 'request.text-removed' }).select('subject');
  for (const { subject } of rows) await carryOut(subject);
  expect(await bot('audit').where({ action: 'request.text-removed' })).toHaveLength(rows.length);

  const [{ id }] = await bot('audit').where({ action: 'request.denied', why: removedText }).select('id');
  await asOwner(`update audit set why = 'Because' where id = ${id}`);
  expect((await verify(bot, vault.chain, undefined)).breaks).toMatchObject([{ is: 'edited', row: id }]);
});

test('a collector of security events is not alarmed by it, and is by words that were replaced without a note', async () => {
  const severities = async (action: string) =>
    (await eventsIn(bot).eventsAfter({ seal: 0, place: 0 }, 5_000))
      .filter((event) => event.action === action)
      .map((event) => eventOcsf(event) as { severity_id: number })
      .map(({ severity_id }) => severity_id);
  const before = await severities('ledger.reworded');
  expect(before.length).toBeGreaterThan(3);
  expect(new Set(before)).toEqual(new Set([1]));
  const { id, person_id } = await bot('audit')
    .where({ action: 'request.asked', why: 'For the work' })
    .first();
  await bot.raw('select reword_audit(?::bigint[], ?::text[], ?::uuid)', [[id], ['For fun'], person_id]);
  while ((await sealNext(bot, vault.chain, later)) > 0);
  expect(await severities('ledger.reworded')).toEqual([...before, 3]);
});
