import { makeSealing, type Sealing, StrangeSeals } from './handlers/sealing';
import type { Logger } from './log';
import type { Store } from './store/open';
import type { NotedHead } from './store/seal/noted';

/** What the beginning needs. */
interface Beginning {
  store: Store;
  noted: NotedHead;
  now(): Date;
  log: Logger;
}

/** The file has every head; the log one in so many milliseconds. */
const loggedEvery = 60_000;

/** Seals what waits, and looks whether the ledger is the one that was noted, before anybody can ask for anything. */
export async function beginSealing({ store, noted, now, log }: Beginning): Promise<Sealing> {
  let loggedAt = Number.NEGATIVE_INFINITY;
  const sealing = makeSealing({
    store,
    noted,
    now,
    kept(head) {
      if (performance.now() - loggedAt < loggedEvery) return;
      loggedAt = performance.now();
      log.info({ seal: head.seal, mac: head.mac, at: head.at }, 'audit-head-noted');
    },
    report: (error) =>
      log.error({ error }, error instanceof StrangeSeals ? 'strange-seals' : 'ledger-not-sealed'),
  });
  await sealing.once();
  const doubt = sealing.doubt();
  if (doubt) log.error({ is: doubt.is, noted: doubt.noted, found: doubt.found }, 'ledger-in-doubt');
  return sealing;
}
