/** English. */
export const requestWords = {
  form: {
    title: 'Request a benefit',
    submit: 'Request',
    reasonHint: 'One sentence for whoever approves: what is it for?',
    quantityHint: (most: number, unit: string) => `Up to ${most} ${unit}`,
  },
  asked: {
    title: (benefit: string) => `You asked for ${benefit}`,
    next: (names: string) =>
      `Now it waits for an answer of any one of: ${names}. You will get a direct message as soon as it is decided.`,
  },
  toDecide: {
    title: (person: string, benefit: string) => `${person} asks for ${benefit}`,
    why: 'You are asked because you approve benefits. One answer is enough.',
    nothing: 'Nothing yet',
  },
  denial: {
    title: 'Deny a request',
    reasonHint: (person: string) => `${person} will read this.`,
  },
  outcome: {
    granted: (benefit: string) => `${benefit} is yours`,
    grantedText: (by: string) =>
      `${by} approved your request. Press Show key whenever you need the key; nobody else can see it.`,
    setUpText: (by: string) => `${by} approved your request and it has been set up for you.`,
    refund:
      'Please note: once a key of this package has been viewed, the company can no longer return the package for a refund.',
    approved: (benefit: string) => `${benefit} is approved`,
    approvedText: (by: string) =>
      `${by} approved your request. An admin now sets it up in Partner Center; you will be told when it is done.`,
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
  },
};
