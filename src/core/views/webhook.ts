import type { Card } from '../card';
import type { GivenUp } from '../notice';
import type { Words } from '../words';
import type { View } from './catalogue';

/** By what the code of a try is known that got no answer: Node's system errors, undici's, OpenSSL's of a certificate. */
const unanswered = {
  silent: /^timeout$|TIMEOUT|^ETIMEDOUT$/,
  closed: /^ECONNREFUSED$/,
  nameless: /^(?:ENOTFOUND|EAI_AGAIN)$/,
  cut: /^(?:ECONNRESET|EPIPE|UND_ERR_SOCKET)$/,
  certificate: /CERT|SIGNATURE/,
};

/**
 * What a receiver answered, in words.
 * @param failure a code as it is noted at a try: `http_` and the status, `timeout`, `network`, or what Node or undici calls it
 */
export function failureIn({ webhook }: Words, failure: string): string {
  const { failures } = webhook;
  const answered = /^http_(\d{3})$/.exec(failure)?.[1];
  if (answered) {
    const number = Number(answered);
    return failures[number < 400 ? 'redirect' : number < 500 ? 'status' : 'broken'](number);
  }
  for (const [name, looks] of Object.entries(unanswered))
    if (looks.test(failure)) return failures[name as keyof typeof unanswered];
  return failures.other(failure);
}

/** Events that the webhook did not take for as long as they were tried. */
export const webhookGaveUp = ({ words, locale }: View, { count, failure, since }: GivenUp): Card => ({
  title: words.webhook.title,
  blocks: [
    { type: 'text', text: words.webhook.text(count) },
    { type: 'facts', facts: [[words.webhook.failure, failureIn(words, failure)]] },
    { type: 'text', text: words.webhook.next },
    { type: 'copy', label: words.webhook.command, text: `benefits audit stream --since ${since}` },
  ],
  place: 'here',
  locale,
});
