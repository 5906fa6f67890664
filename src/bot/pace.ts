import type { PlatformName } from '../core/person';
import type { Account } from '../store/store';

/** One message a second and conversation is Slack's limit (docs.slack.dev, rate limits); Teams allows more. */
const gap = 1_050;

/**
 * How fast platforms may be spoken to: the gap between two messages of a conversation, by real time, and the silence that a platform
 * asked for, by the one clock.
 */
export class Pace {
  private lastTo = new Map<string, number>();
  private quietUntil = new Map<PlatformName, number>();

  constructor(private readonly now: () => Date) {}

  /** A platform asked to be left alone for so many milliseconds: then it is, about everybody. */
  beQuiet(platform: PlatformName, milliseconds: number): void {
    const until = this.now().getTime() + milliseconds;
    this.quietUntil.set(platform, Math.max(this.quietUntil.get(platform) ?? 0, until));
  }

  /** How long a platform still wants to be left alone, in milliseconds. */
  quietFor(platform: PlatformName): number {
    return Math.max(0, (this.quietUntil.get(platform) ?? 0) - this.now().getTime());
  }

  /** How long a message to an account has to wait, in milliseconds. */
  waitFor(account: Account): number {
    const quiet = this.quietFor(account.platform);
    const last = this.lastTo.get(conversationOf(account));
    return last === undefined ? quiet : Math.max(quiet, Math.ceil(last + gap - performance.now()));
  }

  /** A message goes to an account now. */
  spoke(account: Account): void {
    if (account.platform === 'slack') this.lastTo.set(conversationOf(account), performance.now());
  }

  /** Forgets what does not matter any more. */
  tidy(): void {
    const old = performance.now() - gap;
    for (const [conversation, at] of this.lastTo) if (at < old) this.lastTo.delete(conversation);
  }
}

const conversationOf = ({ platform, home, user }: Account): string => `${platform}/${home ?? ''}/${user}`;
