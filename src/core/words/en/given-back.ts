import type { Ending } from '../../holding';

/** English. */
export const givenBackWords = {
  /** The form with which a holder gives back, and the one with which an admin takes back. */
  giveBack: {
    title: 'Return',
    what: 'This is what it will do:',
    reasonHint: 'May stay empty.',
    keyGoesOn: 'The key can go to somebody else, and you cannot open it here any more.',
    uninstall: 'You have seen the key: please remove the product from your machines first.',
    keyIsSpent:
      'The key was shown, so its activation counts as used: Microsoft grants no other for it. It is given to nobody again.',
    freeAtOnce: 'Somebody else can have it at once.',
    shared: 'Somebody else can have your share at once. You cannot open the key here any more.',
    restIsFree: (used: string, rest: string) =>
      `What was used stays used (${used}). The rest is free at once: ${rest}.`,
    removedByHand: 'An admin removes it in Partner Center; then somebody else can have it.',
    notBefore: (from: string) =>
      `By the rules of the programme it may go to somebody else only from ${from}.`,
  },
  takeBack: {
    title: 'Take back',
    reasonHint: (person: string) => `${person} will read this.`,
    keyGoesOn: (person: string) =>
      `The key can go to somebody else, and ${person} cannot open it here any more.`,
    uninstall: (person: string) =>
      `${person} has seen the key: please make sure that the product is removed from their machines.`,
    shared: (person: string) =>
      `Somebody else can have this share at once. ${person} cannot open the key here any more.`,
    removedByHand: 'You get a task to remove it in Partner Center; then somebody else can have it.',
  },
  /** To whoever had it. */
  ended: {
    title: {
      returned: (benefit: string) => `You gave back ${benefit}`,
      'taken-back': (benefit: string) => `${benefit} was taken back`,
      reassigned: (benefit: string) => `${benefit} went to somebody else`,
      left: (benefit: string) => `${benefit} was given back`,
      lapsed: (benefit: string) => `${benefit} has lapsed`,
      unanswered: (benefit: string) => `${benefit} was given back`,
    } satisfies Record<Ending['how'], (benefit: string) => string>,
    text: {
      returned: () => 'It is not yours any more.',
      'taken-back': (by: string) => `${by} took it back. It is not yours any more.`,
      reassigned: (by: string) => `${by} gave it to somebody else. It is not yours any more.`,
      left: () => 'Everything of a person who leaves the company is given back.',
      lapsed: () => 'The membership and its grace time are over, and so is the right to use it.',
      unanswered: () =>
        'Nobody answered in time whether it is still needed, so it was given back. It is not yours any more.',
    } satisfies Record<Ending['how'], (by: string) => string>,
    held: 'Held',
    heldFromTo: (from: string, to: string) => `${from} to ${to}`,
    uninstall: 'Please remove the product from your machines, if you have not done so yet.',
    again: 'If you still need it, you can ask again.',
  },
  /** To the admins: whose it was. */
  cameBack: {
    title: {
      returned: (benefit: string, person: string) => `${person} gave back ${benefit}`,
      'taken-back': (benefit: string, person: string) => `${benefit} of ${person} was taken back`,
      reassigned: (benefit: string, person: string) => `${benefit} of ${person} went to somebody else`,
      left: (benefit: string, person: string) => `${benefit} of ${person} was given back`,
      lapsed: (benefit: string, person: string) => `${benefit} of ${person} has lapsed`,
      unanswered: (benefit: string, person: string) => `${benefit} of ${person} was given back`,
    } satisfies Record<Ending['how'], (benefit: string, person: string) => string>,
    text: {
      returned: () => 'They do not need it any more.',
      'taken-back': (person: string) => `${person} has been told, with the reason.`,
      reassigned: (person: string) => `${person} has been told, with the reason.`,
      left: (person: string) => `${person} has left.`,
      lapsed: () => 'The membership and its grace time are over.',
      unanswered: (person: string) =>
        `${person} did not answer in time whether it is still needed, and has been told.`,
    } satisfies Record<Ending['how'], (person: string) => string>,
    several: (count: number) => `${count} were given back`,
    nobodyAnswered: 'Their holders did not answer in time whether they are still needed, and have been told.',
    next: 'If something has to be removed in Partner Center, it stands under “tasks”.',
  },
  left: {
    title: (person: string) => `${person} has left`,
    text: 'Everything was given back by itself. What has to be removed in Partner Center has become a task.',
    nothing: 'Nothing was held.',
    gaveBack: 'Given back',
    atOnce: 'free at once',
    spent: 'its key had been looked at, so it is used up, and not free for the next one',
    seen: 'free at once; its key had been looked at, and may still be in use on a machine',
    task: 'to be removed in Partner Center',
    cancelled: 'Requests that were cancelled',
    askedAgain: 'Requests that waited for them alone',
    nowAsked: (requester: string, benefit: string, asked: string) =>
      `${benefit} for ${requester}: now waits for ${asked}`,
    more: (count: number) => `and ${count} more`,
  },
  stillNeeded: {
    title: (benefit: string) => `Do you still need ${benefit}?`,
    reminder: (benefit: string) => `Reminder: do you still need ${benefit}?`,
    since: (on: string) => `You have had it since ${on}, and others may need it.`,
    until: (on: string) => `Please answer by ${on}. Without an answer it will be given back on that day.`,
    kept: (benefit: string) => `You keep ${benefit}`,
    keptText: 'Thank you. You will be asked again when it has been yours for as long again.',
  },
};
