import { type ImportDesk, key, openImportDesk } from './imports-desk';

let desk: ImportDesk;
beforeAll(async () => {
  desk = await openImportDesk();
});
afterAll(() => desk?.close());
beforeEach(async () => {
  await desk.empty();
  await desk.membership(
    [
      'software,Windows 11 Enterprise,10,licence,key',
      'software,Visio Professional 2021,2,licence,key',
      'software,SQL Server 2022 Standard,25,core,key',
      'software,Windows Server 2022 CAL,10,CAL,none',
    ].join('\n'),
  );
});
afterEach(async () => {
  expect(await desk.brokenLaws()).toEqual([]);
});

test('no benefit is made of a name whose letters are those of two alphabets; its keys can be put under one', async () => {
  const name = 'W\u0456ndows Server 2025 Standard';
  const file = `<YourKey><Product_Key Name="${name}"><Key ID="9" Type="Retail">${key(1)}</Key></Product_Key><Product_Key Name="Windows 11 Enterprise&#x3164;"><Key ID="9" Type="Retail">${key(2)}</Key></Product_Key></YourKey>`;
  expect(await desk.keys(file, { create: true })).toMatchObject({
    new: 1,
    made: [],
    unmatched: [{ product: name, lookAlike: true, places: { count: 1 } }],
  });
  const aliases = [{ product: name, benefit: 'Windows 11 Enterprise' }];
  expect(await desk.keys(file, { create: true, aliases })).toMatchObject({ new: 1, made: [], unmatched: [] });
  expect(Object.keys(await desk.stock())).toEqual(['Windows 11 Enterprise']);
});

test('the ledger says which benefits got keys, and which names of the file meant another', async () => {
  await desk.keys(`Windows 11 Enterprise,${key(1)},retail,`);
  const outcome = await desk.keys(
    `Visio Pro,${key(2)},retail,\nVisio Pro,${key(3)},retail,\nVisio Pro,${key(1)},retail,\nBrand New,${key(4)},retail,`,
    { create: true, aliases: [{ product: 'Visio Pro', benefit: 'Visio Professional 2021' }] },
  );
  const { under, meant, made } = outcome;
  expect(meant).toEqual([{ name: 'Visio Pro', benefit: 'Visio Professional 2021', rows: 3 }]);
  expect(under).toMatchObject([
    { name: 'Visio Professional 2021', new: 2, changed: 1 },
    { name: 'Brand New', new: 1, changed: 0 },
  ]);
  expect(
    await desk.sql('audit').where({ action: 'import.keys' }).orderBy('id', 'desc').first(),
  ).toMatchObject({
    details: { new: 3, changed: 1, under, meant, made },
  });
  expect(made).toEqual([{ name: 'Brand New', quantity: 1 }]);
  expect(outcome).not.toHaveProperty('noted');
});

describe('in a chat no known key goes under a benefit made by the same file', () => {
  const chat = { create: true, knownStay: true };
  test('it stays under the benefit it has, and the outcome says under which', async () => {
    await desk.keys(`Windows 11 Enterprise,${key(1)},retail,`);
    const file = [1, 2].map((at) => `Windows Eleven,${key(at)},retail,`).join('\n');
    expect(await desk.keys(file, chat)).toMatchObject({
      new: 1,
      changed: 0,
      unchanged: 1,
      made: [{ name: 'Windows Eleven', quantity: 1 }],
      known: [
        {
          product: 'Windows Eleven',
          under: ['Windows 11 Enterprise'],
          places: { count: 1, first: [{ line: 2, nth: 1 }] },
        },
      ],
    });
    const { details } = await desk
      .sql('audit')
      .where({ action: 'import.keys' })
      .orderBy('id', 'desc')
      .first();
    expect(details).toMatchObject({
      known: [{ name: 'Windows Eleven', under: ['Windows 11 Enterprise'], rows: 1 }],
    });
    expect(await desk.stock()).toEqual({
      'Windows 11 Enterprise': { units: 1, free: 1, shared: 0 },
      'Windows Eleven': { units: 1, free: 1, shared: 0 },
    });
  });

  test('no benefit is made for known keys alone', async () => {
    await desk.keys(`Windows 11 Enterprise,${key(1)},static,`);
    const outcome = await desk.keys(`Windows Eleven,${key(1)},static,`, chat);
    expect(outcome).toMatchObject({ new: 0, changed: 0, unchanged: 1, made: [] });
    expect(await desk.sql('benefits').where({ name: 'Windows Eleven' })).toEqual([]);
  });

  test('a key that the file itself brings serves all its products', async () => {
    const rows = ['One,', 'Two,'].map((name) => `${name}${key(1)},static,`);
    const between = Array.from({ length: 10_200 }, (_, at) => `Three,${key(at + 2)},retail,`);
    const file = [rows[0], ...between, rows[1]].join('\n');
    expect(await desk.keys(file, chat)).toMatchObject({ new: 10_201, changed: 1, known: [] });
  });
});

describe('how many holders a key allows', () => {
  test.each([
    ['retail', '', { units: 1, free: 1, shared: 0 }],
    ['retail', '3', { units: 3, free: 3, shared: 0 }],
    ['', '', { units: 1, free: 1, shared: 0 }],
    ['unknown', '2', { units: 2, free: 2, shared: 0 }],
    ['mak', '7', { units: 7, free: 7, shared: 0 }],
    ['mak', '', { units: 10, free: 10, shared: 0 }],
    ['static', '', { units: 0, free: 0, shared: 1 }],
    ['static', '5', { units: 0, free: 0, shared: 1 }],
    ['custom', '', { units: 0, free: 0, shared: 1 }],
    ['token', '', { units: 1, free: 1, shared: 0 }],
    ['token', '9', { units: 1, free: 1, shared: 0 }],
  ])('%s with seats “%s”', async (type, seats, stock) => {
    await desk.keys(`Windows 11 Enterprise,${key(1)},${type},${seats}`);
    expect(await desk.stock()).toEqual({ 'Windows 11 Enterprise': stock });
  });

  test('a MAK without seats has the largest allocation of all it serves, in whatever order they come', async () => {
    await desk.keys(
      ['Visio Professional 2021', 'SQL Server 2022 Standard', 'Windows 11 Enterprise']
        .map((name) => `${name},${key(1)},mak,`)
        .join('\n'),
    );
    expect(Object.values(await desk.stock())).toEqual(Array(3).fill({ units: 25, free: 25, shared: 0 }));
  });

  test('a MAK without seats grows when its allocation grows later, and never shrinks', async () => {
    await desk.keys(`Windows 11 Enterprise,${key(1)},mak,\nVisio Professional 2021,${key(2)},mak,2`);
    const grown = await desk.membership(
      'software,Windows 11 Enterprise,12,licence,key\nsoftware,Visio Professional 2021,9,licence,key',
    );
    expect(grown).toMatchObject({ changed: 2, units: 2 });
    expect(await desk.stock()).toEqual({
      'Windows 11 Enterprise': { units: 12, free: 12, shared: 0 },
      'Visio Professional 2021': { units: 2, free: 2, shared: 0 },
    });
    const fewer = await desk.membership('software,Windows 11 Enterprise,5,licence,key');
    expect(fewer).toMatchObject({ changed: 1 });
    expect(fewer.units).toBeUndefined();
    expect((await desk.stock())['Windows 11 Enterprise']).toEqual({ units: 12, free: 12, shared: 0 });
  });

  test('it grows too when a later file brings it a larger benefit', async () => {
    await desk.keys(`Visio Professional 2021,${key(1)},mak,`);
    expect(await desk.keys(`SQL Server 2022 Standard,${key(1)},mak,`)).toMatchObject({ units: 23 });
    expect(Object.values(await desk.stock())).toEqual(Array(2).fill({ units: 25, free: 25, shared: 0 }));
  });

  test('a token carries its seats: one unit, and what it carries is kept', async () => {
    await desk.keys(`Windows 11 Enterprise,${key(1)},token,25\nWindows 11 Enterprise,${key(2)},token,`);
    expect(await desk.sql('product_keys').orderBy('carries').pluck('carries')).toEqual([25, null]);
    expect(await desk.sql('product_keys').pluck('seats')).toEqual([1, 1]);
    const again = await desk.keys(`Windows 11 Enterprise,${key(1)},token,5`);
    expect(again).toMatchObject({ unchanged: 1, differing: { count: 1 } });
  });

  test('a MAK with seats has those, whatever it serves', async () => {
    await desk.keys(`Visio Professional 2021,${key(1)},mak,2\nSQL Server 2022 Standard,${key(1)},mak,2`);
    expect(Object.values(await desk.stock())).toEqual(Array(2).fill({ units: 2, free: 2, shared: 0 }));
  });
});

describe('the exports of Microsoft', () => {
  test('of 2006: the key in an attribute', async () => {
    const outcome = await desk.keys(`<?xml version="1.0"?>
      <Your_Product_Keys>
        <Product_Key Name="Windows 11 Enterprise" Key="${key(1)}" Key_Type="Retail" Date_Key_Claimed="2006-11-20 17:36:11.787"/>
        <Product_Key Name="windows 11  ENTERPRISE " Key="${key(2).toLowerCase()}" Key_Type="VA 1.0"/>
        <Product_Key Name="Visio Professional 2021" Key="No product key is required" Key_Type="N/A"/>
      </Your_Product_Keys>`);
    expect(outcome).toMatchObject({ rows: 3, new: 2, units: 11 });
    expect([...outcome.skipped.keys()]).toEqual(['sentence']);
  });

  test('of 2018: several keys under one product, lines that end as on Windows', async () => {
    const outcome = await desk.keys(
      [
        '<YourKey>',
        '  <Product_Key Name="Windows 11 Enterprise">',
        `    <Key ID="1" Type="DreamSpark Retail Key" ClaimedDate="3/14/2018">${key(1)}</Key>`,
        `    <Key ID="1" Type="Multiple Activation Key (MAK)" ClaimedDate="">${key(2)}`,
        '</Key>',
        '    <Key ID="-3" Type="Retail">This is a VLK Key</Key>',
        '  </Product_Key>',
        '  <Product_Key Name="Visio Professional 2021" />',
        '</YourKey>',
      ].join('\r\n'),
    );
    expect(outcome).toMatchObject({ rows: 4, new: 2, units: 11 });
    expect(outcome.skipped.get('junk-id')).toEqual({ count: 1, first: [{ line: 6, nth: 3 }] });
    expect(outcome.skipped.get('empty')?.first).toEqual([{ line: 8, nth: 4 }]);
  });

  test('of 2024: one line, the same key again and under another product, HTML, names nobody has', async () => {
    const outcome = await desk.keys(
      `<root><YourSubscription><Subscription Name="Visual Studio Enterprise  (MPN)" Type="PartnerCenter"/></YourSubscription><YourKey>${[
        `<Product_Key Name="Visio Professional 2021" KeyRetrievalNote=""><Key ID="9" Type="Static Activation Key">${key(1)}</Key></Product_Key>`,
        `<Product_Key Name="Visio Professional 2021"><Key ID="9" Type="Static Activation Key">${key(1).replaceAll('-', ' ')}</Key></Product_Key>`,
        `<Product_Key Name="SQL Server&#160;2022 Standard"><Key ID="10" Type="Static Activation Key">${key(1)}</Key></Product_Key>`,
        `<Product_Key Name="Dynamics GP"><Key ID="11" Type="Custom Key">&lt;p&gt;Sign in instead&lt;/p&gt;</Key></Product_Key>`,
        `<Product_Key Name="Visio Profesional 2021"><Key ID="12" Type="Retail">${key(2)}</Key></Product_Key>`,
      ].join('')}</YourKey></root>`,
    );
    expect(outcome).toMatchObject({ rows: 5, new: 1, changed: 1, unchanged: 1, units: 0 });
    expect([...outcome.skipped.keys()]).toEqual(['html']);
    expect(outcome.unmatched).toEqual([
      {
        product: 'Visio Profesional 2021',
        nearest: 'Visio Professional 2021',
        places: { count: 1, first: [{ line: 1, nth: 5 }] },
      },
    ]);
    expect(await desk.stock()).toEqual({
      'SQL Server 2022 Standard': { units: 0, free: 0, shared: 1 },
      'Visio Professional 2021': { units: 0, free: 0, shared: 1 },
    });
  });

  test('of 2017: keys without a product need --benefit', async () => {
    const bare = `<root><YourKey><Key ClaimedDate="2017-05-02" Notes="">${key(1)}</Key></YourKey></root>`;
    expect((await desk.keys(bare)).unmatched).toMatchObject([{ product: null, places: { count: 1 } }]);
    expect(await desk.keys(bare, { under: 'visio professional 2021' })).toMatchObject({
      new: 1,
      unmatched: [],
    });
    expect(Object.keys(await desk.stock())).toEqual(['Visio Professional 2021']);
  });
});

describe('the same again', () => {
  const file = [
    `Windows 11 Enterprise,${key(1)},mak,`,
    `Visio Professional 2021,${key(2)},retail,`,
    `SQL Server 2022 Standard,${key(2)},retail,`,
    `Visio Professional 2021,Sign in at the portal.,custom,`,
  ].join('\n');

  test('changes nothing', async () => {
    expect(await desk.keys(file)).toMatchObject({ new: 3, changed: 1 });
    const before = await desk.everything();
    expect(await desk.keys(file)).toMatchObject({ new: 0, changed: 0, unchanged: 4, units: 0 });
    expect(await desk.everything()).toEqual(before);
  });

  test('in another order changes nothing either', async () => {
    await desk.keys(file);
    const before = await desk.everything();
    await desk.keys(file.split('\n').reverse().join('\n'));
    expect(await desk.everything()).toEqual(before);
  });

  test.each([
    ['small letters', key(2).toLowerCase()],
    ['no dashes', key(2).replaceAll('-', '')],
    ['blanks around and within', ` ${key(2).replaceAll('-', ' ')} `],
    ['long dashes', key(2).replaceAll('-', '–')],
  ])('in another spelling is the same key: %s', async (_, spelling) => {
    await desk.keys(file);
    const before = await desk.everything();
    expect(await desk.keys(`Visio Professional 2021,${spelling},retail,`)).toMatchObject({ unchanged: 1 });
    expect(await desk.everything()).toEqual(before);
  });

  test('with another type or other seats is reported, and the key keeps what it has', async () => {
    await desk.keys(file);
    const before = await desk.everything();
    const outcome = await desk.keys(
      `Visio Professional 2021,${key(2)},retail,\nVisio Professional 2021,${key(2)},retail,4\nWindows 11 Enterprise,${key(1)},static,`,
    );
    expect(outcome.differing).toEqual({
      count: 2,
      first: [
        { line: 3, nth: 2 },
        { line: 4, nth: 3 },
      ],
    });
    expect(await desk.everything()).toEqual(before);
  });
});

describe('one key under two names', () => {
  const poolsOf = async () => (await desk.sql('product_keys').select('pool_id')).map((row) => row.pool_id);

  test('of one file has one pool and its units once', async () => {
    await desk.keys(`Visio Professional 2021,${key(1)},retail,\nSQL Server 2022 Standard,${key(1)},retail,`);
    expect(await desk.sql('units').count()).toEqual([{ count: 1 }]);
    expect(await desk.sql('pools').select('units', 'free')).toEqual([{ units: 1, free: 1 }]);
    const [pool] = await poolsOf();
    expect(await desk.sql('pool_benefits').where({ pool_id: pool }).count()).toEqual([{ count: 2 }]);
  });

  test('of two files moves to the pool of both, with what is held', async () => {
    await desk.keys(`Visio Professional 2021,${key(1)},retail,3`);
    await hold(key(1));
    expect(await desk.keys(`SQL Server 2022 Standard,${key(1)},retail,`)).toMatchObject({
      new: 0,
      changed: 1,
    });
    expect(Object.values(await desk.stock())).toEqual(Array(2).fill({ units: 3, free: 2, shared: 0 }));
  });

  test('keys that serve the same benefits share a pool, made in one import or in two', async () => {
    const both = (number: number) =>
      `Visio Professional 2021,${key(number)},retail,\nSQL Server 2022 Standard,${key(number)},retail,`;
    await desk.keys(`${both(1)}\n${both(2)}`);
    await desk.keys(both(3));
    expect(new Set(await poolsOf()).size).toBe(1);
    expect(await desk.sql('pools').select('units')).toEqual([{ units: 3 }]);
  });

  test('a key of three names is in one pool of three', async () => {
    await desk.keys(
      ['Visio Professional 2021', 'SQL Server 2022 Standard', 'Windows 11 Enterprise']
        .map((name) => `${name},${key(1)},retail,`)
        .join('\n'),
    );
    expect(await desk.sql('pool_benefits').count()).toEqual([{ count: 3 }]);
  });

  /** Gives one unit of a key to somebody, as an approval does. */
  async function hold(text: string): Promise<void> {
    const fingerprint = desk.vault.fingerprint(text.replaceAll('-', ''));
    const [found] = await desk.sql('product_keys').where({ fingerprint });
    const benefit = found.sealed_for;
    const [anna, ben] = ['1', '2'].map((digit) => `00000000-0000-4000-8000-00000000000${digit}`);
    const [request, holding] = ['3', '4'].map((digit) => `00000000-0000-4000-8000-00000000000${digit}`);
    const at = new Date('2026-02-01T00:00:00Z');
    await desk.sql('people').insert([
      { id: anna, name: 'Anna', role: 'employee', first_seen_at: at },
      { id: ben, name: 'Ben', role: 'approver', first_seen_at: at },
    ]);
    await desk.sql('requests').insert({
      id: request,
      version: 2,
      state: 'fulfilled',
      requester_id: anna,
      assignee_id: anna,
      benefit_id: benefit,
      quantity: 1,
      reason: 'work',
      asked_at: at,
      asked: [],
      decided_by: ben,
      closed_at: at,
      holding_id: holding,
      fulfilled_at: at,
    });
    const [unit] = await desk.sql('units').where({ key_id: found.id }).orderBy('pos').limit(1);
    await desk.sql('units').where({ id: unit.id }).update({ state: 'held' });
    await desk
      .sql('pools')
      .where({ id: found.pool_id })
      .update({ free: desk.sql.raw('free - 1') });
    await desk.sql('benefits').where({ id: benefit }).update({ held: 1 });
    await desk.sql('holdings').insert({
      id: holding,
      request_id: request,
      person_id: anna,
      benefit_id: benefit,
      quantity: 1,
      key_id: found.id,
      unit_id: unit.id,
      since: at,
    });
    await desk.sql('audit').insert({
      at,
      action: 'request.fulfilled',
      by_person: ben,
      subject: request,
      person_id: anna,
      benefit_id: benefit,
    });
  }
});

describe('where keys go', () => {
  test('--map gives a product another name', async () => {
    const outcome = await desk.keys(`Visio 2021 (setup.office.com),${key(1)},retail,`, {
      aliases: [{ product: 'visio 2021 (Setup.office.com)', benefit: 'Visio Professional 2021' }],
    });
    expect(outcome).toMatchObject({ new: 1, unmatched: [] });
    expect(Object.keys(await desk.stock())).toEqual(['Visio Professional 2021']);
  });

  test('--benefit with a name nobody has is refused with the nearest', async () => {
    await expect(
      desk.keys(`Anything,${key(1)},retail,`, { under: 'Visio Profesional 2021' }),
    ).rejects.toThrow(
      'There is no benefit “Visio Profesional 2021”; the nearest is “Visio Professional 2021”.',
    );
  });

  test('--benefit of which nobody gets a key is refused', async () => {
    await expect(
      desk.keys(`Anything,${key(1)},retail,`, { under: 'Windows Server 2022 CAL' }),
    ).rejects.toThrow('“Windows Server 2022 CAL” is not delivered by a key.');
  });

  test('--create-benefits makes what is missing once, with as many licences as its keys have units', async () => {
    const file = `Project 2021,${key(1)},retail,\nPROJECT  2021,${key(2)},retail,3\nOld tool,${key(3)},static,`;
    expect((await desk.keys(file, { create: true })).made).toEqual([
      { name: 'Project 2021', quantity: 4 },
      { name: 'Old tool', quantity: 1 },
    ]);
    expect(await desk.keys(file, { create: true })).toMatchObject({ unchanged: 3, made: [] });
  });

  test('--create-benefits without a package says what to do first', async () => {
    await desk.empty();
    await expect(desk.keys(`Project 2021,${key(1)},retail,`, { create: true })).rejects.toThrow(
      'import the membership first',
    );
  });

  test('a benefit of two packages: the one that holds today, unless --package names another', async () => {
    const rows = 'software,Visio Professional 2021,2,licence,key';
    await desk.membership(rows, { name: 'Next year', starts: '2027-01-15', ends: '2028-01-14' });
    const packageOf = async (number: number) => {
      const fingerprint = desk.vault.fingerprint(key(number).replaceAll('-', ''));
      const [found] = await desk
        .sql('product_keys')
        .join('benefits', 'benefits.id', 'sealed_for')
        .join('packages', 'packages.id', 'package_id')
        .where({ fingerprint })
        .select('packages.name');
      return found.name;
    };
    await desk.keys(`Visio Professional 2021,${key(1)},retail,`);
    expect(await packageOf(1)).toBe('Action Pack');
    await desk.keys(`Visio Professional 2021,${key(2)},retail,`, { package: 'next year' });
    expect(await packageOf(2)).toBe('Next year');
    await expect(desk.keys(`Visio Professional 2021,${key(3)},retail,`, { package: 'Gold' })).rejects.toThrow(
      'There is no package “Gold”.',
    );
  });
});

test('what is stored opens to the key and shows it nowhere', async () => {
  await desk.keys(`Visio Professional 2021,${key(1).toLowerCase()},retail,`);
  const [{ id, sealed_for, sealed }] = await desk.sql('product_keys');
  expect(await desk.vault.open(sealed, { key: id, benefit: sealed_for })).toBe(key(1));
  const bare = key(1).replaceAll('-', '');
  expect(JSON.stringify(await desk.everything()).toUpperCase()).not.toContain(bare);
  expect(sealed.toString('latin1').toUpperCase()).not.toContain('FAKE2');
});

test('units wait in the order of the file', async () => {
  const numbers = Array.from({ length: 300 }, (_, at) => (at * 7919) % 1000);
  await desk.keys(numbers.map((number) => `Visio Professional 2021,${key(number)},retail,`).join('\n'));
  const waiting = await desk
    .sql('units')
    .join('product_keys', 'product_keys.id', 'key_id')
    .orderBy('pos')
    .select('product_keys.id', 'sealed_for', 'sealed');
  const opened = await Promise.all(
    waiting.map(({ id, sealed_for, sealed }) => desk.vault.open(sealed, { key: id, benefit: sealed_for })),
  );
  expect(opened).toEqual(numbers.map(key));
});

test('more holders than anybody has is a mistake in the file', async () => {
  const before = await desk.everything();
  await expect(
    desk.keys(
      `Windows 11 Enterprise,${key(1)},mak,1000000\nWindows 11 Enterprise,${key(2)},mak,1000000\nWindows 11 Enterprise,${key(3)},mak,1`,
    ),
  ).rejects.toThrow(/^Line 4: .* more than 2,000,000 holders/);
  expect(await desk.everything()).toEqual(before);
});

test('a unit that is being claimed while its key moves is counted as what it becomes', async () => {
  await desk.keys(`Visio Professional 2021,${key(1)},retail,3`);
  const claim = await desk.sql.transaction();
  const [unit] = await claim('units').orderBy('pos').limit(1).forUpdate();
  await claim('units').where({ id: unit.id }).update({ state: 'held' });
  await claim('pools')
    .where({ id: unit.pool_id })
    .update({ free: claim.raw('free - 1') });

  const moving = desk.keys(`SQL Server 2022 Standard,${key(1)},retail,`);
  for (let waits = false; !waits; ) {
    const { rows } = await desk.sql.raw(
      `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
    );
    waits = rows.length > 0;
  }
  await claim.commit();
  expect(await moving).toMatchObject({ changed: 1 });
  expect(Object.values(await desk.stock())).toEqual(Array(2).fill({ units: 3, free: 2, shared: 0 }));
  await desk.sql('units').update({ state: 'free' });
  await desk.sql('pools').where({ free: 2 }).update({ free: 3 });
});

test('two at once, in opposite order and both making the benefit, are as one after the other', async () => {
  const rows = Array.from({ length: 12_000 }, (_, at) => `Project 2021,${key(at)},retail,`);
  const waited: string[] = [];
  const both = await Promise.all([
    desk.keys(rows.join('\n'), { create: true }, { waiting: () => waited.push('first') }),
    desk.keys(
      `<YourKey>${reversed(rows)}</YourKey>`,
      { create: true },
      { waiting: () => waited.push('second') },
    ),
  ]);
  expect(both.map((outcome) => outcome.new).sort()).toEqual([0, 12_000]);
  expect(both.flatMap(({ made }) => made)).toEqual([{ name: 'Project 2021', quantity: 12_000 }]);
  expect(waited).toHaveLength(1);
  expect(await desk.sql('pools').count()).toEqual([{ count: 1 }]);
});

const reversed = (rows: string[]) =>
  rows
    .map((row) => row.split(','))
    .map(([name, text]) => `<Product_Key Name="${name}"><Key Type="Retail">${text}</Key></Product_Key>`)
    .reverse()
    .join('');
