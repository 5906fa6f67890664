import type { createServer, Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { makeServer } from '../../src/bot/http';
import { makeTeams } from '../../src/bot/teams';
import type { Card } from '../../src/core/card';
import type { Handle } from '../../src/handlers/handle';
import { makeLog } from '../../src/log';
import { makeGoBetween } from './go-between';

export const registration = {
  appId: '11111111-2222-4333-8444-555555555555',
  tenantId: '66666666-7777-4888-9999-aaaaaaaaaaaa',
};

/** What the bot says while it is checked. */
export const sentences = {
  greeting: 'What the bot can do',
  card: 'Windows 11 waits for approval',
  pressed: 'The request was cancelled',
  working: 'Working on it',
  late: 'Here is the answer at last',
  button: 'Cancel request',
};

const card = (title: string, blocks: Card['blocks'] = []): Card => ({
  title,
  blocks,
  place: 'here',
  locale: 'en',
});
const request = 'bbbbbbbb-7777-4888-9999-aaaaaaaaaaaa';
const withButton = card(sentences.card, [
  { type: 'buttons', buttons: [{ label: sentences.button, press: { type: 'cancel', request } }] },
]);

export interface CheckedBot {
  /** Where a channel that signs nothing sends its activities. */
  endpoint: string;
  /** Lets the answer to the word `late` come. */
  finish(): void;
  close(): Promise<void>;
}

/**
 * The whole Teams side on a port of its own, the go-between before it, and in the place of the house somebody who knows four answers:
 * a greeting when it comes into the chat, to `late` one that comes when it is let, to the button another card, and to anything else the card
 * with the button.
 */
export async function openBot(): Promise<CheckedBot> {
  let finish = () => {};
  const finished = new Promise<void>((resolve) => {
    finish = resolve;
  });
  const answer = async (input: unknown): Promise<Card> => {
    const { type, text } = input as { type?: unknown; text?: unknown };
    if (type === 'menu') return card(sentences.greeting);
    if (type === 'cancel') return card(sentences.pressed);
    if (text !== 'late') return withButton;
    await finished;
    return card(sentences.late);
  };
  const handle: Handle = Object.assign(async (input: unknown) => ({ card: await answer(input) }), {
    working: () => card(sentences.working),
  });

  let own = '';
  let bot = '';
  const between = makeGoBetween(
    registration,
    () => own,
    () => bot,
  );
  own = await listen(between);
  const teams = makeTeams({
    config: { ...registration, appPassword: 'not used', emulatorUrl: own },
    handle,
    log: makeLog('silent'),
  });
  const server = makeServer({ 'POST /api/messages': teams.route }, () => undefined);
  bot = `${await listen(server)}/api/messages`;

  return {
    endpoint: `${own}/api/messages`,
    finish,
    async close() {
      finish();
      await teams.stop();
      for (const one of [server, between]) await shut(one);
    },
  };
}

/** Resolves with the origin at which a server listens, on a port of the system's choice and this machine only. */
export async function listen(server: Server): Promise<string> {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** Ends a server and whatever still speaks to it. */
export async function shut(server: ReturnType<typeof createServer>): Promise<void> {
  server.closeAllConnections();
  await new Promise((done) => server.close(done));
}
