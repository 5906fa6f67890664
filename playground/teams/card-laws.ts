import * as AC from 'adaptivecards/dist/adaptivecards.js';
import { inputsOf, overflowing } from './card-form';
import { isDay } from './card-inputs';
import { isJson, type Json, objects } from './json';

/**
 * Teams draws bot cards up to this version.
 * https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/cards-reference (2026-09)
 */
const VERSION = '1.5';
/** https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/cards-format, overflow menu */
const PRIMARY_ACTIONS = 6;
/** Bytes of card JSON that every host of a card takes; our own budget, webhooks have it as a hard limit. */
const CARD_BUDGET = 28 * 1024;
/**
 * Bytes of a whole message in UTF-16; above it the connector answers 413.
 * https://learn.microsoft.com/microsoftteams/platform/bots/how-to/format-your-bot-messages (2025-03-11)
 */
const MESSAGE_LIMIT = 100 * 1024;

export const CANNOT_SHOW = 'This card could not be displayed';

/** What the client makes of a card: errors mean it shows CANNOT_SHOW instead, warnings are for the author. */
export type CardVerdict = { errors: string[]; warnings: string[] };

/** True when the connector refuses a message for its size. */
export const isTooBig = (message: unknown): boolean => JSON.stringify(message).length * 2 > MESSAGE_LIMIT;

/** Judges a card by Microsoft's own parser at version 1.5, and by the limits Teams puts on top. */
export function judgeCard(card: unknown): CardVerdict {
  if (!isJson(card) || card.type !== 'AdaptiveCard') return { errors: ['not an AdaptiveCard'], warnings: [] };
  const errors: string[] = [];
  const warnings: string[] = [];
  if (typeof card.version !== 'string' || !/^1\.[0-5]$/.test(card.version))
    errors.push(`version ${String(card.version)} is not 1.0 to ${VERSION}`);
  const inputs = inputsOf(card, { showCards: true });
  for (const input of inputs) {
    if ('choices.data' in input && !isTypeahead(input['choices.data']))
      errors.push(`choices.data of "${input.id}" is not a Data.Query with a dataset`);
    for (const key of input.type === 'Input.Date' ? ['value', 'min', 'max'] : [])
      if (input[key] !== undefined && !isDay(String(input[key])))
        errors.push(`${key} of "${input.id}" is not a date: YYYY-MM-DD`);
  }
  for (const { event, message } of parserEvents(withoutTypeahead(card) as Json)) {
    if (event === AC.ValidationEvent.TooManyActions) continue;
    if (advice.has(event)) warnings.push(message);
    else errors.push(message);
  }
  for (const label of overflowing(card, PRIMARY_ACTIONS))
    warnings.push(`more than ${PRIMARY_ACTIONS} primary actions: "${label}" moves into the overflow menu`);
  const bytes = Buffer.byteLength(JSON.stringify(card));
  if (bytes > CARD_BUDGET) warnings.push(`card of ${bytes} bytes is over the budget of ${CARD_BUDGET}`);
  return { errors, warnings };
}

/** Findings that spoil nobody's card but should not be there. */
const advice = new Set<number>([
  AC.ValidationEvent.Hint,
  AC.ValidationEvent.Deprecated,
  AC.ValidationEvent.RequiredInputsShouldHaveLabel,
  AC.ValidationEvent.RequiredInputsShouldHaveErrorMessage,
]);

function parserEvents(json: Json): AC.Finding[] {
  const context = new AC.SerializationContext(AC.Versions.v1_5);
  const card = new AC.AdaptiveCard();
  try {
    card.parse(json, context);
  } catch (problem) {
    return [{ event: AC.ValidationEvent.Other, message: `the parser failed: ${String(problem)}` }];
  }
  const parsing = Array.from({ length: context.eventCount }, (_, i) => context.getEventAt(i));
  return [...parsing, ...card.validateProperties().validationEvents];
}

/** https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/dynamic-search (2026-11) */
const isTypeahead = (query: unknown): boolean =>
  isJson(query) && query.type === 'Data.Query' && typeof query.dataset === 'string' && query.dataset !== '';

/**
 * The card as the parser understands it. It knows choices.data from 1.6 on; Teams takes it in cards of 1.5 as well, and then a choice
 * set needs no choices of its own.
 * https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/people-picker (2026-09)
 */
function withoutTypeahead(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(withoutTypeahead);
  if (!isJson(node)) return node;
  const { 'choices.data': query, ...rest } = node;
  const copy = Object.fromEntries(Object.entries(rest).map(([key, value]) => [key, withoutTypeahead(value)]));
  if (query === undefined || objects(copy.choices).length > 0) return copy;
  return { ...copy, choices: [{ title: 'Somebody', value: 'somebody' }] };
}
