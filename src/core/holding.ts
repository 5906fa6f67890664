import type { Named } from './person';
import type { BenefitInRequest } from './request';
import type { Instant } from './time';

/** Somebody has something: what, since when, on whose approval. */
export interface Holding {
  id: string;
  person: Named;
  benefit: BenefitInRequest;
  quantity: number;
  language?: string;
  system?: string;
  since: Instant;
  approvedBy: Named;
  /** There is a key to be shown to the holder. */
  key: boolean;
  state: { is: 'live' } | { is: 'ended'; at: Instant };
}
