import type { Reading } from '../imports/limits';
import type { Importing } from '../store/imports/in-one-go';
import { type Opened, withDatabase } from './database';
import { progressBar } from './progress';
import { type Asked, BadCommand } from './verb';

/** `--dry-run`: everything is done and told, and then undone. */
export const dryRunOption = { 'dry-run': { type: 'boolean' } } as const;

/** What every import does around its own work: one file, one transaction, a bar while it runs. */
export async function importing<T>(
  asked: Asked,
  work: (opened: Opened & { path: string; reading: Reading; importing: Importing }) => Promise<T>,
): Promise<T> {
  const [path, ...more] = asked.words;
  if (path === undefined) throw new BadCommand('Which file? Its name is missing.');
  if (more.length > 0) throw new BadCommand('One file at a time, please.');
  const bar = progressBar('Importing');
  try {
    return await withDatabase(asked, 'needed', (opened) =>
      work({
        ...opened,
        path,
        reading: { progress: bar.at },
        importing: {
          now: opened.now,
          dryRun: asked.options['dry-run'] === true,
          waiting: () => asked.say('Another import is running; this one waits for it.'),
        },
      }),
    );
  } finally {
    bar.done();
  }
}

/** What became of the rows, as the last sentence of a summary. */
export function closing(dryRun: boolean | undefined, wrote: boolean): string {
  if (dryRun)
    return wrote ? 'This was a dry run: nothing was written.' : 'A dry run; there is nothing to change.';
  return wrote ? 'Imported.' : 'Nothing has changed.';
}
