import { Client } from 'pg';
import { openDoor, reading, senderOf } from '../support/door';
import { dana, omar } from '../support/people';

/** Press Approve on these requests, all at once. */
export interface Presses {
  requests: string[];
}

/** What each press read on its card, in the same order. */
export interface Answers {
  answers: string[];
}

/**
 * A copy of the bot without its chats, in a process of its own: `door-child.ts <database> <who approves> [without-locks]`. With
 * `without-locks` nothing is locked any more and a unit is taken whatever its state: what the bot would be had nobody thought of races.
 */
async function main([url, who, mode]: string[]): Promise<void> {
  if (mode === 'without-locks') forgetLocks();
  const door = await openDoor(url as string);
  const sender = who === 'dana' ? senderOf(dana, 'slack') : senderOf(omar, 'teams');

  process.on('message', ({ requests }: Presses) => {
    const presses = requests.map(async (request) => {
      const { card } = await door.handle(
        { type: 'approve', request, version: 1 },
        sender,
        `press-${request}`,
      );
      return reading(card);
    });
    void Promise.all(presses).then((answers) => process.send?.({ answers } satisfies Answers));
  });
  process.on('disconnect', () => process.exit());
  process.send?.('ready');
}

/** Takes every row lock, and the condition of a claim, out of what is sent to the database. */
function forgetLocks(): void {
  const send = Client.prototype.query as (...words: unknown[]) => unknown;
  Client.prototype.query = function (this: Client, statement: unknown, ...rest: unknown[]) {
    if (typeof statement === 'object' && statement !== null && 'text' in statement) {
      const careless = String(statement.text)
        .replace(/\bfor (no key )?update( of \w+(, \w+)*)?( skip locked)?/g, '')
        .replace(/where id = (\S+) and state = 'free'/g, 'where id = $1');
      Object.assign(statement, { text: careless });
    }
    return send.call(this, statement, ...rest);
  } as typeof Client.prototype.query;
}

void main(process.argv.slice(2));
