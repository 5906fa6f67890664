import { z } from 'zod';
import { plainSigns } from '../../core/commands/fields';
import { outerId } from '../outer-id';

/** A name of a time zone, as far as it can be one; what is none is as if it had not been said. */
const zone = plainSigns.max(100).optional().catch(undefined);
const members = z
  .array(z.object({ id: outerId }))
  .optional()
  .catch(undefined);

/**
 * What we believe of an activity once it was verified; the rest of it is left unread.
 * https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-api-reference (2026-11)
 */
export const Activity = z.object({
  type: z.string().min(1).max(100),
  id: outerId.optional(),
  name: z.string().max(200).optional(),
  action: z.string().max(100).optional(),
  serviceUrl: z.url().max(2_000),
  conversation: z.object({ id: outerId, conversationType: z.string().max(100).optional() }),
  from: z.object({
    id: outerId,
    aadObjectId: z
      .guid()
      .transform((guid) => guid.toLowerCase())
      .optional()
      .catch(undefined),
    role: z.string().max(100).optional(),
  }),
  /** Us. Microsoft's package falls over an activity that is for nobody. */
  recipient: z.object({ id: outerId }),
  /** Who came into the conversation and who is in it no more, ourselves among them. */
  membersAdded: members,
  membersRemoved: members,
  replyToId: outerId.optional(),
  locale: z.string().max(100).optional(),
  /** Where the client of whoever speaks is (IANA). */
  localTimezone: zone,
  text: z.string().optional(),
  attachments: z
    .array(
      z.object({
        contentType: z.string().optional(),
        name: z.string().max(1_000).optional().catch(undefined),
        content: z.unknown().optional(),
      }),
    )
    .optional()
    .catch(undefined),
  value: z.unknown().optional(),
  entities: z
    .array(
      z.object({
        type: z.string().optional(),
        text: z.string().optional(),
        timezone: zone,
        mentioned: z.object({ id: z.string().optional(), aadObjectId: z.string().optional() }).optional(),
      }),
    )
    .optional()
    .catch(undefined),
});
export type Activity = z.infer<typeof Activity>;

/**
 * An activity of somebody who can be answered, with an identity of its own. `user`: the Entra object id of the sender, or, of somebody
 * without one (an anonymous guest of a meeting), the Teams id, by which no directory knows anybody.
 */
export type Said = Activity & { id: string; user: string };

/**
 * Where the client of whoever speaks stands (IANA): messages say so themselves, presses of buttons only among their entities.
 * https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/conversation-messages (2026-11)
 */
export const timeZoneOf = ({ localTimezone, entities }: Activity): string | undefined =>
  localTimezone ?? entities?.find(({ type }) => type === 'clientInfo')?.timezone;

/** In a private chat with us nobody else reads along; only there we say anything but "in private, please". */
export const isPersonal = (activity: Activity): boolean =>
  activity.conversation.conversationType === 'personal' && !isOfOthers(activity);

/**
 * The chat of two people is personal too by its type, and we have no place in it. Its id names both; a chat with us either has an id of
 * another kind (`a:…`) or names our app.
 * https://learn.microsoft.com/microsoftteams/platform/messaging-extensions/how-to/action-commands/create-task-module (2026-11)
 */
export function isOfOthers({ conversation, recipient }: Activity): boolean {
  const [, both] = /^19:([^@]+)@unq\.gbl\.spaces$/.exec(conversation.id) ?? [];
  return both !== undefined && !both.split('_').includes(recipient.id.replace(/^28:/, ''));
}
