import { connect } from '../../src/store/database';
import { migrate } from '../../src/store/migrate';

/** A program of its own that migrates a database and says what it did: `migrate-child.ts <database>`. */
async function main(url: string): Promise<void> {
  const database = connect(url, 'unhurried', 2);
  const { applied } = await migrate(database);
  await database.destroy();
  process.stdout.write(JSON.stringify(applied));
}

void main(process.argv[2] ?? '');
