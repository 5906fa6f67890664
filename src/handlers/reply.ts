import { Command } from '../core/command';
import { commandTyped, kindWanted, understand } from '../core/understand';
import { namedOf } from './acting';
import type { DrawnLists } from './list';
import type { Here, Of, Verb } from './verb';
import type { Verbs } from './verbs';

/**
 * Words in reply to a message of ours. Where it shows a request, they are said about that request, but for words that are a command by
 * themselves; where it is decided, whoever wrote them reads so, but for words that plainly ask for something to be done. Anywhere else
 * they are words like others.
 */
export const replyWith =
  (lists: DrawnLists, carryOut: Verbs['carryOut']): Verb<'reply'> =>
  async (here, { to, text }) => {
    const request = await requestMeant(lists, here, { to, text });
    const remark = Command.safeParse({ type: 'remark', remark: here.newId(), request, what: text });
    return carryOut(here, remark.success ? remark.data : { type: 'say', text, dialog: false });
  };

/** The request that words in reply are about; undefined where they mean something else. */
async function requestMeant(
  lists: DrawnLists,
  { ledger, from }: Here,
  { to, text }: Pick<Of<'reply'>, 'to' | 'text'>,
): Promise<string | undefined> {
  if (commandTyped(text)) return undefined;
  const shown = await ledger.requestShownBy(from.platform, to);
  if (!shown || shown.waits) return shown?.id;
  // "I need it on Monday" looks like a wish for a benefit, and is none; "return it" is one, whatever has been decided.
  const isWish =
    ['benefit', 'to-do'].includes(kindWanted(text).is) ||
    understand(text, (await lists.catalogue(ledger)).map(namedOf)).is === 'to-do';
  return isWish ? undefined : shown.id;
}
