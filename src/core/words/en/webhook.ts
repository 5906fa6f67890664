/** English. */
export const webhookWords = {
  webhook: {
    title: 'The webhook does not take events',
    text: (count: number) =>
      `${count === 1 ? 'An event' : `${count} events`} of the ledger could not be delivered and will not be tried again. The ledger itself is whole.`,
    failure: 'Last answer',
    failures: {
      redirect: (status: number) =>
        `It points to another address (HTTP status ${status}), which is not followed`,
      status: (status: number) => `It refused the event (HTTP status ${status})`,
      broken: (status: number) => `It has trouble of its own (HTTP status ${status})`,
      silent: 'None in time',
      closed: 'None: nothing listens at its address',
      nameless: 'None: its name is not known on the network',
      cut: 'None: the connection broke off',
      certificate: 'None: its certificate is not trusted',
      other: (code: string) => `None: it cannot be reached (${code})`,
    },
    next: 'Look after the receiver at WEBHOOK_URL (“benefits doctor” asks it), then read what it missed with this command:',
    command: 'Command',
  },
};
