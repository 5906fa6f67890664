import type { BotAnswer } from './dispatch';
import { isJson, type Json, words } from './json';

/** The client's own sentences when a bot does not answer as it must. */
const UNREACHABLE = 'Unable to reach app. Please try again.';
export const WENT_WRONG = 'Something went wrong. Please try again.';

/** What an answer to Action.Execute makes the client do. */
export type ExecuteAnswer =
  | { does: 'card'; card: Json }
  | { does: 'toast'; text: string }
  | { does: 'error'; text: string; why: string };

/** What an answer to a dialog call makes the client do. */
export type TaskAnswer =
  | { does: 'continue'; value: Json }
  | { does: 'message'; text: string }
  | { does: 'close' }
  /** Of the compose box: a card that goes into the chat. */
  | { does: 'share'; extension: Json }
  | { does: 'error'; text: string; why: string };

const unreachable = (why: string) => ({ does: 'error', text: UNREACHABLE, why }) as const;
const wentWrong = (why: string) => ({ does: 'error', text: WENT_WRONG, why }) as const;

/**
 * Reads the answer to `adaptiveCard/action`: HTTP 200 with {statusCode, type, value}.
 * https://learn.microsoft.com/adaptive-cards/authoring-cards/universal-action-model, "Response format" (2026-09)
 */
export function readExecuteAnswer(answer: BotAnswer): ExecuteAnswer {
  const failure = transportFailure(answer);
  if (failure) return failure;
  const { body } = answer as Extract<BotAnswer, { came: 'answer' }>;
  if (!isJson(body)) return wentWrong('the answer has no JSON body');
  const { statusCode, type, value } = body;
  if (typeof statusCode !== 'number') return wentWrong('the answer has no statusCode');
  if (statusCode !== 200) return wentWrong(`statusCode ${statusCode}: ${errorIn(value)}`);
  if (type === 'application/vnd.microsoft.card.adaptive')
    return isJson(value) ? { does: 'card', card: value } : wentWrong('the value is not a card');
  if (type === 'application/vnd.microsoft.activity.message')
    return typeof value === 'string'
      ? { does: 'toast', text: value }
      : wentWrong('the value is not a sentence');
  return wentWrong(`unknown type ${String(type)}`);
}

/**
 * Reads the answer to `task/fetch` and `task/submit`: HTTP 200 with {task: {type, value}}; a submit may
 * be answered by nothing at all, which closes the dialog.
 * https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/task-modules/task-modules-bots (2026-04-17)
 */
export function readTaskAnswer(answer: BotAnswer, call: string): TaskAnswer {
  const failure = transportFailure(answer);
  if (failure) return failure;
  const { body, text } = answer as Extract<BotAnswer, { came: 'answer' }>;
  if (call.endsWith('submitAction') && isJson(body) && isJson(body.composeExtension))
    return { does: 'share', extension: body.composeExtension };
  if (/submit/.test(call) && (text === '' || (isJson(body) && body.task === undefined)))
    return { does: 'close' };
  if (!isJson(body) || !isJson(body.task)) return wentWrong('the answer has no task');
  const { type, value } = body.task;
  if (type === 'message')
    return typeof value === 'string' ? { does: 'message', text: value } : wentWrong('the message is no text');
  if (type !== 'continue' || !isJson(value)) return wentWrong(`unknown task type ${String(type)}`);
  if (words(value.url)) return { does: 'continue', value };
  const card = isJson(value.card) ? value.card : {};
  if (card.contentType !== 'application/vnd.microsoft.card.adaptive' || !isJson(card.content))
    return wentWrong('the card of the dialog is not an Adaptive Card attachment');
  return { does: 'continue', value };
}

/** The client's sentence when no answer came, or none with a good status. */
export function transportFailure(answer: BotAnswer) {
  if (answer.came === 'late') return unreachable('no answer in time');
  if (answer.came === 'nothing') return unreachable(answer.reason);
  if (answer.status < 200 || answer.status > 299) return unreachable(`HTTP ${answer.status}`);
  return undefined;
}

const errorIn = (value: unknown): string =>
  isJson(value) ? `${String(value.code)} ${String(value.message)}` : String(value);
