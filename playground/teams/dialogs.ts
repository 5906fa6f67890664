import { invokeActivity, type Place } from './activities';
import { actionsOf } from './card-form';
import { CANNOT_SHOW, judgeCard } from './card-laws';
import { finish } from './compose';
import type { Conversation } from './conversations';
import type { Dispatch } from './dispatch';
import { readTaskAnswer, type TaskAnswer } from './invoke-answers';
import { copy, isJson, type Json, words } from './json';
import { failed, type Outcome } from './outcome';
import type { Person } from './people';
import type { Dialog, World } from './world';

/**
 * Asks the bot for a dialog, or hands in what was filled in there, and shows what the answer says.
 * https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/task-modules/task-modules-bots (2026-04-17)
 */
export async function callDialog(
  world: World,
  dispatch: Dispatch,
  person: Person,
  call: {
    name: 'task/fetch' | 'task/submit' | 'composeExtension/fetchTask' | 'composeExtension/submitAction';
    /** Of the compose box: which of the app's commands it is. */
    command?: string | undefined;
    payload: Json;
    place: Place;
    messageId: string;
  },
): Promise<Outcome> {
  const { name, command, payload, place, messageId } = call;
  const activity = invokeActivity(world, person, place, {
    name,
    value: {
      data: payload,
      context: { theme: 'default' },
      ...(command === undefined ? {} : { commandId: command, commandContext: 'compose' }),
    },
    replyToId: name === 'task/fetch' ? messageId : undefined,
  });
  const { answer, entry } = await dispatch.deliver(activity);
  const read = readTaskAnswer(answer, name);
  if (read.does === 'error') return failed(entry, read.text, read.why);
  if (read.does === 'share') return finish(world, person, place, read.extension, entry);
  if (read.does === 'close') {
    closeDialog(world, person);
    return { shows: 'nothing' };
  }
  const opened = { conversationId: place.conversation.id, messageId };
  const dialog = {
    ...drawn(read, opened, entry.warnings),
    ...(command === undefined ? {} : { command }),
  };
  world.dialogs.set(person.id, dialog);
  world.changed({ kind: 'dialog', personId: person.id });
  return { shows: 'dialog', dialog: copy(dialog) };
}

/** The person closes the dialog, if one is open; the bot does not hear of it. */
export function closeDialog(world: World, person: Person): void {
  if (world.dialogs.delete(person.id)) world.changed({ kind: 'dialog', personId: person.id });
}

/**
 * A link can hold a whole dialog, and the app that hears what is sent from it; the app has no part in what the dialog shows.
 * https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/task-modules/task-modules-bots (2026-11)
 */
export function followLink(world: World, person: Person, { id }: Conversation, content: Json): Dialog {
  const value = { title: 'A question', card: { content } };
  const dialog = drawn({ does: 'continue', value }, { conversationId: id, messageId: '' }, []);
  world.dialogs.set(person.id, dialog);
  world.changed({ kind: 'dialog', personId: person.id });
  return copy(dialog);
}

function drawn(
  answer: Extract<TaskAnswer, { does: 'continue' | 'message' }>,
  opened: Pick<Dialog, 'conversationId' | 'messageId'>,
  warnings: string[],
): Dialog {
  if (answer.does === 'message') return { title: '', text: answer.text, buttons: [], ...opened };
  const { title, height, width, url } = answer.value;
  const shell = {
    title: words(title) ?? '',
    ...(height === undefined ? {} : { height }),
    ...(width === undefined ? {} : { width }),
    ...opened,
  };
  if (words(url)) return { ...shell, url: String(url), buttons: [] };
  const card = (isJson(answer.value.card) ? answer.value.card.content : {}) as Json;
  const verdict = judgeCard(card);
  warnings.push(...verdict.errors.map((e) => `card cannot be shown: ${e}`), ...verdict.warnings);
  if (verdict.errors.length > 0) return { ...shell, problem: CANNOT_SHOW, buttons: [] };
  const buttons = actionsOf(card).map(({ path, type, label }) => ({ path, type, label }));
  return { ...shell, card: copy(card), buttons };
}
