import { z } from 'zod';
import { homeIn, place, placeIn } from './home';

/** The app was taken away, or its token was (docs.slack.dev/reference/events/app_uninstalled, tokens_revoked); both come, in any order. */
const Gone = z.object({
  ...place,
  type: z.literal('event_callback'),
  /** In seconds; a moment beyond this century could not be kept. */
  event_time: z.number().int().min(0).max(4_102_444_800),
  event: z.discriminatedUnion('type', [
    z.object({ type: z.literal('app_uninstalled') }),
    z.object({ type: z.literal('tokens_revoked'), tokens: z.object({ bot: z.array(z.string()).min(1) }) }),
  ]),
});

/** In which home of ours the app is no more, and since when; undefined for everything else, also where only somebody's own token was revoked. */
export function uninstalledIn(
  body: unknown,
  homes: ReadonlySet<string>,
): { team: string; at: Date } | undefined {
  const { data } = Gone.safeParse(body);
  const team = data && homeIn(placeIn(data), homes);
  return team ? { team, at: new Date((data.event_time + 1) * 1_000) } : undefined;
}
