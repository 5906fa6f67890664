import type { Knex } from 'knex';
import { connect } from '../../src/store/database';
import { turns } from '../../src/store/turns';
import { asksFor, type Door, openDoor, says, stockedDatabase } from '../support/door';
import { ada, dana, eve, figure, mei, omar } from '../support/people';
import { type Desk, openDesk } from './command';

const max = { ...figure(6, 'Max Manager', 'employee'), manager: ada.email };
const people = [
  { ...eve, groups: ['Engineering'], manager: max.email },
  { ...mei, manager: dana.email },
  { ...dana, manager: max.email },
  omar,
  ada,
  max,
];

let desk: Desk;
let database: Knex;
let url: string;
beforeEach(async () => {
  const stocked = await stockedDatabase({ people });
  url = stocked.url;
  desk = await openDesk({
    DATABASE_URL: url,
    DATABASE_OWNER_URL: stocked.ownerUrl,
    AUDIT_HEAD_FILE: stocked.headFile,
    ADMIN_EMAILS: omar.email,
  });
  database = connect(url, 'unhurried', 2);
  const { close } = desk;
  desk.close = async () => {
    await database.destroy();
    await close();
    await stocked.drop();
  };
});
afterEach(() => desk?.close());

const byAda = ['--by', ada.email];
const everythingElse = `
  - name: Everything else
    stages: { ask: approvers, may: admins, otherwise: admins, remind-after: 8h, escalate: { after: 3d, to: admins } }
`;
const sound = `hours: { from: "08:00", to: "16:30", zone: Europe/Berlin }
digest-above: 8
never-ping: [ada@contoso.example, mei@contoso.example]
rules:
  - name: CALs for engineers
    when: { benefit: Windows Server CAL, group: Engineering, on-behalf: no, left: { at-least: 5 } }
    approve: { up-to: 2 }
  - name: One is enough
    when: { category: visual-studio, holds: { at-least: 1 } }
    refuse: You have one already.
  - name: Visual Studio
    when: { category: visual-studio }
    stages:
      - { ask: manager, otherwise: approvers, remind-after: 8h }
      - { ask: [admins, { person: dana@contoso.example }], need: 1, expire-after: 2w }${everythingElse}`;
const doubtful = `never-ping: [cfo@contoso.example]
rules:
  - name: Licences
    when: { benefit: [Visio Profesional 2024, Abacus], group: Poets }
    stages: { ask: [{ group: Sales }, { person: nobody@contoso.example }] }
  - name: Two heads
    when: { category: cloud }
    stages: { ask: admins, need: 4 }
  - name: The boss alone
    when: { category: support }
    stages: { ask: [{ person: ada@contoso.example }], otherwise: admins }${everythingElse}`;

describe('check', () => {
  test('a file in which all is well', async () => {
    const ran = await desk.run('policy', 'check', desk.file('policy.yaml', sound));
    expect(ran).toEqual({ code: 0, err: '', out: '4 rules; the file can be applied.\n' });
  });

  test('what means nobody or nothing today is said with its line, and is no error', async () => {
    const file = desk.file('policy.yaml', doubtful);
    const ran = await desk.run('policy', 'check', file);
    expect(ran).toMatchObject({ code: 0, err: '' });
    expect(ran.out).toMatchInlineSnapshot(`
"4 rules; the file can be applied.

Doubtful today:
  “never-ping”: nobody active has the address cfo@contoso.example.
  Line 3, “Licences”: there is no benefit “visio profesional 2024”; the nearest is “Visio Professional 2024”.
  Line 3, “Licences”: there is no benefit “abacus”.
  Line 3, “Licences”: nobody active is in the group “poets”.
  Line 3, “Licences”: nobody active is in the group “Sales”.
  Line 3, “Licences”: nobody active has the address nobody@contoso.example.
  Line 6, “Two heads”: stage 1 could be answered by too few today, whoever asks.
  Line 9, “The boss alone”: stage 1 could be answered by too few today, if it was asked by Ada Admin.
"
`);
    const { json } = await desk.run('policy', 'check', file, '--json');
    expect(json).toMatchObject({ ok: true, rules: 4 });
    expect(json.doubts).toHaveLength(8);
  });

  test('what is wrong is said all at once, for a program too', async () => {
    const file = desk.file('policy.yaml', 'rules:\n  - name: A\n    approve: maybe\n    color: red\n');
    const ran = await desk.run('policy', 'check', file);
    expect(ran).toMatchObject({ code: 1, out: '' });
    expect(ran.err.trim().split('\n')).toEqual([
      expect.stringMatching(/^Line 3: /),
      expect.stringMatching(/^Line 4: /),
    ]);
    expect((await desk.run('policy', 'check', file, '--json')).json).toMatchObject({
      ok: false,
      code: 'bad-policy',
      sentences: ran.err.trim().split('\n'),
    });
  });

  test('a manager counts among those who can answer', async () => {
    const two = `rules:
  - name: Two for engineers
    when: { group: Engineering }
    stages: { ask: manager, need: 2 }${everythingElse}`;
    expect((await desk.run('policy', 'check', desk.file('two.yaml', two), '--json')).json.doubts).toEqual([]);
  });

  test('nothing is written', async () => {
    await desk.run('policy', 'check', desk.file('policy.yaml', sound));
    expect(await database('policies').count()).toEqual([{ count: 0 }]);
  });
});

describe('apply', () => {
  const applied = () => database('policies').orderBy('version').select('version', 'text', 'applied_by');
  /** The keyed digest of what the version says. */
  const sealedAs = { key: 1, says: expect.stringMatching(/^[0-9a-f]{64}$/) };
  const noted = () =>
    database('audit').where({ action: 'import.policy' }).orderBy('id').select('by_person', 'details');

  test('a further version counts, and the ledger says who let it; the same text again changes nothing', async () => {
    const file = desk.file('policy.yaml', sound);
    expect(await desk.run('policy', 'apply', file, '--by', 'ADA@contoso.example')).toMatchObject({
      code: 0,
      err: '',
      out: 'Version 1 counts from now on, applied by Ada Admin.\nWhat was asked before goes on under the version it was asked under.\n',
    });
    expect((await desk.run('policy', 'apply', file, ...byAda)).out).toBe(
      'Nothing has changed: version 1 says the same.\n',
    );
    const other = desk.file('other.yaml', `# Reviewed in May\n${sound}`);
    expect((await desk.run('policy', 'apply', other, ...byAda, '--json')).json).toEqual({
      ok: true,
      version: 2,
      new: 1,
      doubts: [],
      dryRun: false,
    });
    expect((await desk.run('policy', 'apply', file, ...byAda, '--json')).json).toMatchObject({
      version: 3,
      new: 1,
    });
    expect(await applied()).toEqual([
      { version: 1, text: sound, applied_by: ada.email },
      { version: 2, text: `# Reviewed in May\n${sound}`, applied_by: ada.email },
      { version: 3, text: sound, applied_by: ada.email },
    ]);
    const { id } = await database('people').where({ email: ada.email }).first('id');
    expect(await noted()).toEqual([
      { by_person: id, details: { version: 1, ...sealedAs } },
      { by_person: id, details: { version: 2, ...sealedAs } },
      { by_person: id, details: { version: 3, ...sealedAs } },
    ]);
  });

  test('a dry run says what is doubtful and leaves nothing, not even a number', async () => {
    const ran = await desk.run('policy', 'apply', desk.file('policy.yaml', doubtful), ...byAda, '--dry-run');
    expect(ran).toMatchObject({ code: 0, err: '' });
    expect(ran.out).toMatch(/^This was a dry run: nothing was written\.\n\nDoubtful today:\n/);
    expect(await applied()).toEqual([]);
    expect(await noted()).toEqual([]);
    const real = await desk.run('policy', 'apply', desk.file('policy.yaml', sound), ...byAda, '--json');
    expect(real.json.version).toBe(1);
  });

  test('a bad file, or somebody nobody knows, leaves nothing', async () => {
    const bad = await desk.run('policy', 'apply', desk.file('bad.yaml', 'rules: []'), ...byAda);
    expect(bad).toMatchObject({ code: 1, out: '', err: expect.stringMatching(/^Line 1: /) });
    const stranger = ['--by', 'stranger@contoso.example'];
    const ran = await desk.run('policy', 'apply', desk.file('policy.yaml', sound), ...stranger);
    expect(ran).toMatchObject({ code: 1, err: 'Nobody active has the address that --by names.\n' });
    const approver = ['--by', dana.email];
    expect(await desk.run('policy', 'apply', desk.file('policy.yaml', sound), ...approver)).toMatchObject({
      code: 1,
      err: 'Only an admin applies rules, and Dana Decider is none.\n',
    });
    expect(await desk.run('policy', 'apply', desk.file('policy.yaml', sound))).toMatchObject({
      out: '',
      err: expect.stringContaining('Who applies it? Say --by and the address of an admin.'),
    });
    expect(await applied()).toEqual([]);
    expect(await noted()).toEqual([]);
  });

  test('while nobody is an admin yet, whoever is named to become one counts as one', async () => {
    const file = desk.file('policy.yaml', sound);
    const byOmar = ['--by', omar.email];
    expect(await desk.run('policy', 'apply', file, ...byOmar)).toMatchObject({
      code: 1,
      err: 'Only an admin applies rules, and Omar Okay is none.\n',
    });
    await database('people').where({ email: ada.email }).update({ active: false });
    expect(await desk.run('policy', 'apply', file, ...byOmar)).toMatchObject({ code: 0, err: '' });
    expect(await applied()).toEqual([{ version: 1, text: sound, applied_by: omar.email }]);
  });

  test('while another import is at work it waits, and then looks what is there', async () => {
    const file = desk.file('policy.yaml', sound);
    const another = await database.transaction();
    try {
      await another.raw('select pg_advisory_xact_lock(?)', [turns.importing]);
      await another('policies').insert({ text: sound, policy: '{}', applied_at: new Date() });
      const waits = desk.run('policy', 'apply', file, ...byAda);
      let over = false;
      void waits.finally(() => {
        over = true;
      });
      while (!over) {
        const { rows } = await database.raw(
          `select from pg_locks where locktype = 'advisory' and not granted
              and database = (select oid from pg_database where datname = current_database())`,
        );
        if (rows.length > 0) break;
      }
      await another.commit();
      expect(await waits).toMatchObject({
        code: 0,
        err: 'Another import is running; this one waits for it.\n',
        out: 'Nothing has changed: version 1 says the same.\n',
      });
    } finally {
      if (!another.isCompleted()) await another.rollback();
    }
    expect(await applied()).toHaveLength(1);
  });
});

describe('show', () => {
  test('what the bot does by itself until something was applied', async () => {
    expect((await desk.run('policy', 'show')).out).toMatchInlineSnapshot(`
"Nobody has set any rules yet; this is what I do by myself.

1. any one approver
   Everything
   the approvers (any one) · may answer unasked: the admins · if they cannot: the admins · reminds after 8 working hours · asks the admins too after 3 days

Beside the rules:
  hours             09:00 to 17:00, mon tue wed thu fri, UTC
  digest-above      off
  requests-per-day  as many as they like
  never-ping        nobody
  channel           none
"
`);
  });

  test('the newest, an earlier one, and every version there was', async () => {
    await desk.run('policy', 'apply', desk.file('a.yaml', sound), '--by', ada.email);
    await desk.run('policy', 'apply', desk.file('b.yaml', `rules:${everythingElse}`), ...byAda);
    const now = await desk.run('policy', 'show');
    expect(now.out).toMatch(/^Version 2\. /);
    const before = await desk.run('policy', 'show', '--version', '1');
    expect(before.err).toBe('');
    expect(before.out.replace(/\d{4}-\d\d-\d\d \d\d:\d\d/g, '2026-01-02 03:04')).toMatchInlineSnapshot(`
"Version 1. The first rule that fits counts.

1. CALs for engineers
   When it is Windows Server CAL; and whoever asks is in Engineering; and it is for whoever asks; and at least 5 of it are left
   Approved at once, up to 2 for each person

2. One is enough
   When it belongs to Visual Studio subscriptions; and whoever gets it holds at least 1 of it already
   Refused: You have one already.

3. Visual Studio
   When it belongs to Visual Studio subscriptions
   1. the manager of whoever asks · if they cannot: the approvers · reminds after 8 working hours
   2. the admins, dana@contoso.example (any one) · ends after 2 weeks

4. Everything else
   the approvers (any one) · may answer unasked: the admins · if they cannot: the admins · reminds after 8 working hours · asks the admins too after 3 days

Beside the rules:
  hours             08:00 to 16:30, mon tue wed thu fri, Europe/Berlin
  digest-above      8
  requests-per-day  as many as they like
  never-ping        ada@contoso.example, mei@contoso.example
  channel           none

Versions:
  2  2026-01-02 03:04 UTC  ada@contoso.example  counts now
  1  2026-01-02 03:04 UTC  ada@contoso.example
"
`);
    const { json } = await desk.run('policy', 'show', '--version', '1', '--json');
    expect(json.policy).toMatchObject({ version: 1, digestAbove: 8, hours: { zone: 'Europe/Berlin' } });
    expect(json.versions).toEqual([
      { version: 2, at: expect.any(String), by: ada.email },
      { version: 1, at: expect.any(String), by: ada.email },
    ]);
  });

  test.each([
    [['--version', '7'], 'There is no version 7 of the rules.'],
    [['--version', 'one'], '--version takes a whole number from 1 to 1,000,000.'],
    [['it'], 'It takes no words; --version names an earlier one.'],
  ])('%j', async (words, sentence) => {
    expect(await desk.run('policy', 'show', ...words)).toMatchObject({ code: 1, err: `${sentence}\n` });
  });
});

describe('try', () => {
  let door: Door;
  beforeEach(async () => {
    door = await openDoor(url);
  });
  afterEach(() => door?.close());

  /** Six requests, each of another fate. */
  async function askedBefore(): Promise<void> {
    const approve = (request: string) => says(door, dana, { type: 'approve', request, version: 1 });
    await approve(await asksFor(door, eve, 'Windows Server CAL'));
    await approve(await asksFor(door, eve, 'Visual Studio Enterprise Subscription'));
    const denied = await asksFor(door, mei, 'Visual Studio Enterprise Subscription');
    await says(door, omar, { type: 'deny', request: denied, version: 1, reason: 'Next year' });
    await asksFor(door, max, 'Visual Studio Enterprise Subscription');
    const forAda = await asksFor(door, ada, 'Visual Studio Enterprise Subscription');
    await says(door, ada, { type: 'cancel', request: forAda });
    await asksFor(door, eve, 'Visio Professional 2024');
    // What somebody is today says nothing about what they were when they asked.
    await database('people').where({ email: eve.email }).update({ groups: [] });
    // Asked before rules looked at anything: nobody noted what was so then.
    await database('requests').where({ id: denied }).update({ facts: null, policy_version: null });
  }

  test('which rule, who would be asked, who is left out, and what was decided in truth', async () => {
    await askedBefore();
    const file = desk.file('policy.yaml', sound);
    const ran = await desk.run('policy', 'try', file);
    expect(ran).toMatchObject({ code: 0, err: '' });
    expect(ran.out.replace(/\d{4}-\d\d-\d\d/g, '2026-01-02')).toMatchInlineSnapshot(`
"2026-01-02  Eve Employee: Visio Professional 2024
    was:      waits for an answer, under the bot’s own rule
    would be: asked in one stage, by “Everything else”
              1. any of Dana Decider, Omar Okay; unasked: Ada Admin

2026-01-02  Ada Admin: Visual Studio Enterprise Subscription
    was:      cancelled, under the bot’s own rule
    would be: asked in 2 stages, by “Visual Studio”
              1. any of Dana Decider, Omar Okay
              2. any of Dana Decider
                 left out, because it concerns them: Ada Admin

2026-01-02  Max Manager: Visual Studio Enterprise Subscription
    was:      waits for an answer, under the bot’s own rule
    would be: asked in 2 stages, by “Visual Studio”
              1. any of Dana Decider, Omar Okay; unasked: Ada Admin
              2. any of Dana Decider; unasked: Ada Admin

2026-01-02  Mei Lin: Visual Studio Enterprise Subscription
    was:      denied by Omar Okay, under the bot’s own rule
    would be: asked in 2 stages, by “Visual Studio” (as things are today)
              1. any of Dana Decider
              2. any of Dana Decider; unasked: Ada Admin

2026-01-02  Eve Employee: Visual Studio Enterprise Subscription
    was:      approved by Dana Decider, under the bot’s own rule
    would be: asked in 2 stages, by “Visual Studio”
              1. any of Max Manager
              2. any of Dana Decider; unasked: Ada Admin

2026-01-02  Eve Employee: Windows Server CAL
    was:      approved by Dana Decider, under the bot’s own rule
    would be: approved at once, by “CALs for engineers”

6 tried: 5 would be asked about, 1 approved at once, 0 refused.
Nobody could approve their own.
In 1 a stage names somebody whom the request concerns; they are left out.
"
`);
    expect(await database('policies').count()).toEqual([{ count: 0 }]);
  });

  test('the last few alone; what has been asked under a version says so', async () => {
    await desk.run('policy', 'apply', desk.file('a.yaml', sound), ...byAda);
    await asksFor(door, mei, 'Visio Professional 2024');
    await asksFor(door, mei, 'Visual Studio Enterprise Subscription');
    const file = desk.file('b.yaml', `rules:${everythingElse}`);
    const { json } = await desk.run('policy', 'try', file, '--last', '1', '--json');
    expect(json).toMatchObject({ ok: true, tried: 1, asks: 1, approves: 0, refuses: 0, own: 0, stuck: 0 });
    expect(json.requests).toEqual([
      {
        request: expect.any(String),
        askedAt: expect.any(String),
        requester: mei.name,
        assignee: mei.name,
        benefit: 'Visual Studio Enterprise Subscription',
        was: { said: 'waits for an answer', policy: 1, rule: 'Visual Studio' },
        facts: 'then',
        would: {
          rule: 'Everything else',
          is: 'ask',
          ends: true,
          stages: [
            { need: 1, asked: [dana.name, omar.name], may: [ada.name], leftOut: [], own: [], ends: true },
          ],
        },
      },
    ]);
  });

  test('what nobody could answer is told: too few in a stage, or the same people in two', async () => {
    await asksFor(door, ada, 'Visio Professional 2024');
    await asksFor(door, eve, 'Visual Studio Enterprise Subscription');
    const file = desk.file(
      'policy.yaml',
      `rules:
  - name: The admins twice
    when: { category: visual-studio }
    stages: [{ ask: admins }, { ask: admins }]
  - name: The admins
    stages: { ask: admins }
`,
    );
    const ran = await desk.run('policy', 'try', file);
    expect(ran.code).toBe(0);
    expect(ran.out).toContain('the same people would be needed in more than one stage');
    expect(ran.out).toContain(
      '1. any of nobody\n                 left out, because it concerns them: Ada Admin\n                 too few could answer\n',
    );
    expect(ran.out).toContain('2 could not be asked');
  });

  test('of nothing, nothing', async () => {
    expect(await desk.run('policy', 'try', desk.file('policy.yaml', sound))).toMatchObject({
      code: 0,
      out: 'Nobody has asked for anything yet.\n',
    });
    const many = ['--last', '1001'];
    expect((await desk.run('policy', 'try', desk.file('policy.yaml', sound), ...many)).err).toBe(
      '--last takes a whole number from 1 to 1,000.\n',
    );
  });
});

describe('doctor', () => {
  const finding = async () =>
    (await desk.run('doctor', '--json')).json.findings.find(
      ({ name }: { name: string }) => name === 'Policy',
    );

  test('says which version counts, and whether every stage can be answered', async () => {
    expect(await finding()).toEqual({
      name: 'Policy',
      state: 'fine',
      words: 'nobody has applied one, so any one approver decides; every stage can be answered.',
    });
    await desk.run('policy', 'apply', desk.file('a.yaml', sound), ...byAda);
    expect(await finding()).toMatchObject({
      state: 'fine',
      words: expect.stringMatching(/^version 1 of \d{4}-\d\d-\d\d counts; every stage can be answered\.$/),
    });
    await desk.run('policy', 'apply', desk.file('b.yaml', doubtful), ...byAda);
    expect(await finding()).toMatchObject({
      state: 'trouble',
      words: expect.stringContaining(
        '“Two heads”: stage 1 could be answered by too few today, whoever asks.',
      ),
    });
    await database('people').update({ active: false });
    expect(await finding()).toMatchObject({ state: 'not set up' });
  });

  test('that one person alone cannot ask is said, and is no trouble', async () => {
    await desk.run(
      'policy',
      'apply',
      desk.file('a.yaml', 'rules: [{ name: A, stages: { ask: admins } }]'),
      ...byAda,
    );
    expect(await finding()).toMatchObject({
      state: 'fine',
      words: expect.stringContaining(
        '“A”: stage 1 could be answered by too few today, if it was asked by Ada Admin.',
      ),
    });
  });
});
