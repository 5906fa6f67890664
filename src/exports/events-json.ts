import { cursorText, type LedgerEvent } from '../core/event';

/** An event of the ledger as the webhook sends it: what happened, when, and all that is known of it (the shape of Standard Webhooks 1.0). */
export const eventJson = ({ action, at, cursor, ...rest }: LedgerEvent): object => ({
  type: action,
  timestamp: at,
  data: { cursor: cursorText(cursor), ...rest },
});
