/** What came back for a call: an HTTP answer, or the way in which none came. */
export type Answer =
  | { kind: 'answered'; status: number; headers: Record<string, string>; body: string }
  | { kind: 'timeout' }
  | { kind: 'unreachable'; reason: string };

type Line = { id: number; at: number; url: string; headers: Record<string, string>; answer?: Answer };

/** Slack to the bot: `kind` is the payload type (`slash_command`, `block_actions`, `event_callback`, …). */
export type Delivery = Line & {
  direction: 'to-bot';
  kind: string;
  raw: string;
  body: Record<string, unknown>;
};

/** The bot to Slack: `method` is the Web API method, or `response_url`. */
export type Call = Line & { direction: 'from-bot'; method: string; body: Record<string, unknown> };

export type Entry = Delivery | Call;

/** Every request in both directions, in order; bearer tokens are masked before anything is kept. */
export class Ledger {
  readonly entries: Entry[] = [];
  private next = 1;

  /** Writes one request down; its answer is filled in by the caller when there is one. */
  delivery(line: Omit<Delivery, 'id' | 'direction'>): Delivery {
    const entry: Delivery = { ...line, id: this.next++, direction: 'to-bot' };
    this.entries.push(entry);
    return entry;
  }

  call(line: Omit<Call, 'id' | 'direction'>): Call {
    const entry: Call = {
      ...line,
      headers: masked(line.headers),
      body: withoutToken(line.body),
      id: this.next++,
      direction: 'from-bot',
    };
    this.entries.push(entry);
    return entry;
  }

  /** The bot's calls of one method, or all. */
  calls(method?: string): Call[] {
    return this.entries.filter(
      (entry): entry is Call =>
        entry.direction === 'from-bot' && (method === undefined || entry.method === method),
    );
  }

  /** What was sent to the bot of one kind, or all. */
  deliveries(kind?: string): Delivery[] {
    return this.entries.filter(
      (entry): entry is Delivery =>
        entry.direction === 'to-bot' && (kind === undefined || entry.kind === kind),
    );
  }

  clear(): void {
    this.entries.length = 0;
  }
}

function masked(headers: Record<string, string>): Record<string, string> {
  return 'authorization' in headers ? { ...headers, authorization: 'Bearer ***' } : headers;
}

function withoutToken(body: Record<string, unknown>): Record<string, unknown> {
  return 'token' in body ? { ...body, token: '***' } : body;
}
