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
  /** How many cuts are still to come. */
  left(): number;
  close(): Promise<void>;
}

/** Lays a wire to a database. */
export async function layWire(url: string): Promise<Wire> {
  const { host, port, user, password, database } = new Client({ connectionString: url });
  const open = new Set<Socket>();
  const cuts = { moment: 'after' as 'before' | 'after', left: 0 };

  const server = createServer((bot) => {
    const there = host.startsWith('/') ? connect(`${host}/.s.PGSQL.${port}`) : connect(port, host);
    const cutNow = () => {
      cuts.left--;
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
      if (cuts.moment === 'before' && cuts.left > 0 && bytes.includes('COMMIT')) cutNow();
      else there.write(bytes);
    });
    // CommandComplete: 'C', length, tag (postgresql.org, "Message Formats"). The answer to a commit is one packet.
    there.on('data', (bytes) => {
      if (cuts.moment === 'after' && cuts.left > 0 && bytes.includes('COMMIT\0')) cutNow();
      else bot.write(bytes);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the wire has no port');

  return {
    url: `postgres://${user}:${encodeURIComponent(password ?? '')}@127.0.0.1:${address.port}/${database}`,
    cut(moment, times) {
      Object.assign(cuts, { moment, left: times });
    },
    left: () => cuts.left,
    async close() {
      for (const socket of open) socket.destroy();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}
