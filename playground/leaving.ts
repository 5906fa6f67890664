import type { Member } from './company';
import type { World } from './world';

/** Whether somebody has left the company: their account is deactivated in Slack, or in Teams where they have only that. */
export function hasLeft({ slack, teams }: World, { key, slack: account, teams: other }: Member): boolean {
  if (account) return slack.people.find(({ id }) => id === account.id)?.deleted ?? false;
  return other !== undefined && !teams.person(key).inRoster;
}

/** The company's IT closes the accounts of somebody: Slack tells the bot, Teams just does not know them any more. */
export async function leave(
  { slack, teams }: World,
  { key, slack: account, teams: other }: Member,
): Promise<void> {
  if (other) teams.remove(teams.person(key));
  if (account) await slack.deactivate(account.id);
}

/** And opens them again, as for somebody who was away for a year. What they gave back stays given back. */
export async function comeBack(world: World, { key, slack: account, teams: other }: Member): Promise<void> {
  if (other) world.teams.person(key).inRoster = true;
  if (account) await world.slack.reactivate(account.id);
  world.changed();
}
