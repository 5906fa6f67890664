/** English. */
export const webhookWords = {
  webhook: {
    title: 'The webhook does not take events',
    text: (count: number) =>
      `${count === 1 ? 'An event' : `${count} events`} of the ledger could not be delivered and will not be tried again. The ledger itself is whole.`,
    failure: 'Last answer',
    next: 'Look after the receiver at WEBHOOK_URL (“benefits doctor” asks it), then read what it missed with this command:',
    command: 'Command',
  },
};
