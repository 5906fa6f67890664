import type { Cancelled } from '../../request';

/** English. */
export const requestWords = {
  form: {
    title: 'Request a benefit',
    submit: 'Request',
    reasonHint: 'One sentence for whoever approves: what is it for?',
    quantityHint: (most: number, unit: string) => `Up to ${most} ${unit}`,
    whole: (carries: number, unit: string) =>
      `The next key carries ${carries} ${unit} and cannot be split: you get all of them.`,
    personHint: 'For a colleague? Choose them here. Leave it empty for yourself.',
    emailHint:
      'Microsoft writes to this address too. It must differ from the person’s own and from the one of the Partner Center account.',
    onList: (waiting: number) =>
      `Nothing can be given just now. Your request goes on the waiting list${waiting === 0 ? '' : `; ${waiting === 1 ? '1 person waits' : `${waiting} people wait`} before you`}. You get an offer when it is your turn.`,
    keyless: (waiting: number) =>
      `No key of it is in stock yet. You can ask now; once it is approved, you wait until an admin brings a key in${waiting === 0 ? '' : `; ${waiting === 1 ? '1 person waits' : `${waiting} people wait`} before you`}.`,
    notForYou: (reason: string) =>
      `You can ask for a colleague. The rules do not let you have it yourself: ${reason}`,
    askedAlready: 'You have already asked for this for yourself. You can ask for a colleague.',
  },
  asked: {
    title: (benefit: string) => `You asked for ${benefit}`,
    titleFor: (benefit: string, person: string) => `You asked for ${benefit} for ${person}`,
    forYou: (requester: string, benefit: string) => `${requester} asked for ${benefit} for you`,
    keyless: 'No key of it is in stock yet: once it is approved, it waits until an admin brings one in.',
    bothTold: (person: string) => `${person} is told too, now and when it is decided.`,
    nextOne: (name: string) =>
      `Now it waits for an answer of ${name}. You will get a direct message as soon as it is decided.`,
    nextBoth: (names: string) =>
      `Now both must agree: ${names}. You will get a direct message as soon as it is decided.`,
    reminded: (names: string) => `Reminded: ${names}. You can remind again tomorrow.`,
    inDigest:
      'They have many requests waiting, and read of yours in one message with the others. You can remind again tomorrow.',
    next: (names: string) =>
      `Now it waits for an answer of any one of: ${names}. You will get a direct message as soon as it is decided.`,
    nextOf: (need: number, names: string) =>
      `Now ${need} of these must agree: ${names}. You will get a direct message as soon as it is decided.`,
    nextAll: (names: string) =>
      `Now all of these must agree: ${names}. You will get a direct message as soon as it is decided.`,
    stages: (stages: number) => `It is decided in ${stages} stages; this is the first.`,
    inStage: (stage: number, stages: number) => `This is stage ${stage} of ${stages}.`,
  },
  share: {
    deciders: 'Whoever decides this sees the buttons on this card.',
  },
  toDecide: {
    title: (person: string, benefit: string) => `${person} asks for ${benefit}`,
    yours: (benefit: string) => `Your request for ${benefit}`,
    nothing: 'Nothing yet',
  },
  denial: {
    title: 'Deny a request',
    reasonHint: (person: string) => `${person} will read this.`,
  },
  outcome: {
    granted: (benefit: string) => `${benefit} is yours`,
    grantedText: (by: string, whose: string) =>
      `${by} approved ${whose}. Press Show key whenever you need the key; nobody else can see it.`,
    refund:
      'Please note: once a key of this package has been viewed, the company can no longer return the package for a refund.',
    approved: (benefit: string) => `${benefit} is approved`,
    /** Whose request it is: of the reader, or of whoever asked in their name. */
    yours: 'your request',
    whose: (requester: string) => `the request of ${requester}`,
    approvedText: (by: string, whose: string) =>
      `${by} approved ${whose}. An admin now sets it up in Partner Center; you will be told when it is done.`,
    onIt: (admin: string) => `${admin} is on it.`,
    cancelled: (benefit: string) => `Your request for ${benefit} has ended`,
    cancelledForYou: (requester: string, benefit: string) =>
      `The request of ${requester} for ${benefit} has ended`,
    cancelledText: {
      'taken-back': (by: string) => `${by} took it back, and nobody has to decide it any more.`,
      declined: (by: string) => `${by} left it, so it goes to the next one.`,
      'offer-over': () =>
        'Nobody took the offer in time, so it went to the next one. If it is still needed, please ask again.',
      left: () => 'The person it was for has left the company.',
      lapsed: () => 'The benefit has lapsed, so nothing can come of it any more.',
      expired: () =>
        'Nobody answered in the time that the rules give. You can ask again, or ask an admin for help.',
      spent: () =>
        'This credit has been given as often as Microsoft allows, so nobody else can get it before it is renewed.',
    } satisfies Record<Cancelled['because'], (by: string) => string>,
    denied: (benefit: string) => `${benefit} was not approved this time`,
    deniedText: (by: string) => `${by} answered:`,
    deniedNext: 'If something has changed, you can ask again.',
  },
  requests: {
    title: 'Your requests',
    nothing: 'You have not asked for anything yet. Type “list” to see what there is.',
    waitsFor: (names: string) => `Waits for ${names}`,
    deniedBy: (name: string, why: string) => `Denied by ${name}: ${why}`,
  },
  queue: {
    title: 'What waits for you',
    nothing: 'Nothing waits for you.',
    unasked: 'You need not answer these, but you may',
  },
};
