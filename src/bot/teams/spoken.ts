import type { Account, Posted } from '../../store/store';
import type { Said } from './activity';
import type { Conversation } from './connector';
import type { Address } from './whereabouts';

/** What somebody said or pressed, and where they can be answered. */
export interface Spoken {
  said: Said;
  input: unknown;
  /** Nobody else reads along. */
  personal: boolean;
  /** What was pressed is as we drew it, in the private chat or under our seal: what it says it is about, it is about. */
  drawnByUs: boolean;
  address: Address;
  account: Account;
}

/** Where an activity was said. */
export const placeOf = ({ serviceUrl, conversation }: Said): Conversation => ({
  serviceUrl,
  conversationId: conversation.id,
});

/** The message whose button was pressed. */
export const pressedOf = (said: Said): Posted | undefined =>
  said.replyToId === undefined ? undefined : postedIn(said, said.replyToId);

/** A message of ours in the conversation of an activity. */
export const postedIn = (said: Said, activityId: string): Posted => ({
  platform: 'teams',
  ref: { ...placeOf(said), activityId },
});
