import { makeRunFolder, removeDeadRuns } from './run-folder';

/** Before any test: names the folder of this run. The server in it starts when the first test asks for a database. */
export default async function beforeAll(): Promise<void> {
  await removeDeadRuns();
  process.env.TEST_RUN_FOLDER = makeRunFolder();
}
