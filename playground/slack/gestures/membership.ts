import { userObject } from '../people';
import { type Hands, isOk, type Outcome } from './hands';

/**
 * An admin of the workspace deactivates a member, or takes them back. An app that may read the directory is told by `user_change`
 * (docs.slack.dev/reference/events/user_change). Whoever is deactivated is signed out.
 */
export async function setActive(hands: Hands, user: string, isActive: boolean): Promise<Outcome> {
  const { workspace } = hands;
  const person = workspace.people.find(({ id }) => id === user);
  if (!person) throw new Error(`Nobody in this workspace has the id ${user}.`);
  person.deleted = !isActive;
  if (!isActive) workspace.views.clear(user);
  workspace.changed();
  const { scopes } = workspace.app;
  if (!scopes.has('users:read')) return { sent: false };
  const { answer } = await hands.events.send({
    type: 'user_change',
    user: userObject(person, { locale: true, email: scopes.has('users:read.email') }),
    cache_ts: Math.floor(workspace.now() / 1000),
    event_ts: workspace.timestamps.next(),
  });
  return isOk(answer)
    ? { sent: true, answer }
    : { sent: true, answer, warning: 'The app has not taken the event yet.' };
}
