import { createHmac } from 'node:crypto';
import { home, idOf, nameOf, slackIdOf } from './rows';

/** What people do in Slack, as many kinds as are measured. */
export type Act = 'list' | 'show' | 'request' | 'approve';

const form = (fields: Record<string, string>): string => new URLSearchParams(fields).toString();

/** The body of Slack's nth request for an act. `mark` makes its identity differ from that of every other run. */
export function bodyOf(act: Act, nth: number, mark: string, responseUrl: string): string {
  const employee = slackIdOf('employee', (nth % 50) + 1);
  const slash = (text: string) =>
    form({
      token: 'legacy',
      team_id: home,
      team_domain: 'bench',
      channel_id: 'D0BENCH',
      channel_name: 'directmessage',
      user_id: employee,
      user_name: 'employee',
      command: '/benefits',
      text,
      api_app_id: 'A0BENCH',
      is_enterprise_install: 'false',
      response_url: responseUrl,
      trigger_id: `${mark}.${act}.${nth}`,
    });
  switch (act) {
    case 'list':
      return slash('list');
    case 'show':
      return slash(`show ${nameOf((nth % 41) + 1)}`);
    case 'approve': {
      const press = { type: 'approve', request: idOf('request', nth), version: 1 };
      return form({
        payload: JSON.stringify({
          type: 'block_actions',
          team: { id: home, domain: 'bench' },
          user: { id: slackIdOf('approver', 1), team_id: home },
          trigger_id: `${mark}.${act}.${nth}`,
          response_url: responseUrl,
          container: { type: 'message', message_ts: '1700000000.000100', channel_id: 'D0BENCH' },
          actions: [{ type: 'button', action_id: 'press:1', value: JSON.stringify(press) }],
        }),
      });
    }
    case 'request': {
      // Far behind the requests that are approved; benefits without keys are asked for, so that none runs out.
      const press = { type: 'request', request: idOf('request', 900_000 + nth), benefit: idOf('benefit', 1) };
      return form({
        payload: JSON.stringify({
          type: 'view_submission',
          team: { id: home, domain: 'bench' },
          user: { id: slackIdOf('employee', 1_000 + nth), team_id: home },
          view: {
            id: `V${mark}${nth}`,
            hash: '1700000000.h',
            private_metadata: JSON.stringify(press),
            state: { values: { reason: { value: { type: 'plain_text_input', value: 'For the work' } } } },
          },
        }),
      });
    }
  }
}

/** The bytes of a signed request (docs.slack.dev/authentication/verifying-requests-from-slack). */
export function signed(body: string, secret: string, type = 'application/x-www-form-urlencoded'): Buffer {
  const timestamp = Math.floor(Date.now() / 1000);
  const signature = createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex');
  return Buffer.from(
    [
      'POST /slack/events HTTP/1.1',
      'Host: 127.0.0.1',
      'User-Agent: Slackbot 1.0 (+https://api.slack.com/robots)',
      'Accept: application/json,*/*',
      `Content-Type: ${type}`,
      `Content-Length: ${Buffer.byteLength(body)}`,
      `X-Slack-Request-Timestamp: ${timestamp}`,
      `X-Slack-Signature: v0=${signature}`,
      '',
      body,
    ].join('\r\n'),
  );
}
