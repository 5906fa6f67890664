import type { Action } from './audit';
import type { Who } from './held-on';
import type { Instant } from './time';

/**
 * A row of the ledger as others are told of it, once it is sealed: from then on it says what it says for ever, and the order of the seals is
 * one in which nothing comes between afterwards. Never a key.
 */
export interface LedgerEvent {
  /** The beginning of its mark under the seal: the same wherever and however often it is told, another one for every row. */
  id: string;
  /** Where it stands in the order of all events: the seal, and the place under it. */
  cursor: Cursor;
  row: number;
  at: Instant;
  /** Imports are in the ledger as well. */
  action: Action | `import.${string}`;
  /** Absent: it was the clock, or somebody at a terminal. */
  by?: Who;
  /** Whom it is about, and with which benefit. */
  person?: Who;
  benefit?: { id: string; name: string };
  /** The request, the holding, the task or the person that it is about. */
  subject?: string;
  why?: string;
  details?: Record<string, unknown>;
  /** Of words that were replaced: the row of the same transaction that notes these very rows and says why; absent: nothing does. */
  because?: Reworded;
}

/** Why words of the ledger are replaced: somebody is forgotten, or they were kept long enough. */
export type Reworded = Extract<Action, 'person.forgotten' | 'request.text-removed'>;

/** How far a reader of events has come. `place` counts from 1 under each seal; 0 before all of them. */
export interface Cursor {
  seal: number;
  place: number;
}

/** Before the first event. */
export const fromTheBeginning: Cursor = { seal: 0, place: 0 };

/** A cursor as it is written: `17.3`. */
export const cursorText = ({ seal, place }: Cursor): string => `${seal}.${place}`;

/** Reads `17.3`: behind that event; or `17`: behind all of that seal. Undefined where it is none. */
export function cursorOf(text: string): Cursor | undefined {
  const [, seal, place] = /^(\d{1,15})(?:\.(\d{1,9}))?$/.exec(text) ?? [];
  if (seal === undefined) return undefined;
  return { seal: Number(seal), place: place === undefined ? Number.MAX_SAFE_INTEGER : Number(place) };
}
