import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { companyIn } from '../../../playground/company';
import { makeServer } from '../../../playground/http/server';
import { sightOf } from '../../../playground/http/sight';
import { keepMemory, readMemory, recall } from '../../../playground/memory';
import { makeWorld, type World } from '../../../playground/world';

const project = join(__dirname, '../../..');
const tom = 'tom@contoso.example';
const lena = 'lena@contoso.example';

/** A world with a bot that only listens. */
describe('somebody leaves the company of the playground', () => {
  let world: World;
  let origin: string;
  let botOrigin: string;
  const heard: string[] = [];
  const servers: Server[] = [];
  const listen = async (server: Server) => {
    servers.push(server);
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const address = server.address();
    return `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
  };
  const fresh = (memory?: Parameters<typeof makeWorld>[0]['memory']) =>
    makeWorld({
      company: companyIn(join(project, 'playground/sample')),
      benefits: [],
      kept: {
        slackToken: 'xoxb-1',
        slackSigningSecret: 'secret',
        teamsAppId: '7a1f0c52-2c55-4d5b-9a0e-5d5f3a1c9999',
        teamsPassword: 'password',
        teamsTenant: '7a1f0c52-2c55-4d5b-9a0e-5d5f3a1c0001',
        imported: [],
        installed: true,
      },
      origin,
      botOrigin,
      memory,
    });
  beforeAll(async () => {
    botOrigin = await listen(
      createServer(async (request, response) => {
        const parts: Buffer[] = [];
        for await (const part of request) parts.push(part as Buffer);
        heard.push(Buffer.concat(parts).toString('utf8'));
        response.end();
      }),
    );
    origin = await listen(makeServer(() => world, project));
  });
  beforeEach(() => {
    heard.length = 0;
    world = fresh();
  });
  afterAll(() => {
    for (const server of servers) {
      server.close();
      server.closeAllConnections();
    }
  });

  const act = async (as: string, what: unknown) => {
    const response = await fetch(`${origin}/page/act?as=${as}`, {
      method: 'POST',
      body: JSON.stringify(what),
    });
    return (await response.json()) as { warning?: string };
  };
  const maxSees = () => {
    const max = world.company.find(({ key }) => key === 'max@contoso.example');
    if (!max) throw new Error('The sample has no Max.');
    return (sightOf(world, max).state.people as { key: string; left: boolean }[])
      .filter(({ left }) => left)
      .map(({ key }) => key);
  };

  it('is told to the bot by Slack, found out in Teams, and shown to everybody on the page', async () => {
    expect(maxSees()).toEqual([]);
    expect(await act('max@contoso.example', { do: 'company.leave', person: tom })).toEqual({});
    const [event] = heard.map((body) => JSON.parse(body));
    expect(event.event).toMatchObject({ type: 'user_change', user: { id: 'U0TOMBECK', deleted: true } });
    expect(world.teams.suggestPeople('Tom')).toEqual([]);
    expect(maxSees()).toEqual([tom]);
    const said = await act(tom, { do: 'slack.say', channel: 'D0TOMBECK', text: 'I need a key' });
    expect(said.warning).toBe('Tom Becker is deactivated and cannot sign in.');
  });

  it('can come back', async () => {
    await act(tom, { do: 'company.leave', person: tom });
    expect(await act(tom, { do: 'company.return', person: tom })).toEqual({});
    expect(JSON.parse(heard.at(-1) as string).event.user).toMatchObject({ id: 'U0TOMBECK', deleted: false });
    expect(world.teams.suggestPeople('Tom')).toHaveLength(1);
    expect(maxSees()).toEqual([]);
  });

  it('works for whoever is in Slack alone, and for nobody who is not there', async () => {
    await act(tom, { do: 'company.leave', person: lena });
    expect(maxSees()).toEqual([lena]);
    const { warning } = await act(tom, { do: 'company.leave', person: 'nobody@contoso.example' });
    expect(warning).toBe('Nobody of that name is here.');
  });

  it('is remembered over a restart', async () => {
    await act(tom, { do: 'company.leave', person: tom });
    const folder = mkdtempSync(join(tmpdir(), 'benefits-memory-'));
    keepMemory(world, join(folder, 'chats.json')).flush();
    const memory = readMemory(join(folder, 'chats.json'));
    rmSync(folder, { recursive: true });
    if (!memory) throw new Error('Nothing was kept.');
    world = fresh(memory.teams);
    recall(world, memory);
    expect(maxSees()).toEqual([tom]);
    expect(world.teams.suggestPeople('Tom')).toEqual([]);
  });
});
