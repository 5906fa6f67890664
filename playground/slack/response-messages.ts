import { isObject, type Json } from './block-kit/block';
import { checkedMessage } from './block-kit/message';
import { refuseStrangeFiles } from './block-kit/pictures';
import type { Conversation, Message } from './conversations';
import type { Context } from './methods/method';
import { Refusal } from './refusal';
import type { ApiAnswer } from './web-api';

/**
 * A message sent to a response URL. docs.slack.dev/interactivity/handling-user-interaction (message responses):
 * ephemeral unless `in_channel`, replaces or deletes what was acted on when it says so.
 */
export function answerResponse(id: string, body: unknown, context: Context): ApiAnswer {
  const { workspace } = context;
  const found = workspace.responseUrls.inspect(id);
  if ('error' in found) return { status: 404, headers: {}, body: { ok: false, error: found.error } };
  const { url } = found;
  if (!isObject(body)) return { status: 400, headers: {}, body: { ok: false, error: 'invalid_payload' } };
  const conversation = workspace.conversation(url.channel) as Conversation;
  const source = url.source === undefined ? undefined : workspace.message(url.channel, url.source);
  try {
    refuseStrangeFiles(body.blocks, '/blocks', workspace.files, workspace.now());
    if (body.delete_original === true) {
      if (source) workspace.remove(source);
    } else if (body.replace_original === true && source) {
      workspace.edit(source, checkedMessage(body, 'blocks only'));
      context.ownEvents.edited(conversation, source);
    } else {
      respond(body, conversation, url.user, context);
    }
  } catch (problem) {
    if (problem instanceof Refusal)
      return { status: 400, headers: {}, body: { ok: false, error: problem.code, ...problem.extra } };
    throw problem;
  }
  workspace.responseUrls.use(url);
  return { status: 200, headers: {}, body: { ok: true } };
}

/** A new message from the app to a person (ephemeral) or to their channel. */
export function respond(body: Json, conversation: Conversation, user: string, context: Context): Message {
  const { workspace } = context;
  const everybody = body.response_type === 'in_channel';
  const message = workspace.post(conversation, {
    user: workspace.app.botUserId,
    ...checkedMessage(body, 'blocks only'),
    ...(everybody ? {} : { onlyFor: user }),
  });
  if (everybody) context.ownEvents.posted(conversation, message);
  return message;
}
