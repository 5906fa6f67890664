import { spawnSync } from 'node:child_process';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { textOf } from '../../playground/teams/card-form';
import type { Teams as Tenant } from '../../playground/teams/teams';
import { createTeams } from '../../playground/teams/tenant';
import { type CheckedBot, listen, openBot, registration, sentences, shut } from './bot';
import { type Screen, walk } from './steps';

/** The steps that are taken in Microsoft's Agents Playground, taken in our own Teams, through the same go-between. */
describe('the check against the Agents Playground', () => {
  let bot: CheckedBot;
  let tenant: Tenant;
  const server = createServer(async (request, response) => {
    if (!(await tenant.handle(request, response))) response.writeHead(404).end();
  });
  beforeEach(async () => {
    bot = await openBot();
    tenant = createTeams({
      botUrl: bot.endpoint,
      baseUrl: await listen(server),
      appId: registration.appId,
      // The Agents Playground has a tenant of its own making, too.
      tenantId: '99999999-7777-4888-9999-aaaaaaaaaaaa',
      people: [{ name: 'Ada Lin', email: 'ada@contoso.example' }],
    });
    await tenant.install(tenant.person('Ada Lin'));
  });
  afterEach(async () => {
    await bot.close();
    await shut(server);
  });

  function screen(): Screen {
    const ada = tenant.person('Ada Lin');
    const sent = () => tenant.messages(ada).filter(({ from }) => from === 'bot');
    const reads = () =>
      sent()
        .map(({ cards }) => textOf(cards[0] ?? {}))
        .join('\n');
    return {
      write: async (text) => void (await tenant.say(ada, tenant.chat(ada), text)),
      press: async (label) => void (await tenant.press(ada, sent().at(-1)!, { label })),
      shows: async (words) => void (await tenant.when(words, () => reads().includes(words))),
      hides: async (words) => void (await tenant.when(`no ${words}`, () => !reads().includes(words))),
    };
  }

  test('greets, takes a message, a button and a late answer, and each is seen', async () => {
    const seen: string[] = [];
    await walk(screen(), bot, (step) => seen.push(step));
    expect(seen).toHaveLength(4);
    const updates = tenant.ledger.entries.filter(({ kind }) => kind === 'update');
    expect(updates.map(({ status }) => status)).toEqual([200]);
  });

  test('fails at the step that is not seen', async () => {
    const whole = screen();
    const blind: Screen = {
      ...whole,
      shows: async (words) => {
        if (words === sentences.pressed) throw new Error(`Waited in vain for ${words}`);
        await whole.shows(words);
      },
    };
    const seen: string[] = [];
    await expect(walk(blind, bot, (step) => seen.push(step))).rejects.toThrow(sentences.pressed);
    expect(seen).toEqual(['the app comes and greets', 'a message is answered by a card']);
  });

  test('where it is not there, one sentence says how to get it', () => {
    const script = join(__dirname, '..', '..', 'scripts', 'check-agents-playground.mjs');
    const env = { ...process.env, AGENTS_PLAYGROUND: join(__dirname, 'nowhere') };
    const ran = spawnSync(process.execPath, [script], { encoding: 'utf8', env });
    expect(ran.status).toBe(1);
    expect(ran.stdout).toBe('');
    expect(ran.stderr.trim().split('\n')).toHaveLength(1);
    expect(ran.stderr).toMatch(/npm install --prefix ".*nowhere" .*@microsoft\/m365agentsplayground/);
  });
});
