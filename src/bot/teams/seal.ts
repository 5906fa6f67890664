import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Said } from './activity';
import { isObject, pressedPart, sentBy } from './form';
import type { Json } from './text';

/** Whom a card was drawn for: one person, or everybody in a chat. */
export type Reader = 'person' | 'room';

/** The seal of what waits behind one button. */
export type Seal = (data: Json) => string;

/**
 * What is behind a button comes back by way of the client, and a card of the compose box is sent by the client of whoever shares it: its JSON is
 * theirs to change, like that of a dialog opened by a link. So what we draw carries a seal, which says that we drew this button, and for
 * whom. What was drawn for one person is worth nothing in anybody else's hand, and what was drawn for a chat nothing in another.
 * @param secret known to us alone. With another one all seals are broken, and cards have to be drawn anew.
 */
export function makeSeals(secret: string) {
  const key = createHmac('sha256', secret).update('teams-card|v1').digest();
  const digest = (reader: Reader, name: string, data: Json): Buffer =>
    createHmac('sha256', key)
      .update(JSON.stringify([reader, name, ordered(pressedPart(data))]))
      .digest();
  const sealFor =
    (reader: Reader, name: string): Seal =>
    (data) =>
      digest(reader, name, data).toString('base64url');
  const fits = (seal: string, expected: string): boolean =>
    seal.length === expected.length && timingSafeEqual(Buffer.from(seal), Buffer.from(expected));

  return {
    forPerson: ({ user }: Said): Seal => sealFor('person', user),
    forRoom: (said: Said): Seal => sealFor('room', roomOf(said)),
    /** Whom the pressed button, or the sent form, was drawn for; undefined: we drew no such thing for them, or for this chat. */
    readerOf(said: Said): Reader | undefined {
      const data = sentBy(said);
      if (!isObject(data) || typeof data.seal !== 'string' || !/^[\w-]{43}$/.test(data.seal))
        return undefined;
      if (fits(data.seal, this.forPerson(said)(data))) return 'person';
      return fits(data.seal, this.forRoom(said)(data)) ? 'room' : undefined;
    },
  };
}
export type Seals = ReturnType<typeof makeSeals>;

/** Puts its seal onto everything that can be pressed. */
export function sealed<T extends object>(drawn: T, seal: Seal): T {
  const walk = (node: unknown): unknown => {
    if (Array.isArray(node)) return node.map(walk);
    if (!isObject(node)) return node;
    const { type, data } = node;
    if ((type === 'Action.Execute' || type === 'Action.Submit') && isObject(data))
      return { ...node, data: { ...data, seal: seal(data) } };
    return Object.fromEntries(Object.entries(node).map(([name, value]) => [name, walk(value)]));
  };
  return walk(drawn) as T;
}

/** A thread of a channel is of the channel. */
const roomOf = ({ conversation }: Said): string => conversation.id.split(';')[0] as string;

/** A client may give the names back in another order. */
function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered);
  if (!isObject(value)) return value;
  const names = Object.keys(value).sort();
  return names.map((name) => [name, ordered(value[name])]);
}
