import { BadSettings, type Config, environment, readConfig } from '../config';
import { openKeys } from '../keys';
import { connect } from '../store/database';
import { checkLaws } from '../store/invariants';
import { missingMigrations } from '../store/migrate';
import { openStore } from '../store/open';
import { type Reached, reachDatabase } from '../store/reach';
import { mayRewrite } from '../store/role';
import { notedIn } from '../store/seal/noted';
import type { Database } from './database';
import { keyEncryption } from './doctor-keys';
import { failureOf } from './failure';
import { checkSlack, checkTeams, checkWebhook } from './platforms';
import { policyFinding } from './policy-finding';
import type { Asked, Verb } from './verb';

/** One thing that was looked at. */
export interface Finding {
  name: string;
  state: 'fine' | 'trouble' | 'not set up';
  words: string;
}

/** Looks at everything the bot stands on, and changes nothing. */
export const doctorVerb: Verb = {
  usage: 'doctor',
  purpose: 'look whether settings, database and platforms are well',
  options: {},
  async run(asked) {
    const findings = await examine(asked);
    const ok = findings.every(({ state }) => state !== 'trouble');
    const marks = { fine: '✓', trouble: '✗', 'not set up': '–' } as const;
    return {
      ok,
      json: { findings },
      text: [
        ...findings.map(({ name, state, words }) => `${marks[state]} ${name}: ${words}`),
        '',
        ok ? 'All is well.' : 'There is trouble.',
      ].join('\n'),
    };
  },
};

async function examine({ env, say }: Asked): Promise<Finding[]> {
  let config: Config;
  try {
    config = readConfig(environment(env), 'database');
  } catch (error) {
    if (!(error instanceof BadSettings)) throw error;
    return error.problems.map((words) => ({ name: 'Settings', state: 'trouble', words }));
  }
  return [
    { name: 'Settings', state: 'fine', words: 'can be read.' },
    ...(await examineDatabase(config, say)),
    config.slack
      ? await checkSlack(config.slack)
      : { name: 'Slack', state: 'not set up', words: 'not set up.' },
    config.teams
      ? await checkTeams(config.teams)
      : { name: 'Teams', state: 'not set up', words: 'not set up.' },
    ...(config.webhook ? [await checkWebhook(config.webhook)] : []),
  ];
}

/** Each look is made only if the one before it went well. */
async function examineDatabase(config: Config, say: Asked['say']): Promise<Finding[]> {
  const findings: Finding[] = [];
  const look = async (name: string, at: () => Promise<Omit<Finding, 'name'>>): Promise<boolean> => {
    const finding = await at().catch((error: unknown) => ({
      state: 'trouble' as const,
      words: failureOf(error).sentences.join(' '),
    }));
    findings.push({ name, ...finding });
    return finding.state === 'fine';
  };

  let reached: Reached | undefined;
  let database: Database | undefined;
  try {
    const sound =
      (await look('Database', async () => {
        reached = await reachDatabase(config.database, say);
        database = connect(reached.ownerUrl, 'unhurried', 2);
        return version(database);
      })) && (await look('Migrations', () => migrations(database as Database)));
    if (sound) {
      await look('Key encryption', () => keyEncryption(database as Database, config));
      await look('Rights', () => rights((reached as Reached).url));
      await look('Seal', () => seal(database as Database, config));
      await look('Policy', () => policyFinding(database as Database, new Date()));
      for (const { name, rows } of await checkLaws(database as Database))
        findings.push(
          rows === 0
            ? { name: 'Ledger', state: 'fine', words: name }
            : { name: 'Ledger', state: 'trouble', words: `broken in ${rows} rows: ${name}` },
        );
    }
  } finally {
    await database?.destroy();
    await reached?.release();
  }
  return findings;
}

const oldest = 15;

async function version(database: Database): Promise<Omit<Finding, 'name'>> {
  const { rows } = await database.raw(`select current_setting('server_version_num')::int / 10000 as major`);
  const { major } = rows[0];
  return major >= oldest
    ? { state: 'fine', words: `PostgreSQL ${major} answers.` }
    : { state: 'trouble', words: `PostgreSQL ${major} is too old; the bot needs ${oldest} or newer.` };
}

async function migrations(database: Database): Promise<Omit<Finding, 'name'>> {
  const missing = await missingMigrations(database);
  return missing.length === 0
    ? { state: 'fine', words: 'up to date.' }
    : { state: 'trouble', words: `${missing.length} missing; run: npm run benefits -- migrate` };
}

/** Whether the bot itself could rewrite the ledger. It works all the same, so that is no trouble but worth knowing. */
async function rights(url: string): Promise<Omit<Finding, 'name'>> {
  const database = connect(url, 'unhurried', 1);
  try {
    return (await mayRewrite(database))
      ? {
          state: 'not set up',
          words:
            'the user of DATABASE_URL may rewrite the ledger. Name the owner of the tables in DATABASE_OWNER_URL and another user in DATABASE_URL; migrate makes that one.',
        }
      : { state: 'fine', words: 'the bot can only add to the ledger.' };
  } finally {
    await database.destroy();
  }
}

/** Whether the ledger is the one whose head was noted. The whole chain is for “audit verify”. */
async function seal(database: Database, config: Config): Promise<Omit<Finding, 'name'>> {
  const { rows: made } = await database.raw('select from sealed_secrets limit 1');
  const noted = notedIn(config.auditHeadFile);
  if (made.length === 0 || !noted.current())
    return { state: 'not set up', words: 'no head of the ledger is noted here yet (AUDIT_HEAD_FILE).' };
  const vault = await openKeys(config, database, new Date());
  const doubt = await openStore(database, vault, config.adminEmails, noted).ledger.doubt();
  if (!doubt)
    return { state: 'fine', words: 'the ledger contains the head that was noted outside the database.' };
  const found = doubt.found ? `ends with seal ${doubt.found.seal}` : 'has no seal';
  return {
    state: 'trouble',
    words: `the ledger is not the one whose head was noted (seal ${doubt.noted.seal}; this one ${found}). No key is shown until an admin says what happened; see: npm run benefits -- audit verify`,
  };
}
