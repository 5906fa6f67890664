import fc from 'fast-check';
import { type Chat, nia, others, type Proof, type Recorded, sid } from './chats';
import { commandOf, type Living, type Meant, meanElse, meant } from './commands';
import { type Change, change, closed, type Json, mutate, opened } from './mutate';

/** A body that no chat would send: which recorded one it was, how it was changed, and who sends it. */
export interface Attack {
  which: number;
  changes: Change[];
  by: 'employee' | 'stranger' | 'whoever it says';
  proof: Proof;
  type: string | undefined;
  shape: 'whole' | 'cut' | 'doubled' | 'huge';
  fresh: boolean;
  /** In the place of what was pressed, sent or chosen. */
  meant: Meant | undefined;
}

export const attack: fc.Arbitrary<Attack> = fc.record({
  which: fc.nat(),
  changes: fc.array(change, { maxLength: 4 }),
  by: fc.constantFrom('employee', 'employee', 'employee', 'stranger', 'whoever it says'),
  proof: fc.constantFrom<Proof>(
    'right',
    'right',
    'right',
    'right',
    'right',
    'right',
    'wrong',
    'none',
    'stale',
  ),
  type: fc.oneof(
    { weight: 12, arbitrary: fc.constant(undefined) },
    {
      weight: 1,
      arbitrary: fc.constantFrom(
        'text/plain',
        'application/json',
        'multipart/form-data; boundary=x',
        '',
        'application/x-www-form-urlencoded; charset=utf-8',
      ),
    },
  ),
  shape: fc.constantFrom<Attack['shape']>(
    'whole',
    'whole',
    'whole',
    'whole',
    'whole',
    'whole',
    'whole',
    'cut',
    'doubled',
    'huge',
  ),
  fresh: fc.boolean(),
  meant: fc.option(meant, { nil: undefined, freq: 2 }),
});

let made = 0;
/**
 * Names by which a delivery is known again: with new ones it is not the answer that is stored for the old. `id` is one of a whole body alone:
 * deeper it names a person, a chat, a company.
 */
const identities = /^(trigger_id|event_id|client_msg_id|hash|ts|event_ts|action_ts)$/;
export function freshen(value: Json, depth = 0): void {
  if (typeof value !== 'object' || value === null || depth > 2) return;
  for (const [name, inner] of Object.entries(value)) {
    if (typeof inner === 'string' && (identities.test(name) || (name === 'id' && depth === 0)))
      (value as Record<string, Json>)[name] = `${inner}${++made}`;
    else freshen(inner, depth + 1);
  }
}

/** The bytes of an attack. Nobody who may do more than an employee is ever its sender. */
export function bytesOf(
  chat: Chat,
  recorded: Recorded[],
  { which, changes, by, shape, fresh, meant }: Attack,
  all: Living,
) {
  const from = meant ? recorded.filter(({ body }) => chat.isPress(body)) : recorded;
  const { kind, body } = from[which % from.length] as Recorded;
  const changed = opened(structuredClone(body));
  if (fresh) freshen(changed);
  if (meant) meanElse(changed, commandOf(meant, all));
  if (by !== 'whoever it says') chat.sentBy(changed, by === 'employee' ? nia : sid);
  // What is meant comes to something only where the rest is as it should be.
  if (!meant || !fresh) mutate(changed, changes);
  const privileged = others.flatMap((one) => [one.slackId, one.teamsId].map((id) => id.toLowerCase()));
  const names = (sender: unknown) =>
    privileged.some((id) =>
      JSON.stringify(sender ?? null)
        .toLowerCase()
        .includes(id),
    );
  if (chat.senders(changed).some(names)) chat.sentBy(changed, nia);
  const { raw, type } = chat.written(closed(changed));
  return { kind, type, raw: shaped(raw, shape) };
}

function shaped(raw: string, shape: Attack['shape']): string {
  if (shape === 'cut') return raw.slice(0, raw.length / 2);
  if (shape === 'huge') return raw + ' '.repeat(600_000);
  // The same names twice: whoever reads one of them first must not believe the other.
  if (shape === 'doubled')
    return raw.startsWith('{') ? `${raw.slice(0, -1)},${raw.slice(1)}` : `${raw}&${raw}`;
  return raw;
}
