import { askAgain } from '../core/ask-again';
import type { Ledger } from '../store/open';
import { backgroundFor, decidersOf } from './deciders';

/** Asks those who decide now and were not asked. The caller has locked the request. */
export async function askedAgain(
  ledger: Ledger,
  id: string,
  now: Date,
): Promise<ReturnType<typeof askAgain>> {
  const request = await ledger.request(id);
  if (request?.state !== 'pending') return undefined;
  const deciders = await decidersOf(ledger, request, now);
  const background = await backgroundFor(ledger, request);
  return askAgain({ ...deciders, request, background, now: now.toISOString() });
}
