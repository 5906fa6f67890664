/** English. */
export const homeWords = {
  home: {
    title: 'Your benefits',
    nobody: 'Nothing is kept about you here',
    nobodyText:
      'What was kept about you has been removed. If you still work here, say “help” to me in a message: then I get to know you anew.',
    yours: 'What you hold',
    yoursNone: 'You hold nothing yet.',
    asked: 'Your open requests',
    waiting: 'What waits for you',
    tasks: 'Tasks for the admins',
    noTasks: 'There is nothing to do.',
    lapses: 'What lapses next',
    low: 'Little is left of',
    more: (count: number) => `${count} more`,
    catalogue: 'The catalogue',
    found: (count: number, typed: string) =>
      `${count} ${count === 1 ? 'benefit fits' : 'benefits fit'} “${typed}”`,
    search: 'Search the catalogue',
    searchHint: 'A name, or part of one; empty shows everything',
    nothingFits: (typed: string) => `Nothing in the catalogue fits “${typed}”.`,
  },
  menu: {
    title: 'What would you like to do?',
    text: 'I know what the company’s Microsoft partner membership holds. Look it up, ask for it, and it comes to you here.',
    hint: 'Or say it in your own words: “I need a Windows Server key”. Type “help” for every word I know.',
  },
  confirm: {
    cancel: {
      title: 'Cancel this request?',
      text: (benefit: string) =>
        `The request for ${benefit} ends, and whoever was asked to decide need not any more.`,
      yes: 'Cancel request',
      no: 'Keep it',
    },
    leave: {
      title: 'Leave it to the next one?',
      text: (benefit: string) =>
        `${benefit} goes to whoever comes next on the waiting list, and the request ends.`,
      yes: 'Leave it',
      no: 'Go back',
    },
  },
  pick: {
    title: 'Request a benefit',
    benefitHint: 'Type a part of its name',
    forOthersHint: 'Type a part of its name. Keys are not listed: whoever will use one asks for it.',
    submit: 'Next',
    none: 'There is nothing to ask for yet.',
    noneForOthers:
      'There is nothing that can be asked for somebody else: whoever will use a key asks for it.',
    person: 'Find a person',
    personHint: 'Type a part of a name or an address',
    whom: (name: string) => `For ${name}`,
  },
};
