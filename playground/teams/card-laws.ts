import * as AC from 'adaptivecards/dist/adaptivecards.js';
import { overflowing } from './card-form';
import { isJson, type Json } from './json';

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
  for (const { event, message } of parserEvents(card)) {
    if (isTypeahead(event, message, card)) continue;
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

/**
 * The parser knows choices.data from 1.6 on; Teams takes it in cards of 1.5 as well, and then a choice
 * set needs no fixed choices.
 * https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/people-picker (2026-09)
 */
const isTypeahead = (event: number, message: string, card: Json): boolean =>
  JSON.stringify(card).includes('"choices.data"') &&
  ((event === AC.ValidationEvent.UnsupportedProperty && message.includes('choices.data')) ||
    (event === AC.ValidationEvent.CollectionCantBeEmpty && message.includes('ChoiceSet')));
