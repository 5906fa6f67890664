import type { Card } from '../card';
import type { Request } from '../request';
import type { View } from './catalogue';
import { saidBy } from './course-facts';
import { summary } from './deciding';

/**
 * To whoever says something about a request that is decided: how it ended, that nobody reads it there any more, and whom to speak to.
 * @param theirs they asked for it, or will have it
 */
export function saidTooLate(view: View, request: Request, theirs: boolean): Card {
  const { words } = view;
  const card = summary(view, request);
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
