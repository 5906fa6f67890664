import { z } from 'zod';
import { outerId } from '../outer-id';

/** Where something happened, as a body of Slack says it. */
export interface Place {
  /** The workspace; null for what is done with an app that an organisation installed for all of its workspaces. */
  team?: string | null | undefined;
  /** The organisation of Enterprise Grid it belongs to, if any. */
  enterprise?: string | null | undefined;
  /** The app was installed for the whole organisation (docs.slack.dev/enterprise/developing-for-enterprise-orgs). */
  orgWide?: boolean | null | undefined;
}

/**
 * The home somebody acted in: the workspace, where it is one of ours; else the organisation, where its admins installed the app for all of it and
 * it is listed itself. Undefined for everywhere else.
 */
export function homeIn({ team, enterprise, orgWide }: Place, homes: ReadonlySet<string>): string | undefined {
  if (team && homes.has(team)) return team;
  return orgWide && enterprise && homes.has(enterprise) ? enterprise : undefined;
}

/**
 * Whether somebody acted as one of a home. In a channel shared through Slack Connect their team is another one. Inside an organisation it may be
 * another of its workspaces: then the directory says whether they belong to this one too.
 */
export const isOfHome = (home: string, ownTeam: string | null | undefined, place: Place): boolean =>
  !ownTeam || ownTeam === home || ownTeam === place.team || Boolean(place.enterprise);

/** Where an event happened. In a channel that is shared, `team_id` may be the other side's: the workspace we see it from is the context's. */
export const place = {
  team_id: outerId,
  context_team_id: outerId.nullish(),
  enterprise_id: outerId.nullish(),
  context_enterprise_id: outerId.nullish(),
  authorizations: z
    .array(z.object({ user_id: outerId.nullish(), is_enterprise_install: z.boolean().nullish() }))
    .optional(),
};

/** Where an event happened. */
export const placeIn = (body: z.infer<z.ZodObject<typeof place>>): Place => ({
  team: body.context_team_id ?? body.team_id,
  enterprise: body.context_enterprise_id ?? body.enterprise_id,
  orgWide: body.authorizations?.some(({ is_enterprise_install }) => is_enterprise_install),
});
