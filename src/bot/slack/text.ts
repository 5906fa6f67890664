import type { MrkdwnElement, PlainTextElement } from '@slack/types';
import type { PersonRef } from '../../core/person';
import { clip } from '../../core/prose';

const sign = '…';

/**
 * A person's words inside Slack's markup: with `&`, `<` and `>` escaped nothing in them becomes a mention or a link
 * (docs.slack.dev/messaging/formatting-message-text). Cut to a number of characters after escaping.
 */
export function escaped(text: string, most: number): string {
  const safe = text.replace(/[&<>]/g, (sign) => entities[sign] as string);
  if (safe.length <= most) return safe;
  // Every & of an escaped text begins an entity, so an unfinished one at the end is taken away whole.
  return `${safe
    .slice(0, most - sign.length)
    .replace(/&[a-z]*$/, '')
    .replace(/[\uD800-\uDBFF]$/, '')}${sign}`;
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** Text without markup. Slack refuses one without letters. `emoji: false`: nobody's words turn into a picture. */
export const plain = (text: string, most: number): PlainTextElement => ({
  type: 'plain_text',
  text: clip(text.trim() || '–', most),
  emoji: false,
});

/** Only ever of text that was escaped; `verbatim` keeps Slack from making links and mentions of plain words. */
export const mrkdwn = (text: string): MrkdwnElement => ({ type: 'mrkdwn', text, verbatim: true });

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** Signs that Slack reads as bold, italic, struck, code, emoji or a quotation. It knows no way to write them otherwise in its markup. */
const marks = /[*`]|(?<![\p{L}\p{N}])[_~]|:[^\s:]+:|^\s*>/mu;

/**
 * One line in bold, and another below it. What has signs of markup in it is shown without any, not even bold: as it was written.
 * @param most characters of each
 */
export function strongLine(
  text: string,
  most: number,
  below = '',
  mostBelow = 0,
): MrkdwnElement | PlainTextElement {
  const [line, under] = [oneLine(text) || '–', oneLine(below)];
  if (marks.test(line) || marks.test(under))
    return plain([clip(line, most), ...(under ? [clip(under, mostBelow)] : [])].join('\n'), most + mostBelow);
  return mrkdwn(`*${escaped(line, most)}*${under ? `\n${escaped(under, mostBelow)}` : ''}`);
}

/** A member of the workspace as commands name them. */
export const refOf = (user: string): PersonRef => `slack:${user}`;

/** The ids of people: W for those of an enterprise (docs.slack.dev/reference/objects/user-object). */
const member = /^@([UW][A-Z0-9]+)$/;
/** Whether this is the id of a member. */
export const isMember = (user: string): boolean => member.test(`@${user}`);

/**
 * What somebody typed, in plain words: Slack writes mentions and links as `<@U1|name>`, `<mailto:a@b.example|a@b.example>`,
 * `<https://a.example|a.example>` and escapes three signs (docs.slack.dev/messaging/formatting-message-text). A mention of a
 * member becomes `<@slack:U1>`: a name may change or be somebody else's, an id is one person.
 */
export function plainWords(text: string): string {
  return text
    .replace(/<([^<>|]*)(?:\|([^<>]*))?>/g, (_, target: string, label?: string) => {
      const [, user] = member.exec(target) ?? [];
      if (user) return `<@${refOf(user)}>`;
      const sign = /^[@#!]/.exec(target)?.[0];
      if (sign) return `${sign === '#' ? '#' : '@'}${label?.replace(/^[@#]/, '') || target.slice(1)}`;
      return label || target.replace(/^mailto:/, '');
    })
    .replace(/&(amp|lt|gt);/g, (_, name: string) => unescaped[name] as string);
}

const unescaped: Record<string, string> = { amp: '&', lt: '<', gt: '>' };
