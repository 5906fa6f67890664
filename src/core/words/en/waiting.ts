/** English. */
export const waitingWords = {
  waiting: {
    title: (benefit: string) => `${benefit} is approved; on the waiting list`,
    notEnough: (by: string, benefit: string) =>
      `${by} said yes. Not enough is left of ${benefit} just now, so it has to be waited for.`,
    noKey: (by: string, benefit: string) =>
      `${by} said yes. No key of ${benefit} is in stock yet, so it has to be waited for until an admin brings one in.`,
    first: 'First in line.',
    place: (place: number) => `Place ${place} on the waiting list.`,
    next: 'As soon as one is there, it is kept for whoever is first in line, and a message comes here. First come, first served. Type “requests” to see the place at any time.',
  },
  offered: {
    keptForYou: 'Kept for you: take it or leave it',
    kept: (person: string) => `Kept for ${person}, who can take it or leave it`,
    yours: (benefit: string) => `Your turn: ${benefit}`,
    theirs: (person: string, benefit: string) => `The turn of ${person}: ${benefit}`,
    text: (until: string) =>
      `It is kept until ${until}. Please take it, or leave it to the next one. After that it goes to the next one by itself.`,
  },
  behalf: {
    title: (person: string, benefit: string) => `${benefit} for ${person}`,
    asksFor: (requester: string, what: string) => `${requester} asks for ${what}`,
    yoursFor: (benefit: string, person: string) => `Your request for ${benefit} for ${person}`,
    asksForYou: (requester: string, benefit: string) => `${requester} asks for ${benefit} for you`,
    forYou: (benefit: string) => `${benefit} for you`,
    you: 'you',
    forPerson: (person: string) => `for ${person}`,
    askedBy: (person: string) => `asked by ${person}`,
    givenBy: (person: string) => `given by ${person}`,
  },
  next: {
    place: (by: string, place: number) => `Approved by ${by}; place ${place} on the waiting list`,
    keptUntil: (until: string) => `Kept until ${until}: take it or leave it`,
    anAdmin: (by: string) => `Approved by ${by}; waits for an admin to set it up`,
    onIt: (admin: string) => `${admin} is setting it up`,
    withMicrosoft: (since: string) => `With Microsoft since ${since}`,
  },
  toWait: {
    keyless: (person: string) =>
      `No key of it is in stock yet: approval puts ${person} on the waiting list until an admin brings one in.`,
    first: (person: string) =>
      `Not enough is left just now: approval puts ${person} on the waiting list, first in line.`,
    behind: (person: string, others: number) =>
      `Not enough is left just now: approval puts ${person} on the waiting list, behind ${others} already waiting.`,
  },
};
