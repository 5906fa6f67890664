import { randomBytes } from 'node:crypto';

export type Trigger = {
  id: string;
  user: string;
  issuedAt: number;
  state: 'fresh' | 'exchanged' | 'spoiled';
  /** The modal the person was in when it was issued, if any. */
  view?: string;
};

export type TriggerError = 'invalid_trigger_id' | 'expired_trigger_id' | 'exchanged_trigger_id';

/** Trigger ids: each opens one view within 3 s of Slack's clock. docs.slack.dev/reference/methods/views.open */
export class Triggers {
  private readonly issued = new Map<string, Trigger>();

  constructor(
    private readonly now: () => number,
    private readonly livesMs: number,
  ) {}

  issue(user: string, view?: string): Trigger {
    const trigger: Trigger = {
      id: `${Math.floor(this.now() / 1000)}.${randomBytes(5).readUIntBE(0, 5)}.${randomBytes(16).toString('hex')}`,
      user,
      issuedAt: this.now(),
      state: 'fresh',
      ...(view === undefined ? {} : { view }),
    };
    this.issued.set(trigger.id, trigger);
    return trigger;
  }

  /** Looks at a trigger without using it up: a refused view leaves it fresh. */
  inspect(id: unknown): { trigger: Trigger } | { error: TriggerError } {
    const trigger = typeof id === 'string' ? this.issued.get(id) : undefined;
    if (!trigger) return { error: 'invalid_trigger_id' };
    if (trigger.state === 'exchanged') return { error: 'exchanged_trigger_id' };
    if (trigger.state === 'spoiled' || this.now() - trigger.issuedAt > this.livesMs)
      return { error: 'expired_trigger_id' };
    return { trigger };
  }

  exchange(trigger: Trigger): void {
    trigger.state = 'exchanged';
  }

  /** A request that was not answered in time takes its trigger with it. */
  spoil(trigger: Trigger): void {
    if (trigger.state === 'fresh') trigger.state = 'spoiled';
  }
}
