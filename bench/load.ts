import { connect, type Socket } from 'node:net';
import { type Act, bodyOf, signed } from './slack-bodies';

/** What a load is made of; it ends after this many requests or seconds, whichever comes first. */
export type Load = {
  port: number;
  secret: string;
  /** Makes the identities of this load its own. */
  mark: string;
  responseUrl: string;
  most: number;
  seconds: number;
} & (
  | { kind: 'flood'; connections: number }
  /** So many of each act in a second, whatever the answers do. `from`: the number of the first. */
  | { kind: 'pace'; perSecond: Record<Act, number>; from: number }
);

/** What the answers were like; times in milliseconds. */
export interface Loaded {
  seconds: number;
  times: Partial<Record<Act, number[]>>;
  /** Answers other than 200. */
  failed: number;
  /** The size of the last answer's body. */
  bytes: number;
}

/** One connection that is kept alive, with one request on its way at a time. Reads no more of an answer than where it ends. */
class Line {
  private socket: Socket;
  private take: ((answer: { ok: boolean; bytes: number }) => void) | undefined;
  private head = '';
  private body = 0;
  private expected: number | 'chunked' | undefined;
  private tail = '';

  constructor(port: number, gone: (error: Error) => void) {
    this.socket = connect(port, '127.0.0.1');
    this.socket.setNoDelay(true).on('data', (piece) => this.read(piece));
    this.socket.on('error', gone);
  }

  send(bytes: Buffer): Promise<{ ok: boolean; bytes: number }> {
    return new Promise((resolve) => {
      this.take = resolve;
      this.socket.write(bytes);
    });
  }

  close(): void {
    this.socket.destroy();
  }

  private read(piece: Buffer): void {
    let rest = piece;
    if (this.expected === undefined) {
      this.head += piece.toString('latin1');
      const end = this.head.indexOf('\r\n\r\n');
      if (end < 0) return;
      const length = /\r\ncontent-length: (\d+)/i.exec(this.head.slice(0, end + 2))?.[1];
      this.expected = length === undefined ? 'chunked' : Number(length);
      rest = Buffer.from(this.head.slice(end + 4), 'latin1');
    }
    this.body += rest.length;
    if (this.expected === 'chunked') {
      this.tail = (this.tail + rest.subarray(-7).toString('latin1')).slice(-7);
      if (!this.tail.endsWith('0\r\n\r\n')) return;
    } else if (this.body < this.expected) return;

    const answer = { ok: this.head.startsWith('HTTP/1.1 200'), bytes: this.body };
    this.head = '';
    this.body = 0;
    this.expected = undefined;
    this.tail = '';
    this.take?.(answer);
  }
}

/** Sends a load. Everything is signed before the first is sent: signing is Slack's work, not the bot's. */
async function send(load: Load): Promise<Loaded> {
  const loaded: Loaded = { seconds: 0, times: {}, failed: 0, bytes: 0 };
  const trouble = (error: Error) => {
    throw error;
  };
  const ask = async (line: Line, act: Act, bytes: Buffer) => {
    const begun = performance.now();
    const answer = await line.send(bytes);
    const times = loaded.times[act] ?? [];
    loaded.times[act] = times;
    times.push(performance.now() - begun);
    if (!answer.ok) loaded.failed += 1;
    loaded.bytes = answer.bytes;
  };
  const prepared = (act: Act, nth: number) =>
    signed(bodyOf(act, nth, load.mark, load.responseUrl), load.secret);

  if (load.kind === 'flood') {
    const requests = Array.from({ length: load.most }, (_, nth) => prepared('list', nth));
    const lines = Array.from({ length: load.connections }, () => new Line(load.port, trouble));
    const begun = performance.now();
    const end = begun + load.seconds * 1000;
    await Promise.all(
      lines.map(async (line) => {
        while (performance.now() < end) {
          const bytes = requests.pop();
          if (!bytes) return;
          await ask(line, 'list', bytes);
        }
      }),
    );
    loaded.seconds = (performance.now() - begun) / 1000;
    for (const line of lines) line.close();
    return loaded;
  }

  const plan = Object.entries(load.perSecond).flatMap(([act, rate]) =>
    Array.from({ length: Math.min(Math.round(rate * load.seconds), load.most) }, (_, nth) => ({
      at: (nth + 0.5) * (1000 / rate),
      act: act as Act,
      bytes: prepared(act as Act, load.from + nth),
    })),
  );
  plan.sort((one, other) => one.at - other.at);
  const idle: Line[] = [];
  const all: Line[] = [];
  const free = (): Line => {
    const line = idle.pop() ?? new Line(load.port, trouble);
    if (!all.includes(line)) all.push(line);
    return line;
  };
  const begun = performance.now();
  await Promise.all(
    plan.map(async ({ at, act, bytes }) => {
      await new Promise((due) => setTimeout(due, at - (performance.now() - begun)));
      const line = free();
      await ask(line, act, bytes);
      idle.push(line);
    }),
  );
  loaded.seconds = (performance.now() - begun) / 1000;
  for (const line of all) line.close();
  return loaded;
}

process.on('message', (load: Load) => {
  void send(load).then((loaded) => process.send?.(loaded));
});
process.on('disconnect', () => process.exit());
