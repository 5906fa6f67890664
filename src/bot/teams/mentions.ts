import { z } from 'zod';
import type { Activity } from './activity';

type Mention = NonNullable<Activity['entities']>[number];

/** Ids in which a Teams id spells out the Entra object id: `8:orgid:` and the GUID. */
const orgId = /^(?:8|29):orgid:(.+)$/i;

/** How Teams marks a mention in a text, and its tags alone. No sign can be part of two of them: whoever sends many beginnings is read in no longer time. */
const marked = /<at\b[^<>]*>[^<>]*<\/at>/gi;
const tag = /<\/?at\b[^<>]*>/gi;

/**
 * A text with its mentions in our own words: the bot's are gone, a person's stands as `<@teams:Entra object id>`, and of whatever else can
 * be mentioned (a tag, a channel, somebody without such an id) the plain name is left.
 * @param bot the bot's own id in the conversation.
 * https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/channel-and-group-conversations (2026-11)
 */
export function withMentions(text: string, entities: Mention[], bot: string | undefined): string {
  const byMark = new Map<string, string[]>();
  for (const { type, text: mark, mentioned } of entities) {
    if (type !== 'mention' || !mark) continue;
    const words = mentioned?.id !== undefined && mentioned.id === bot ? ' ' : wordsFor(mark, mentioned);
    const known = byMark.get(mark);
    if (known) known.push(words);
    else byMark.set(mark, [words]);
  }
  // In one go: what a mention has become is not looked through for another, which could be made to grow without an end.
  const said = text.replaceAll(marked, (mark) => {
    const words = byMark.get(mark) ?? [mark];
    // People of the same name bear the same mark: the first mark is the first of them.
    return (words.length > 1 ? words.shift() : words[0]) as string;
  });
  return joined(said);
}

function wordsFor(mark: string, mentioned: Mention['mentioned']): string {
  const { aadObjectId, id } = mentioned ?? {};
  const entra = z.guid().safeParse(aadObjectId ?? orgId.exec(id ?? '')?.[1]);
  return entra.success ? `<@teams:${entra.data.toLowerCase()}>` : mark.replaceAll(tag, '');
}

/** Teams may write one mention as several, one for each word of the name (github.com/microsoft/botbuilder-js/issues/4379). */
const joined = (text: string): string => text.replaceAll(/(<@teams:[\da-f-]+>)(?:(?:\s|&nbsp;)*\1)+/g, '$1');
