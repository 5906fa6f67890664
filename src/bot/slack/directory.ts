import { type UsersInfoResponse, WebAPIPlatformError, type WebClient } from '@slack/web-api';
import { localeOf } from '../../core/words';
import type { Standing } from '../../store/store';
import type { Directory } from '../directory';

/** Who somebody is according to `users.info` (docs.slack.dev/reference/methods/users.info). Throws when Slack does not answer. */
export function slackDirectory(webOf: (home: string) => Promise<WebClient | undefined>): Directory {
  return {
    look: async (home, user) => {
      try {
        const web = await webOf(home);
        // Not to be remembered: the app may be installed in a moment.
        if (!web) throw new Error('the app is not installed there');
        const { user: found } = await web.users.info({ user, include_locale: true });
        return standingOf(found, home);
      } catch (error) {
        if (error instanceof WebAPIPlatformError && unseen.has(error.data.error)) {
          return { standing: 'stranger', locale: 'en' };
        }
        throw error;
      }
    },
  };
}

/** Slack answered, and knows nobody of that id whom we may see. */
const unseen = new Set(['user_not_found', 'user_not_visible', 'users_not_found']);

/** Of the workspace itself; or of an organisation it belongs to, by which one account is a member of several workspaces. */
const belongsTo = (
  { team_id, enterprise_user: of }: NonNullable<UsersInfoResponse['user']>,
  home: string,
): boolean => team_id === home || of?.enterprise_id === home || (of?.teams?.includes(home) ?? false);

/**
 * A member is a living account of a person who belongs to the home workspace in full
 * (docs.slack.dev/reference/objects/user-object). `is_app_user` says nothing here: it marks people who use an app.
 */
export function standingOf(user: UsersInfoResponse['user'], home: string): Standing {
  if (!user) return { standing: 'stranger', locale: 'en' };
  const locale = localeOf(user.locale);
  const stranger =
    user.deleted ||
    user.is_bot ||
    user.is_workflow_bot ||
    user.is_connector_bot ||
    user.is_restricted ||
    user.is_ultra_restricted ||
    user.is_stranger ||
    user.id === 'USLACKBOT' ||
    !belongsTo(user, home);
  if (stranger) return { standing: 'stranger', locale };

  const email = user.is_email_confirmed === false ? undefined : user.profile?.email;
  return {
    standing: 'member',
    name:
      user.profile?.real_name || user.real_name || user.profile?.display_name || user.name || user.id || '',
    locale,
    ...(email ? { email } : {}),
    ...(user.tz ? { timeZone: user.tz } : {}),
  };
}
