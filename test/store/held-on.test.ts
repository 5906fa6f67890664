import { randomUUID } from 'node:crypto';
import type { Command } from '../../src/core/command';
import { asOf, type HeldOn } from '../../src/core/held-on';
import { allHeldOn, heldOn } from '../../src/store/held-on';
import type { TestDatabase } from '../support/database';
import { asksFor, benefitNamed, type Door, openDoor, says, senderOf, stockedDatabase } from '../support/door';
import { ada, dana, eve, type Figure, mei, omar } from '../support/people';
import { type LivedIn, livedInLedger } from './lived-in';

const visio = 'Visio Professional 2024';
const cal = 'Windows Server CAL';
const studio = 'Visual Studio Enterprise Subscription';

/** A holding of a list in one line. */
const line = ({ person, quantity, benefit, since, end }: HeldOn): string =>
  `${person.name}: ${quantity} ${benefit.name} since ${since}${end ? `, ${end.how} ${end.at}` : ''}`;

describe('a month in which everything happens to what people hold', () => {
  let database: TestDatabase;
  let door: Door;
  let now = new Date('2026-03-01T10:00:00.000Z');
  /** The list of each day as it was when the day had just ended. */
  const asItWas = new Map<string, HeldOn[]>();
  const listOf = (day: string, zone?: string) => heldOn(door.sql, asOf(day, zone), { ledger: true });
  const linesOf = async (day: string, zone?: string) => (await listOf(day, zone)).map(line);

  /** The clock goes on to a moment; the list of every day that ends meanwhile is kept. */
  async function itIs(at: string): Promise<void> {
    const next = new Date(at);
    while (now.toISOString().slice(0, 10) < at.slice(0, 10)) {
      const today = now.toISOString().slice(0, 10);
      const tomorrow = new Date(Date.parse(today) + 86_400_000);
      asItWas.set(today, await listOf(today));
      now = tomorrow;
    }
    now = next;
  }
  const idOf = async ({ email }: Figure): Promise<string> =>
    (await door.sql('people').where({ email }).first('id')).id;
  const does = async (who: Figure, command: Command) => says(door, who, command);
  const holdingOf = async (who: Figure, benefit: string): Promise<string> => {
    const row = await door
      .sql('holdings')
      .where({ person_id: await idOf(who), benefit_id: await benefitNamed(door.sql, benefit) })
      .whereNull('ended_at')
      .first('id');
    return row.id;
  };
  const looksAtKey = async (who: Figure, benefit: string) => {
    const holding = await holdingOf(who, benefit);
    const answer = await door.handle({ type: 'show-key', holding }, senderOf(who), randomUUID());
    await answer.seen?.(true);
  };

  beforeAll(async () => {
    database = await stockedDatabase();
    door = await openDoor(database.url, () => now, { unhurried: true });
    for (const who of [ada, dana, eve, mei, omar]) await does(who, { type: 'help' });

    const first = await asksFor(door, eve, visio);
    await itIs('2026-03-01T23:59:59.999Z');
    await does(dana, { type: 'approve', request: first, version: 1 });
    await itIs('2026-03-02T08:00:00.000Z');
    await looksAtKey(eve, visio);

    await itIs('2026-03-03T09:00:00.000Z');
    await does(ada, {
      type: 'assign',
      assignment: randomUUID(),
      benefit: await benefitNamed(door.sql, cal),
      people: [`person:${await idOf(mei)}`],
      quantity: 2,
      reason: 'For the lab',
    });
    await itIs('2026-03-05T00:00:00.000Z');
    await does(ada, {
      type: 'reassign',
      request: randomUUID(),
      holding: await holdingOf(mei, cal),
      person: `person:${await idOf(omar)}`,
      reason: 'The lab is Omar’s now',
    });

    const second = await asksFor(door, mei, studio);
    await does(dana, { type: 'approve', request: second, version: 1 });
    const task = await door.sql('tasks').where({ state: 'open' }).first('id');
    await itIs('2026-03-06T15:00:00.000Z');
    await does(ada, { type: 'done', task: task.id, evidence: 'Partner Center, case 17' });

    await itIs('2026-03-08T11:00:00.000Z');
    const holding = await holdingOf(eve, visio);
    await does(eve, { type: 'report-key', report: randomUUID(), holding, reason: 'It is refused' });
    await itIs('2026-03-09T11:00:00.000Z');
    await looksAtKey(eve, visio);
    await itIs('2026-03-10T12:00:00.000Z');
    await does(eve, { type: 'return', holding });
    await itIs('2026-03-12T18:00:00.000Z');
    await does(ada, { type: 'remove', holding: await holdingOf(omar, cal), reason: 'The lab is closed' });
    await itIs('2026-03-14T12:00:00.000Z');
    expect(door.troubles).toEqual([]);
  }, 240_000);
  afterAll(async () => {
    await door.close();
    await database.drop();
  });

  const ofEve = `Eve Employee: 1 ${visio} since 2026-03-01T23:59:59.999Z`;
  const ofMei = `Mei Lin: 2 ${cal} since 2026-03-03T09:00:00.000Z`;
  const ofOmar = `Omar Okay: 2 ${cal} since 2026-03-05T00:00:00.000Z`;
  const studioOfMei = `Mei Lin: 1 ${studio} since 2026-03-06T15:00:00.000Z`;
  test.each<[day: string, held: string[]]>([
    ['2026-02-28', []],
    ['2026-03-01', [ofEve]],
    ['2026-03-02', [ofEve]],
    ['2026-03-03', [ofEve, ofMei]],
    ['2026-03-04', [ofEve, ofMei]],
    // It ended in the very first moment of the day: it was held until the end of the one before.
    ['2026-03-05', [ofEve, `${ofMei}, reassigned 2026-03-05T00:00:00.000Z`, ofOmar]],
    ['2026-03-06', [ofEve, studioOfMei, ofOmar]],
    // A key that is replaced is the same holding.
    ['2026-03-09', [ofEve, studioOfMei, ofOmar]],
    ['2026-03-10', [`${ofEve}, returned 2026-03-10T12:00:00.000Z`, studioOfMei, ofOmar]],
    ['2026-03-11', [studioOfMei, ofOmar]],
    ['2026-03-12', [studioOfMei, `${ofOmar}, taken-back 2026-03-12T18:00:00.000Z`]],
    ['2026-03-14', [studioOfMei]],
  ])('on %s', async (day, held) => {
    expect((await linesOf(day)).sort()).toEqual([...held].sort());
  });

  test('a day in another time zone is another day', async () => {
    expect(await linesOf('2026-03-01', 'Asia/Taipei')).toEqual([]);
    expect(await linesOf('2026-03-02', 'Asia/Taipei')).toEqual([ofEve]);
    // At midnight UTC it is eight in the morning there.
    expect(await linesOf('2026-03-05', 'Asia/Taipei')).toContain(
      `${ofMei}, reassigned 2026-03-05T00:00:00.000Z`,
    );
    expect(await linesOf('2026-03-04', 'America/New_York')).toContain(
      `${ofMei}, reassigned 2026-03-05T00:00:00.000Z`,
    );
  });

  test('the list of a day that is over is the same whenever it is asked for', async () => {
    expect(asItWas.size).toBe(13);
    for (const [day, list] of asItWas) expect(await listOf(day)).toEqual(list);
  });

  test('each holding ends on the list of one day alone', async () => {
    const ends = [...asItWas.values()].flat().filter(({ end }) => end);
    expect(ends.map(({ holding }) => holding).sort()).toEqual([
      ...new Set(ends.map(({ holding }) => holding).sort()),
    ]);
    expect(ends).toHaveLength(3);
  });

  test('who asked, who said yes, what was done for it and who saw the key, up to that day and no further', async () => {
    const [keyOn2, keyOn9] = await Promise.all(
      ['2026-03-02', '2026-03-09'].map(async (day) =>
        (await listOf(day)).find(({ benefit }) => benefit.name === visio),
      ),
    );
    const named = async (who: Figure) => ({ id: await idOf(who), name: who.name });
    expect(keyOn2).toMatchObject({
      asked: { way: 'asked', by: { name: 'Eve Employee', email: eve.email }, reason: 'For the work' },
      approval: {
        is: 'people',
        rule: 'any approver',
        version: 0,
        said: [{ by: await named(dana), at: '2026-03-01T23:59:59.999Z' }],
      },
      shown: [{ to: await named(eve), at: '2026-03-02T08:00:00.000Z' }],
    });
    expect(keyOn2?.ledger?.map(({ action }) => action)).toEqual([
      'request.asked',
      'request.fulfilled',
      'key.shown',
    ]);
    expect(keyOn9?.shown.map(({ at }) => at)).toEqual([
      '2026-03-02T08:00:00.000Z',
      '2026-03-09T11:00:00.000Z',
    ]);
    expect(keyOn9?.ledger?.map(({ action }) => action)).toContain('key.reported');

    const day6 = await listOf('2026-03-06');
    expect(day6.find(({ benefit }) => benefit.name === studio)?.done).toEqual([
      {
        task: 'set-up',
        by: await named(ada),
        at: '2026-03-06T15:00:00.000Z',
        evidence: 'Partner Center, case 17',
      },
    ]);
    expect(day6.find(({ benefit }) => benefit.name === cal)).toMatchObject({
      asked: { way: 'reassigned', from: await named(mei), reason: 'The lab is Omar’s now' },
      approval: { is: 'admin', by: await named(ada) },
    });
  });

  test('of one benefit, and of one person', async () => {
    const benefits = [await benefitNamed(door.sql, cal)];
    const on = asOf('2026-03-06');
    expect((await heldOn(door.sql, on, { benefits })).map(line)).toEqual([ofOmar]);
    expect((await heldOn(door.sql, on, { person: await idOf(mei) })).map(line)).toEqual([studioOfMei]);
  });

  test('in whichever time zone the database writes its times, and with all the memory a command is given, it is the same list', async () => {
    for (const day of ['2026-03-06', '2026-03-14']) {
      const usual = await listOf(day);
      expect(usual.flatMap(({ ledger = [] }) => ledger).length).toBeGreaterThan(3);
      for (const zone of ['UTC', 'Asia/Kolkata', 'America/St_Johns'])
        await door.sql.transaction(async (elsewhere) => {
          await elsewhere.raw(`set local time zone '${zone}'`);
          expect(await heldOn(elsewhere, asOf(day), { ledger: true })).toEqual(usual);
        });
      expect(await allHeldOn(door.sql, asOf(day), { ledger: true })).toEqual(usual);
    }
  });

  test('today it is what the stock shows as given', async () => {
    const stock = await does(ada, { type: 'stock' });
    const today = await listOf('2026-03-14');
    const rows = await door.sql('benefits').select('name');
    expect(rows.length).toBeGreaterThan(5);
    for (const { name } of rows) {
      const given = new RegExp(`${name.replace(/[()]/g, '\\$&')}[\\s\\S]*?· (\\d+) given`).exec(stock)?.[1];
      const held = today.filter(({ benefit }) => benefit.name === name);
      expect([name, String(held.reduce((sum, { quantity }) => sum + quantity, 0))]).toEqual([name, given]);
    }
  });

  test('only an admin is told, whatever button somebody presses', async () => {
    const on = '2026-03-06';
    const looks: Command[] = [
      { type: 'holders', benefit: await benefitNamed(door.sql, cal), on },
      { type: 'person', person: `person:${await idOf(mei)}`, on },
    ];
    for (const look of looks) {
      for (const who of [eve, mei, dana])
        expect(await does(who, look)).toContain('Only an admin can do this.');
      expect(await does(ada, look)).toContain('on 6 March 2026');
    }
  });

  test('whoever has left since is asked about by name too; of two of one name, which is asked back', async () => {
    const asks = (text: string) => does(ada, { type: 'say', text, dialog: false });
    await door
      .sql('people')
      .where({ email: omar.email })
      .update({ active: false, left_at: now, left_how: 'file' });
    expect(await asks('what holds omar okay on 2026-03-06')).toContain(`${cal}: 2 CAL · since 5 Mar 2026`);
    await door.sql('people').insert({
      ...{ id: randomUUID(), name: 'Omar Okay', email: 'omar.2@contoso.example', role: 'employee' },
      first_seen_at: now,
    });
    expect(await asks('what holds omar okay on 2026-03-06')).toContain(
      'Several people are called “omar okay”',
    );
    expect(await asks(`what holds ${omar.email} on 2026-03-06`)).toContain(`${cal}: 2 CAL`);
    expect(await asks('what holds omar on 2026-03-06')).toMatch(/Omar Okay|I know nobody/);
  });

  test('Postgres begins and ends the days of a zone where we do', async () => {
    for (const zone of ['UTC', 'Europe/Berlin', 'Asia/Taipei', 'America/St_Johns', 'Africa/Cairo'])
      for (const day of ['2026-01-01', '2026-03-29', '2026-04-24', '2026-10-25', '2026-12-31']) {
        const { rows } = await door.sql.raw(
          'select ?::date::timestamp at time zone ? as begins, (?::date + 1)::timestamp at time zone ? as ends',
          [day, zone, day, zone],
        );
        const { from, until } = asOf(day, zone);
        expect([zone, day, rows[0].begins.toISOString(), rows[0].ends.toISOString()]).toEqual([
          zone,
          day,
          from,
          until,
        ]);
      }
  });
});

describe('a ledger in which a little of everything has happened', () => {
  let ledger: LivedIn;
  let before: HeldOn[];
  beforeAll(async () => {
    ledger = await livedInLedger();
    before = await today();
  });
  afterAll(() => ledger.close());
  const today = () => heldOn(ledger.door.sql, asOf(new Date().toISOString().slice(0, 10)));

  test('every holding has its approval, or the admin’s assignment', async () => {
    const held = await today();
    const { rows } = await ledger.door.sql.raw('select count(*)::int as all from holdings');
    expect(held).toHaveLength(rows[0].all);
    expect(new Set(held.map(({ approval }) => approval.is))).toEqual(new Set(['people', 'admin']));
  });

  test('a holding whose approval was taken out of the ledger, or is another’s, is said to have none', async () => {
    const [one, other, given] = ['people', 'people', 'admin'].map((is, nth) =>
      [...before].filter(({ approval }) => approval.is === is).at(is === 'admin' ? 0 : nth),
    ) as [HeldOn, HeldOn, HeldOn];
    const rowOf = ({ approval }: HeldOn) => (approval.is === 'missing' ? 0 : approval.row);
    // Past the trigger, as only the owner of the database could.
    await ledger.door.sql.raw(
      `set session_replication_role = replica; delete from audit where id = ${rowOf(one)};
       update audit set by_person = person_id where id = ${rowOf(other)};
       update audit set action = 'request.approved' where id = ${rowOf(given)};
       set session_replication_role = origin`,
    );
    const missing = (await today()).filter(({ approval }) => approval.is === 'missing');
    expect(missing.map(({ holding }) => holding).sort()).toEqual(
      [one, other, given].map(({ holding }) => holding).sort(),
    );
  });
});
