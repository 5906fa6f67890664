import type { Card } from '../card';
import type { Contract } from '../holding';
import type { Approved, Cancelled, Denied, Failed, Fulfilled } from '../request';
import type { View } from './catalogue';
import { summary } from './deciding';
import { factsOf } from './request-facts';

/** It is yours, and its key is one press away. `lastRefund`: no key of the package has been viewed yet. */
export const granted = ({ words, locale }: View, request: Fulfilled, lastRefund: boolean): Card => ({
  title: words.outcome.granted(request.benefit.name),
  blocks: [
    { type: 'text', text: words.outcome.grantedText(request.by.name) },
    { type: 'facts', facts: factsOf(words, request) },
    ...(lastRefund ? [{ type: 'text', text: words.outcome.refund } as const] : []),
    {
      type: 'buttons',
      buttons: [
        {
          label: words.buttons.showKey,
          about: request.benefit.name,
          style: 'primary',
          press: { type: 'show-key', holding: request.holding },
        },
      ],
    },
  ],
  place: 'here',
  locale,
});

/** It is yours: an admin has set it up. */
export const setUp = (
  { words, locale }: View,
  request: Fulfilled,
  proof: { evidence?: string; contract?: Contract | undefined },
): Card => ({
  title: words.outcome.granted(request.benefit.name),
  blocks: [
    { type: 'text', text: words.outcome.setUpText(request.by.name) },
    {
      type: 'facts',
      facts: [
        ...factsOf(words, request),
        ...(proof.evidence ? [[words.fields.evidence, proof.evidence] as [string, string]] : []),
      ],
    },
  ],
  place: 'here',
  locale,
});

/** An approver said yes, an admin does the rest. */
export const approved = ({ words, locale }: View, request: Approved): Card => ({
  title: words.outcome.approved(request.benefit.name),
  blocks: [
    { type: 'text', text: words.outcome.approvedText(request.by.name) },
    { type: 'facts', facts: factsOf(words, request) },
  ],
  place: 'here',
  locale,
});

/** An approver said no, in their own words. */
export const denied = ({ words, locale }: View, request: Denied): Card => ({
  title: words.outcome.denied(request.benefit.name),
  blocks: [
    { type: 'text', text: words.outcome.deniedText(request.by.name), weak: true },
    { type: 'text', text: request.why },
    { type: 'facts', facts: factsOf(words, request) },
    { type: 'text', text: words.outcome.deniedNext, weak: true },
    {
      type: 'buttons',
      buttons: [
        {
          label: words.buttons.request,
          about: request.benefit.name,
          press: { type: 'ask', benefit: request.benefit.id },
        },
      ],
    },
  ],
  place: 'here',
  locale,
});

/** To whoever asked for somebody else: that person has it. */
export const handedOver = (view: View, request: Fulfilled): Card => summary(view, request);

/** Nothing will come of it any more. */
export const cancelled = (view: View, request: Cancelled): Card => summary(view, request);

/** An admin could not set it up. */
export const failed = (view: View, request: Failed): Card => summary(view, request);
