import { connect, createServer, type Socket } from 'node:net';
import { Client } from 'pg';

/** A wire between the bot and its database that can be cut at the worst moment. */
export interface Wire {
  /** As the database's own address, but through the wire. */
  url: string;
  /**
   * Cuts the connection of the next so many commits: `before`, so that the server never hears of it, or `after`, so that it was
   * saved and only the answer is lost.
   */
  cut(moment: 'before' | 'after', times: number): void;
  /**
   * Cuts the connection of the transaction that speaks of this, once, and says so at that very moment: `within`, as the words are on
   * their way to the server, `before` or `after` its commit.
   */
  strike(moment: 'within' | 'before' | 'after', words: string, struck: () => void): void;
  /** How many cuts are still to come. */
  left(): number;
  close(): Promise<void>;
}

interface Cuts {
  moment: 'within' | 'before' | 'after';
  left: number;
  /** Of a transaction that speaks of this alone. */
  words?: string | undefined;
  struck?: (() => void) | undefined;
}

/** Lays a wire to a database. */
export async function layWire(url: string): Promise<Wire> {
  const { host, port, user, password, database } = new Client({ connectionString: url });
  const open = new Set<Socket>();
  const cuts: Cuts = { moment: 'after', left: 0 };

  const server = createServer((bot) => {
    const there = host.startsWith('/') ? connect(`${host}/.s.PGSQL.${port}`) : connect(port, host);
    /** What was sent since the last transaction began. */
    let spoken = '';
    const comes = (moment: Cuts['moment']): boolean =>
      cuts.left > 0 && cuts.moment === moment && spoken.includes(cuts.words ?? '');
    const cutNow = () => {
      cuts.left--;
      cuts.struck?.();
      bot.destroy();
      there.destroy();
    };
    for (const [socket, other] of [
      [bot, there],
      [there, bot],
    ] as const) {
      open.add(socket);
      socket.on('error', () => other.destroy());
      socket.on('close', () => {
        open.delete(socket);
        other.destroy();
      });
    }
    bot.on('data', (bytes) => {
      if (cuts.words !== undefined)
        spoken = (bytes.includes('BEGIN') ? '' : spoken) + bytes.toString('latin1');
      if (comes('within') || (bytes.includes('COMMIT') && comes('before'))) cutNow();
      else there.write(bytes);
    });
    // CommandComplete: 'C', length, tag (postgresql.org, "Message Formats"). The answer to a commit is one packet.
    there.on('data', (bytes) => {
      if (bytes.includes('COMMIT\0') && comes('after')) cutNow();
      else bot.write(bytes);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the wire has no port');

  return {
    url: `postgres://${user}:${encodeURIComponent(password ?? '')}@127.0.0.1:${address.port}/${database}`,
    cut(moment, times) {
      Object.assign(cuts, { moment, left: times, words: undefined, struck: undefined });
    },
    strike(moment, words, struck) {
      Object.assign(cuts, { moment, left: 1, words, struck });
    },
    left: () => cuts.left,
    async close() {
      for (const socket of open) socket.destroy();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}
