import type { Slack } from '../slack';
import { spansOf } from '../slack/mrkdwn';
import type { ShownMessage } from '../slack/screen';
import type { View } from '../slack/views';

/** How many messages of a conversation the page draws. */
export const mostShown = 100;

/** A message as the page draws it: Slack's markup is read here, once, so that the page never parses text. */
export function slackMessage(slack: Slack, user: string, message: ShownMessage) {
  return {
    id: message.ts,
    at: message.at,
    author: message.author.name,
    bot: message.fromBot,
    mine: message.user === user,
    ephemeral: message.ephemeral,
    edited: message.edited,
    ...(message.file && { file: message.file }),
    ...(message.threadTs !== message.ts && { replyTo: message.threadTs }),
    notice: message.text || message.reading,
    spans: message.blocks.length === 0 ? spansIn(message.text, false, (id) => nameOf(slack, id)) : [],
    blocks: readable(message.blocks, (id) => nameOf(slack, id), slack.picture),
  };
}

/** A modal as the page draws it. What was typed so far stays in the page. */
export function slackView(slack: Slack, view: View) {
  const { id, hash, title, submit, close, errors, warning, submitDisabled } = view;
  return {
    id,
    hash,
    title,
    submit,
    close,
    errors,
    warning,
    submitDisabled,
    blocks: readable(view.blocks, (id) => nameOf(slack, id), slack.picture),
  };
}

function spansIn(text: string, verbatim: boolean, name: (id: string) => string) {
  return spansOf(text, { verbatim }).map((span) =>
    span.kind === 'user' ? { ...span, name: name(span.id) } : span,
  );
}

const nameOf = (slack: Slack, id: string): string =>
  id === slack.app.botUserId
    ? slack.app.name
    : (slack.people.find((person) => person.id === id)?.realName ?? id);

/**
 * Blocks with every piece of markup read: `spans` beside each `text`; and with every picture of the workspace as `src` of its block.
 * @param name of a member, by their id
 * @param picture a file's, by its id
 */
export function readable(
  value: unknown,
  name: (id: string) => string,
  picture: (id: string) => string | undefined,
): unknown {
  if (Array.isArray(value)) return value.map((inner) => readable(inner, name, picture));
  if (typeof value !== 'object' || value === null) return value;
  const copy = Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, readable(inner, name, picture)]),
  );
  if (copy.type === 'mrkdwn' && typeof copy.text === 'string')
    copy.spans = spansIn(copy.text, copy.verbatim === true, name);
  if (copy.type === 'image') copy.src = picture(String((copy.slack_file as { id?: string })?.id));
  return copy;
}
