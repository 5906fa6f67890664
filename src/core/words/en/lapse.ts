const within = (days: number): string => (days === 0 ? 'today' : days === 1 ? 'tomorrow' : `in ${days} days`);

/** English. */
export const lapseWords = {
  calendar: {
    title: 'What lapses when',
    nothing: 'Nothing lapses that anybody could lose.',
    kinds: {
      'activate-by': 'Last day to activate',
      missed: 'Not activated in time',
      package: 'Package ends',
      grace: 'Grace time ends',
      token: 'Cloud subscription ends',
    },
    /** `in 30 days`. */
    within,
    held: (held: number) => `${held} held`,
    unused: (unused: number) => `${unused} unused`,
    heldOnes: (names: string) => `held: ${names}`,
    noneHeld: 'nothing of it is held',
    notLookedAt: (names: string) => `key not looked at by ${names}`,
    benefits: (count: number) => `${count} benefits`,
    more: (count: number) => `and ${count} more`,
  },
  lapsing: {
    title: 'Please note what lapses soon',
    titleOver: 'The last day to activate it is over',
    renew:
      'After a renewal, bring in the new file with “benefits import membership” and its --renews: then everything goes on.',
    yours: 'What you hold or wait for',
    package: (pack: string, on: string, days: number) =>
      `${pack} ends on ${on}, ${within(days)}. If it is renewed, nothing changes for you; if not, you can use this until its grace time is over.`,
    grace: (pack: string, on: string, days: number) =>
      `Unless ${pack} is renewed, you can use this until ${on}, ${within(days)}; then it ends.`,
    token: (pack: string, on: string, days: number) =>
      `If you redeemed your key, its cloud subscription runs until ${on}, ${within(days)}, whether ${pack} is renewed or not.`,
    unused: (_pack: string, on: string, days: number) =>
      `It has to be activated by ${on}, ${within(days)}, and you have not looked at its key yet. Press Show key to see it.`,
    missed: (_pack: string, on: string) =>
      `It had to be activated by ${on}. You had not looked at its key by then, so it is lost. Please return it; an admin can tell you what else there is.`,
    waiting: (_pack: string, on: string, days: number) =>
      `You wait for this, and it can be given until ${on}, ${within(days)}.`,
  },
};
