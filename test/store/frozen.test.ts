import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { type Embedded, startEmbedded } from '../../src/store/embedded/start';
import { asksFor, type Door, openDoor, reading, says, senderOf } from '../support/door';
import { brokenLaws } from '../support/invariants';
import { ada, dana, eve, everybody, mei, omar } from '../support/people';
import { importSample } from '../support/sample';
import { prepareTemplate } from '../support/template';

/** A server of its own: frozen, it would hold up every other test. */
let server: Embedded;
let door: Door;
beforeAll(async () => {
  server = await startEmbedded({ folder: join(process.env.TEST_RUN_FOLDER ?? '', 'frozen'), durable: false });
  await prepareTemplate(server.url);
  const keys = `1:${Buffer.alloc(32, 7).toString('base64')}`;
  await importSample({ DATABASE_URL: server.url, KEY_ENCRYPTION_KEYS: keys }, {});
  door = await openDoor(server.url);
}, 240_000);
afterAll(async () => {
  await door.close();
  await server.stop();
});

/** Every process of the server stops in its tracks, as on a machine that swaps or a disk that hangs. Returns the way back. */
function freeze(): () => void {
  // The first one stops first: it could make others while they are being counted.
  process.kill(server.pid, 'SIGSTOP');
  const children = execFileSync('pgrep', ['-P', String(server.pid)])
    .toString()
    .trim()
    .split('\n')
    .map(Number);
  for (const pid of children) process.kill(pid, 'SIGSTOP');
  return () => {
    for (const pid of [...children, server.pid]) process.kill(pid, 'SIGCONT');
  };
}

/** Platforms give us 3 s; what is not answered by now is answered with "working on it". */
const inTime = 2_500;

test('a frozen database is told in one clear sentence, in time, and forgotten when it is over', async () => {
  const visio = await asksFor(door, eve, 'Visio Professional 2024');
  const other = await asksFor(door, mei, 'Visio Professional 2024');
  // Enough connections are open, and everybody has spoken, as on any working day.
  await Promise.all(everybody.map((figure) => says(door, figure, { type: 'mine' })));

  const thaw = freeze();
  const answers: Array<{ said: string; after: number }> = [];
  try {
    const frozen = performance.now();
    const ask = async (reply: Promise<string>) => {
      const said = await reply;
      answers.push({ said, after: performance.now() - frozen });
    };
    await Promise.all([
      ask(says(door, dana, { type: 'approve', request: visio, version: 1 }, 'frozen press')),
      ask(says(door, omar, { type: 'approve', request: other, version: 1 }, 'another frozen press')),
      ask(says(door, eve, { type: 'list' })),
      ask(says(door, ada, { type: 'tasks' })),
      ask(says(door, mei, { type: 'cancel', request: other }, 'a third')),
      ...everybody.map((figure) => ask(says(door, figure, { type: 'requests' }))),
    ]);
  } finally {
    thaw();
  }
  for (const { said, after } of answers) {
    expect(said).toMatch(/^Not this time\nSomething went wrong on our side/);
    expect(after).toBeLessThan(inTime);
  }
  console.log(`frozen: answers after ${answers.map(({ after }) => Math.round(after)).join(', ')} ms`);

  const thawed = performance.now();
  const { card } = await door.handle(
    { type: 'approve', request: visio, version: 1 },
    senderOf(dana),
    'frozen press',
  );
  expect(reading(card)).toContain('Approved and delivered');
  expect(performance.now() - thawed).toBeLessThan(2_000);
  expect(await brokenLaws(door.sql)).toEqual([]);
}, 240_000);
