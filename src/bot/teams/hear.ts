import type { Heard } from '../turn';
import { type Activity, isPersonal, type Said } from './activity';
import { comingIn } from './coming';
import { filesOf } from './files';
import { commandIn, isObject } from './form';
import { withMentions } from './mentions';
import { quoteIn } from './quote';
import type { Address } from './whereabouts';

/**
 * What an activity is to us. `said`: words or a submitted card, to be answered by a message; the others are invokes and answered in
 * the response: `pressed` a button of a card, `opening` and `sending` a dialog, `typing` into a field that looks things up. From the compose
 * box of any chat, where we need not be: `finding` what can be shared, `sharing` it, `composing` and `composed` a dialog of ours.
 * `arrived`: the app was added to a private chat. `joined`: to a team or the chat of a group. `went`: it was taken out of either.
 */
export type Hearing =
  | {
      kind: Kind;
      said: Said;
      input: unknown;
      personal: boolean;
    }
  | { kind: 'joined' }
  | { kind: 'went' }
  | { kind: 'unknownInvoke' }
  | { kind: 'nothing' };

type FromAnywhere = 'typing' | 'finding' | 'sharing' | 'composing' | 'composed';
type Invoked = 'pressed' | 'opening' | 'sending' | FromAnywhere;
type Kind = 'said' | 'arrived' | Invoked;

const fromAnywhere: ReadonlySet<Kind> = new Set<FromAnywhere>([
  'typing',
  'finding',
  'sharing',
  'composing',
  'composed',
]);
/** Whether something may come from a chat in which we have no place: there we neither write nor know who is in it. */
export const isFromAnywhere = (kind: Kind): boolean => fromAnywhere.has(kind);

/** The longest text that a command takes. */
const longestText = 4_000;

/** Finds out what a verified activity asks. Bots and skills ask nothing. */
export function hear(activity: Activity): Hearing {
  const coming = comingIn(activity);
  if (coming === 'went') return { kind: 'went' };
  if (coming === 'came' && !isPersonal(activity)) return { kind: 'joined' };
  const input = asked(activity);
  const invoke = activity.type === 'invoke';
  const { id, from } = activity;
  if (!input || id === undefined || !isPerson(from)) return { kind: invoke ? 'unknownInvoke' : 'nothing' };
  return {
    ...input,
    said: { ...activity, id, user: from.aadObjectId ?? from.id },
    personal: isPersonal(activity),
  };
}

/** The activity as the one door of the house takes it: the sender by the verified identity, the delivery by its ids. */
export function heardFrom(said: Said, input: unknown, home: string, address: Address): Heard {
  const delivery = [said.conversation.id, said.id, ...(said.replyToId ? [said.replyToId] : [])];
  return { input, home, user: said.user, address, identity: delivery.join('/') };
}

function asked(activity: Activity): { kind: Kind; input: unknown } | undefined {
  switch (activity.type) {
    case 'message':
      if (isObject(activity.value)) return { kind: 'said', input: sayable(commandIn(activity.value)) };
      return { kind: 'said', input: fileIn(activity) ?? wordsIn(activity) };
    case 'invoke':
      return invoked(activity);
    default:
      return comingIn(activity) === 'came' ? { kind: 'arrived', input: { type: 'menu' } } : undefined;
  }
}

/** A file of the private chat; elsewhere Teams gives none to a bot. How large it is Teams does not say. */
function fileIn(activity: Activity): unknown {
  const [file, ...more] = isPersonal(activity) ? filesOf(activity) : [];
  return file && { type: 'offer-file', name: file.name, ...(more.length > 0 && { several: true }) };
}

/** Words, or words in reply to a message of the private chat. */
function wordsIn(activity: Activity): unknown {
  const reply = isPersonal(activity) ? quoteIn(activity) : undefined;
  if (!reply) return { type: 'say', text: textOf(activity), dialog: false };
  const to = { conversationId: activity.conversation.id, activityId: reply.to };
  return { type: 'reply', to, text: textOf({ ...activity, text: reply.text }) };
}

/**
 * https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/cards-actions, …/cards/dynamic-search and
 * …/messaging-extensions/how-to/search-commands/respond-to-search (2026-11)
 */
function invoked({ name, value }: Activity): { kind: Invoked; input: unknown } | undefined {
  if (!isObject(value)) return undefined;
  switch (name) {
    case 'adaptiveCard/action': {
      const action = value.action;
      if (!isObject(action) || action.verb !== 'command') return undefined;
      return { kind: 'pressed', input: commandIn(action.data) };
    }
    case 'task/fetch':
      return { kind: 'opening', input: commandIn(value.data) };
    case 'task/submit':
      return { kind: 'sending', input: commandIn(value.data) };
    case 'application/search':
      return { kind: 'typing', input: { type: 'suggest', of: value.dataset, typed: value.queryText ?? '' } };
    case 'composeExtension/query':
      if (value.commandId !== 'benefits' && value.commandId !== 'requests') return undefined;
      return { kind: 'finding', input: { type: 'suggest', of: value.commandId, typed: typedIn(value) } };
    case 'composeExtension/selectItem':
      return { kind: 'sharing', input: value };
    case 'composeExtension/fetchTask':
      return value.commandId === 'request' ? { kind: 'composing', input: { type: 'pick' } } : undefined;
    case 'composeExtension/submitAction':
      return { kind: 'composed', input: commandIn(value.data) };
    default:
      return undefined;
  }
}

/** What was typed into the one field of a search; when the list opens, nothing was. */
function typedIn({ parameters }: Record<string, unknown>): string {
  const [first] = Array.isArray(parameters) ? parameters : [];
  const isTyped = isObject(first) && first.name === 'name' && typeof first.value === 'string';
  return isTyped ? String(first.value) : '';
}

/** A key can be shown in a dialog only; asked for by a message, the list is given whose button opens the dialog. */
const sayable = (input: unknown): unknown =>
  isObject(input) && input.type === 'show-key' ? { type: 'mine' } : input;

/** What a person typed: without the mention that called us, without the marks with which Teams writes it down. */
const textOf = ({ text = '', entities = [], recipient }: Activity): string =>
  withMentions(text, entities, recipient.id)
    .replaceAll(/&(nbsp|lt|gt|quot|#39|amp);/g, (mark, name: string) => marks[name] ?? mark)
    .replaceAll(/[\u00A0\u200B\uFEFF]/g, ' ')
    .trim()
    .slice(0, longestText);

const marks: Record<string, string> = { nbsp: ' ', lt: '<', gt: '>', quot: '"', '#39': "'", amp: '&' };

const isPerson = ({ id, role }: Activity['from']): boolean =>
  !['bot', 'skill'].includes(role ?? 'user') && !id.startsWith('28:');
