import type { Activity } from './activity';

/** Words in reply to a message. `to`: its id. */
export interface Quoting {
  to: string;
  text: string;
}

/** A beginning, and what stands in it. No sign can be part of two beginnings: whoever sends many of them is read in no longer time. */
const beginning = /<blockquote\b[^<>]*>/gi;
const isReply = /\bitemtype="https?:\/\/schema\.skype\.com\/Reply"/i;
const itemId = /\bitemid="([^"]{1,200})"/i;
const end = '</blockquote>';
/** No message is longer; what is beyond is not read. */
const mostMarkup = 30_000;

/**
 * The message that somebody replies to, and what they say; undefined where they reply to none. A quoted reply carries the quotation as
 * HTML, and in the text both run into each other, so that what they say is what stands beside the quotation.
 * https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/conversation-messages (2026-11)
 */
export function quoteIn({ attachments = [], replyToId, text = '' }: Activity): Quoting | undefined {
  for (const { contentType, content } of attachments) {
    if (contentType !== 'text/html' || typeof content !== 'string') continue;
    const quoting = quotedIn(content.slice(0, mostMarkup));
    if (quoting) return quoting;
  }
  return replyToId === undefined ? undefined : { to: replyToId, text };
}

/** How Teams writes down what is replied to in a private chat, where there are no threads. */
function quotedIn(markup: string): Quoting | undefined {
  for (const { 0: tag, index } of markup.matchAll(beginning)) {
    const to = isReply.test(tag) ? itemId.exec(tag)?.[1] : undefined;
    if (to === undefined) continue;
    const over = markup.indexOf(end, index);
    if (over < 0) return undefined;
    const beside = `${markup.slice(0, index)} ${markup.slice(over + end.length)}`;
    return { to, text: beside.replaceAll(/<[^<>]*>/g, ' ').trim() };
  }
  return undefined;
}
