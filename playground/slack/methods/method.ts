import type { Json } from '../block-kit/block';
import type { Deliveries } from '../deliveries';
import type { OwnEvents } from '../own-events';
import { Refusal } from '../refusal';
import type { Workspace } from '../workspace';

export type Context = { workspace: Workspace; ownEvents: OwnEvents; deliveries: Deliveries };

/** One Web API method: the scope it needs, and what it answers beside `ok: true`; a `Refusal` becomes `ok: false`. */
export type Method = {
  scope?: string;
  /** It takes the token of the app, not that of its bot. */
  token?: 'app';
  run: (args: Json, context: Context) => Json;
};

/** A required string argument; Slack names what is missing. */
export function required(args: Json, name: string): string {
  const value = args[name];
  if (value === undefined || value === null || value === '') {
    throw new Refusal('invalid_arguments', {
      response_metadata: { messages: [`[ERROR] missing required field: ${name}`] },
    });
  }
  return String(value);
}

/** Whether an argument means yes, in a form or in JSON. */
export function flag(value: unknown): boolean {
  return value === true || value === 'true' || value === '1' || value === 1;
}
