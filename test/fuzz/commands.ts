import fc from 'fast-check';
import type { Knex } from 'knex';
import { Command, type CommandType } from '../../src/core/command';
import { others } from './chats';
import type { Json } from './mutate';

/** Everything that is, by its id: whatever somebody may not do, they shall try to do to it. */
export type Living = Record<'request' | 'benefit' | 'holding' | 'task' | 'person', string[]>;

export async function living(sql: Knex): Promise<Living> {
  const ids = async (table: string) => (await sql(table).pluck('id').orderBy('id')) as string[];
  const [request, benefit, holding, task, people] = await Promise.all(
    ['requests', 'benefits', 'holdings', 'tasks', 'people'].map(ids),
  );
  const refs = others.flatMap(({ slackId, teamsId }) => [`slack:${slackId}`, `teams:${teamsId}`]);
  return {
    request: request ?? [],
    benefit: benefit ?? [],
    holding: holding ?? [],
    task: task ?? [],
    person: [...(people ?? []).map((id) => `person:${id}`), ...refs],
  };
}

/** A command that is put in the place of one that was pressed: which, and what each of its parts is. */
export interface Meant {
  which: number;
  parts: number[];
  fresh: string;
}
export const meant: fc.Arbitrary<Meant> = fc.record({
  which: fc.nat(10_000),
  parts: fc.array(fc.nat(10_000), { minLength: 12, maxLength: 12 }),
  fresh: fc.uuid(),
});

/** What may stand where nothing in particular is looked for: the first that fits is taken. */
const whatever: Json[] = [
  1,
  2,
  3,
  4,
  'for the client project',
  '2026-12-01',
  '2027-02-01',
  true,
  'en',
  'approve',
  'deny',
  'queue',
];
const options = Command.options.map(
  ({ shape }) => shape as Record<string, { safeParse(value: unknown): { success: boolean } }>,
);
const types = new Set<unknown>(Command.options.map(({ shape }) => shape.type.value));

/** A command as somebody could send it who draws their own buttons. */
export function commandOf({ which, parts, fresh }: Meant, all: Living): Record<string, Json> {
  const at = which % options.length;
  const type = Command.options[at]?.shape.type.value as CommandType;
  const named = Object.entries(options[at] ?? {}).filter(([name]) => name !== 'type');
  const made = named.flatMap(([name, field], n): Array<[string, Json]> => {
    const turn = parts[n % parts.length] as number;
    const known: Json[] = name in all ? all[name as keyof Living] : [];
    const from = (list: Json[]) => list.map((_, i) => list[(i + turn) % list.length] as Json);
    // What need not be said is left out now and then.
    if (turn % 3 === 0 && field.safeParse(undefined).success) return [];
    const people = from(all.person).slice(0, 2);
    const found = [...from(known), ...(known.length > 0 ? [] : [fresh]), ...from(whatever), people].find(
      (value) => field.safeParse(value).success,
    );
    return found === undefined ? [] : [[name, found]];
  });
  return Object.fromEntries([['type', type], ...made]);
}

/** Puts a command in the place of each that an opened body bears. */
export function meanElse(body: Json, instead: Record<string, Json>): void {
  if (typeof body !== 'object' || body === null) return;
  for (const inner of Object.values(body)) {
    const isCommand = typeof inner === 'object' && inner !== null && 'type' in inner && types.has(inner.type);
    if (!isCommand) meanElse(inner, instead);
    else {
      for (const name of Object.keys(inner)) delete (inner as Record<string, Json>)[name];
      Object.assign(inner, structuredClone(instead));
    }
  }
}
