import { createHmac, timingSafeEqual } from 'node:crypto';
import { type Locale, locales } from '../../core/words';
import type { Said } from './activity';
import { isObject, pressedPart, sentBy } from './form';
import type { Json } from './text';

/** Whom a card was drawn for: one person, or everybody in a chat. */
export type Reader = 'person' | 'room';

/**
 * What stands beside what waits behind one button: its seal, and in which language everybody else reads the message.
 * @param locale the language of the card that is drawn
 */
export type Seal = (data: Json, locale: Locale) => { seal: string; room: Locale };

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
  const sealFor = (reader: Reader, name: string, data: Json): string =>
    digest(reader, name, data).toString('base64url');
  const fits = (seal: string, expected: string): boolean =>
    seal.length === expected.length && timingSafeEqual(Buffer.from(seal), Buffer.from(expected));

  return {
    /** One person's own view: the message stays in the language in which it stands there for everybody. */
    forPerson:
      (said: Said): Seal =>
      (data, locale) => ({ seal: sealFor('person', said.user, data), room: languageOf(said) ?? locale }),
    forRoom:
      (said: Said): Seal =>
      (data, locale) => ({ seal: sealFor('room', roomOf(said), data), room: locale }),
    /** Whom the pressed button, or the sent form, was drawn for; undefined: we drew no such thing for them, or for this chat. */
    readerOf(said: Said): Reader | undefined {
      const data = sentBy(said);
      if (!isObject(data) || typeof data.seal !== 'string' || !/^[\w-]{43}$/.test(data.seal))
        return undefined;
      if (fits(data.seal, sealFor('person', said.user, data))) return 'person';
      return fits(data.seal, sealFor('room', roomOf(said), data)) ? 'room' : undefined;
    },
  };
}
export type Seals = ReturnType<typeof makeSeals>;

/**
 * In which language everybody reads the message whose button was pressed, as it says so itself; undefined where it does not. It is under no
 * seal: whoever changes it changes a language.
 */
export function languageOf(said: Said): Locale | undefined {
  const data = sentBy(said);
  return isObject(data) ? locales.find((one) => one === data.room) : undefined;
}

/** Puts its seal onto everything that can be pressed. */
export function sealed<T extends object>(drawn: T, seal: Seal, locale: Locale): T {
  const walk = (node: unknown): unknown => {
    if (Array.isArray(node)) return node.map(walk);
    if (!isObject(node)) return node;
    const { type, data } = node;
    if ((type === 'Action.Execute' || type === 'Action.Submit') && isObject(data))
      return { ...node, data: { ...data, ...seal(data, locale) } };
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
