import type { Doubt, Head } from '../core/ledger';
import type { Store } from '../store/open';
import type { NotedHead } from '../store/seal/noted';

/** Somebody put seals behind the end of the chain that were not made with its key. */
export class StrangeSeals extends Error {
  override readonly name = 'StrangeSeals';
  constructor(readonly seals: number) {
    super(
      `Among the seals of the ledger are ${seals} that were not made with its key. The chain goes on without them; run “benefits audit verify”, and find out who put them there.`,
    );
  }
}

/** What the sealing needs. `report` is for the operator. */
export interface Sealed {
  store: Store;
  /** Where the head is kept outside the database. */
  noted: NotedHead;
  now(): Date;
  /** The head that is kept from now on. */
  kept(head: Head): void;
  report(error: unknown): void;
}

/** Seals the ledger again and again, and keeps its head outside the database. */
export interface Sealing {
  /** Seals all that waits and notes the head. Rejects where that cannot be done. */
  once(): Promise<void>;
  /** What spoke against the ledger when it was last looked at. */
  doubt(): Doubt | undefined;
  /** How many seals were met that are not ours. */
  strange(): number;
  start(): void;
  /** Seals and notes what came last, and resolves. */
  stop(): Promise<void>;
}

/** How often, in milliseconds. */
const every = 1_000;

/** Makes what seals. The same trouble again and again is reported once. */
export function makeSealing({ store, noted, now, kept, report }: Sealed): Sealing {
  let timer: NodeJS.Timeout | undefined;
  let working: Promise<void> = Promise.resolve();
  let doubt: Doubt | undefined;
  let complaint = '';
  let strange = 0;

  /** Said whenever there are more of them. */
  async function lookForStrangeSeals(): Promise<void> {
    const found = await store.ledger.strangeSeals();
    if (found > strange) report(new StrangeSeals(found));
    strange = found;
  }

  async function once(): Promise<void> {
    while ((await store.seal(now())) > 0);
    await lookForStrangeSeals();
    // In this order: a database that is exchanged in between is doubted, and its head is not kept.
    const head = await store.ledger.head();
    doubt = await store.ledger.doubt();
    // Without the key nobody can tell whether it is one.
    if (doubt || !head || store.ledger.keysMissing() || head.mac === noted.current()?.mac) return;
    noted.note(head);
    kept(head);
  }

  async function tried(): Promise<void> {
    try {
      await once();
      complaint = '';
    } catch (error) {
      const said = String(error);
      if (said !== complaint) report(error);
      complaint = said;
    }
  }

  const again = (): void => {
    timer = setTimeout(() => {
      working = tried().then(() => {
        if (timer) again();
      });
    }, every);
  };

  return {
    once,
    doubt: () => doubt,
    strange: () => strange,
    start: again,
    async stop() {
      clearTimeout(timer);
      timer = undefined;
      await working;
      await tried();
    },
  };
}
