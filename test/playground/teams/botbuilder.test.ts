import { CardFactory, TeamsInfo, type TurnContext } from 'botbuilder';
import { textOf } from '../../../playground/teams/card-form';
import { APP_ID, attached, botbuilderBot, card, line, type Stage, stage, TENANT_ID } from './bots';

/** A bot on Microsoft's own library: what the tenant sends must be what that library takes for Teams. */
const question = card(
  [line('Visual Studio for Ben?')],
  [
    { type: 'Action.Execute', title: 'Approve', verb: 'command', data: { id: 'r1' } },
    { type: 'Action.Submit', title: 'Show key', data: { id: 'r1', msteams: { type: 'task/fetch' } } },
  ],
);

async function logic(context: TurnContext): Promise<void> {
  const { activity } = context;
  if (activity.type === 'message') {
    const me = await TeamsInfo.getMember(context, activity.from.id);
    await context.sendActivity({ type: 'typing' });
    await context.sendActivity(`${me.name} <${me.email}> says ${activity.text}`);
    await context.sendActivity({
      attachments: [CardFactory.adaptiveCard(question)],
      summary: 'Visual Studio for Ben?',
    });
    return;
  }
  if (activity.type === 'installationUpdate') {
    await context.sendActivity('Hello');
    return;
  }
  const { id } = activity.value?.action?.data ?? activity.value?.data ?? {};
  const body =
    activity.name === 'adaptiveCard/action'
      ? {
          statusCode: 200,
          type: 'application/vnd.microsoft.card.adaptive',
          value: card([line(`${id} approved`)]),
        }
      : activity.name === 'task/fetch'
        ? {
            task: {
              type: 'continue',
              value: { title: 'Your key', card: attached(card([line(`for ${id}`)])) },
            },
          }
        : undefined;
  await context.sendActivity({ type: 'invokeResponse', value: { status: 200, body } });
}

describe('a bot on botbuilder', () => {
  let on: Stage;
  beforeAll(async () => {
    on = await stage();
    botbuilderBot(on, logic);
  });
  afterAll(() => on.close());

  test('hears a person, looks them up, and answers with a card', async () => {
    const { teams } = on;
    const ada = teams.person('Ada Lin');
    const said = await teams.say(ada, teams.chat(ada), 'hello');
    expect(said).toMatchObject({ shows: 'message', status: 200 });
    const [, text, asked] = teams.messages(ada);
    expect(text?.text).toBe('Ada Lin <ada@contoso.example> says hello');
    expect(asked?.notification).toBe('Visual Studio for Ben?');
    expect(textOf(asked?.cards[0] ?? {})).toContain('[Approve]');

    expect(await teams.press(ada, asked!, { label: 'Approve' })).toMatchObject({ shows: 'card' });
    expect(textOf(teams.messages(ada).at(-1)?.cards[0] ?? {})).toBe('r1 approved');
    expect(teams.ledger.warnings()).toEqual([]);
  });

  test('opens a dialog from Action.Submit', async () => {
    const { teams } = on;
    const ben = teams.person('Ben Okoro');
    await teams.say(ben, teams.chat(ben), 'hello');
    await teams.press(ben, teams.messages(ben).at(-1)!, { label: 'Show key' });
    expect(teams.dialog(ben)?.title).toBe('Your key');
    expect(textOf(teams.dialog(ben)?.card ?? {})).toBe('for r1');
  });

  test('writes first: opens the chat, sends, and updates what it sent', async () => {
    const { teams } = on;
    const yijun = teams.person('陳怡君');
    const adapter = botbuilderBot(on, logic);
    await adapter.createConversationAsync(
      APP_ID,
      'msteams',
      teams.serviceUrl,
      null as unknown as string,
      {
        isGroup: false,
        bot: { id: `28:${APP_ID}`, name: teams.botName },
        members: [{ id: yijun.aadObjectId, name: '' }],
        tenantId: TENANT_ID,
        channelData: { tenant: { id: TENANT_ID } },
      } as never,
      async (context) => {
        const sent = await context.sendActivity('first');
        await context.updateActivity({ id: sent!.id!, type: 'message', text: 'second' });
      },
    );
    expect(teams.messages(yijun).map((m) => [m.text, m.edited])).toEqual([['second', true]]);
  });

  test('is told about an installation', async () => {
    const { teams } = on;
    const cleo = teams.addPerson({ name: 'Cleo', email: 'cleo@contoso.example', installed: false });
    await teams.install(cleo);
    expect(teams.messages(cleo).map((m) => m.text)).toEqual(['Hello']);
  });
});
