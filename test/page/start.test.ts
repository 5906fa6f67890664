import { execFileSync, spawn } from 'node:child_process';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { built, ended, type Home, makeHome, project } from './program';

type Sight = {
  bot: { state: string };
  offset: number;
  people: { key: string; unread: { teams: number } }[];
  changed: Record<string, { notice: string }>;
};

/** What the page is told about a person until it fits. Each event has only what has changed since the one before, so they add up. */
async function sightOf(
  origin: string,
  person: string,
  fits: (sight: Sight) => boolean = () => true,
): Promise<Sight> {
  const response = await fetch(`${origin}/page/events?as=${person}`);
  const decoder = new TextDecoder();
  let text = '';
  let changed: Sight['changed'] = {};
  for await (const part of response.body as unknown as AsyncIterable<Uint8Array>) {
    text += decoder.decode(part, { stream: true });
    const events = text.split('\n\n');
    text = events.pop() ?? '';
    for (const event of events) {
      const data = /^data: (.*)$/m.exec(event)?.[1];
      if (data === undefined) continue;
      const told = JSON.parse(data) as Sight;
      changed = { ...changed, ...told.changed };
      const sight = { ...told, changed };
      // To leave the loop closes the connection.
      if (fits(sight)) return sight;
    }
  }
  throw new Error('The page was told nothing that fits.');
}

const act = async (origin: string, person: string, what: unknown) => {
  const response = await fetch(`${origin}/page/act?as=${person}`, {
    method: 'POST',
    body: JSON.stringify(what),
  });
  return response.json();
};

/** The only child of a process: of the starter the playground, of that the bot. */
const childOf = (pid: number): number => {
  const children =
    process.platform === 'linux'
      ? readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8')
      : execFileSync('pgrep', ['-P', String(pid)], { encoding: 'utf8' });
  return Number(children.trim().split(/\s/)[0]);
};
const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};
const until = async (what: string, holds: () => boolean) => {
  for (const giveUp = Date.now() + 15_000; !holds(); ) {
    if (Date.now() > giveUp) throw new Error(`Waited in vain: ${what}`);
    await new Promise((done) => setTimeout(done, 50));
  }
};

/** What was said, by the ids of the messages: in which order two chats are shown is no part of it. */
const noticesOf = ({ changed }: Awaited<ReturnType<typeof sightOf>>) =>
  Object.fromEntries(Object.entries(changed).map(([id, { notice }]) => [id, notice]));

const ada = 'ada@contoso.example';

describe('the start of the playground', () => {
  let home: Home;
  beforeAll(async () => {
    await built();
    home = await makeHome();
  }, 240_000);
  afterEach(() => home.stopAll(), 30_000);
  afterAll(() => home?.remove(), 240_000);

  it('imports the sample once, keeps its secrets to itself, and remembers the chats', async () => {
    const first = await home.start();
    for (const line of [
      'Importing the sample people',
      'Importing the sample membership',
      'Importing the sample keys',
      'Importing the sample policy',
    ])
      expect(first.output).toContain(line);
    expect(first.output.trimEnd().split('\n').at(-1)).toBe(`Ready: ${home.origin}`);
    expect(statSync(join(home.folder, '.data', 'playground.json')).mode & 0o077).toBe(0);

    const { changed } = await sightOf(home.origin, ada);
    const channel = Object.keys(changed).length;
    expect(channel).toBeGreaterThan(0);
    await act(home.origin, ada, {
      do: 'slack.say',
      channel: 'D0ADALIND',
      text: 'I need a Windows Server key',
    });
    const said = await sightOf(home.origin, ada, (sight) => Object.keys(sight.changed).length >= channel + 2);
    await fetch(`${home.origin}/clock`, { method: 'POST', body: JSON.stringify({ by: 86_400_000 }) });
    expect(await home.stop(first.child)).toBe(0);

    const begun = Date.now();
    const second = await home.start();
    expect(second.output).toBe(`Ready: ${home.origin}\n`);
    expect(Date.now() - begun).toBeLessThan(30_000);
    const again = await sightOf(home.origin, ada);
    expect(noticesOf(again)).toEqual(noticesOf(said));
    expect(again.offset).toBe(86_400_000);
    expect(await home.stop(second.child)).toBe(0);
  }, 240_000);

  it('starts a bot that died again, and takes it along when it is killed itself', async () => {
    const { child } = await home.start();
    const bot = childOf(child.pid as number);
    process.kill(bot, 'SIGKILL');
    await sightOf(home.origin, ada, (sight) => sight.bot.state === 'restarting');
    await sightOf(home.origin, ada, (sight) => sight.bot.state === 'ready');
    const next = childOf(child.pid as number);
    expect(next).not.toBe(bot);

    child.kill('SIGKILL');
    await until('the bot ends with its playground', () => !isAlive(next));
    const { child: third } = await home.start();
    await home.stop(third);
  }, 240_000);

  it('serves its own page only: no other site in the same browser reaches it', async () => {
    const { child } = await home.start();
    const ask = (path: string, headers: Record<string, string>, body?: string) =>
      fetch(`${home.origin}${path}`, { headers, ...(body === undefined ? {} : { method: 'POST', body }) });
    const move = JSON.stringify({ by: 1_000 });
    expect((await ask('/clock', { origin: 'https://elsewhere.example' }, move)).status).toBe(403);
    expect((await ask('/clock', { origin: 'null' }, move)).status).toBe(403);
    expect((await ask('/clock', { origin: home.origin }, move)).status).toBe(200);
    expect((await ask('/', {})).headers.get('content-security-policy')).toContain("script-src 'self'");
    for (const path of [
      '/page/../main.ts',
      '/page/%2e%2e/main.ts',
      '/page/..%2fmain.ts',
      '/.env',
      '/package.json',
    ])
      expect([path, (await ask(path, {})).status]).toEqual([path, 404]);
    expect((await ask('/page/act?as=nobody', {}, '{}')).status).toBe(404);
    expect((await ask(`/page/act?as=${ada}`, {}, '{"do":"anything"}')).status).toBe(400);
    expect((await ask('/clock', {}, '{"by":-1}')).status).toBe(400);
    await home.stop(child);
  }, 240_000);

  it.each(['PORT', 'PLAYGROUND_PORT'] as const)(
    'says which setting when a port is taken: %s',
    async (name) => {
      const port = name === 'PORT' ? home.ports.bot : home.ports.page;
      const other: Server = createServer().listen(port, '127.0.0.1');
      const { code, output } = await ended(home.run());
      other.close();
      expect(code).toBe(1);
      expect(output.trim()).toBe(
        `${name}: something else on this machine listens on port ${port} already. End it, or set ${name} to another port.`,
      );
    },
    30_000,
  );

  it('says in one sentence what is no port', async () => {
    const { code, output } = await ended(home.run({ PLAYGROUND_PORT: 'http' }));
    expect([code, output.trim()]).toEqual([1, 'PLAYGROUND_PORT must be a port number from 1 to 65535.']);
  });

  it('passes on why the bot could not start, and leaves nothing behind', async () => {
    const { code, output } = await ended(home.run({ DATABASE_URL: 'nonsense' }));
    expect(code).toBe(1);
    expect(output).toContain('DATABASE_URL must begin with postgres://');
  }, 240_000);
});

describe('npm start', () => {
  let home: Home;
  beforeAll(async () => {
    // Without it the start would install anew, and take away what this test runs on.
    if (!existsSync(join(project, 'node_modules', '.installed-from')))
      throw new Error('Run “npm test” or “npm start” once before this test: they install the dependencies.');
    await built();
    home = await makeHome();
  }, 240_000);
  afterAll(() => home?.remove(), 240_000);

  const start = (change: NodeJS.ProcessEnv = {}) =>
    spawn(process.execPath, [join(project, 'scripts', 'start.mjs')], {
      cwd: home.folder,
      env: { ...home.env, ...change },
      stdio: ['ignore', 'pipe', 'pipe'],
    });

  it('runs the real bot as soon as a platform is set up, in the environment or in .env', async () => {
    const real = await ended(start({ SLACK_BOT_TOKEN: 'xoxb-1' }));
    expect(real.output).toContain('SLACK_SIGNING_SECRET is missing');
    expect(real.output.trimEnd().split('\n').at(-1)).toBe('The bot ended; what stands above says why.');
    expect(real.code).toBe(1);

    writeFileSync(join(home.folder, '.env'), 'TEAMS_APP_ID=\n');
    const blank = await ended(start());
    expect(blank.output).toContain('TEAMS_APP_ID is blank');
    writeFileSync(join(home.folder, '.env'), '');
  }, 240_000);

  it('runs the playground without settings, and ends with it', async () => {
    const child = start();
    let output = '';
    await new Promise<void>((done, reject) => {
      child.stdout?.on('data', (part: Buffer) => {
        output += part;
        if (/^Ready: /m.test(output)) done();
      });
      child.on('close', () => reject(new Error(output)));
    });
    const over = ended(child);
    child.kill('SIGINT');
    expect((await over).code).toBe(0);
    await expect(fetch(home.origin)).rejects.toThrow();
  }, 240_000);

  it('leaves nothing behind when it is killed', async () => {
    const child = start();
    await new Promise<void>((done, reject) => {
      child.stdout?.on('data', (part: Buffer) => part.includes('Ready: ') && done());
      child.on('close', () => reject(new Error('It ended too early.')));
    });
    const playground = childOf(child.pid as number);
    const bot = childOf(playground);
    child.kill('SIGKILL');
    await until('the playground and the bot end', () => !isAlive(playground) && !isAlive(bot));
  }, 240_000);
});
