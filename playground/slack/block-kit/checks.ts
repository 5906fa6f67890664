import { isObject, type Json } from './block';

/** What is wrong and where, as Slack words it: a sentence and a JSON pointer. */
export class Findings {
  readonly messages: string[] = [];

  add(sentence: string, at: string): void {
    this.messages.push(`${sentence} [json-pointer:${at}]`);
  }
}

/** Looks at one value at a pointer and adds what is wrong with it. */
export type Check = (value: unknown, at: string, found: Findings) => void;

/** Text of a length in characters; Slack takes no empty one unless `min` is 0. */
export function string(max: number, min = 1): Check {
  return (value, at, found) => {
    if (typeof value !== 'string') return found.add('must provide a string', at);
    if (value.length > max) found.add(`must be less than ${max + 1} characters`, at);
    if (value.length < min) found.add(`must be more than ${min - 1} characters`, at);
  };
}

export const boolean: Check = (value, at, found) => {
  if (typeof value !== 'boolean') found.add('must provide a boolean', at);
};

export function integer(min: number, max: number): Check {
  return (value, at, found) => {
    if (typeof value !== 'number' || !Number.isInteger(value)) return found.add('must provide a number', at);
    if (value < min) found.add(`must be greater than or equal to ${min}`, at);
    if (value > max) found.add(`must be less than or equal to ${max}`, at);
  };
}

export function oneOf(...words: string[]): Check {
  return (value, at, found) => {
    if (typeof value !== 'string' || !words.includes(value)) found.add('must be a valid enum value', at);
  };
}

export function pattern(shape: RegExp): Check {
  return (value, at, found) => {
    if (typeof value !== 'string' || !shape.test(value)) found.add('must be a valid format', at);
  };
}

/** Whether this is a day of the calendar, written YYYY-MM-DD. */
export const isDay = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && new Date(`${text}T00:00Z`).toJSON()?.slice(0, 10) === text;

export const day: Check = (value, at, found) => {
  if (typeof value !== 'string' || !isDay(value)) found.add('must be a valid format', at);
};

/** An absolute web address; anything else is not a link. */
export function url(max: number): Check {
  return (value, at, found) => {
    if (typeof value !== 'string' || !URL.canParse(value) || !/^(https?|mailto|slack):/i.test(value)) {
      return found.add('invalid url', at);
    }
    if (value.length > max) found.add(`must be less than ${max + 1} characters`, at);
  };
}

export function list(item: Check, max: number, min = 1): Check {
  return (value, at, found) => {
    if (!Array.isArray(value)) return found.add('must provide an array', at);
    if (value.length > max) found.add(`no more than ${max} items allowed`, at);
    if (value.length < min) found.add(`must provide at least ${min} items`, at);
    for (const [index, inner] of value.entries()) item(inner, `${at}/${index}`, found);
  };
}

/** An object with these properties and no others. `type` is looked at by whoever chose the shape. */
export function object(required: Record<string, Check>, optional: Record<string, Check> = {}): Check {
  return (value, at, found) => {
    if (!isObject(value)) return found.add('must provide an object', at);
    for (const name of Object.keys(required)) {
      if (value[name] === undefined || value[name] === null) found.add(`missing required field: ${name}`, at);
    }
    for (const [name, inner] of Object.entries(value)) {
      const check = required[name] ?? optional[name];
      if (name === 'type' || inner === undefined || inner === null) continue;
      if (check) check(inner, `${at}/${name}`, found);
      else found.add(`invalid additional property: ${name}`, at);
    }
  };
}

/** An object whose `type` says which of the shapes it has. */
export function typed(shapes: Record<string, Check>): Check {
  return (value, at, found) => {
    if (!isObject(value)) return found.add('must provide an object', at);
    if (value.type === undefined) return found.add('missing required field: type', at);
    const shape = Object.hasOwn(shapes, String(value.type)) ? shapes[String(value.type)] : undefined;
    if (shape) shape(value, at, found);
    else found.add(`unsupported type: ${String(value.type)}`, `${at}/type`);
  };
}

/** All of several checks. */
export function all(...checks: Check[]): Check {
  return (value, at, found) => {
    for (const check of checks) check(value, at, found);
  };
}

/** A rule between the properties of an object: returns what is wrong, or nothing. */
export function rule(broken: (object: Json) => string | undefined, under = ''): Check {
  return (value, at, found) => {
    const sentence = isObject(value) ? broken(value) : undefined;
    if (sentence !== undefined) found.add(sentence, `${at}${under}`);
  };
}
