import { createHmac } from 'node:crypto';

/** The two headers by which an app knows a request is Slack's. docs.slack.dev/authentication/verifying-requests-from-slack */
export type Signature = { 'x-slack-request-timestamp': string; 'x-slack-signature': string };

/** Signs a raw body with the v0 scheme; `timestamp` is in whole seconds. */
export function sign(secret: string, body: string | Buffer, timestamp: number): Signature {
  const digest = createHmac('sha256', secret).update(`v0:${timestamp}:`).update(body).digest('hex');
  return { 'x-slack-request-timestamp': String(timestamp), 'x-slack-signature': `v0=${digest}` };
}
