import { enterpriseUser } from '../organisation';
import { type Person, userObject } from '../people';
import { Refusal } from '../refusal';
import { type Context, flag, type Method, required } from './method';

const showing = (context: Context, locale: unknown) => ({
  locale: flag(locale),
  email: context.workspace.app.scopes.has('users:read.email'),
});

/** Somebody as the directory shows them, with their organisation. */
const shown = (context: Context, person: Person, locale: unknown) => ({
  ...userObject(person, showing(context, locale)),
  ...(person.deleted ? {} : enterpriseUser(context.workspace, person)),
});

/** Who is there: auth.test, team.info and the users methods. docs.slack.dev/reference/methods */
export const directory: Record<string, Method> = {
  'auth.test': {
    run: (_args, { workspace }) => ({
      url: `https://${workspace.settings.domain}.slack.com/`,
      team: workspace.settings.teamName,
      user: workspace.bot.name,
      team_id: workspace.settings.teamId,
      user_id: workspace.app.botUserId,
      bot_id: workspace.app.botId,
      ...(workspace.settings.organisation && { enterprise_id: workspace.settings.organisation.id }),
      is_enterprise_install: workspace.settings.organisation?.orgWide ?? false,
    }),
  },
  'team.info': {
    scope: 'team:read',
    run: (args, { workspace }) => {
      const { teamId, teamName, domain } = workspace.settings;
      if (args.team !== undefined && args.team !== teamId) throw new Refusal('team_not_found');
      return {
        team: { id: teamId, name: teamName, domain, email_domain: '', icon: { image_default: true } },
      };
    },
  },
  'users.info': {
    scope: 'users:read',
    run: (args, context) => {
      const person = context.workspace.person(required(args, 'user'));
      if (!person) throw new Refusal('user_not_found');
      return { user: shown(context, person, args.include_locale) };
    },
  },
  'users.lookupByEmail': {
    scope: 'users:read.email',
    run: (args, context) => {
      const email = required(args, 'email').toLowerCase();
      // Deactivated people are not found by e-mail. docs.slack.dev/reference/methods/users.lookupByEmail
      const person = context.workspace.people.find(
        (candidate) =>
          candidate.email.toLowerCase() === email && !candidate.deleted && !candidate.is_stranger,
      );
      if (!person) throw new Refusal('users_not_found');
      return { user: shown(context, person, false) };
    },
  },
  'users.list': {
    scope: 'users:read',
    run: (args, context) => {
      const everybody = context.workspace.directory();
      const limit =
        args.limit === undefined || Number(args.limit) === 0 ? everybody.length : Number(args.limit);
      if (!Number.isInteger(limit) || limit < 0 || limit > 1000) throw new Refusal('invalid_limit');
      const start = startOf(args.cursor, everybody.length);
      const end = start + limit;
      return {
        members: everybody.slice(start, end).map((person) => shown(context, person, args.include_locale)),
        cache_ts: Math.floor(context.workspace.now() / 1000),
        response_metadata: { next_cursor: end < everybody.length ? cursorFor(end) : '' },
      };
    },
  },
};

/** Cursors are opaque to the app. docs.slack.dev/apis/web-api/pagination */
function cursorFor(start: number): string {
  return Buffer.from(`user:${start}`).toString('base64');
}

function startOf(cursor: unknown, size: number): number {
  if (cursor === undefined || cursor === '') return 0;
  const match = /^user:(\d+)$/.exec(Buffer.from(String(cursor), 'base64').toString('utf8'));
  const start = Number(match?.[1]);
  if (!match || start > size) throw new Refusal('invalid_cursor');
  return start;
}
