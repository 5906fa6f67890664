import pino, { type DestinationStream, type Logger, type LoggerOptions } from 'pino';

export type { Logger };

/** What a part that works by itself tells an operator: facts, ids and codes only, and a name for what happened. */
export type OperatorLog = Record<'info' | 'warn' | 'error', (facts: object, event: string) => void>;

/** Never in a log, whatever object it hides in: tokens, keys, what people wrote. Log lines name ids and codes only. */
const secret = [
  'authorization',
  'token',
  'text',
  'key',
  'password',
  'response_url',
  'trigger_id',
  'detail',
  'bindings',
  'sql',
];

/** JSON lines on standard output, one per event, each with the id an operator can look for. `to`: somewhere else. */
export function makeLog(level: string, to?: DestinationStream): Logger {
  const options: LoggerOptions = {
    level,
    base: null,
    redact: { paths: secret.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]), censor: '[hidden]' },
    serializers: { error: describeError },
  };
  return to ? pino(options, to) : pino(options);
}

/** An error as an operator may see it: its kind, its code, where it was thrown. No message text: it may quote a row or a person. */
function describeError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { kind: typeof error };
  const { code, constraint, status } = error as { code?: unknown; constraint?: unknown; status?: unknown };
  return { kind: error.name, code, constraint, status, at: framesOf(error).slice(0, 6) };
}

/** Where it was thrown. A message may have lines of its own that begin as if they said that. */
function framesOf({ stack = '', message }: Error): string[] {
  const below = message !== '' && stack.includes(message) ? stack.indexOf(message) + message.length : 0;
  const frames = stack.slice(below).matchAll(/^ +(at .*(?::\d+:\d+|<anonymous>|index \d+)\)?)$/gm);
  return Array.from(frames, ([, frame]) => frame as string);
}
