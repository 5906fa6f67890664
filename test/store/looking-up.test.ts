import { randomUUID } from 'node:crypto';
import type { TestDatabase } from '../support/database';
import { type Door, openDoor, senderOf, stockedDatabase } from '../support/door';
import { brokenLaws } from '../support/invariants';
import { ada, eve } from '../support/people';

/** Whom the field for a person offers in a large company. */

let database: TestDatabase;
let door: Door;
beforeAll(async () => {
  database = await stockedDatabase({ people: [eve, ada] });
  door = await openDoor(database.url);
  await door.sql.raw(
    `insert into people (id, name, email, role, first_seen_at)
     select gen_random_uuid(), 'Person ' || lpad(n::text, 4, '0'), 'person' || n || '@contoso.example', 'employee', now()
       from generate_series(1, 6000) as n`,
  );
  await door.sql('people').insert(
    [
      ['Zoë Öberg', 'zoe@contoso.example', true],
      ['王小明', 'ming@contoso.example', true],
      ['Zoë Gone', 'gone@contoso.example', false],
    ].map(([name, email, active]) => ({
      id: randomUUID(),
      name,
      email,
      role: 'employee',
      active,
      first_seen_at: new Date(),
      ...(active === false && { left_at: new Date(), left_how: 'file' }),
    })),
  );
});
afterAll(async () => {
  expect(door.troubles).toEqual([]);
  expect(await brokenLaws(door.sql)).toEqual([]);
  await door.close();
  await database.drop();
});

async function offered(typed: string): Promise<string[]> {
  const { card } = await door.handle({ type: 'suggest', of: 'people', typed }, senderOf(ada), randomUUID());
  return card.blocks
    .flatMap((block) => (block.type === 'form' ? block.fields : []))
    .flatMap((field) => ('choices' in field ? field.choices.map(({ label }) => label) : []));
}

test.each([
  ['zoë', ['Zoë Öberg (zoe@contoso.example)']],
  ['ÖBERG zo', ['Zoë Öberg (zoe@contoso.example)']],
  ['ZOE@', ['Zoë Öberg (zoe@contoso.example)']],
  ['小明', ['王小明 (ming@contoso.example)']],
  ['on6000@ 6000', ['Person 6000 (person6000@contoso.example)']],
  ["zoë' %_", []],
])(
  '“%s” finds whoever has all of it in name or address, however many others there are',
  async (typed, names) => {
    expect(await offered(typed)).toEqual(names);
  },
);

test('before anything is typed it offers the first hundred, as many as a field takes', async () => {
  expect(await offered('')).toHaveLength(100);
});
