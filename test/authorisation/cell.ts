import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import type { Card } from '../../src/core/card';
import type { Command } from '../../src/core/command';
import { makeHandle } from '../../src/handlers/handle';
import { openStore } from '../../src/store/open';
import { reading } from '../support/door';
import type { Actor } from './actors';
import { carriedOut, holdingEnded, refusals, requestEnded, taskEnded } from './answers';
import { asa, parts, senderFor } from './cast';
import { missedHead } from './commands';
import type { requestStates, Word } from './matrix';
import { liveKey, type World } from './world';

/** One cell of the table: who does what to a thing in which state, and what is to come of it. */
export interface Cell {
  actor: Actor;
  /** `code`: a one-time code that Asa made in the other chat. */
  command: (code: string) => Command;
  state: string;
  word: Word;
}

/**
 * How many rows were written so far in this transaction, in whatever table, by the database's own count. What somebody says leaves a
 * trace of itself (when their account last spoke, the stored answer), which is no change.
 */
async function writtenIn(sql: Knex): Promise<number> {
  const { rows } = await sql.raw(
    `select sum(pg_stat_get_xact_tuples_inserted(oid) + pg_stat_get_xact_tuples_updated(oid) + pg_stat_get_xact_tuples_deleted(oid))::int as rows
       from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' and relname not in ('accounts', 'inbound')`,
  );
  return rows[0].rows;
}

/** Plays a cell on the world as it is and takes back whatever it did. Resolves with what is wrong with it; undefined when nothing is. */
export async function play(
  { door, vault, person }: World,
  platform: 'slack' | 'teams',
  { actor, command, state, word }: Cell,
): Promise<string | undefined> {
  const transaction = await door.sql.transaction();
  try {
    await parts[actor].since?.(transaction, platform);
    const made = command('');
    // Only where an admin says what happened to it does something speak against the ledger.
    const missed = made.type.startsWith('accept-ledger');
    const noted = missed ? { current: () => missedHead, note() {} } : undefined;
    const store = openStore(transaction, vault, new Set(), noted);
    // A code is made for the one command that needs one: who decides hangs on nothing of it.
    const code =
      made.type === 'link-code'
        ? await store.ledger.makeLinkCode(
            person(asa),
            platform === 'slack' ? 'teams' : 'slack',
            randomUUID(),
            new Date(),
          )
        : '';
    const before = await writtenIn(transaction);
    const troubles: unknown[] = [];
    const handle = makeHandle({
      store,
      now: () => new Date(),
      changed() {},
      report: (trouble, _, error) => troubles.push(`${trouble}: ${error}`),
    });
    const { card } = await handle(code ? command(code) : made, senderFor(actor, platform), randomUUID());
    const changed = (await writtenIn(transaction)) !== before;
    const wrong = troubles.length > 0 ? troubles.join() : amiss(made.type, word, state, card, changed);
    return wrong && `${actor}, ${state}: ${word} expected, but ${wrong}: ${reading(card)}`;
  } finally {
    await transaction.rollback();
  }
}

/** What stands above a refusal. */
const refusedAs = /^(Not this time|This is not open to you|Please look at this again)\n/;

/** What is not as the word says; undefined when all is. */
function amiss(
  type: Command['type'],
  word: Word,
  state: string,
  card: Card,
  changed: boolean,
): string | undefined {
  const said = reading(card);
  const showsForm = card.blocks.some((block) => block.type === 'form');
  const showsKey = JSON.stringify(card).includes(liveKey);
  const changes = word === 'does' || word === 'key' || word === 'code';
  if (changed !== changes) return changed ? 'something changed' : 'nothing changed';
  if (showsForm !== (word === 'form')) return showsForm ? 'a form opened' : 'no form opened';
  if (showsKey !== (word === 'key')) return showsKey ? 'the key was shown' : 'no key was shown';
  switch (word) {
    case 'does':
    case 'form':
    case 'sees':
    case 'key':
    case 'code':
      return carriedOut[type].test(said) ? undefined : 'it read otherwise';
    case 'ended':
      if (isOfRequest(state) && !reasons.test(said)) return 'no reason was read';
      return endedIn(state).test(said) && !refusedAs.test(said) ? undefined : 'it read otherwise';
    case 'state':
      if (reasons.test(said)) return 'a reason was read';
      return standing.test(said) ? undefined : 'it read otherwise';
    default:
      return refusedAs.test(said) && refusals[word].test(said.replace(refusedAs, ''))
        ? undefined
        : 'it read otherwise';
  }
}

/** What the people of the table wrote about their requests, and what somebody reads who reads none of it. */
const reasons = /For the work|Not this year|Microsoft refused it|Reason:|Answer:/;
const standing = /^Rita Requester asks for .+ for Alan Assignee\n.*State: /s;
const isOfRequest = (state: string): boolean => state in requestEnded;

const endedIn = (state: string): RegExp =>
  state === 'ended'
    ? holdingEnded
    : state === 'done'
      ? taskEnded
      : requestEnded[state as (typeof requestStates)[number]['is']];
