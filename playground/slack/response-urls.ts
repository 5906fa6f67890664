import { randomBytes } from 'node:crypto';
import { laws } from './laws';

/** What a response URL speaks for: a person in a conversation, and the message they acted on, if any. */
export type ResponseUrl = {
  id: string;
  user: string;
  channel: string;
  source?: string;
  issuedAt: number;
  uses: number;
};

/** The URLs by which an app answers later: 5 uses, 30 minutes. docs.slack.dev/interactivity/handling-user-interaction */
export class ResponseUrls {
  private readonly issued = new Map<string, ResponseUrl>();

  constructor(private readonly now: () => number) {}

  /** The id of a new URL; the path is `/slack/response/<id>`. */
  issue(user: string, channel: string, source?: string): string {
    const id = randomBytes(12).toString('hex');
    this.issued.set(id, {
      id,
      user,
      channel,
      issuedAt: this.now(),
      uses: 0,
      ...(source === undefined ? {} : { source }),
    });
    return id;
  }

  /** The URL, if it may still be used. Call `use` when the message was taken: a refused one does not count. */
  inspect(id: string): { url: ResponseUrl } | { error: 'expired_url' | 'used_url' | 'invalid_url' } {
    const url = this.issued.get(id);
    if (!url) return { error: 'invalid_url' };
    if (this.now() - url.issuedAt > laws.responseUrlLivesMs) return { error: 'expired_url' };
    if (url.uses >= laws.responseUrlUses) return { error: 'used_url' };
    return { url };
  }

  use(url: ResponseUrl): void {
    url.uses += 1;
  }
}
