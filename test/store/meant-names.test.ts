import { randomUUID } from 'node:crypto';
import type { Card } from '../../src/core/card';
import type { TestDatabase } from '../support/database';
import { type Door, openDoor, says, senderOf, stockedDatabase } from '../support/door';
import { heldFile, keysFile } from '../support/held-file';
import { ada } from '../support/people';

const visio = 'Visio Professional 2024';

/** Two packages give a benefit of one name, and the second begins only later: each can be meant by a name of a file. */
describe('what a name of a file can mean', () => {
  let database: TestDatabase;
  let door: Door;
  let later: string;
  let file: string;
  beforeAll(async () => {
    database = await stockedDatabase();
    door = await openDoor(database.url);
    const pack = { ...(await door.sql('packages').first()), id: randomUUID(), name: 'Launch' };
    await door.sql('packages').insert({ ...pack, starts: '2098-01-01', ends: '2099-01-01' });
    later = randomUUID();
    const benefit = await door.sql('benefits').where({ name: visio }).first();
    await door.sql('benefits').insert({ ...benefit, id: later, package_id: pack.id });
    const { id: admin } = await door.sql('people').where({ email: ada.email }).first('id');
    const keys = keysFile('Visio Pro', 'VSION-FAKE7-9QK7M-C3XJT-4HRBD');
    file = await heldFile(door.store, admin, keys, 'keys', ['Visio Pro']);
  });
  afterAll(async () => {
    await door.close();
    await database.drop();
  });
  const offered = ({ blocks }: Card): string[] =>
    blocks.flatMap((block) =>
      block.type === 'form'
        ? block.fields.flatMap((field) =>
            field.kind === 'lookup' ? field.choices.map(({ label }) => label) : [],
          )
        : [],
    );
  const offers = async (command: Parameters<typeof says>[2]) =>
    offered((await door.handle(command, senderOf(ada), randomUUID())).card);

  test('is what a key can go to: of what begins later too, with its package, and nothing without keys', async () => {
    const form = await offers({ type: 'name-form', file, name: 0 });
    expect(form.filter((label) => label.startsWith(visio)).sort()).toEqual([
      `${visio} (Launch, 1 January 2098 – 1 January 2099)`,
      expect.stringContaining('Partner Success Core'),
    ]);
    const { rows } = await door.sql.raw(`select name from benefits where delivery <> 'key'`);
    expect(rows.length).toBeGreaterThan(0);
    for (const { name } of rows) expect(form).not.toContain(name);
    expect(await offers({ type: 'suggest', of: 'keyed', typed: 'visio' })).toHaveLength(2);
    expect(await offers({ type: 'suggest', of: 'benefits', typed: 'visio' })).toEqual([visio]);
  });

  test('is the one that was chosen, and its keys go there', async () => {
    const card = await says(door, ada, { type: 'name-means', file, name: 0, benefit: later });
    expect(card).toContain(`means ${visio} (Launch, 1 January 2098 – 1 January 2099)`);
    await says(door, ada, { type: 'import-file', file, said: 1 });
    const { rows } = await door.sql.raw(
      `select pb.benefit_id from product_keys k join pool_benefits pb on pb.pool_id = k.pool_id
        where pb.benefit_id = ?`,
      [later],
    );
    expect(rows).toHaveLength(1);
  });
});
