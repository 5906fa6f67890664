import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { sealNext } from '../../src/store/seal/seal';
import { type LedgerDesk, openLedger, sealed, write } from '../ledger/desk';
import { type Desk, openDesk } from './command';

let ledger: LedgerDesk;
let desk: Desk;
beforeAll(async () => {
  ledger = await openLedger();
  await sealed(ledger, 3, 4);
  desk = await openDesk({ DATABASE_URL: ledger.database.url });
});
afterAll(async () => {
  await desk?.close();
  await ledger?.close();
});

const lines = async (...words: string[]): Promise<Line[]> => {
  const { code, out, err } = await desk.runPlain('audit', 'stream', ...words);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  return out === ''
    ? []
    : out
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line));
};
interface Line {
  metadata: { uid: string; sequence: number };
  unmapped: { cursor: string };
}

test('every sealed row is a line, in the order of the seals; a cursor goes on behind it', async () => {
  const all = await lines();
  expect(all.map(({ unmapped }) => unmapped.cursor)).toEqual(
    [1, 2, 3].flatMap((seal) => [1, 2, 3, 4].map((place) => `${seal}.${place}`)),
  );
  expect(new Set(all.map(({ metadata }) => metadata.uid)).size).toBe(12);
  for (const line of all)
    expect(line).toMatchObject({
      class_uid: 3004,
      category_uid: 3,
      activity_id: 1,
      type_uid: 300401,
      severity_id: 1,
      time: expect.any(Number),
      metadata: { version: '1.5.0', product: { vendor_name: expect.any(String) } },
      entity: { uid: expect.any(String), type: 'request' },
      message: 'request.asked',
    });
  expect(await lines('--since', '2.3')).toEqual(all.slice(7));
  expect(await lines('--since', '2')).toEqual(all.slice(8));
  expect(await lines('--since', '3.4')).toEqual([]);
  const [one] = await lines('--format', 'json', '--since', '3.3');
  expect(one).toMatchObject({ type: 'request.asked', data: { id: all[11]?.metadata.uid, cursor: '3.4' } });
  const wrong = await desk.run('audit', 'stream', '--since', 'yesterday');
  expect(wrong).toMatchObject({ code: 1, out: '' });
  expect(wrong.err).toContain('--since takes the cursor of a line');
});

test('who follows reads what is sealed later; killed and begun again behind the last cursor, nothing is missing or twice', async () => {
  const before = await lines();
  const read: string[] = [];
  const follow = async (since: string, until: number) => {
    const child = desk.start('audit', 'stream', '--follow', '--since', since);
    for await (const line of createInterface({ input: child.stdout as NodeJS.ReadableStream })) {
      read.push(JSON.parse(line).unmapped.cursor);
      if (read.length >= until) break;
    }
    return child;
  };
  const first = follow('3.4', 3);
  await write(ledger.bot, 5);
  await sealNext(ledger.bot, ledger.chain, new Date());
  const killed = await first;
  killed.kill('SIGKILL');
  await once(killed, 'close');
  await write(ledger.bot, 2);
  await sealNext(ledger.bot, ledger.chain, new Date());
  const second = await follow(read.at(-1) as string, 7);
  second.kill('SIGTERM');
  const [code] = await once(second, 'close');
  expect(code).toBe(0);
  const all = await lines();
  expect(read).toEqual(all.slice(before.length).map(({ unmapped }) => unmapped.cursor));
});
