import { withDatabase } from './database';
import type { Verb } from './verb';

/** Brings the schema up to date. */
export const migrateVerb: Verb = {
  usage: 'migrate',
  purpose: 'bring the database up to date',
  options: {},
  run: (asked) =>
    withDatabase(asked, 'not needed', async ({ migrateAsOwner }) => {
      const { applied } = await migrateAsOwner();
      return {
        ok: true,
        json: { applied },
        text:
          applied.length === 0
            ? 'The database is up to date.'
            : ['Migrated:', ...applied.map((name) => `  ${name}`)].join('\n'),
      };
    }),
};
