import { asBot, migrateReached } from '../../src/store/reach';

/** Brings the empty template database to the schema that tests begin with. Must close its connections. */
export async function prepareTemplate(url: string): Promise<void> {
  await migrateReached({ url: asBot(url), ownerUrl: url });
}
