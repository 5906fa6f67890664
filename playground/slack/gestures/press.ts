import type { Block, Element, Json } from '../block-kit/block';
import { answerOf, enter, isStateful } from '../block-kit/entered';
import { interaction } from '../payloads';
import { answerFor, type Input } from './answering';
import { actor, type Hands, isOk, type Outcome, sendPayload } from './hands';
import { offeredFor, suggest } from './suggest';
import { elementAt, type Surface, surfaceAt, surfacePayload, type Where, type Which } from './surface';

/**
 * A person presses a button or chooses in a menu. Inputs of an input block tell the bot nothing unless the block
 * says `dispatch_action`. docs.slack.dev/reference/interaction-payloads/block_actions-payload
 */
export async function press(
  hands: Hands,
  user: string,
  where: Where,
  which: Which,
  input: Input = null,
): Promise<Outcome> {
  const { workspace } = hands;
  const person = actor(workspace, user);
  const surface = surfaceAt(hands, user, where);
  const { block, element } = elementAt(surface.blocks, which);
  const answer = await fillIn(hands, user, surface, block, element, input);
  workspace.changed();
  if (block.type === 'input' && block.dispatch_action !== true) return { sent: false };

  const trigger = workspace.triggers.issue(user, surface.kind === 'view' ? surface.view.id : undefined);
  const action = {
    type: element.type,
    action_id: element.action_id,
    block_id: block.block_id,
    ...(element.type === 'button' ? buttonParts(element) : answer),
    ...(element.placeholder ? { placeholder: element.placeholder } : {}),
    action_ts: workspace.timestamps.next(),
  };
  const { answer: reply } = await sendPayload(
    hands,
    {
      ...interaction(workspace, 'block_actions', person),
      ...surfacePayload(hands, surface),
      trigger_id: trigger.id,
      ...(surface.kind === 'message' ? { response_url: responseUrl(hands, user, surface) } : {}),
      actions: [action],
    },
    trigger,
  );
  if (isOk(reply)) return { sent: true, answer: reply };
  const warning =
    reply.kind === 'timeout'
      ? `${workspace.app.name} did not respond (operation_timeout)`
      : `${workspace.app.name} could not be reached`;
  if (surface.kind === 'view') surface.view.warning = warning;
  workspace.changed();
  return { sent: true, answer: reply, warning };
}

/** A person fills in one input and nothing is sent. */
export async function fill(
  hands: Hands,
  user: string,
  where: Where,
  which: Which,
  input: Input,
): Promise<void> {
  actor(hands.workspace, user);
  const surface = surfaceAt(hands, user, where);
  const { block, element } = elementAt(surface.blocks, which);
  await fillIn(hands, user, surface, block, element, input);
  hands.workspace.changed();
}

/** Puts an answer into an element and remembers it; an external select is asked for its options when it must be. */
export async function fillIn(
  hands: Hands,
  user: string,
  surface: Surface,
  block: Block,
  element: Element,
  input: Input,
): Promise<Json> {
  if (answerOf(element) === undefined) return {};
  if (element.type.endsWith('external_select')) await offerFirst(hands, user, surface, block, element, input);
  const offered = offeredFor(hands, user, surface, block, element);
  const answer = answerFor(element, input, offered, hands.workspace.directory());
  if (isStateful(element)) enter(surface.entered, block.block_id, element.action_id, answer);
  return answer;
}

async function offerFirst(
  hands: Hands,
  user: string,
  surface: Surface,
  block: Block,
  element: Element,
  input: Input,
) {
  const labels = [
    typeof input === 'object' && input !== null && 'option' in input ? (input.option ?? null) : input,
  ].flat();
  for (const label of labels) {
    if (typeof label !== 'string' || label === '') continue;
    const known = offeredFor(hands, user, surface, block, element);
    if (known.some((option) => option.value === label || (option.text as { text?: string }).text === label))
      continue;
    await suggest(hands, user, surface, { action_id: element.action_id, block_id: block.block_id }, label);
  }
}

function buttonParts(element: Element): Json {
  const { text, value, style, url } = element;
  return {
    text,
    ...(value === undefined ? {} : { value }),
    ...(style ? { style } : {}),
    ...(url ? { url } : {}),
  };
}

function responseUrl(hands: Hands, user: string, surface: Surface & { kind: 'message' }): string {
  const id = hands.workspace.responseUrls.issue(user, surface.conversation.id, surface.message.ts);
  return `${hands.workspace.baseUrl}/slack/response/${id}`;
}
