import { readApart } from '../../src/imports/apart';
import { readKeys } from '../../src/imports/keys-file';
import { all, fixture, fixtureText, folder, refusal, rowsOf } from './files';

const file = folder();
const many = (rows: number) =>
  `benefit,key,key_type,seats\n${'Visio,N4WQB-FAKEQ-7TMKX-P9RHD-C2V8J,retail,1\n'.repeat(rows)}`;
/** Threads of this process that are at work; each has ports of its own. */
const threads = () => process.getActiveResourcesInfo().filter((what) => what === 'MessagePort').length;

test.each(['export-2006.xml', 'export-2018.xml', 'export-2024.xml', 'export-bare.xml', 'keys.csv'])(
  'a thread reads the same rows as we do: %s',
  async (name) => {
    const here = await all(readKeys(fixture(name)));
    expect(await all(readApart('keys', fixture(name)))).toEqual(here);
    // The same from memory: what a chat brings never lies on a disk.
    expect(await all(readApart('keys', Buffer.from(fixtureText(name))))).toEqual(here);
  },
);

test('more rows than are passed on at once come in their order', async () => {
  const items = await all(readApart('keys', file('many.csv', many(3_500))));
  expect(items.map(({ nth }) => nth)).toEqual(Array.from({ length: 3_500 }, (_, at) => at + 1));
});

test('a refusal comes with its line and its sentence, as if it had been read here', async () => {
  const path = file('bad.csv', many(2).replace(/1\n$/, 'many\n'));
  const { line, said } = await refusal(readApart('keys', path));
  expect({ line, said }).toEqual({
    line: 3,
    said: 'Line 3: The seats is not a whole number from 1 to 1,000,000 in plain digits.',
  });
});

test('how far it is, is told up to the whole', async () => {
  const heard: number[] = [];
  const text = many(20_000);
  await all(
    readApart('keys', file('long.csv', text), { progress: (read, total) => heard.push(read / total) }),
  );
  expect(heard.length).toBeGreaterThan(4);
  expect(heard.at(-1)).toBe(1);
});

test('a thread that needs too long is ended, and says so', async () => {
  const path = file('slow.csv', many(200_000));
  const { problem, said } = await refusal(readApart('keys', path, {}, { memory: 64, time: 50 }));
  expect(problem.code).toBe('too-slow');
  expect(said).toMatch(/^Reading the file takes longer than .* is it the right file\?$/);
  expect(threads()).toBe(0);
});

test('a thread that needs too much memory is ended, and the rest goes on', async () => {
  // Every address is remembered, so that none stands twice: at some number of people that is more than 16 MB.
  const people = Array.from({ length: 400_000 }, (_, at) => `P,person-number-${at}@contoso.example,employee`);
  const path = file('crowd.csv', `name,email,role\n${people.join('\n')}`);
  const { problem } = await refusal(readApart('people', path, {}, { memory: 12, time: 60_000 }));
  expect(problem.code).toBe('too-much-memory');
  expect(rowsOf(await all(readApart('people', fixture('people.csv')))).length).toBeGreaterThan(0);
});

test('whoever stops in the middle leaves no thread behind', async () => {
  for await (const _ of readApart('keys', file('stopped.csv', many(5_000)))) break;
  expect(threads()).toBe(0);
});
