import { randomBytes } from 'node:crypto';
import type { Delivered, Deliveries } from './deliveries';
import type { Answer } from './ledger';
import { isServedIn, organisationOf } from './organisation';
import type { Person } from './people';
import type { Workspace } from './workspace';

export type EventSettings = { retryDelaysMs: readonly number[]; wait: (ms: number) => Promise<void> };

/** `from`: somebody of another workspace, whose side a shared channel is told from (docs.slack.dev/apis/slack-connect, events). */
type Extra = { from?: Person | undefined };

/** The Events API: an envelope around each event, and three more tries. docs.slack.dev/apis/events-api */
export class Events {
  constructor(
    private readonly workspace: Workspace,
    private readonly deliveries: Deliveries,
    private readonly settings: EventSettings,
  ) {}

  /** Sends one event. Resolves with the first delivery; the retries go on by themselves (`settled` waits for them). */
  async send(event: Record<string, unknown>, extra: Extra = {}): Promise<Delivered> {
    const { app, organisation, teamId } = this.workspace.settings;
    const { from } = extra;
    const orgWide = organisation?.orgWide ?? false;
    const body = {
      token: 'verification-token',
      team_id: from?.team_id ?? teamId,
      ...(organisation && { enterprise_id: from ? organisationOf(this.workspace, from) : organisation.id }),
      context_team_id: from && isServedIn(this.workspace, from) ? from.team_id : teamId,
      context_enterprise_id: organisation?.id ?? null,
      api_app_id: app.id,
      event,
      type: 'event_callback',
      event_id: `Ev${randomBytes(5).toString('hex').toUpperCase()}`,
      event_time: Math.floor(this.workspace.now() / 1000),
      authorizations: [
        {
          enterprise_id: organisation?.id ?? null,
          team_id: orgWide ? null : teamId,
          user_id: app.botUserId,
          is_bot: true,
          is_enterprise_install: orgWide,
        },
      ],
      is_ext_shared_channel: from?.is_stranger ?? false,
      event_context: `4-${randomBytes(12).toString('base64url')}`,
    };
    const first = await this.attempt(body, {});
    if (!isTaken(first.answer)) this.deliveries.track(this.retry(body, first.answer)).catch(() => undefined);
    return first;
  }

  private async retry(body: Record<string, unknown>, firstAnswer: Answer): Promise<void> {
    let answer = firstAnswer;
    for (const [index, delay] of this.settings.retryDelaysMs.entries()) {
      if (isDeclined(answer)) return;
      await this.settings.wait(delay);
      const again = await this.attempt(body, {
        'x-slack-retry-num': String(index + 1),
        'x-slack-retry-reason': reasonFor(answer),
      });
      answer = again.answer;
      if (isTaken(answer)) return;
    }
  }

  private attempt(body: Record<string, unknown>, headers: Record<string, string>): Promise<Delivered> {
    return this.deliveries.send({
      kind: String(body.type),
      contentType: 'application/json',
      raw: JSON.stringify(body),
      body,
      headers,
    });
  }
}

function isTaken(answer: Answer): boolean {
  return answer.kind === 'answered' && answer.status >= 200 && answer.status < 300;
}

/** An app may say no to further tries in the answer that fails. docs.slack.dev/apis/events-api (X-Slack-No-Retry) */
function isDeclined(answer: Answer): boolean {
  return answer.kind === 'answered' && answer.headers['x-slack-no-retry'] === '1';
}

function reasonFor(answer: Answer): string {
  if (answer.kind === 'timeout') return 'http_timeout';
  return answer.kind === 'answered' ? 'http_error' : 'connection_failed';
}
