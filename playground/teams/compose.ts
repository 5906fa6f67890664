import { invokeActivity, type Place } from './activities';
import { CANNOT_SHOW, judgeCard } from './card-laws';
import type { Message } from './conversations';
import { callDialog, closeDialog } from './dialogs';
import type { Dispatch } from './dispatch';
import { transportFailure, WENT_WRONG } from './invoke-answers';
import { copy, isJson, type Json, objects, words } from './json';
import type { Entry } from './ledger';
import { failed, type Outcome } from './outcome';
import type { Person } from './people';
import { postMessage } from './say';
import type { World } from './world';

/** One line of what a search of the compose box found; `value` goes back when it is chosen. */
export type FoundItem = { title: string; text: string; value: Json };

/** What a search of the compose box shows: lines, or a sentence. */
export type Found = { items: FoundItem[]; sentence?: string };

/**
 * Somebody types into the search of the compose box; with nothing typed yet it runs too (`initialRun`).
 * https://learn.microsoft.com/microsoftteams/platform/messaging-extensions/how-to/search-commands/respond-to-search (2026-11)
 */
export async function find(
  world: World,
  dispatch: Dispatch,
  person: Person,
  place: Place,
  { command, typed }: { command: string; typed: string },
): Promise<Found> {
  const parameter = typed === '' ? { name: 'initialRun', value: 'true' } : { name: 'name', value: typed };
  const activity = invokeActivity(world, person, place, {
    name: 'composeExtension/query',
    value: { commandId: command, parameters: [parameter], queryOptions: { skip: 0, count: 25 } },
  });
  const { answer, entry } = await dispatch.deliver(activity);
  const extension = extensionIn(answer);
  if (extension?.type === 'message') return { items: [], sentence: String(extension.text) };
  if (extension?.type !== 'result') {
    entry.warnings.push('the search of the compose box was not answered by a result');
    return { items: [], sentence: WENT_WRONG };
  }
  return { items: objects(extension.attachments).flatMap(itemOf) };
}

function itemOf({ preview }: Json): FoundItem[] {
  const content = isJson(preview) && isJson(preview.content) ? preview.content : {};
  const tap =
    isJson(content.tap) && content.tap.type === 'invoke' && isJson(content.tap.value) ? content.tap : {};
  return isJson(tap.value)
    ? [{ title: words(content.title) ?? '', text: words(content.text) ?? '', value: tap.value }]
    : [];
}

/** Chooses a line, and sends the card that comes into the chat: it stands there as a message of whoever shares it, through the app. */
export async function share(
  world: World,
  dispatch: Dispatch,
  person: Person,
  place: Place,
  value: Json,
): Promise<Outcome> {
  const activity = invokeActivity(world, person, place, { name: 'composeExtension/selectItem', value });
  const { answer, entry } = await dispatch.deliver(activity);
  const extension = extensionIn(answer);
  if (extension?.type === 'message') return { shows: 'error', text: String(extension.text), why: 'refused' };
  if (extension?.type !== 'result') return failed(entry, WENT_WRONG, 'no result');
  return postShared(world, person, place, extension, entry);
}

/** An action of the compose box: its dialog opens. */
export const begin = (
  world: World,
  dispatch: Dispatch,
  person: Person,
  place: Place,
  command: string,
): Promise<Outcome> =>
  callDialog(world, dispatch, person, {
    name: 'composeExtension/fetchTask',
    command,
    payload: {},
    place,
    messageId: '',
  });

/** A form of the compose box was answered by a card: it is sent into the chat. */
export function finish(world: World, person: Person, place: Place, extension: Json, entry: Entry): Outcome {
  closeDialog(world, person);
  return postShared(world, person, place, extension, entry);
}

function postShared(world: World, person: Person, place: Place, extension: Json, entry: Entry): Outcome {
  const [attachment] = objects(extension.attachments);
  if (attachment?.contentType !== 'application/vnd.microsoft.card.adaptive' || !isJson(attachment.content))
    return failed(entry, WENT_WRONG, 'no adaptive card');
  const { errors, warnings } = judgeCard(attachment.content);
  entry.warnings.push(...warnings);
  if (errors.length > 0) return failed(entry, CANNOT_SHOW, errors.join('; '));
  return { shows: 'message', message: copy(throughBot(world, person, place, attachment.content)) };
}

/** A card that somebody's client sends: the app's, as far as anybody can see. */
export function throughBot(world: World, person: Person, place: Place, card: Json): Message {
  const message = postMessage(world, person, place.conversation, '', { threadId: place.threadId });
  Object.assign(message, { cards: [copy(card)], throughBot: true });
  world.changed({ kind: 'message', conversationId: place.conversation.id });
  return message;
}

function extensionIn(answer: Parameters<typeof transportFailure>[0]): Json | undefined {
  if (transportFailure(answer) || answer.came !== 'answer') return undefined;
  return isJson(answer.body) && isJson(answer.body.composeExtension)
    ? answer.body.composeExtension
    : undefined;
}

/**
 * What a field that looks things up offers for what was typed.
 * https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/dynamic-search (2026-11)
 */
export async function lookUpChoices(
  world: World,
  dispatch: Dispatch,
  person: Person,
  place: Place,
  { dataset, typed }: { dataset: string; typed: string },
): Promise<{ title: string; value: string }[]> {
  const activity = invokeActivity(world, person, place, {
    name: 'application/search',
    value: { kind: 'search', queryText: typed, queryOptions: { skip: 0, top: 15 }, dataset },
  });
  const { answer, entry } = await dispatch.deliver(activity);
  const body = transportFailure(answer) || answer.came !== 'answer' ? undefined : answer.body;
  const value = isJson(body) && body.statusCode === 200 && isJson(body.value) ? body.value : undefined;
  if (!value || (body as Json).type !== 'application/vnd.microsoft.search.searchResponse') {
    entry.warnings.push('the look-up was not answered by a search response');
    return [];
  }
  return objects(value.results).map((one) => ({ title: String(one.title), value: String(one.value) }));
}
