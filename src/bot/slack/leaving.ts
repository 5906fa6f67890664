import { z } from 'zod';
import { outerId } from '../outer-id';
import { homeIn, place, placeIn } from './home';

/**
 * What Slack says when an account was deactivated (docs.slack.dev/reference/events/user_change); the same event tells of every other
 * change of a profile.
 */
const Deactivated = z.object({
  type: z.literal('event_callback'),
  ...place,
  event_id: outerId,
  event: z.object({
    type: z.literal('user_change'),
    user: z.object({ id: outerId, team_id: outerId, deleted: z.literal(true) }),
  }),
});

/** Called when a member of a home workspace has left it. Resolves when that is remembered. */
export type Left = (home: string, user: string) => Promise<void>;

/**
 * Hears of members who leave. The returned function gives undefined for every other body, also for somebody of another workspace who
 * was only seen from ours; else a promise, the same one for an event that comes again meanwhile. What failed may come again.
 * @param homes the ids of the workspaces whose members we know.
 */
export function makeLeaving(homes: ReadonlySet<string>, left: Left, most = 10_000) {
  const told = new Map<string, Promise<void>>();

  return (body: unknown): Promise<void> | undefined => {
    const { data } = Deactivated.safeParse(body);
    if (!data) return undefined;
    const { event_id: identity, event } = data;
    const at = placeIn(data);
    const home = homeIn(at, homes);
    // A workspace also tells of those who were only seen from it. In an organisation they may be its members all the same.
    if (!home || (!at.enterprise && event.user.team_id !== home)) return undefined;

    const known = told.get(identity);
    if (known) return known;
    const telling = left(home, event.user.id).catch((error: unknown) => {
      told.delete(identity);
      throw error;
    });
    told.set(identity, telling);
    if (told.size > most) told.delete(told.keys().next().value as string);
    return telling;
  };
}
