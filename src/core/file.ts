import type { Meanings } from './file-names';
import type { Complaint } from './file-problem';
import { withoutKey } from './key-text';
import type { Role } from './person';
import { clip } from './prose';
import type { Day } from './time';

/** The kinds of files that come in. */
export const fileKinds = ['keys', 'membership', 'people', 'visual-studio'] as const;
export type FileKind = (typeof fileKinds)[number];

/** The most that a file may have which is given in a chat, in bytes: real ones have a tenth of it. A larger one is for the terminal. */
export const mostOfAFile = 5 * 1024 * 1024;
/** So long a file is kept, sealed, for whoever gave it to say Import, in minutes. */
export const fileKeptFor = 15;

/** Why a file of a chat could not be fetched. */
export const fetchFailures = ['too-large', 'unreachable'] as const;
export type FetchFailure = (typeof fetchFailures)[number];

/** What is counted of a file; each has its words. */
export type Counted =
  | 'rows'
  | 'new'
  | 'changed'
  | 'unchanged'
  | 'skipped'
  | 'unmatched'
  | 'units'
  | 'leaving'
  | 'same'
  | 'over'
  | 'standing';

/** Rows of one kind that a person should know of: why, in a reader's words where they are a name out of the file, and where they stand. */
export interface ReportLine {
  about:
    | 'skipped'
    | 'unmatched'
    | 'nameless'
    | 'made'
    | 'meant'
    | 'known'
    | 'further'
    | 'into'
    | 'leaving'
    | 'role'
    | 'granted'
    | 'moved'
    | 'elsewhere'
    | 'added'
    | 'resized'
    | 'altered'
    | 'missing'
    | 'difference'
    | 'level';
  /** Already fit to be shown: a code of why for `skipped`, names else; nothing where only the places are told. */
  what: string;
  /** What they may do, and could do before where they were known; `under`: another account or address; or how much of it, or what of it. */
  role?: { from?: Role; to: Role };
  under?: string;
  /** The nearest name there is. */
  nearest?: string;
  /** A word of the name mixes letters that look alike, so no benefit is made of it. */
  lookAlike?: true;
  count: number;
  /** The first lines (or rows, where the file is one line). */
  at: number[];
}

/** What a file would do, or has done: read by a dry run, or by the import itself. */
export interface FileReport {
  kind: FileKind;
  counts: Array<[Counted, number]>;
  /** What weighs most stands first. */
  lines: ReportLine[];
  /** So many lines more there were than stand here. */
  more?: number;
  /** Something would be written. */
  writes: boolean;
  /** More than half of the people would leave: that is for somebody at the terminal to say. */
  tooManyLeave?: true;
  /** Most of it is new to the package: that is for somebody at the terminal to say. */
  otherPackage?: true;
  /** The package whose benefits a membership file gives, where there is one. */
  package?: string;
}

/** So many lines stand in one place: on a page before Import, in a paragraph after it. */
export const mostLines = 15;

/** So many lines are told of what was done; the rest is counted. */
const mostTold = 6 * mostLines;

/** A report with no more lines than a card shows, for whoever is told of it later. */
export const inShort = (report: FileReport): FileReport => ({
  ...report,
  lines: report.lines.slice(0, mostTold),
  ...(report.lines.length > mostTold && { more: report.lines.length - mostTold }),
});

/** A file that was refused whole, and why. */
export interface FileRefused {
  refused: readonly Complaint[];
}

/** A file between its dry run and the import. */
export interface HeldFile {
  id: string;
  name: string;
  kind: FileKind | undefined;
  content: Uint8Array;
  /** What was said so far of names in it that nothing here is called by. */
  meanings: Meanings;
}

/** A package that a membership file can be brought in for again. */
export interface KnownPackage {
  id: string;
  name: string;
  ends: Day;
}

/** The name of a file as it is shown and kept: one line, nothing invisible, no key in it, not longer than a line. */
export function shownName(name: string): string {
  const tame = withoutKey(name.replace(/[\p{Cc}\p{Cf}\p{Surrogate}]/gu, '')).trim();
  return clip(tame, 80) || '…';
}
