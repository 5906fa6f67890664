import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { laws } from '../laws';
import type { Answer, Delivery } from '../ledger';
import { accept, type Connection } from './frames';

/** Why Slack ends a connection. docs.slack.dev/apis/events-api/using-socket-mode */
export type Goodbye = 'warning' | 'refresh_requested' | 'link_disabled' | 'too_many_websockets';

const types: Record<string, string> = { event_callback: 'events_api', slash_command: 'slash_commands' };

/**
 * Slack's side of Socket Mode: addresses that are good once, at most ten connections, each delivery in an envelope on one of them at random, and an
 * acknowledgement by the envelope's id, which may carry the answer.
 */
export class Sockets {
  private readonly tickets = new Set<string>();
  private readonly open = new Set<Connection>();
  private readonly waiting = new Map<string, (answer: Answer) => void>();
  /** In which envelope each delivery went out. */
  private readonly envelopes = new Map<number, string>();
  /** How often an address was asked for. */
  asked = 0;

  /** @param changed called after every connection that came or went */
  constructor(
    readonly appToken: string | undefined,
    private readonly changed: () => void = () => {},
  ) {}

  /** Whether this app uses Socket Mode: then nothing is posted to an address. */
  get isOn(): boolean {
    return this.appToken !== undefined;
  }

  get connections(): number {
    return this.open.size;
  }

  /** A new address for one connection, below that of Slack's Web API. */
  ticket(baseUrl: string): string {
    this.asked += 1;
    const ticket = randomUUID();
    this.tickets.add(ticket);
    return `${baseUrl.replace(/^http/, 'ws')}/link/?ticket=${ticket}`;
  }

  /** Takes the upgrade of a connection; false, untouched, where it is none of Slack's. */
  upgrade(request: IncomingMessage, socket: Duplex): boolean {
    const url = new URL(request.url ?? '/', 'http://slack');
    if (url.pathname !== '/link/') return false;
    if (!this.tickets.delete(url.searchParams.get('ticket') ?? '')) {
      socket.end('HTTP/1.1 404 Not Found\r\nConnection: close\r\n\r\n');
      return true;
    }
    const connection = accept(
      request,
      socket,
      (text) => this.heard(text),
      () => {
        this.open.delete(connection);
        this.changed();
      },
    );
    if (this.open.size >= laws.socketConnections) this.end(connection, 'too_many_websockets');
    else {
      this.open.add(connection);
      this.changed();
      connection.send(
        JSON.stringify({
          type: 'hello',
          num_connections: this.open.size,
          connection_info: { app_id: 'A0BENEFITS' },
          debug_info: { host: 'applink', approximate_connection_time: 18_060 },
        }),
      );
    }
    return true;
  }

  /** Sends a delivery in an envelope and waits for its acknowledgement. `envelope`: the one it came in before. */
  deliver(entry: Delivery, withinMs: number, envelope: string = randomUUID()): Promise<Answer> {
    const all = [...this.open];
    const connection = all[Math.floor(Math.random() * all.length)];
    if (!connection) return Promise.resolve({ kind: 'unreachable', reason: 'no socket is open' });
    this.envelopes.set(entry.id, envelope);
    return new Promise((resolve) => {
      const timer = setTimeout(() => finish({ kind: 'timeout' }), withinMs);
      const finish = (answer: Answer) => {
        clearTimeout(timer);
        this.waiting.delete(envelope);
        resolve(answer);
      };
      this.waiting.set(envelope, finish);
      const retry = entry.headers['x-slack-retry-num'];
      connection.send(
        JSON.stringify({
          envelope_id: envelope,
          type: types[entry.kind] ?? 'interactive',
          accepts_response_payload: entry.kind !== 'event_callback',
          payload: entry.body,
          ...(retry && { retry_attempt: Number(retry), retry_reason: entry.headers['x-slack-retry-reason'] }),
        }),
      );
    });
  }

  /** The same envelope once more, as after an acknowledgement that was lost. */
  redeliver(entry: Delivery, withinMs: number): Promise<Answer> {
    return this.deliver(entry, withinMs, this.envelopes.get(entry.id));
  }

  /** Says goodbye on every connection; a warning comes ten seconds before the end, here as long as somebody stays. */
  goodbye(reason: Goodbye): void {
    for (const connection of this.open) this.end(connection, reason);
  }

  /** The network fails. */
  tear(): void {
    for (const connection of this.open) connection.tear();
  }

  private end(connection: Connection, reason: Goodbye): void {
    connection.send(JSON.stringify({ type: 'disconnect', reason, debug_info: { host: 'applink' } }));
    if (reason === 'warning') return;
    // Nothing more is sent on it.
    this.open.delete(connection);
    connection.close();
    this.changed();
  }

  private heard(text: string): void {
    const { envelope_id: id, payload } = JSON.parse(text) as { envelope_id?: string; payload?: unknown };
    const body = payload === undefined ? '' : JSON.stringify(payload);
    this.waiting.get(id ?? '')?.({
      kind: 'answered',
      status: 200,
      headers: { 'content-type': 'application/json' },
      body,
    });
  }
}
