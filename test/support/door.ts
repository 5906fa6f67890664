import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import { type Card, plainText } from '../../src/core/card';
import type { Command } from '../../src/core/command';
import { type Handle, makeHandle } from '../../src/handlers/handle';
import { connect } from '../../src/store/database';
import { openStore, type Store } from '../../src/store/open';
import type { Sender } from '../../src/store/store';
import { openVault } from '../../src/store/vault';
import { type TestDatabase, testDatabase } from './database';
import { type Figure, teamId, tenantId } from './people';
import { importSample, type Sample } from './sample';

/** The door alone, as a bot without chats has it: a pool of its own on a database, and what it reported. */
export interface Door {
  sql: Knex;
  store: Store;
  handle: Handle;
  /** Troubles the door told its operator of. */
  troubles: Array<{ trouble: string; error: unknown }>;
  close(): Promise<void>;
}

/** The wrapping key of every test database, the same as behind the chats. */
export const wrappingKey = Buffer.alloc(32, 7);

/**
 * Opens the door on a database that is there. `unhurried`: it waits longer than somebody in a chat would, for tests of what comes of
 * many at once and not of how soon: a busy machine must not turn their answers into “please try again”.
 */
export async function openDoor(
  url: string,
  now: () => Date = () => new Date(),
  { unhurried = false } = {},
): Promise<Door> {
  const sql = connect(url, unhurried ? 'unhurried' : 'answering');
  const store = openStore(sql, await openVault(sql, new Map([[1, wrappingKey]]), now()), new Set());
  const troubles: Door['troubles'] = [];
  const handle = makeHandle({
    store,
    now,
    changed() {},
    report: (trouble, _incident, error) => troubles.push({ trouble, error }),
  });
  return { sql, store, handle, troubles, close: () => sql.destroy() };
}

/** A fresh database with the sample in it. */
export async function stockedDatabase(sample: Sample = {}): Promise<TestDatabase> {
  const database = await testDatabase();
  await importSample(
    { DATABASE_URL: database.url, KEY_ENCRYPTION_KEYS: `1:${wrappingKey.toString('base64')}` },
    sample,
  );
  return database;
}

/** Whoever speaks, as a platform verified it. */
export const senderOf = (figure: Figure, platform: 'slack' | 'teams' = 'slack'): Sender => ({
  platform,
  home: platform === 'slack' ? teamId : tenantId,
  user: platform === 'slack' ? figure.slackId : figure.teamsId,
  address: null,
  profile: { standing: 'member', name: figure.name, email: figure.email, locale: 'en' },
});

/** What the person reads on the card they got back. */
export const reading = (card: Card): string => plainText(card);

/** Says something at the door, under an identity of its own unless one is given, and reads the answer. */
export async function says(
  door: Door,
  figure: Figure,
  command: Command,
  identity: string = randomUUID(),
): Promise<string> {
  return reading((await door.handle(command, senderOf(figure), identity)).card);
}

/** The id of a benefit by its name. */
export async function benefitNamed(sql: Knex, name: string): Promise<string> {
  const row = await sql('benefits').where({ name }).first('id');
  if (!row) throw new Error(`no benefit is called ${name}`);
  return row.id;
}

/** Somebody asks for a benefit; resolves with the request's id. Fails when the answer is a refusal. */
export async function asksFor(
  door: Door,
  figure: Figure,
  name: string,
  wish: { quantity?: number; language?: string; system?: string; email?: string } = {},
): Promise<string> {
  const request = randomUUID();
  const benefit = await benefitNamed(door.sql, name);
  const answer = await says(door, figure, {
    type: 'request',
    request,
    benefit,
    reason: 'For the work',
    ...wish,
  });
  if (!answer.startsWith('You asked for')) throw new Error(`${figure.name} was refused: ${answer}`);
  return request;
}
