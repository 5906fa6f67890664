import { invokeActivity, messageActivity, type Place, submitActivity } from './activities';
import { actionsOf, type CardAction } from './card-form';
import { type Filled, fillIn, type InputProblem } from './card-inputs';
import { CANNOT_SHOW, judgeCard } from './card-laws';
import { type Conversation, type Message, nextMessageId, refreshesFor } from './conversations';
import type { BotAnswer, Dispatch } from './dispatch';
import {
  readExecuteAnswer,
  readTaskAnswer,
  type TaskAnswer,
  UNREACHABLE,
  WENT_WRONG,
} from './invoke-answers';
import { copy, isJson, type Json, words } from './json';
import type { Person } from './people';
import { botId, type Dialog, ownCardKey, type World } from './world';

/** Which button: by what stands on it (the `nth` of several, from 0), or by its path in the card. */
export type Which = { label: string; nth?: number } | { path: string };

/** What the person's client shows after an act of theirs. */
export type Outcome =
  /** The message is in the conversation; `status` is the bot's HTTP answer, absent when it had none to give. */
  | { shows: 'message'; message: Message; status?: number }
  | { shows: 'card'; card: Json }
  | { shows: 'toast'; text: string }
  | { shows: 'dialog'; dialog: Dialog }
  | { shows: 'link'; url: string }
  /** The inputs that must be filled in first; nothing was sent. */
  | { shows: 'invalid'; problems: InputProblem[] }
  /** The client's own sentence: the bot answered wrongly, late or not at all. */
  | { shows: 'error'; text: string; why: string }
  | { shows: 'nothing' };

export type Client = {
  say(person: Person, conversation: Conversation, text: string): Promise<Outcome>;
  press(
    person: Person,
    place: Place,
    message: Message,
    card: Json,
    which: Which,
    filled: Filled,
  ): Promise<Outcome>;
  submitDialog(person: Person, dialog: Dialog, which: Which, filled: Filled): Promise<Outcome>;
  refresh(person: Person, place: Place, message: Message, card: Json): Promise<Outcome>;
};

/** How often a message is sent again when no 2xx came. */
const SEND_AGAIN = 2;

/** The Teams client of every person of the tenant. */
export function createClient(world: World, dispatch: Dispatch): Client {
  /**
   * A message without a 2xx is sent again as it was: late, unreachable, or an error of the server.
   * https://github.com/MicrosoftDocs/msteams-docs/issues/6084
   */
  async function deliverMessage(activity: Json): Promise<BotAnswer> {
    let answer = await dispatch.deliver(activity);
    for (let again = 0; again < SEND_AGAIN && isLost(answer); again++)
      answer = await dispatch.deliver(activity);
    return answer;
  }

  function post(
    person: Person,
    conversation: Conversation,
    text: string,
    more: { replyToId?: string } = {},
  ): Message {
    const id = nextMessageId(conversation, world.clock.now());
    const message: Message = {
      id,
      from: person.id,
      fromName: person.name,
      at: world.clock.now(),
      text,
      textFormat: 'plain',
      summary: '',
      cards: [],
      cardErrors: [],
      edited: false,
      deleted: false,
      ...more,
      ...(conversation.kind === 'channel' ? { threadId: id } : {}),
    };
    conversation.messages.push(message);
    world.changed({ kind: 'message', conversationId: conversation.id });
    return message;
  }

  async function execute(
    person: Person,
    place: Place,
    message: Message,
    action: Json,
    payload: Json,
    trigger: 'manual' | 'automatic',
  ): Promise<Outcome> {
    const { id, title, verb } = action;
    const value = {
      action: {
        type: 'Action.Execute',
        ...(id === undefined ? {} : { id }),
        ...(title === undefined ? {} : { title }),
        ...(verb === undefined ? {} : { verb }),
        data: payload,
      },
      trigger,
    };
    const activity = invokeActivity(world, person, place, {
      name: 'adaptiveCard/action',
      value,
      replyToId: message.id,
    });
    const answer = readExecuteAnswer(await dispatch.deliver(activity));
    switch (answer.does) {
      case 'error':
        return noted({ shows: 'error', text: answer.text, why: answer.why });
      case 'toast':
        world.toasts.push({ personId: person.id, text: answer.text, at: world.clock.now() });
        world.changed({ kind: 'toast', personId: person.id });
        return { shows: 'toast', text: answer.text };
      case 'card': {
        const { errors, warnings } = judgeCard(answer.card);
        note([...errors.map((e) => `card cannot be shown: ${e}`), ...warnings]);
        if (errors.length > 0) return { shows: 'error', text: CANNOT_SHOW, why: errors.join('; ') };
        world.ownCards.set(ownCardKey(place.conversation, message.id, person), copy(answer.card));
        world.changed({ kind: 'message', conversationId: place.conversation.id });
        return { shows: 'card', card: copy(answer.card) };
      }
    }
  }

  function openDialog(
    person: Person,
    answer: TaskAnswer,
    from: { place: Place; messageId: string },
  ): Outcome {
    switch (answer.does) {
      case 'error':
        return noted({ shows: 'error', text: answer.text, why: answer.why });
      case 'close':
        world.dialogs.delete(person.id);
        world.changed({ kind: 'dialog', personId: person.id });
        return { shows: 'nothing' };
      default: {
        const dialog = dialogFrom(answer, {
          conversationId: from.place.conversation.id,
          messageId: from.messageId,
        });
        world.dialogs.set(person.id, dialog);
        world.changed({ kind: 'dialog', personId: person.id });
        return { shows: 'dialog', dialog: copy(dialog) };
      }
    }
  }

  function dialogFrom(
    answer: Extract<TaskAnswer, { does: 'continue' | 'message' }>,
    at: Pick<Dialog, 'conversationId' | 'messageId'>,
  ): Dialog {
    if (answer.does === 'message') return { title: '', text: answer.text, buttons: [], ...at };
    const { title, height, width, url } = answer.value;
    const card = isJson(answer.value.card) ? (answer.value.card.content as Json) : undefined;
    const { errors, warnings } = card ? judgeCard(card) : { errors: [], warnings: [] };
    note([...errors.map((e) => `card cannot be shown: ${e}`), ...warnings]);
    const whole = card && errors.length === 0 ? card : undefined;
    return {
      title: words(title) ?? '',
      ...(height === undefined ? {} : { height }),
      ...(width === undefined ? {} : { width }),
      ...(whole ? { card: copy(whole) } : {}),
      ...(errors.length > 0 ? { problem: CANNOT_SHOW } : {}),
      ...(words(url) ? { url: String(url) } : {}),
      buttons: whole ? actionsOf(whole).map(({ path, type, label }) => ({ path, type, label })) : [],
      ...at,
    };
  }

  const note = (warnings: string[]) => world.ledger.entries.at(-1)?.warnings.push(...warnings);
  const noted = (outcome: Extract<Outcome, { shows: 'error' }>): Outcome => {
    note([`the client shows "${outcome.text}": ${outcome.why}`]);
    return outcome;
  };

  async function task(
    person: Person,
    name: 'task/fetch' | 'task/submit',
    payload: Json,
    place: Place,
    messageId: string,
  ) {
    const activity = invokeActivity(world, person, place, {
      name,
      value: { data: payload, context: { theme: 'default' } },
      ...(name === 'task/fetch' ? { replyToId: messageId } : {}),
    });
    return openDialog(person, readTaskAnswer(await dispatch.deliver(activity), name), { place, messageId });
  }

  async function submit(
    person: Person,
    place: Place,
    message: Message,
    button: CardAction,
    payload: Json,
  ): Promise<Outcome> {
    const special = isJson(payload.msteams) ? payload.msteams : {};
    if (special.type === 'task/fetch') return task(person, 'task/fetch', payload, place, message.id);
    const spoken = special.type === 'imBack' ? words(special.value) : words(special.text);
    const shown = special.type === 'imBack' ? spoken : words(special.displayText);
    if (shown) post(person, place.conversation, shown, { replyToId: message.id });
    const activity = submitActivity(world, person, place, {
      id: nextMessageId(place.conversation, world.clock.now()),
      replyToId: message.id,
      value: special.type === 'messageBack' ? special.value : special.type === 'imBack' ? undefined : payload,
      ...(spoken === undefined ? {} : { text: spoken }),
    });
    const answer = await deliverMessage(activity);
    if (answer.came === 'answer' && isGood(answer)) return { shows: 'nothing' };
    return noted({ shows: 'error', text: WENT_WRONG, why: `"${button.label}" got no 2xx` });
  }

  return {
    async say(person, conversation, typed) {
      const spoken = withMentions(world, conversation, typed);
      const message = post(person, conversation, typed);
      const heard = conversation.kind === 'personal' || spoken.mentions.some((m) => m.id === botId(world));
      if (!heard || !conversation.hasBot) return { shows: 'message', message: copy(message) };
      const activity = messageActivity(
        world,
        person,
        { conversation, threadId: message.threadId },
        { id: message.id, ...spoken },
      );
      const answer = await deliverMessage(activity);
      return {
        shows: 'message',
        message: copy(message),
        ...(answer.came === 'answer' ? { status: answer.status } : {}),
      };
    },
    async press(person, place, message, card, which, filled) {
      const button = findButton(card, which);
      if (button.type === 'Action.OpenUrl') return { shows: 'link', url: String(button.action.url) };
      if (button.type === 'Action.ShowCard' || button.type === 'Action.ToggleVisibility')
        return { shows: 'nothing' };
      const { values, problems } = fillIn(button.inputs, filled);
      if (problems.length > 0) return { shows: 'invalid', problems };
      const payload = { ...(isJson(button.action.data) ? copy(button.action.data) : {}), ...values };
      return button.type === 'Action.Execute'
        ? execute(person, place, message, button.action, payload, 'manual')
        : submit(person, place, message, button, payload);
    },
    async submitDialog(person, dialog, which, filled) {
      const conversation = world.conversations.get(dialog.conversationId);
      if (!dialog.card || !conversation) throw new Error('The dialog has no buttons');
      const button = findButton(dialog.card, which);
      if (button.type === 'Action.OpenUrl') return { shows: 'link', url: String(button.action.url) };
      // A dialog hands its result in by Action.Submit only (task-modules-bots, "Submit the result of a dialog").
      if (button.type !== 'Action.Submit')
        return noted({ shows: 'error', text: UNREACHABLE, why: `${button.type} in a dialog` });
      const { values, problems } = fillIn(button.inputs, filled);
      if (problems.length > 0) return { shows: 'invalid', problems };
      const payload = { ...(isJson(button.action.data) ? copy(button.action.data) : {}), ...values };
      return task(person, 'task/submit', payload, { conversation }, dialog.messageId);
    },
    async refresh(person, place, message, card) {
      if (!refreshesFor(card, person, place.conversation)) return { shows: 'nothing' };
      const action = (card.refresh as Json).action as Json;
      const payload = isJson(action.data) ? copy(action.data) : {};
      return execute(person, place, message, action, payload, 'automatic');
    },
  };
}

const lookUp = (buttons: CardAction[], which: Which): CardAction | undefined =>
  'path' in which
    ? buttons.find((b) => b.path === which.path)
    : buttons.filter((b) => b.label === which.label)[which.nth ?? 0];

/** Does the card have this button? */
export const hasButton = (card: Json, which: Which): boolean => lookUp(actionsOf(card), which) !== undefined;

function findButton(card: Json, which: Which): CardAction {
  const buttons = actionsOf(card);
  const found = lookUp(buttons, which);
  if (found) return found;
  const labels = buttons.map((b) => b.label).join(', ') || 'none';
  throw new Error(`No button ${JSON.stringify(which)}; there are: ${labels}`);
}

/**
 * Outside of a personal chat `@Name` becomes a mention, of the bot or of a member: `<at>Name</at>` in the
 * text and an entity beside it.
 * https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/channel-and-group-conversations (2026-09)
 */
function withMentions(world: World, conversation: Conversation, typed: string) {
  if (conversation.kind === 'personal') return { text: typed, mentions: [] };
  const known = [{ id: botId(world), name: world.botName }, ...conversation.members];
  const mentions = known
    .filter(({ name }) => typed.includes(`@${name}`))
    .map(({ id, name }) => ({ id, name }));
  const text = mentions.reduce((so, { name }) => so.replaceAll(`@${name}`, `<at>${name}</at>`), typed);
  return { text, mentions };
}

const isGood = (answer: Extract<BotAnswer, { came: 'answer' }>) =>
  answer.status >= 200 && answer.status < 300;
const isLost = (answer: BotAnswer) => answer.came !== 'answer' || answer.status >= 500;
