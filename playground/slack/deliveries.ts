import { Agent, request } from 'node:http';
import type { Answer, Delivery } from './ledger';
import { sign } from './signature';
import { Sockets } from './socket/sockets';
import type { Workspace } from './workspace';

export type Outbound = {
  kind: string;
  contentType: 'application/x-www-form-urlencoded' | 'application/json';
  raw: string;
  body: Record<string, unknown>;
  /** More headers, or other ones than Slack would send. */
  headers?: Record<string, string>;
};

/** A delivery that has its answer, or the lack of one. */
export type Delivered = Delivery & { answer: Answer };

/** Slack's side of the wire to the bot: signed posts, 3 seconds of patience. */
export class Deliveries {
  private readonly agent = new Agent({ keepAlive: false });
  private readonly pending = new Set<Promise<unknown>>();

  constructor(
    private readonly workspace: Workspace,
    readonly bot: { url: string; answerWithinMs: number; signedAt: () => number },
    /** Socket Mode in the place of posts, where the app uses it. */
    readonly sockets: Sockets = new Sockets(undefined),
  ) {}

  /** Signs with the present time and posts. Never rejects: what went wrong is in the answer. */
  send(outbound: Outbound): Promise<Delivered> {
    const timestamp = Math.floor(this.bot.signedAt() / 1000);
    return this.post({
      ...outbound,
      headers: { ...sign(this.workspace.app.signingSecret, outbound.raw, timestamp), ...outbound.headers },
    });
  }

  /** Posts exactly these headers and this body; nothing is signed. */
  post(outbound: Outbound): Promise<Delivered> {
    const entry = this.workspace.ledger.delivery({
      at: this.workspace.now(),
      kind: outbound.kind,
      url: this.bot.url,
      headers: {
        'user-agent': 'Slackbot 1.0 (+https://api.slack.com/robots)',
        accept: 'application/json,*/*',
        'content-type': outbound.contentType,
        'content-length': String(Buffer.byteLength(outbound.raw)),
        ...outbound.headers,
      },
      raw: outbound.raw,
      body: outbound.body,
    });
    return this.track(
      this.answerTo(entry).then((answer) => {
        const delivered = Object.assign(entry, { answer });
        this.workspace.changed();
        return delivered;
      }),
    );
  }

  /** Keeps something that happens later in view of `settled`. */
  track<Result>(work: Promise<Result>): Promise<Result> {
    const kept = work.finally(() => this.pending.delete(kept));
    this.pending.add(kept);
    return kept;
  }

  /** Resolves when nothing is on its way any more. */
  async settled(): Promise<void> {
    while (this.pending.size > 0) await Promise.allSettled([...this.pending]);
  }

  stop(): void {
    this.agent.destroy();
  }

  private answerTo(entry: Delivery): Promise<Answer> {
    return this.sockets.isOn ? this.sockets.deliver(entry, this.bot.answerWithinMs) : this.exchange(entry);
  }

  private exchange(entry: Delivery): Promise<Answer> {
    return new Promise((resolve) => {
      const call = request(
        entry.url,
        { method: 'POST', headers: entry.headers, agent: this.agent },
        (response) => {
          const parts: Buffer[] = [];
          response.on('data', (part: Buffer) => parts.push(part));
          response.on('end', () => {
            finish({
              kind: 'answered',
              status: response.statusCode ?? 0,
              headers: Object.fromEntries(
                Object.entries(response.headers).map(([name, value]) => [name, String(value)]),
              ),
              body: Buffer.concat(parts).toString('utf8'),
            });
          });
          response.on('error', (problem) => finish({ kind: 'unreachable', reason: problem.message }));
        },
      );
      const timer = setTimeout(() => {
        finish({ kind: 'timeout' });
        call.destroy();
      }, this.bot.answerWithinMs);
      const finish = (answer: Answer) => {
        clearTimeout(timer);
        resolve(answer);
      };
      call.on('error', (problem) => finish({ kind: 'unreachable', reason: problem.message }));
      call.end(entry.raw);
    });
  }
}
