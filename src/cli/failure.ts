import { BadSettings } from '../config';
import { BadPolicy } from '../imports/policy';
import { BadFile } from '../imports/problem';
import { sayInEnglish } from '../imports/sentences';
import { EmbeddedDatabaseError } from '../store/embedded/refusal';
import { ImportRefused } from '../store/imports/refused';
import { KeysMissing } from '../store/keyring';
import { RoleTooStrong } from '../store/role';
import { NotIntact } from '../store/seal/intact';
import { HeadNotKept } from '../store/seal/noted';
import { Sealed } from '../store/sealed-text';
import { BadCommand } from './verb';

/** Why a command came to nothing: sentences for a person, a code and a line for a program. */
interface Failure {
  code: string;
  line?: number;
  sentences: string[];
}

/**
 * Puts an error into words. Nothing of a row, a key or a statement is ever among them: what a database or a library says of its
 * own errors may quote one, so only their codes are looked at.
 */
export function failureOf(error: unknown): Failure {
  if (error instanceof BadSettings) return { code: 'bad-settings', sentences: error.problems };
  if (error instanceof BadFile) return fileFailure(error.problem.code, error);
  if (error instanceof BadPolicy) return { code: 'bad-policy', sentences: error.sentences };
  if (error instanceof ImportRefused) {
    const failure = fileFailure(error.problem.code, error);
    return { ...failure, sentences: error.complaints.map(sayInEnglish) };
  }
  if (error instanceof BadCommand) return { code: 'bad-command', sentences: [error.message] };
  if (error instanceof NotIntact) return { code: 'ledger-changed', sentences: [error.message] };
  if (error instanceof HeadNotKept) return { code: 'head-not-kept', sentences: [error.message] };
  if (error instanceof RoleTooStrong) return { code: 'role-too-strong', sentences: [error.message] };
  if (error instanceof EmbeddedDatabaseError)
    return { code: 'embedded-database', sentences: [error.message] };
  if (error instanceof KeysMissing) return { code: 'keys-missing', sentences: [error.message] };
  if (error instanceof Sealed)
    return {
      code: 'sealed',
      sentences: [
        `A product key in the database cannot be opened (${error.code}): it was changed, or moved from another row.`,
      ],
    };
  return databaseFailure(error);
}

const fileFailure = (code: string, { line, message }: { line: number | null; message: string }): Failure => ({
  code,
  ...(line !== null && { line }),
  sentences: [message],
});

/** SQLSTATE codes (PostgreSQL documentation, appendix A) and those of the network, as far as somebody can act on them. */
const databaseSentences: ReadonlyArray<readonly [RegExp, string]> = [
  [/^28/, 'The database refuses the user or the password of DATABASE_URL.'],
  [/^3D000$/, 'The database named in DATABASE_URL does not exist.'],
  [/^42501$/, 'The user of DATABASE_URL lacks a right in the database.'],
  [/^42P01$/, 'The database is not up to date; run: npm run benefits -- migrate'],
  [/^55P03$/, 'Somebody else holds what this command needs; try again in a moment.'],
  [/^57014$/, 'The database took too long and gave up.'],
  [/^53100$/, 'The disk of the database is full.'],
  [
    /^(53...|08...|57P..|E[A-Z]+)$/,
    'The database cannot be reached, or went away; nothing is half written. Try again.',
  ],
  [/^(22|23)/, 'The database refused a row.'],
];

function databaseFailure(error: unknown): Failure {
  const { code, constraint, name, message } = error as {
    code?: unknown;
    constraint?: unknown;
    name?: string;
    message?: string;
  };
  if (typeof code === 'string') {
    const sentence = databaseSentences.find(([codes]) => codes.test(code))?.[1];
    const facts = [code, ...(typeof constraint === 'string' ? [constraint] : [])].join(', ');
    if (sentence) return { code: `database-${code}`, sentences: [`${sentence} (${facts})`] };
  }
  // The driver reports a lost connection without a code.
  if (/connection|timeout/i.test(message ?? '') && !/ERR_/.test(String(code)))
    return { code: 'database-gone', sentences: ['The database cannot be reached, or went away. Try again.'] };
  const kind = error instanceof Error ? name : typeof error;
  return {
    code: 'unexpected',
    sentences: [`Something went wrong that nobody foresaw (${kind}${code ? `, ${String(code)}` : ''}).`],
  };
}
