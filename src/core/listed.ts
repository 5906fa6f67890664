import type { Stocked } from './benefit';
import type { Who } from './held-on';
import type { BenefitInRequest, Request } from './request';
import type { Instant } from './time';

/** A request as a list of all of them tells it, whatever became of it. */
export interface ListedRequest {
  id: string;
  state: Request['state'];
  way: Request['way']['is'];
  requester: Who;
  assignee: Who;
  benefit: BenefitInRequest;
  package: string;
  quantity: number;
  language?: string;
  system?: string;
  email?: string;
  reason: string;
  askedAt: Instant;
  /** Of what waits: which stage of how many. */
  stage?: { at: number; of: number };
  /** Who said yes or no, a person or a rule; and under which version of which rule. */
  decidedBy?: string;
  rule?: string;
  version?: number;
  /** When it was decided, or when it ended without that. */
  closedAt?: Instant;
  why?: string;
  withMicrosoftSince?: Instant;
  fulfilledAt?: Instant;
  holding?: string;
}

/** A benefit with the units of keys that were ever brought in for it; 0 where it has none. */
export type OnShelf = Stocked & { units: number };

/** A Visual Studio subscription that was approved and that nobody has assigned in the portal yet. */
export interface Subscriber {
  /** The open task. */
  task: string;
  request: string;
  person: Who;
  benefit: BenefitInRequest;
  /** Another address, to which Microsoft shall write. */
  notify?: string;
  language?: string;
}
