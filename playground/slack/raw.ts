import type { Delivered, Deliveries } from './deliveries';
import type { Delivery } from './ledger';
import { type Signature, sign } from './signature';
import type { Workspace } from './workspace';

export type SignatureKind = 'right' | 'wrong' | 'missing' | 'stale' | 'future';

/** Requests as nobody's client would make them: for tests of the bot's door. */
export class Raw {
  constructor(
    private readonly workspace: Workspace,
    private readonly deliveries: Deliveries,
  ) {}

  /** The signature headers for a body; `timestamp` in seconds, now unless given. */
  sign(body: string, timestamp = this.seconds()): Signature {
    return sign(this.workspace.app.signingSecret, body, timestamp);
  }

  /** Posts any body with a right, wrong, missing, ten minutes stale or ten minutes future signature. */
  post(
    body: string,
    options: {
      signature?: SignatureKind;
      contentType?: 'application/x-www-form-urlencoded' | 'application/json';
      headers?: Record<string, string>;
    } = {},
  ): Promise<Delivered> {
    return this.deliveries.post({
      kind: 'raw',
      contentType: options.contentType ?? 'application/x-www-form-urlencoded',
      raw: body,
      body: {},
      headers: { ...this.signatureOf(body, options.signature ?? 'right'), ...options.headers },
    });
  }

  /** The same request once more, byte for byte: body, timestamp and signature. */
  replay(delivery: Delivery): Promise<Delivered> {
    return this.deliveries.post({ ...this.copyOf(delivery), headers: delivery.headers });
  }

  /** The same body under a fresh signature, as Slack redelivers an event. */
  redeliver(
    delivery: Delivery,
    retry: { num: number; reason: string } = { num: 1, reason: 'http_timeout' },
  ): Promise<Delivered> {
    return this.deliveries.send({
      ...this.copyOf(delivery),
      headers: { 'x-slack-retry-num': String(retry.num), 'x-slack-retry-reason': retry.reason },
    });
  }

  /** The handshake of a new request URL. docs.slack.dev/reference/events/url_verification */
  urlVerification(challenge = '3eZbrw1aBm2rZgRNFdxV2595E9CY3gmdALWMmHkvFXO7tYXAYM8P'): Promise<Delivered> {
    const body = { token: 'verification-token', challenge, type: 'url_verification' };
    return this.deliveries.send({
      kind: body.type,
      contentType: 'application/json',
      raw: JSON.stringify(body),
      body,
    });
  }

  /** Slack's look at the certificate, unsigned. docs.slack.dev/interactivity/implementing-slash-commands */
  sslCheck(): Promise<Delivered> {
    return this.post('ssl_check=1&token=verification-token', { signature: 'missing' });
  }

  private copyOf(delivery: Delivery) {
    const json = delivery.headers['content-type'] === 'application/json';
    return {
      kind: delivery.kind,
      contentType: json ? ('application/json' as const) : ('application/x-www-form-urlencoded' as const),
      raw: delivery.raw,
      body: delivery.body,
    };
  }

  private signatureOf(body: string, kind: SignatureKind): Record<string, string> {
    switch (kind) {
      case 'right':
        return this.sign(body);
      case 'wrong':
        return sign('not-the-signing-secret', body, this.seconds());
      case 'stale':
        return this.sign(body, this.seconds() - 600);
      case 'future':
        return this.sign(body, this.seconds() + 600);
      case 'missing':
        return {};
    }
  }

  private seconds(): number {
    return Math.floor(this.deliveries.bot.signedAt() / 1000);
  }
}
