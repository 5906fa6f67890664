import { writeFile } from 'node:fs/promises';
import { shown } from './table';
import { type Answer, type Asked, BadCommand } from './verb';

/** What goes out: as text for a file, in one or in parts, as values for a program, and in a sentence. */
export interface Outgoing {
  text: string | readonly string[];
  /** What is told of it in any case, and what stands in it. */
  counts: Record<string, unknown>;
  rows: Record<string, unknown>;
  summary: string;
}

/**
 * Gives a list to whoever asked: into the file of `--out`, which only they can read, or on standard output, where it stands alone so that
 * it can go into another program; the summary then goes where remarks go.
 *
 * @throws BadCommand when the file cannot be written
 */
export async function given(asked: Asked, { text, counts, rows, summary }: Outgoing): Promise<Answer> {
  const out = said(asked, 'out');
  if (out === undefined) {
    if (!asked.options.json) asked.say(summary);
    return { ok: true, json: { ...counts, ...rows }, text: [text].flat().join('') };
  }
  await writeFile(out, [text].flat(), { mode: 0o600 }).catch(() => {
    throw new BadCommand(`The file "${shown(out)}" cannot be written.`);
  });
  return { ok: true, json: { ...counts, file: out }, text: `${summary}\nWritten to ${shown(out)}.` };
}

/** What an option says; undefined where it is left out. */
export function said({ options }: Pick<Asked, 'options'>, name: string): string | undefined {
  const value = options[name];
  return typeof value === 'string' ? value : undefined;
}

/** The word after `--format`, one of those there are; the first where it is left out. */
export function formatOf<Format extends string>(
  asked: Asked,
  formats: readonly [Format, ...Format[]],
): Format {
  const wanted = said(asked, 'format') ?? formats[0];
  const format = formats.find((one) => one === wanted);
  if (!format) throw new BadCommand(`--format takes one of ${formats.join(', ')}.`);
  return format;
}

/** A verb whose words all stand behind options. */
export function noWords({ words }: Pick<Asked, 'words'>): void {
  if (words.length > 0)
    throw new BadCommand('It takes no words: a name of several goes in quotation marks after its option.');
}
