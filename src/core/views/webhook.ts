import type { Card } from '../card';
import type { GivenUp } from '../notice';
import type { View } from './catalogue';

/** Events that the webhook did not take for as long as they were tried. */
export const webhookGaveUp = ({ words, locale }: View, { count, failure, since }: GivenUp): Card => ({
  title: words.webhook.title,
  blocks: [
    { type: 'text', text: words.webhook.text(count) },
    { type: 'facts', facts: [[words.webhook.failure, failure]] },
    { type: 'text', text: words.webhook.next },
    { type: 'copy', label: words.webhook.command, text: `benefits audit stream --since ${since}` },
  ],
  place: 'here',
  locale,
});
