import type { ParseArgsConfig } from 'node:util';

/** What a verb is asked: its words, its options, and the surroundings it may look at. */
export interface Asked {
  words: string[];
  options: Record<string, string | boolean | undefined>;
  env: NodeJS.ProcessEnv;
  /** Says something about the work, not about its outcome: never on standard output. */
  say: (sentence: string) => void;
}

/** What comes of it: for a program, and for a person. `written`: all of it stands on standard output already, line by line. */
export interface Answer {
  written?: true;
  ok: boolean;
  json: Record<string, unknown>;
  text: string;
}

/** One verb of the `benefits` command. */
export interface Verb {
  /** How it is typed, without the name of the command. */
  usage: string;
  /** One line for the list of verbs. */
  purpose: string;
  options: NonNullable<ParseArgsConfig['options']>;
  run(asked: Asked): Promise<Answer>;
}

/** A command that was typed wrongly. The message is one sentence. */
export class BadCommand extends Error {
  override readonly name = 'BadCommand';
}
