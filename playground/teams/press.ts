import { invokeActivity, type Place, submitActivity } from './activities';
import { type CardAction, findButton, inputsOf, type Which } from './card-form';
import { type Filled, fillIn } from './card-inputs';
import { CANNOT_SHOW, judgeCard } from './card-laws';
import { type Message, nextMessageId, refreshesFor } from './conversations';
import { callDialog } from './dialogs';
import type { Dispatch } from './dispatch';
import { readExecuteAnswer, WENT_WRONG } from './invoke-answers';
import { copy, isJson, type Json, words } from './json';
import { failed, type Outcome } from './outcome';
import { type Person, pickable } from './people';
import { deliverMessage, postMessage } from './say';
import { type Dialog, ownCardKey, type World } from './world';

/** A card of a message, and whose hand is on it. */
export type Touch = { person: Person; place: Place; message: Message; card: Json };

/** A button of a message's card is pressed, with what stands in the inputs around it. */
export async function press(
  world: World,
  dispatch: Dispatch,
  touch: Touch,
  which: Which,
  filled: Filled,
): Promise<Outcome> {
  const button = findButton(touch.card, which);
  if (button.type === 'Action.OpenUrl') return { shows: 'link', url: String(button.action.url) };
  if (button.type !== 'Action.Execute' && button.type !== 'Action.Submit') return { shows: 'nothing' };
  const { values, problems } = filledIn(world, touch.card, button, filled);
  if (problems.length > 0) return { shows: 'invalid', problems };
  const payload = withInputs(button.action, values);
  return button.type === 'Action.Execute'
    ? execute(world, dispatch, touch, button.action, payload, 'manual')
    : submit(world, dispatch, touch, payload);
}

/** A button of the open dialog is pressed. Only Action.Submit hands a dialog in; it cannot Execute. */
export async function pressInDialog(
  world: World,
  dispatch: Dispatch,
  person: Person,
  dialog: Dialog,
  which: Which,
  filled: Filled,
): Promise<Outcome> {
  const conversation = world.conversations.get(dialog.conversationId);
  if (!dialog.card || !conversation) throw new Error('The dialog has no buttons');
  const button = findButton(dialog.card, which);
  if (button.type === 'Action.OpenUrl') return { shows: 'link', url: String(button.action.url) };
  if (button.type === 'Action.Execute')
    return { shows: 'error', text: WENT_WRONG, why: 'Action.Execute does not work in a dialog' };
  if (button.type !== 'Action.Submit') return { shows: 'nothing' };
  const { values, problems } = filledIn(world, dialog.card, button, filled);
  if (problems.length > 0) return { shows: 'invalid', problems };
  const payload = withInputs(button.action, values);
  return callDialog(world, dispatch, person, {
    name: dialog.command === undefined ? 'task/submit' : 'composeExtension/submitAction',
    command: dialog.command,
    payload,
    place: { conversation },
    messageId: dialog.messageId,
  });
}

/** The client refreshes a card that asks for it, as soon as it is seen. */
export async function refresh(world: World, dispatch: Dispatch, touch: Touch): Promise<Outcome> {
  if (!refreshesFor(touch.card, touch.person, touch.place.conversation)) return { shows: 'nothing' };
  const action = (touch.card.refresh as Json).action as Json;
  return execute(world, dispatch, touch, action, withInputs(action, {}), 'automatic');
}

const filledIn = (world: World, card: Json, { inputs }: CardAction, filled: Filled) =>
  fillIn(inputs, filled, inputsOf(card, { showCards: true }), pickable(world.people, world.tenantId));

/** Inputs are merged into the button's data and win over it, as in Microsoft's renderer. */
const withInputs = (action: Json, values: Filled): Json => ({
  ...(isJson(action.data) ? copy(action.data) : {}),
  ...values,
});

/** https://learn.microsoft.com/adaptive-cards/authoring-cards/universal-action-model (2026-09) */
async function execute(
  world: World,
  dispatch: Dispatch,
  { person, place, message }: Touch,
  { id, title, verb }: Json,
  payload: Json,
  trigger: 'manual' | 'automatic',
): Promise<Outcome> {
  const given = Object.fromEntries(Object.entries({ id, title, verb }).filter(([, v]) => v !== undefined));
  const activity = invokeActivity(world, person, place, {
    name: 'adaptiveCard/action',
    value: { action: { type: 'Action.Execute', ...given, data: payload }, trigger },
    replyToId: message.id,
  });
  const { answer, entry } = await dispatch.deliver(activity);
  const read = readExecuteAnswer(answer);
  if (read.does === 'error') return failed(entry, read.text, read.why);
  if (read.does === 'toast') {
    world.toasts.push({ personId: person.id, text: read.text, at: world.clock.now() });
    if (world.toasts.length > 200) world.toasts.shift();
    world.changed({ kind: 'toast', personId: person.id });
    return { shows: 'toast', text: read.text };
  }
  const { errors, warnings } = judgeCard(read.card);
  entry.warnings.push(...warnings);
  if (errors.length > 0) return failed(entry, CANNOT_SHOW, errors.join('; '));
  world.ownCards.set(ownCardKey(place.conversation, message.id, person), copy(read.card));
  world.changed({ kind: 'message', conversationId: place.conversation.id });
  return { shows: 'card', card: copy(read.card) };
}

/**
 * Action.Submit: a message that carries the data, or what its `msteams` object says instead.
 * https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/cards-actions (2026-09)
 */
async function submit(
  world: World,
  dispatch: Dispatch,
  { person, place, message }: Touch,
  payload: Json,
): Promise<Outcome> {
  const special = isJson(payload.msteams) ? payload.msteams : {};
  if (special.type === 'task/fetch')
    return callDialog(world, dispatch, person, {
      name: 'task/fetch',
      payload,
      place,
      messageId: message.id,
    });
  const isBack = special.type === 'imBack' || special.type === 'messageBack';
  const text = special.type === 'imBack' ? words(special.value) : words(special.text);
  const shown = special.type === 'imBack' ? text : words(special.displayText);
  const posted =
    isBack && shown
      ? postMessage(world, person, place.conversation, shown, {
          replyToId: message.id,
          threadId: place.threadId,
        })
      : undefined;
  const activity = submitActivity(world, person, place, {
    id: posted?.id ?? nextMessageId(place.conversation, world.clock.now()),
    replyToId: message.id,
    value: isBack ? (special.type === 'messageBack' ? special.value : undefined) : payload,
    ...(isBack && text !== undefined ? { text } : {}),
  });
  const { answer, entry } = await deliverMessage(dispatch, activity);
  if (answer.came === 'answer' && answer.status >= 200 && answer.status < 300) return { shows: 'nothing' };
  return failed(entry, WENT_WRONG, 'the bot gave no 2xx');
}
