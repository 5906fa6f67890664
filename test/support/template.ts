import { connect } from '../../src/store/database';
import { migrate } from '../../src/store/migrate';

/** Brings the empty template database to the schema that tests begin with. Must close its connections. */
export async function prepareTemplate(url: string): Promise<void> {
  const database = connect(url, 'importing', 2);
  try {
    await migrate(database);
  } finally {
    await database.destroy();
  }
}
