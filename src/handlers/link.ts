import { accountLinked } from '../core/link-account';
import { linkCode as drawCode, linked } from '../core/views/linking';
import { no, type Verb } from './verb';

/**
 * Shows a one-time code to somebody whose account may decide. It is kept as a digest alone, and the answer is stored nowhere: the same
 * delivery again comes to the same code.
 */
export const link: Verb<'link'> = async (here) => {
  const { ledger, speaker, view, now, from, delivery } = here;
  if (!speaker.mayDecide) return no(here, { why: 'unlinked-account' });
  const code = await ledger.makeLinkCode(speaker.id, from.platform, delivery, now);
  return code ? drawCode(view, code) : no(here, { why: 'keys-missing' });
};

/** The code, typed in the other chat: both accounts are one person's. */
export const linkCode: Verb<'link-code'> = async (here, { code }) => {
  const outcome = await here.ledger.link(here.from, here.speaker, code, here.now);
  if (outcome.is === 'refused') return no(here, outcome.refusal);
  return here.record(accountLinked(outcome.person, here.speaker, here.from.platform), linked(here.view));
};
