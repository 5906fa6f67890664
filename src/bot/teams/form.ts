import { z } from 'zod';
import type { Block, Field, Press } from '../../core/card';
import type { Json } from './text';

type Form = Extract<Block, { type: 'form' }>;

/** The kinds of field that Teams draws as a people picker, and what each picks. */
const pickers: Partial<Record<Field['kind'], 'one' | 'many'>> = { person: 'one', people: 'many' };

/**
 * What waits behind the button of a form. The client puts the values of the inputs beside it, by the names of the fields, and never
 * inside: so no field can take the place of a part of the command. `picked`: the fields whose values are people.
 */
const Waiting = z.object({
  press: z.record(z.string(), z.unknown()),
  picked: z.record(z.string(), z.enum(['one', 'many'])).default({}),
});

/** The payload of a form's button. */
export function payloadOf({ fields, press }: Pick<Form, 'fields' | 'press'>): Json {
  const picked = Object.fromEntries(
    fields.flatMap(({ name, kind }) => (pickers[kind] ? [[name, pickers[kind]]] : [])),
  );
  return { waiting: { press: press as Press, ...(Object.keys(picked).length > 0 ? { picked } : {}) } };
}

/**
 * The command behind a button. Of a form it is what waited, with the values that were filled in; a field left empty is absent.
 * @param sent the payload as the client sent it; not a form's is the command itself.
 */
export function commandIn(sent: unknown): unknown {
  if (!isObject(sent)) return sent;
  const { msteams: _, seal: __, room: ___, waiting, ...rest } = sent;
  const form = Waiting.safeParse(waiting);
  if (!form.success) return filledIn(rest);
  const { press, picked } = form.data;
  const values = Object.entries(filledIn(rest)).map(([name, value]) => {
    const how = Object.hasOwn(picked, name) ? picked[name] : undefined;
    return [name, how === undefined ? value : how === 'one' ? personIn(value) : peopleIn(value)];
  });
  return { ...Object.fromEntries(values), ...press };
}

/** What waited behind a button, without what was filled in beside it and without what is Teams's own. */
export function pressedPart({ msteams: _, seal: __, room: ___, ...data }: Json): Json {
  return Waiting.safeParse(data.waiting).success ? { waiting: data.waiting } : data;
}

/** What a button sent, as the client put it together: of a form the values by the names of the inputs. */
export function sentBy({ value }: { value?: unknown }): unknown {
  if (!isObject(value)) return undefined;
  return isObject(value.action) ? value.action.data : value.data;
}

const filledIn = (values: Json): Json =>
  Object.fromEntries(
    Object.entries(values).filter(([, value]) => !(typeof value === 'string' && value.trim() === '')),
  );

/**
 * A people picker sends Entra object ids, several joined by commas.
 * https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/people-picker (2026-11)
 */
const personIn = (value: unknown): unknown =>
  typeof value === 'string' ? `teams:${value.trim().toLowerCase()}` : value;

const peopleIn = (value: unknown): unknown =>
  typeof value === 'string'
    ? [...new Set(value.split(',').filter((id) => id.trim() !== ''))].map(personIn)
    : value;

/** A drawn form with the values that somebody had filled in already, each no longer than its field takes. */
export function withValues(drawn: object, sent: unknown): object {
  const values = isObject(sent) ? sent : {};
  const filled = (node: unknown): unknown => {
    if (Array.isArray(node)) return node.map(filled);
    if (!isObject(node)) return node;
    const { type, id } = node;
    const isInput = typeof type === 'string' && type.startsWith('Input.') && typeof id === 'string';
    if (isInput && Object.hasOwn(values, id as string))
      return { ...node, value: within(node.maxLength, values[id as string]) };
    return Object.fromEntries(
      Object.entries(node).map(([key, value]) => [key, key === 'data' ? value : filled(value)]),
    );
  };
  return filled(drawn) as object;
}

const within = (most: unknown, value: unknown): unknown =>
  typeof value === 'string' && typeof most === 'number' ? value.slice(0, most) : value;

/** True for a JSON object: not for a list, not for null. */
export const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
