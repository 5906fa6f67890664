import type { Named } from './person';
import type { BenefitInRequest, Decider, Request } from './request';
import type { Day, Instant } from './time';

/** How a holding came to its end. */
export type Ending =
  | { how: 'returned'; by: Named; why?: string }
  | { how: 'taken-back'; by: Named; why: string }
  | { how: 'reassigned'; by: Named; why: string }
  /** Its holder left the company. */
  | { how: 'left' }
  /** The membership is over, and so is its grace time. */
  | { how: 'lapsed' }
  /** Nobody answered whether it is still needed. */
  | { how: 'unanswered' };

/** What proves a right to support: everybody of the company uses the same pair. */
export interface Contract {
  accessId: string;
  contractId: string;
}

/** Somebody has something: what, since when, on whose approval. */
export interface Holding {
  id: string;
  request: string;
  person: Named;
  benefit: BenefitInRequest;
  quantity: number;
  /** Of a support benefit: so much of the quantity is used up. */
  used: number;
  language?: string;
  system?: string;
  /** The second address Microsoft writes to. */
  email?: string;
  since: Instant;
  /** Who said yes; and whether anybody had asked, or an admin gave it without. */
  approvedBy: Decider;
  way: Request['way']['is'];
  /** There is a key to be shown to the holder, and whether it ever was (an attempt counts). */
  key: boolean;
  shown: boolean;
  /** Its holder looked at what they had by the last day to activate it: as far as we can know, they did. */
  inTime?: true;
  /** The last day to activate what its key gives. */
  activateBy?: Day;
  contract?: Contract;
  evidence?: string;
  state:
    | { is: 'live' }
    /** The holder was asked whether it is still needed. */
    | { is: 'inquired'; answerBy: Instant }
    | ({ is: 'ended'; at: Instant } & Ending);
}

/**
 * The day by which the key had to be activated, when it is over and nobody had looked at the key by then: the right is lost, for the
 * date of a benefit is the last day to exercise it (Microsoft's support texts on benefits of the membership, April 2021).
 */
export const missedDay = (
  { key, inTime, activateBy }: Pick<Holding, 'key' | 'inTime' | 'activateBy'>,
  today: Day,
): Day | undefined => (key && !inTime && activateBy && activateBy < today ? activateBy : undefined);

/** How and when a holding ended. */
export type Ended = Extract<Holding['state'], { is: 'ended' }>;

/** Somebody has it now. */
export const isLive = (holding: Holding): boolean => holding.state.is !== 'ended';
