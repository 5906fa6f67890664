import { type LedgerDesk, openLedger, write } from '../ledger/desk';
import { wrappingKey } from '../support/company';
import { freePort } from '../support/free-port';
import { openReceiver, type Receiver, secretSetting } from '../webhook/receiver';
import { MortalBot } from './mortal-bot';

let desk: LedgerDesk;
let receiver: Receiver;
let bot: MortalBot;
beforeAll(async () => {
  desk = await openLedger();
  receiver = await openReceiver();
  const guid = '7a1f0c52-2c55-4d5b-9a0e-5d5f3a1c9999';
  bot = new MortalBot({
    DATABASE_URL: desk.database.url,
    AUDIT_HEAD_FILE: desk.database.headFile,
    KEY_ENCRYPTION_KEYS: wrappingKey,
    HOST: '127.0.0.1',
    PORT: String(await freePort()),
    TEAMS_APP_ID: guid,
    TEAMS_APP_PASSWORD: 'crash-password',
    TEAMS_TENANT_ID: guid,
    TEAMS_EMULATOR_URL: new URL(receiver.url).origin,
    WEBHOOK_URL: receiver.url,
    WEBHOOK_SECRET: secretSetting,
  });
}, 120_000);
afterAll(async () => {
  await bot?.kill().catch(() => {});
  await receiver?.close();
  await desk?.close();
});

test('killed while a receiver hangs, and begun again: no event is lost, and what came twice has the same id', async () => {
  const took = receiver.answer;
  receiver.answer = () => {};
  await bot.start();
  await write(desk.bot, 12);
  await receiver.until('those that hang', () => receiver.tries.length >= 8);
  await bot.kill();
  receiver.answer = took;
  await write(desk.bot, 3);
  await bot.start();
  const rows = () => new Set(receiver.taken.map(({ body }) => body.data.row));
  await receiver.until('all of them', () => rows().size === 15);
  expect(receiver.forged).toBe(0);
  expect(new Set(receiver.tries.map(({ id }) => id)).size).toBe(15);
  expect(bot.written.join('')).not.toMatch(/whsec_|For \d/);
}, 120_000);
