/** English. */
export const supportWords = {
  support: {
    bothAddresses: (email: string) =>
      `Microsoft writes to both addresses: the one Partner Center knows and ${email}. Activation can take several days; you will be told at each step.`,
    withMicrosoft: (benefit: string) => `${benefit} is with Microsoft`,
    withMicrosoftText: (days: string) =>
      `An admin has asked Microsoft to activate it. Microsoft writes to both addresses, usually within ${days}.`,
    days: (days: number) => (days === 1 ? 'one day' : `${days} days`),
    late: (benefit: string) => `${benefit} is still with Microsoft`,
    lateText: 'Microsoft takes longer than usual. The admins have been reminded; you need do nothing.',
    state: 'With Microsoft, which activates it',
    since: 'With Microsoft since',
    active: (by: string) => `${by} approved it, and Microsoft has activated it.`,
    link: 'To open a case: sign in to Support for Business, choose Add Contract once, and enter both IDs.',
    colleagues: 'Everybody in the company uses the same pair. Please note here what you use.',
    left: (left: number, all: string) => `${left} of ${all} left`,
    use: 'Write down use',
    atMost: (left: number) => `${left} left`,
    personHint: 'Did a colleague use it? Choose them here. Leave it empty for yourself.',
    what: 'What for?',
    whatHint: 'The case number, the project, the question.',
    noted: 'Noted down',
  },
};
