import type { WebClient } from '@slack/web-api';
import { z } from 'zod';
import manifest from '../../../manifest/slack.json';
import { scopes as asked } from '../../../src/bot/slack/oauth';

/**
 * The part of Slack's manifest that we use, as docs.slack.dev/reference/app-manifest and the descriptions of `Manifest` in
 * @slack/web-api 8.2 state it: an unknown setting is refused.
 */
const address = z.url({ protocol: /^https$/ });
const Manifest = z.strictObject({
  _metadata: z.strictObject({ major_version: z.literal([1, 2]), minor_version: z.int().optional() }),
  display_information: z.strictObject({
    name: z.string().min(1).max(35),
    description: z.string().max(140),
    long_description: z.string().min(175).max(4000),
    background_color: z.string().regex(/^#([0-9a-f]{3}|[0-9a-f]{6})$/i),
  }),
  features: z.strictObject({
    app_home: z.strictObject({
      home_tab_enabled: z.boolean(),
      messages_tab_enabled: z.literal(true),
      messages_tab_read_only_enabled: z.literal(false),
    }),
    bot_user: z.strictObject({
      display_name: z.string().regex(/^[a-z0-9._-]{1,80}$/),
      always_online: z.boolean(),
    }),
    shortcuts: z
      .array(
        z.strictObject({
          name: z.string().min(1).max(80),
          type: z.enum(['global', 'message']),
          callback_id: z.string().max(255),
          description: z.string().max(150),
        }),
      )
      .max(10),
    slash_commands: z
      .array(
        z.strictObject({
          command: z.string().startsWith('/').max(32),
          url: address,
          description: z.string().max(2000),
          usage_hint: z.string().max(1000),
          should_escape: z.boolean(),
        }),
      )
      .max(50),
  }),
  oauth_config: z.strictObject({
    redirect_urls: z.array(address).max(1000),
    scopes: z.strictObject({ bot: z.array(z.string()).max(255) }),
  }),
  settings: z.strictObject({
    event_subscriptions: z.strictObject({ request_url: address, bot_events: z.array(z.string()).max(100) }),
    interactivity: z.strictObject({
      is_enabled: z.literal(true),
      request_url: address,
      message_menu_options_url: address,
    }),
    org_deploy_enabled: z.literal(false),
    socket_mode_enabled: z.boolean(),
    token_rotation_enabled: z.boolean(),
  }),
});

type SlacksOwn = Exclude<Parameters<WebClient['apps']['manifest']['validate']>[0]['manifest'], string>;
type Scope = NonNullable<NonNullable<NonNullable<SlacksOwn['oauth_config']>['scopes']>['bot']>[number];
type EventName = NonNullable<
  NonNullable<NonNullable<SlacksOwn['settings']>['event_subscriptions']>['bot_events']
>[number];

test('keeps to what Slack accepts', () => expect(Manifest.safeParse(manifest).error).toBeUndefined());

test('sends everything to the one path we serve', () => {
  const { features, settings } = manifest;
  const addresses = [
    ...features.slash_commands.map(({ url }) => url),
    settings.event_subscriptions.request_url,
    settings.interactivity.request_url,
    settings.interactivity.message_menu_options_url,
  ];
  expect(new Set(addresses.map((url) => new URL(url).pathname))).toEqual(new Set(['/slack/events']));
});

test('asks for no more than it uses, in names that Slack knows', () => {
  const scopes: Record<string, string> = {
    'app_mentions:read': 'app_mention',
    'chat:write': 'chat.postMessage, chat.postEphemeral, chat.update',
    commands: '/benefits, shortcuts',
    'files:read': 'url_private_download of a file in a direct message, files.info',
    'files:write': 'files.getUploadURLExternal, files.completeUploadExternal',
    'im:history': 'message.im',
    'im:write': 'conversations.open',
    'users:read': 'users.info, user_change',
    'users:read.email': 'users.info',
  } satisfies Partial<Record<Scope, string>>;
  const events = [
    'app_home_opened',
    'app_mention',
    'app_uninstalled',
    'message.im',
    'tokens_revoked',
    'user_change',
  ] satisfies EventName[];
  expect(manifest.oauth_config.scopes.bot).toEqual(Object.keys(scopes));
  // A workspace that installs by OAuth is asked for the same.
  expect(asked).toEqual(Object.keys(scopes));
  expect(manifest.settings.event_subscriptions.bot_events).toEqual(events);
});
