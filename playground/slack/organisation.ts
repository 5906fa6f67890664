import type { Json } from './block-kit/block';
import type { Person } from './people';
import type { Workspace } from './workspace';

/** An organisation of Enterprise Grid, of which the workspace is one. docs.slack.dev/enterprise */
export type Organisation = {
  id: string;
  name: string;
  /** Its other workspaces; whoever is of one of them is of the organisation. */
  teams: readonly string[];
  /** The app was installed for all of its workspaces, and not for this one alone. */
  orgWide: boolean;
};

/** In which workspace somebody acts: ours, where they are a member; else their own, from which they look into a shared channel. */
export const actsIn = ({ settings: { teamId } }: Workspace, person: Person): string =>
  person.alsoIn.includes(teamId) ? teamId : person.team_id;

/** Somebody who acts in another workspace; undefined for whoever acts in ours. */
export const foreigner = (workspace: Workspace, person: Person): Person | undefined =>
  actsIn(workspace, person) === workspace.settings.teamId ? undefined : person;

/** The organisation somebody is of: ours, another one of theirs, or none. */
export function organisationOf({ settings }: Workspace, person: Person): string | null {
  const { organisation, teamId } = settings;
  if (!organisation) return null;
  const own = person.team_id === teamId || organisation.teams.includes(person.team_id);
  return own ? organisation.id : `E${person.team_id.slice(1)}`;
}

/** Whether the app is in the workspace of somebody of another one too, as their organisation has it in all of them. */
export const isServedIn = (workspace: Workspace, person: Person): boolean => {
  const { organisation } = workspace.settings;
  return organisation?.orgWide === true && organisationOf(workspace, person) === organisation.id;
};

/**
 * What the directory says of an account of an organisation, which is one and the same in all the workspaces it belongs to.
 * docs.slack.dev/reference/objects/user-object (enterprise_user)
 */
export function enterpriseUser(workspace: Workspace, person: Person): Json {
  const { organisation } = workspace.settings;
  const id = organisationOf(workspace, person);
  if (!organisation || id === null) return {};
  return {
    enterprise_user: {
      id: person.id,
      enterprise_id: id,
      enterprise_name: id === organisation.id ? organisation.name : 'Another company',
      is_admin: person.is_admin,
      is_owner: false,
      teams: [person.team_id, ...person.alsoIn],
    },
  };
}

/** How an interaction names the organisation of whoever acts. docs.slack.dev/reference/interaction-payloads */
export function enterpriseIn(workspace: Workspace, person: Person): Json {
  const id = organisationOf(workspace, person);
  return {
    enterprise: id === null ? null : { id, name: workspace.settings.organisation?.name ?? '' },
    is_enterprise_install: workspace.settings.organisation?.orgWide ?? false,
  };
}
