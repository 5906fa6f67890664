import { type Block, type Element, isObject, type Json } from '../block-kit/block';
import { Findings } from '../block-kit/checks';
import { suggestions } from '../block-kit/composition';
import { interaction } from '../payloads';
import { optionsOf } from './answering';
import { actor, type Hands, isOk, jsonBody, type Outcome, sendPayload } from './hands';
import { elementAt, type Surface, surfaceAt, surfacePayload, type Where, type Which } from './surface';

/**
 * A person types into an external select. docs.slack.dev/reference/block-kit/block-elements/select-menu-element:
 * nothing is asked before `min_query_length` characters, 3 unless the app says otherwise.
 */
export async function suggest(
  hands: Hands,
  user: string,
  where: Where | Surface,
  which: Which,
  text: string,
): Promise<Outcome> {
  const { workspace } = hands;
  const person = actor(workspace, user);
  const surface = typeof where === 'object' && 'kind' in where ? where : surfaceAt(hands, user, where);
  const { block, element } = elementAt(surface.blocks, which);
  if (text.length < Number(element.min_query_length ?? 3)) return { sent: false, options: [] };
  const { answer } = await sendPayload(hands, {
    ...interaction(workspace, 'block_suggestion', person),
    ...surfacePayload(hands, surface),
    action_id: element.action_id,
    block_id: block.block_id,
    value: text,
  });
  const body = isOk(answer) ? jsonBody(answer) : undefined;
  const options = body ? optionsOf(body).filter(isObject) : [];
  const found = new Findings();
  suggestions(body, '', found);
  if (found.messages.length > 0) {
    return { sent: true, answer, options: [], warning: 'Result could not be loaded.' };
  }
  hands.offered.set(key(user, surface, block, element), options);
  return { sent: true, answer, options };
}

export function offeredFor(
  hands: Hands,
  user: string,
  surface: Surface,
  block: Block,
  element: Element,
): Json[] {
  return hands.offered.get(key(user, surface, block, element)) ?? [];
}

function key(user: string, surface: Surface, block: Block, element: Element): string {
  const place = surface.kind === 'view' ? surface.view.id : surface.message.ts;
  return [user, place, block.block_id, element.action_id].join(' ');
}
