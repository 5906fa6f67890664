/** How many calls a minute a method takes for one workspace and app. docs.slack.dev/apis/web-api/rate-limits */
const perMinute: Record<string, number> = {
  'auth.test': 600,
  'users.info': 100,
  'users.list': 20,
  'users.lookupByEmail': 50,
  'team.info': 50,
  'conversations.open': 50,
  'chat.postEphemeral': 100,
  'chat.update': 50,
  'views.open': 100,
  'views.push': 100,
  'views.update': 100,
  'views.publish': 100,
  'files.getUploadURLExternal': 100,
  'files.completeUploadExternal': 100,
  'files.info': 100,
  'oauth.v2.access': 600,
  'apps.connections.open': 1,
};

/** `chat.postMessage` takes about one message a second in a channel and forgives short bursts. Same page. */
const burstPerChannel = 3;

/** Counts calls per method and minute, and posts per channel; says how many seconds to wait when there were too many. */
export class Rates {
  private calls = new Map<string, number[]>();
  private channels = new Map<string, { tokens: number; at: number }>();

  constructor(private readonly now: () => number) {}

  /** Seconds to wait before this call is taken, or 0 when it is taken (and counted) now. */
  take(method: string, channel?: string): number {
    if (method === 'chat.postMessage') return channel === undefined ? 0 : this.post(channel);
    const most = perMinute[method];
    if (most === undefined) return 0;
    const since = this.now() - 60_000;
    const recent = (this.calls.get(method) ?? []).filter((at) => at > since);
    this.calls.set(method, recent);
    const oldest = recent[0];
    if (recent.length >= most && oldest !== undefined) return Math.max(1, Math.ceil((oldest - since) / 1000));
    recent.push(this.now());
    return 0;
  }

  private post(channel: string): number {
    const now = this.now();
    const bucket = this.channels.get(channel) ?? { tokens: burstPerChannel, at: now };
    bucket.tokens = Math.min(burstPerChannel, bucket.tokens + (now - bucket.at) / 1000);
    bucket.at = now;
    this.channels.set(channel, bucket);
    if (bucket.tokens < 1) return Math.max(1, Math.ceil(1 - bucket.tokens));
    bucket.tokens -= 1;
    return 0;
  }

  clear(): void {
    this.calls.clear();
    this.channels.clear();
  }
}
