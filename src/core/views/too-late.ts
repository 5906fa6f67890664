import type { Card } from '../card';
import type { Request } from '../request';
import type { View } from './catalogue';
import { saidBy } from './course-facts';

/**
 * To whoever says something about a request that is decided: how it ended, that nobody reads it there any more, and whom to speak to.
 * @param card how it ended, as far as it is theirs to read
 * @param theirs they asked for it, or will have it
 */
export function saidTooLate({ words }: View, request: Request, card: Card, theirs: boolean): Card {
  const by = 'by' in request && !request.by.rule ? saidBy(words, request.by) : undefined;
  const next = !theirs
    ? words.tooLate.speakTo(request.requester.name)
    : by
      ? words.tooLate.speakTo(by)
      : words.tooLate.anAdmin;
  return {
    ...card,
    blocks: [
      { type: 'text', text: words.tooLate.nobodyReads },
      ...card.blocks,
      { type: 'text', text: theirs ? words.sentences([next, words.tooLate.askAnew]) : next, weak: true },
    ],
  };
}
