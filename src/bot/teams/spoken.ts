import type { Account, Posted } from '../../store/store';
import type { Said } from './activity';
import type { Conversation } from './connector';
import { isObject } from './form';
import type { Address } from './whereabouts';

/** What somebody said or pressed, and where they can be answered. */
export interface Spoken {
  said: Said;
  input: unknown;
  /** Nobody else reads along. */
  personal: boolean;
  address: Address;
  account: Account;
}

/** What a form's button sent, as the client put it together: the values by the names of the inputs. */
export const sentBy = ({ value }: Said): unknown => (isObject(value) ? value.data : undefined);

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
