/** A call of the bot as a fault sees it, before Slack has looked at it. */
export type FaultyCall = { method: string; body: Record<string, unknown> };

/**
 * What goes wrong: an answer of the author's choice, silence, a torn connection, or (`lost`) a call that is carried
 * out while its answer never arrives.
 */
export type Fault =
  | { status: number; headers?: Record<string, string>; body?: string | Record<string, unknown> }
  | 'hang'
  | 'reset'
  | 'lost';

export type FaultRule = (call: FaultyCall) => Fault | undefined;

/** Scripted trouble for the bot's calls outward. */
export class Faults {
  private rules: { rule: FaultRule; left: number }[] = [];

  /** The rule is asked for every call until the returned function takes it away. */
  every(rule: FaultRule): () => void {
    return this.add(rule, Number.POSITIVE_INFINITY);
  }

  /** The rule is asked until it has struck `times` times. */
  next(rule: FaultRule, times = 1): () => void {
    return this.add(rule, times);
  }

  clear(): void {
    this.rules = [];
  }

  /** The fault that strikes this call, if any. */
  strike(call: FaultyCall): Fault | undefined {
    for (const entry of this.rules) {
      const fault = entry.rule(call);
      if (fault === undefined) continue;
      entry.left -= 1;
      if (entry.left <= 0) this.rules = this.rules.filter((kept) => kept !== entry);
      return fault;
    }
    return undefined;
  }

  private add(rule: FaultRule, left: number): () => void {
    const entry = { rule, left };
    this.rules.push(entry);
    return () => {
      this.rules = this.rules.filter((kept) => kept !== entry);
    };
  }
}
