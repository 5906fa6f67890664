import { removeRunFolder } from './run-folder';

/** After the last test: the server and everything in it goes. */
export default async function afterAll(): Promise<void> {
  await removeRunFolder(process.env.TEST_RUN_FOLDER ?? '');
}
