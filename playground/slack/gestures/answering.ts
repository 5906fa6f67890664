import { type Block, type Element, isObject, type Json } from '../block-kit/block';
import { isDay } from '../block-kit/checks';
import { answerOf, isEmptyAnswer } from '../block-kit/entered';
import type { Person } from '../people';
import { picked, pickedAll } from './picking';

/**
 * What a person puts into an element: text, a choice by its label or value, somebody by name, e-mail address or id, a date; several for
 * a multi-select (people also as one text, with commas).
 */
export type Input =
  | string
  | readonly string[]
  | null
  | { value?: string; option?: string | readonly string[] };

/**
 * The answer in Slack's words, e.g. `{type: 'static_select', selected_option: {…}}`. `offered` serves external selects, `people` those
 * that list the members.
 */
export function answerFor(
  element: Element,
  input: Input,
  offered: readonly Json[],
  people: readonly Person[],
): Json {
  const property = answerOf(element) as string;
  const given = plain(input);
  const empty = given === null || given === '' || (Array.isArray(given) && given.length === 0);
  if (property === 'selected_option') {
    return { type: element.type, [property]: empty ? null : optionFor(element, String(given), offered) };
  }
  if (property === 'selected_options') {
    const chosen = empty ? [] : [given].flat().map((label) => optionFor(element, String(label), offered));
    return { type: element.type, [property]: chosen };
  }
  if (property === 'selected_user')
    return { type: element.type, [property]: empty ? null : picked(people, String(given)) };
  if (property === 'selected_users')
    return { type: element.type, [property]: empty ? [] : pickedAll(people, [given].flat() as string[]) };
  if (property === 'selected_date_time')
    return { type: element.type, [property]: empty ? null : Number(given) };
  const several = property.endsWith('s') && property !== 'value';
  if (several) return { type: element.type, [property]: empty ? [] : [given].flat() };
  return { type: element.type, [property]: empty ? null : String(given) };
}

function plain(input: Input): string | readonly string[] | null {
  if (input === null || typeof input === 'string' || Array.isArray(input))
    return input as string | readonly string[] | null;
  const both = input as { value?: string; option?: string | readonly string[] };
  return both.option ?? both.value ?? null;
}

function optionFor(element: Element, wanted: string, offered: readonly Json[]): Json {
  const options = [...optionsOf(element), ...offered];
  const found =
    options.find((option) => option.value === wanted) ??
    options.find((option) => (option.text as { text?: string } | undefined)?.text === wanted);
  if (found) return found;
  const there = options.map((option) => (option.text as { text?: string } | undefined)?.text).join(', ');
  throw new Error(`${element.action_id} offers no "${wanted}"; it offers: ${there || 'nothing yet'}.`);
}

/** The options of a select, those in groups included. */
export function optionsOf(element: Json): Json[] {
  const groups = Array.isArray(element.option_groups) ? element.option_groups.filter(isObject) : [];
  const options = [element.options, ...groups.map((group) => group.options)];
  return options.flatMap((list) => (Array.isArray(list) ? list.filter(isObject) : []));
}

/**
 * What the client says about a field before anything is sent, or undefined.
 * docs.slack.dev/reference/block-kit/block-elements (lengths of text, numbers and addresses)
 */
export function clientObjection(block: Block, element: Element, answer: Json): string | undefined {
  if (isEmptyAnswer(answer))
    return block.optional === true ? undefined : 'Please complete this required field.';
  const value = answer[answerOf(element) as string];
  const text = String(value);
  if (typeof element.min_length === 'number' && text.length < element.min_length) {
    return `Please enter at least ${element.min_length} characters.`;
  }
  const most =
    element.type === 'plain_text_input' ? Number(element.max_length ?? 3000) : Number.POSITIVE_INFINITY;
  if (text.length > most) return `Please enter no more than ${most} characters.`;
  if (element.type === 'email_text_input' && !/^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(text))
    return 'Please enter a valid email address.';
  if (element.type === 'url_text_input' && !URL.canParse(text)) return 'Please enter a valid URL.';
  if (element.type === 'datepicker' && !isDay(text)) return 'Please enter a valid date.';
  if (element.type === 'number_input') return numberObjection(element, text);
  if (
    Array.isArray(value) &&
    typeof element.max_selected_items === 'number' &&
    value.length > element.max_selected_items
  ) {
    return `Please choose no more than ${element.max_selected_items}.`;
  }
  return undefined;
}

function numberObjection(element: Element, text: string): string | undefined {
  const number = Number(text);
  if (!Number.isFinite(number) || (element.is_decimal_allowed !== true && !Number.isInteger(number)))
    return 'Please enter a number.';
  if (element.min_value !== undefined && number < Number(element.min_value))
    return `Please enter ${element.min_value} or more.`;
  if (element.max_value !== undefined && number > Number(element.max_value))
    return `Please enter ${element.max_value} or less.`;
  return undefined;
}
