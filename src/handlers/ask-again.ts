import { askAgain } from '../core/ask-again';
import type { Ledger } from '../store/open';

/** Asks those who decide today, where everybody who was asked does no more. The caller has locked the request. */
export async function askedAgain(ledger: Ledger, id: string): Promise<ReturnType<typeof askAgain>> {
  const request = await ledger.request(id);
  const benefit = request && (await ledger.benefit(request.benefit.id));
  if (request?.state !== 'pending' || !benefit) return undefined;
  const { requester, assignee } = request;
  return askAgain({
    request,
    concerned: [
      (await ledger.person(requester.id)) ?? requester,
      (await ledger.person(assignee.id)) ?? assignee,
    ],
    deciders: await ledger.deciders(),
    benefit,
    holdings: await ledger.holdingsOf(assignee.id),
  });
}
