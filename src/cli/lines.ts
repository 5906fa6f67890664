import { once } from 'node:events';

/** Whoever reads a long answer line by line. */
export interface Reader {
  /** Writes a line, no faster than it is read; false once nobody reads on, as when a pager was closed. */
  line: (text: string) => Promise<boolean>;
  /** Resolves when they have had enough. */
  enough: Promise<void>;
}

/** The reader at standard output: Ctrl-C, or a stop from outside, ends it. */
export function atTheTerminal(out: NodeJS.WriteStream = process.stdout): Reader {
  let open = true;
  out.on('error', () => {
    open = false;
  });
  return {
    async line(text) {
      if (open && !out.write(`${text}\n`))
        await Promise.race([once(out, 'drain'), once(out, 'close')]).catch(() => undefined);
      return open;
    },
    enough: new Promise((resolve) => {
      for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
    }),
  };
}
