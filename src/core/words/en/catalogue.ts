/** English. */
export const catalogueWords = {
  catalogue: {
    title: 'What the company has',
    titleOf: (category: string) => `What the company has: ${category}`,
    left: (left: number, of: number, unit: string) => `${left} of ${of} left (${unit})`,
    noKeyYet: 'no key in stock yet',
    ended: (on: string) => `ended on ${on}`,
    begins: (on: string) => `begins on ${on}`,
    dropped: (on: string) => `not part of the membership since ${on}`,
    overSince: (on: string) => `membership over since ${on}`,
    waiting: (people: number) => `${people} waiting`,
    empty:
      'There is nothing here yet. An admin can bring in the membership with “benefits import membership”.',
    hint: 'Press Request, or type “show” and a name for the details.',
    page: (page: number, of: number) => `Page ${page} of ${of}`,
  },
  show: {
    instructions: 'Special instructions',
    anyApprover: (names: string) => `Any one of: ${names}`,
    nobodyDecides: 'Nobody yet: an admin must name an approver',
    downloadFor: (what: string) => `Download: ${what}`,
    moreDownloads: 'The link for your own choice comes with the key.',
  },
  offer: {
    title: 'Which one do you mean?',
    nearest: 'I know no benefit of that name. These come nearest, or type “list” to see all.',
    nothing: 'I know no benefit of that name. Type “list” to see all.',
    several: 'Several benefits fit. Please choose one.',
  },
};
