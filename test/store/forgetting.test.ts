import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import { pseudonymOf } from '../../src/core/forget';
import { asOf } from '../../src/core/held-on';
import { connect } from '../../src/store/database';
import { heldOn } from '../../src/store/held-on';
import { checkLaws } from '../../src/store/invariants';
import { openStore, type Store } from '../../src/store/open';
import { lists, personal } from '../../src/store/personal/columns';
import { knownOf, marksOf } from '../../src/store/personal/known';
import { sealNext } from '../../src/store/seal/seal';
import { verify } from '../../src/store/seal/verify';
import { type OpenVault, openVault } from '../../src/store/vault';
import { asksFor, says, senderOf, wrappingKey } from '../support/door';
import { ada, dana, eve, type Figure, mei, omar } from '../support/people';
import { takenBack } from '../support/taken-back';
import { type LivedIn, livedInLedger } from './lived-in';

let lived: LivedIn;
/** As the bot, which may not rewrite the ledger. */
let bot: Knex;
let owner: Knex;
let vault: OpenVault;
let store: Store;

beforeAll(async () => {
  lived = await livedInLedger();
  owner = lived.door.sql;
  bot = connect(lived.database.url, 'unhurried', 2);
  vault = await openVault(bot, new Map([[1, wrappingKey]]), new Date());
  store = openStore(bot, vault, new Set());
  // What others wrote of her, in every place where words stand.
  const request = await asksFor(lived.door, omar, 'Windows Server CAL');
  await says(lived.door, dana, {
    type: 'deny',
    request,
    version: 1,
    reason: `Share it with EVE  employee (${eve.email}), <@${eve.slackId}>; 請與Eve Employee共用`,
  });
  while ((await store.seal(new Date())) > 0);
}, 240_000);
afterAll(async () => {
  await bot?.destroy();
  await lived?.close();
});

/** Does something and takes all of it back. */
const only = <T>(work: (sql: Knex, store: Store) => Promise<T>): Promise<T> =>
  takenBack(bot, (sql) => work(sql, openStore(sql, vault, new Set())));
const idOf = async ({ email }: Figure): Promise<string> =>
  (await owner('people').where({ email }).first('id'))?.id;

/** Where in the database a word stands, whatever its case. */
async function placesOf(sql: Knex, word: string): Promise<string[]> {
  const { rows: tables } = await sql.raw(
    `select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'public' and c.relkind = 'r'`,
  );
  const places: string[] = [];
  for (const { name } of tables) {
    const { rows } = await sql.raw(
      `select count(*)::int as rows from "${name}" t where strpos(lower(to_jsonb(t)::text), lower(?)) > 0`,
      [word],
    );
    if (rows[0].rows > 0) places.push(name);
  }
  return places;
}

describe('the schema', () => {
  interface Column {
    table: string;
    column: string;
    type: string;
    of_people: boolean;
  }
  let columns: Column[];
  beforeAll(async () => {
    ({ rows: columns } = await owner.raw(`
      select c.relname as table, a.attname as column, format_type(a.atttypid, null) as type,
             exists (select from pg_constraint k where k.conrelid = c.oid and k.contype = 'f' and k.confrelid = 'people'::regclass
                      and k.conkey = array[a.attnum]) as of_people
        from pg_class c join pg_namespace n on n.oid = c.relnamespace
        join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
       where n.nspname = 'public' and c.relkind = 'r' and c.relname not like 'migrations%' order by 1, 2`));
  });

  test('of every table and every column that could be a person’s, it is said whether it is', () => {
    const couldBe = columns.filter(({ type }) => /^(text|uuid|jsonb|bytea)/.test(type) && type !== 'bytea');
    const said = Object.entries(personal).flatMap(([table, { people = [], texts = [], others = [] }]) =>
      [...people, ...texts, ...others].map((column) => `${table}.${column}`),
    );
    expect(said.sort()).toEqual(couldBe.map(({ table, column }) => `${table}.${column}`).sort());
    expect(Object.keys(personal).sort()).toEqual([...new Set(columns.map(({ table }) => table))].sort());
  });

  test('whatever refers to people is among their ids', () => {
    const ids = Object.entries(personal).flatMap(([table, { people = [] }]) =>
      people.map((column) => `${table}.${column}`),
    );
    for (const { table, column, of_people } of columns)
      if (of_people) expect(ids).toContain(`${table}.${column}`);
    expect([...lists].every((list) => ids.includes(list))).toBe(true);
  });
});

describe('the export of one person', () => {
  test.each([eve, mei, omar, dana, ada])('has every row in which the id of $name stands', async (who) => {
    const id = await idOf(who);
    const marks = await marksOf(bot, id);
    if (!marks) throw new Error('nobody');
    const known = await knownOf(bot, marks);
    const { rows: tables } = await bot.raw(
      `select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'public' and c.relkind = 'r'`,
    );
    for (const { name } of tables) {
      // What a row of the ledger is about may be the person as well; that is what its own column is for.
      const column = name === 'audit' ? `- 'subject'` : '';
      const { rows } = await bot.raw(
        `select count(*)::int as rows from "${name}" t where strpos((to_jsonb(t) ${column})::text, ?) > 0`,
        [id],
      );
      if ((known[name]?.length ?? 0) < rows[0].rows) throw new Error(`rows of ${name} are missing`);
    }
    expect(known.audit?.length).toBeGreaterThan(0);
  });

  test('has what others wrote of them, and nothing of a key', async () => {
    const marks = await marksOf(bot, await idOf(eve));
    if (!marks) throw new Error('nobody');
    const text = JSON.stringify(await knownOf(bot, marks));
    expect(text).toContain('Share it with EVE  employee');
    expect(text).toContain('The payroll server');
    expect(text).not.toMatch(/"sealed"|"fingerprint"|"digest"|FAKE/);
  });
});

describe('forgetting', () => {
  const days = ['2026-01-31', '2026-10-31', new Date().toISOString().slice(0, 10), '2090-01-01'];
  const listsOf = async (sql: Knex) => {
    const lists = [];
    for (const day of days) lists.push(await heldOn(sql, asOf(day, 'UTC'), { ledger: true }));
    return lists;
  };

  test.each([eve, mei, omar, dana])(
    '$name: every list as of a day stays the same but for the name, the chain fits, the laws hold, and the name is nowhere',
    async (who) => {
      const id = await idOf(who);
      const before = JSON.stringify(await listsOf(bot));
      await only(async (sql, { ledger }) => {
        const forgotten = await ledger.forget(id, await idOf(ada), new Date());
        expect(forgotten?.pseudonym).toBe(pseudonymOf(id));
        const after = await listsOf(sql);
        const expected = before
          .replaceAll(`"name":"${who.name}","email":"${who.email}"`, `"name":"${pseudonymOf(id)}"`)
          .replaceAll(/EVE {2}employee|Eve Employee/g, who === eve ? pseudonymOf(id) : '$&');
        expect(normal(after)).toEqual(normal(JSON.parse(withoutMarks(expected, who, id))));
        // A page that still shows them is noted until the bot has emptied it.
        for (const page of await ledger.homesToLookAt('slack', 100, new Date()))
          if (page.gone) await ledger.forgetHome('slack', page);
        for (const word of [who.name, who.email, who.slackId, who.teamsId])
          expect([word, await placesOf(sql, word)]).toEqual([word, []]);
        expect((await verify2(sql)).breaks).toEqual([]);
        expect((await checkLaws(sql)).filter(({ rows }) => rows > 0)).toEqual([]);
        // What was written since comes under seals as ever.
        while ((await sealNext(sql, vault.chain, new Date())) > 0);
        expect(await verify2(sql)).toMatchObject({ breaks: [], unsealed: 0 });
      });
    },
  );

  /** Lists as they are compared: by holding and not by name, and without addresses, of which a pseudonym has none. */
  const normal = (lists: unknown): unknown =>
    (
      JSON.parse(
        JSON.stringify(lists, (key, each) => (key === 'email' ? undefined : each)).replaceAll(/\s+/g, ' '),
      ) as Array<Array<{ holding: string }>>
    ).map((list) => list.sort((a, b) => a.holding.localeCompare(b.holding)));
  const withoutMarks = (text: string, who: Figure, id: string): string =>
    [who.email, who.slackId, who.teamsId, who.name].reduce(
      (rest, word) => rest.replaceAll(word, pseudonymOf(id)),
      text,
    );
  const verify2 = (sql: Knex) => verify(sql, vault.chain, undefined);

  /** Does something to the ledger as somebody with every right and no trigger in the way, and puts it back. */
  async function tampered(change: string, back: string, work: () => Promise<void>): Promise<void> {
    const asOwner = (statement: string) =>
      owner.transaction(async (sql) => {
        await sql.raw('set local session_replication_role = replica');
        await sql.raw(statement);
      });
    await asOwner(change);
    try {
      await work();
    } finally {
      await asOwner(back);
    }
  }

  test('a row that was changed before is named and nobody is forgotten: replacing words in it would hide what was done', async () => {
    const id = await idOf(eve);
    const { rows } = await owner.raw(`select id from audit where why like 'Share it%'`);
    const [edited, intact] = [`why || ' – or not'`, `left(why, length(why) - length(' – or not'))`].map(
      (why) => `update audit set why = ${why} where id = ${rows[0].id}`,
    ) as [string, string];
    await tampered(edited, intact, () =>
      expect(only(async (_, { ledger }) => ledger.forget(id, undefined, new Date()))).rejects.toThrow(
        `Row ${rows[0].id} of the ledger does not say what it said when it was sealed`,
      ),
    );
    await only(async (_, { ledger }) =>
      expect(await ledger.forget(id, undefined, new Date())).toHaveProperty('pseudonym'),
    );
  });

  test('a row whose seal was taken away, and one under a seal not of our key, are refused as well', async () => {
    const id = await idOf(eve);
    const { rows } = await owner.raw(
      `select a.id, s.number from audit a join seals s on a.id = any(s.rows) where a.why like 'Share it%'`,
    );
    const [{ id: row, number }] = rows;
    // A row that there is not.
    const elsewhere = 1_000_000;
    const forgotten = () =>
      expect(only(async (_, { ledger }) => ledger.forget(id, undefined, new Date()))).rejects.toMatchObject({
        found: { row },
      });
    await tampered(
      `update seals set number = number + 100000, rows = array_replace(rows, ${row}::bigint, ${elsewhere}::bigint) where number = ${number}`,
      `update seals set number = number - 100000, rows = array_replace(rows, ${elsewhere}::bigint, ${row}::bigint) where number = ${number} + 100000`,
      forgotten,
    );
    await tampered(
      `update seals set at = at + interval '1 second' where number = ${number}`,
      `update seals set at = at - interval '1 second' where number = ${number}`,
      forgotten,
    );
  });

  test('rules that were changed before are refused as well, and who was forgotten before keeps nobody', async () => {
    const id = await idOf(eve);
    await tampered(
      `update policies set text = text || ' ' where version = 1`,
      `update policies set text = left(text, length(text) - 1) where version = 1`,
      () =>
        expect(only(async (_, { ledger }) => ledger.forget(id, undefined, new Date()))).rejects.toThrow(
          'Version 1 of the rules does not say',
        ),
    );
    const dinah = await idOf(dana);
    await only(async (sql, { ledger }) => {
      // The same row names both: what the first forgetting noted of it is what the second one finds.
      const { rows } = await sql.raw(`select id from audit where why like 'Share it%'`);
      await sql.raw(
        `select reword_audit(array[?::bigint], array[why || ' Dana Decider'], ?) from audit where id = ?`,
        [rows[0].id, dinah, rows[0].id],
      );
      await expect(ledger.forget(dinah, undefined, new Date())).rejects.toMatchObject({
        found: { row: rows[0].id },
      });
    });
    await only(async (sql, { ledger }) => {
      await ledger.forget(id, undefined, new Date());
      await ledger.forget(dinah, undefined, new Date());
      expect((await verify2(sql)).breaks).toEqual([]);
    });
  });

  test('what keeps somebody from being forgotten is named', async () => {
    await only(async (_, { ledger }) => {
      expect((await ledger.hindrancesOf(await idOf(eve))).map(({ is }) => is)).toContain('holds');
      expect((await ledger.hindrancesOf(await idOf(mei))).map(({ is }) => is)).toContain('waits');
      expect(await ledger.hindrancesOf(await idOf(ada))).toContainEqual({ is: 'last-admin' });
    });
  });

  test('who is forgotten and writes again is somebody new, with nothing', async () => {
    const id = await idOf(eve);
    await only(async (_, inside) => {
      await inside.ledger.forget(id, await idOf(ada), new Date());
      const sender = senderOf(eve);
      if (sender.profile.standing !== 'member') throw new Error('no member');
      const speaker = await inside.ledger.speaker(sender, sender.profile, new Date());
      expect(speaker?.id).not.toBe(id);
      expect(speaker?.name).toBe('Eve Employee');
      expect(await inside.ledger.holdingsOf(speaker?.id as string)).toEqual([]);
    });
  });

  test('where two have the same name, free text stays, and where an id stands it is replaced', async () => {
    const id = await idOf(eve);
    await only(async (sql, { ledger }) => {
      await sql('people').insert({
        id: randomUUID(),
        name: 'EVE EMPLOYEE',
        role: 'employee',
        first_seen_at: new Date(),
      });
      await ledger.forget(id, await idOf(ada), new Date());
      const { rows } = await sql.raw(`select why from requests where why like 'Share it%'`);
      expect(rows[0].why).toContain('EVE  employee');
      expect(rows[0].why).not.toContain(eve.email);
      const { rows: named } = await sql.raw(
        `select 1 from outbox where jsonb_path_exists(notice, '$.** \\? (@.id == $id && @.name == "Eve Employee")', jsonb_build_object('id', ?::text))`,
        [id],
      );
      expect(named).toEqual([]);
    });
  });

  /** Somebody who asks for nothing. */
  const somebody = async (sql: Knex, who: Record<string, unknown>): Promise<string> => {
    const id = randomUUID();
    await sql('people').insert({ id, role: 'employee', first_seen_at: new Date(), ...who });
    return id;
  };
  /** All that is said in the database, but for the row of a person, and pages, which are drawn anew. */
  const allWords = async (sql: Knex, but: string): Promise<string[]> => {
    const words: string[] = [];
    for (const [table, { texts = [] }] of Object.entries(personal)) {
      if (texts.length === 0 || table === 'homes') continue;
      const { rows } = await sql.raw(
        `select to_jsonb(t)::text as row from (select ${texts.join(', ')} from "${table}" ${table === 'people' ? 'where id <> ?' : ''}) t`,
        table === 'people' ? [but] : [],
      );
      words.push(...rows.map(({ row }: { row: string }) => `${table} ${row}`));
    }
    return words.filter((row) => row !== 'audit {"why": null}').sort();
  };

  test.each([
    ['has chosen words of others as a name', { name: 'For the work' }],
    ['has chosen the name of somebody else', { name: 'Dana Decider' }],
    ['is called by one word in the file', { name: 'Work', imported: true }],
    ['is called as a benefit is', { name: 'Visio Professional', imported: true }],
    ['is called as a part of somebody’s name', { name: 'Mei', added: true }],
    ['shows the address of somebody else in a chat', { name: 'Dan Decider', email: ` ${dana.email}` }],
    ['is known by nothing', { name: 'approved' }],
  ])('what others said stays, word by word, when somebody is forgotten who %s', async (_, who) => {
    await only(async (sql, { ledger }) => {
      await sql('people').where({ email: eve.email }).update({ manager_email: dana.email });
      const id = await somebody(sql, who);
      const before = await allWords(sql, id);
      const forgotten = await ledger.forget(id, await idOf(ada), new Date());
      expect(forgotten).toMatchObject({ nameStays: true, replaced: {} });
      const after = await allWords(sql, id);
      expect(after.filter((row) => !before.includes(row))).toEqual([]);
      expect(after).toHaveLength(before.length);
      expect((await verify2(sql)).breaks).toEqual([]);
    });
  });

  test('an address that somebody typed for a request of theirs is another’s where another has it', async () => {
    await only(async (sql, { ledger }) => {
      const id = await idOf(mei);
      await sql.raw('update requests set email = ? where assignee_id = ?', [eve.email, id]);
      await ledger.forget(id, await idOf(ada), new Date());
      const { rows } = await sql.raw(`select why from requests where why like 'Share it%'`);
      expect(rows[0].why).toContain(eve.email);
      expect((await verify2(sql)).breaks).toEqual([]);
    });
  });

  test('where an open request of somebody else goes to stays until it is over', async () => {
    await only(async (sql, { ledger }) => {
      const request = lived.pending;
      await sql.raw('update requests set email = ? where id in (?, ?)', [eve.email, request, lived.denied]);
      await sql.raw(
        `update outbox set notice = jsonb_set(notice, '{request,email}', to_jsonb(?::text)) where subject in (?, ?) and notice->'request' is not null`,
        [eve.email, request, lived.denied],
      );
      await ledger.forget(await idOf(eve), await idOf(ada), new Date());
      const email = async (id: string) => (await sql('requests').where({ id }).first('email')).email;
      expect(await email(request)).toBe(eve.email);
      expect(await email(lived.denied)).toBe(pseudonymOf(await idOf(eve)));
      const notices = (id: string) =>
        sql.raw(
          `select distinct notice->'request'->>'email' as email, notice->'request'->>'state' as state from outbox where subject = ? order by 2`,
          [id],
        );
      expect((await notices(request)).rows).toEqual([{ email: eve.email, state: 'pending' }]);
    });
  });

  test('the bot alone rewrites no words unnoticed: without the key of the chain it is an edit', async () => {
    const { rows } = await owner.raw(`select id from audit where why like 'Share it%'`);
    await only(async (sql) => {
      await sql.raw(`select reword_audit(array[?::bigint], '{Another reason}', ?)`, [
        rows[0].id,
        randomUUID(),
      ]);
      expect((await verify2(sql)).breaks).toMatchObject([{ is: 'edited', row: rows[0].id }]);
      await sql.raw(
        `insert into audit (at, action, subject, person_id, details) values (now(), 'person.forgotten', ?, ?, ?::jsonb)`,
        [
          randomUUID(),
          randomUUID(),
          JSON.stringify({ reworded: { key: 1, rows: [[rows[0].id, 'ab'.repeat(32)]] } }),
        ],
      );
      expect((await verify2(sql)).breaks).toMatchObject([{ is: 'edited', row: rows[0].id }]);
    });
    await expect(bot.raw(`update audit set why = 'x' where id = ?`, [rows[0].id])).rejects.toMatchObject({
      code: '42501',
    });
  });

  test('what replaces words says so in the ledger by itself, of a row that waits for its seal too', async () => {
    await only(async (sql) => {
      const [{ id }] = await sql('audit')
        .insert({ at: new Date(), action: 'import.keys', why: 'As it was' })
        .returning('id');
      await sql.raw(`select reword_audit(array[?::bigint], '{As it was not}', ?)`, [id, randomUUID()]);
      expect(await sql('audit').where({ action: 'ledger.reworded' }).select('details')).toEqual([
        { details: { rows: [id] } },
      ]);
    });
  });

  test('the bot alone rewrites no rules unnoticed, and puts none in', async () => {
    const whoever = randomUUID();
    await only(async (sql) => {
      await sql.raw(`select reword_policy(1, text, '{}', applied_by, ?) from policies where version = 1`, [
        whoever,
      ]);
      expect(await sql('audit').where({ action: 'ledger.reworded' }).select('details')).toEqual([
        { details: { rules: 1 } },
      ]);
      expect((await verify2(sql)).breaks).toEqual([{ is: 'rules-edited', version: 1 }]);
      await sql('audit').insert({
        at: new Date(),
        action: 'import.policy',
        details: JSON.stringify({ version: 1, key: 1, says: 'ab'.repeat(32) }),
      });
      expect((await verify2(sql)).breaks).toEqual([{ is: 'rules-edited', version: 1 }]);
      await sql('policies').insert({ text: '', policy: '{}', applied_at: new Date() });
      expect((await verify2(sql)).breaks.map(({ is }) => is)).toEqual(['rules-edited', 'rules-unnoted']);
    });
    await expect(
      bot.raw(`select reword_policy(version, text, '{}', applied_by, ?) from policies where version = 2`, [
        whoever,
      ]),
    ).rejects.toMatchObject({ code: '42501' });
  });

  test('rules of before that name somebody are said in other words, and guarded as before', async () => {
    const id = await idOf(eve);
    await only(async (sql, { ledger }) => {
      await ledger.forget(id, await idOf(ada), new Date());
      expect((await sql('policies').where({ version: 1 }).first('text')).text).toContain(pseudonymOf(id));
      expect((await verify2(sql)).breaks).toEqual([]);
      await sql.raw(
        `select reword_policy(1, 'rules: …', policy, applied_by, ?) from policies where version = 1`,
        [id],
      );
      expect((await verify2(sql)).breaks).toEqual([{ is: 'rules-edited', version: 1 }]);
    });
  });

  test('a row whose words were replaced is guarded as any other', async () => {
    const id = await idOf(eve);
    const { rows } = await owner.raw(`select id from audit where why like 'Share it%'`);
    await only(async (sql, { ledger }) => {
      await ledger.forget(id, await idOf(ada), new Date());
      expect((await verify2(sql)).breaks).toEqual([]);
      await sql.raw(`select reword_audit(array[?::bigint], '{Another reason}', ?)`, [
        rows[0].id,
        randomUUID(),
      ]);
      expect((await verify2(sql)).breaks).toMatchObject([{ is: 'edited', row: rows[0].id }]);
    });
  });
});
