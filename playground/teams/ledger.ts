import { copy, isJson } from './json';

/** One HTTP call between the tenant and the bot, in either direction. */
export type Entry = {
  n: number;
  /** Milliseconds since 1970, by the tenant's clock. */
  at: number;
  direction: 'to bot' | 'from bot';
  /** `message`, `invoke adaptiveCard/action`, … to the bot; `send`, `update`, `member`, … from it. */
  kind: string;
  method: string;
  path: string;
  /** The Authorization header with everything but its first letters taken out. */
  authorization: string;
  body: unknown;
  /** The status of the answer; absent while none came (pending, late, hung up). */
  status?: number;
  answer?: unknown;
  /** The headers of the answer that matter, `retry-after` among them. */
  headers?: Record<string, string>;
  /** Milliseconds from the call to its answer, by the wall clock. */
  took?: number;
  /** Laws this call bent without being refused: a card over its budget, a card that cannot be shown … */
  warnings: string[];
};

export type Ledger = {
  readonly entries: readonly Entry[];
  /** Writes a call down when it starts; the caller completes status and answer. */
  open(entry: Omit<Entry, 'n' | 'at' | 'warnings' | 'authorization'> & { authorization?: string }): Entry;
  /** The latest call of this kind; throws when there was none. */
  last(kind: string): Entry;
  /** Every warning so far, each with the kind of call it came from. */
  warnings(): string[];
  clear(): void;
};

/** A fresh ledger; it keeps the latest calls only, so that a playground may run for weeks. */
export function createLedger(now: () => number, keep = 5_000): Ledger {
  const entries: Entry[] = [];
  let n = 0;
  return {
    entries,
    open({ authorization, ...call }) {
      const entry: Entry = {
        ...call,
        body: copy(call.body),
        n: ++n,
        at: now(),
        authorization: maskToken(authorization),
        warnings: [],
      };
      entries.push(entry);
      if (entries.length > keep) entries.splice(0, entries.length - keep);
      return entry;
    },
    last(kind) {
      const entry = [...entries].reverse().find((e) => e.kind === kind);
      if (!entry) throw new Error(`No call of kind ${kind}`);
      return entry;
    },
    warnings: () => entries.flatMap((e) => e.warnings.map((warning) => `${e.kind}: ${warning}`)),
    clear: () => entries.splice(0),
  };
}

/** A bearer without its secret: enough to see that there was one. */
function maskToken(authorization: string | undefined): string {
  if (!authorization) return '(none)';
  const [scheme, token = ''] = authorization.split(' ');
  return `${scheme} ${token.slice(0, 3)}… (${token.length} characters)`;
}

/**
 * The answer to a dialog call without what the dialog shows: a dialog is for one person's eyes, so the
 * ledger keeps its kind and size only.
 */
export function withoutDialogContent(answer: unknown): unknown {
  if (!isJson(answer) || !isJson(answer.task)) return answer;
  const { type, value = '' } = answer.task;
  return { task: { type, value: `(${JSON.stringify(value).length} characters left out)` } };
}
