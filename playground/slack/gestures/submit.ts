import { elementsOf, isObject, type Json } from '../block-kit/block';
import { stateValues } from '../block-kit/entered';
import { refuseUnsoundView } from '../block-kit/view';
import type { Answer } from '../ledger';
import { interaction } from '../payloads';
import { Refusal } from '../refusal';
import { type View, viewObject } from '../views';
import { clientObjection, type Input } from './answering';
import { actor, type Hands, isOk, jsonBody, type Outcome, sendPayload } from './hands';
import { fillIn } from './press';
import { elementAt, surfaceAt } from './surface';

const trouble = 'We had some trouble connecting. Try again?';

/**
 * A person fills a modal in (by label, action id or block id) and submits it.
 * docs.slack.dev/reference/interaction-payloads/view-interactions-payload; the answer is obeyed as
 * docs.slack.dev/surfaces/modals says: nothing closes the view; errors, update, push or clear do as they say.
 */
export async function submit(
  hands: Hands,
  user: string,
  viewId: string,
  values: Record<string, Input> = {},
): Promise<Outcome> {
  const { workspace } = hands;
  const person = actor(workspace, user);
  const surface = surfaceAt(hands, user, viewId);
  if (surface.kind !== 'view' || workspace.views.stack(user).at(-1) !== surface.view) {
    throw new Error(`${viewId} is not the modal in front of ${user}.`);
  }
  const { view } = surface;
  if (!view.submit) throw new Error('This modal has no submit button.');
  for (const [name, input] of Object.entries(values)) {
    const { block, element } = fieldNamed(view, name);
    await fillIn(hands, user, surface, block, element, input);
  }
  const objections = objectionsTo(view);
  if (Object.keys(objections).length > 0) {
    view.errors = objections;
    workspace.changed();
    return { sent: false, errors: objections };
  }

  const trigger = workspace.triggers.issue(user, view.id);
  const { answer } = await sendPayload(
    hands,
    {
      ...interaction(workspace, 'view_submission', person),
      trigger_id: trigger.id,
      view: viewObject(view, workspace.settings.teamId, workspace.app),
      response_urls: responseUrlsOf(hands, user, view),
    },
    trigger,
  );
  const outcome = obey(hands, view, answer);
  workspace.changed();
  return { sent: true, answer, ...outcome };
}

/** A person closes a modal by its close button (or, with `all`, the whole stack by the cross). */
export async function close(hands: Hands, user: string, viewId: string, all = false): Promise<Outcome> {
  const { workspace } = hands;
  const person = actor(workspace, user);
  const surface = surfaceAt(hands, user, viewId);
  if (surface.kind !== 'view' || surface.view.type !== 'modal') throw new Error(`${viewId} is not a modal.`);
  const cleared = all || surface.view.clearOnClose;
  const gone = cleared ? workspace.views.stack(user) : [surface.view];
  if (cleared) workspace.views.clear(user);
  else workspace.views.close(surface.view);
  workspace.changed();
  let outcome: Outcome = { sent: false };
  for (const view of [...gone].reverse().filter((one) => one.notifyOnClose)) {
    const { answer } = await sendPayload(hands, {
      ...interaction(workspace, 'view_closed', person),
      view: viewObject(view, workspace.settings.teamId, workspace.app),
      is_cleared: cleared,
    });
    outcome = { sent: true, answer };
  }
  return outcome;
}

function obey(hands: Hands, view: View, answer: Answer): Omit<Outcome, 'sent'> {
  const { views } = hands.workspace;
  if (!isOk(answer) || answer.kind !== 'answered') return troubled(view);
  view.errors = {};
  delete view.warning;
  if (answer.body.trim() === '') {
    views.close(view);
    return {};
  }
  const body = jsonBody(answer);
  if (!body) return troubled(view);
  switch (body.response_action) {
    case undefined:
      views.close(view);
      return {};
    case 'clear':
      views.clear(view.user);
      return {};
    case 'errors':
      return showErrors(view, body.errors);
    case 'update':
    case 'push':
      return showNext(hands, view, body.response_action, body.view);
    default:
      return troubled(view);
  }
}

function showNext(hands: Hands, view: View, action: 'update' | 'push', next: unknown): Omit<Outcome, 'sent'> {
  const { views } = hands.workspace;
  try {
    if (!isObject(next)) return troubled(view);
    refuseUnsoundView(next, 'modal');
    if (action === 'push' && !views.hasRoom(view.user)) return troubled(view);
    // The person may have closed the modal while the bot was thinking.
    if (!views.find(view.id)) return {};
    if (action === 'update') views.update(view, next);
    else views.push(view.user, next);
    return {};
  } catch (problem) {
    if (problem instanceof Refusal) return troubled(view);
    throw problem;
  }
}

/** Errors go beside input blocks; an answer that names anything else is not understood. */
function showErrors(view: View, errors: unknown): Omit<Outcome, 'sent'> {
  const inputs = new Set(
    view.blocks.filter((block) => block.type === 'input').map((block) => block.block_id),
  );
  const sound =
    isObject(errors) &&
    Object.keys(errors).length > 0 &&
    Object.entries(errors).every(
      ([block, text]) => inputs.has(block) && typeof text === 'string' && text !== '',
    );
  if (!sound) return troubled(view);
  view.errors = errors as Record<string, string>;
  return { errors: view.errors };
}

function troubled(view: View): { warning: string } {
  view.warning = trouble;
  return { warning: trouble };
}

function fieldNamed(view: View, name: string) {
  const byBlock = view.blocks.find((block) => block.block_id === name);
  const [only] = byBlock ? elementsOf(byBlock) : [];
  if (byBlock && only) return { block: byBlock, element: only };
  const isLabel = view.blocks.some((block) => (block.label as { text?: string } | undefined)?.text === name);
  return elementAt(view.blocks, isLabel ? { label: name } : { action_id: name });
}

function objectionsTo(view: View): Record<string, string> {
  const values = stateValues(view.blocks, view.entered);
  const objections: Record<string, string> = {};
  for (const block of view.blocks.filter((one) => one.type === 'input')) {
    for (const element of elementsOf(block)) {
      const answer = values[block.block_id]?.[element.action_id];
      const objection = answer && clientObjection(block, element, answer);
      if (objection) objections[block.block_id] = objection;
    }
  }
  return objections;
}

/** docs.slack.dev/surfaces/modals: a conversation select with `response_url_enabled` brings a response URL. */
function responseUrlsOf(hands: Hands, user: string, view: View): Json[] {
  const { workspace } = hands;
  const values = stateValues(view.blocks, view.entered);
  return view.blocks.flatMap((block) =>
    elementsOf(block)
      .filter((element) => element.response_url_enabled === true)
      .flatMap((element) => {
        const answer = values[block.block_id]?.[element.action_id];
        const channel = answer?.selected_conversation ?? answer?.selected_channel;
        if (typeof channel !== 'string') return [];
        const id = workspace.responseUrls.issue(user, channel);
        return [
          {
            block_id: block.block_id,
            action_id: element.action_id,
            channel_id: channel,
            response_url: `${workspace.baseUrl}/slack/response/${id}`,
          },
        ];
      }),
  );
}
