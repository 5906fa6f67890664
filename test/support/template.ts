/** Brings the empty template database to the schema that tests begin with. Must close its connections. */
export const prepareTemplate = async (_url: string): Promise<void> => {};
