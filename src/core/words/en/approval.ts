import type { Because } from '../../course';

/** English. */
export const approvalWords = {
  /** Why somebody is asked. */
  because: {
    approver: () => 'you are an approver',
    admin: () => 'you are an admin',
    manager: (requester: string) => `${requester} reports to you`,
    named: () => 'the rule names you',
    group: (_: string, group: string) => `you are in the group ${group}`,
  } satisfies Record<Because['is'], (requester: string, group: string) => string>,
  review: {
    why: (because: string) => `You are asked because ${because}.`,
    may: (because: string) => `You need not answer, but you may, because ${because}.`,
    rule: (name: string) => `The rule: ${name}.`,
    otherwise: 'The rule would have asked others first, but too few of them can answer.',
    escalated: 'Nobody has answered in time, so you are asked too.',
    inPlaceOf: {
      handed: (name: string) => `It was handed over: you answer in the place of ${name}.`,
      away: (name: string) => `${name} is away: you answer in their place.`,
    },
    youHanded: (to: string) => `You have handed it over to ${to}.`,
    handedBy: (by: string, to: string) => `${by} has handed it over to ${to}.`,
    asked: (names: string) => `Asked: ${names}.`,
    alsoAsked: (names: string) => `Also asked: ${names}.`,
    onlyYou: 'Nobody else is asked.',
    nobody: 'Nobody can answer it just now.',
    need: (need: number) => (need === 1 ? 'One answer is enough.' : `${need} must agree.`),
    needMore: (more: number) => (more === 1 ? 'One more must agree.' : `${more} more must agree.`),
    needAll: 'All who are asked must agree.',
    stage: (stage: number, stages: number) => `Stage ${stage} of ${stages}:`,
    stageLabel: (stage: number) => `Stage ${stage}`,
    agreed: (names: string) => `${names} agreed`,
    nobodyYet: (need: number | 'all') =>
      need === 1
        ? 'Nobody has agreed yet'
        : `${need === 'all' ? 'All who are asked' : need} must agree, nobody has yet`,
    someOf: (names: string, have: number, need: number) =>
      `${have} of ${need} ${have === 1 ? 'has' : 'have'} agreed: ${names}`,
    ofAsked: (quantity: number, asked: string) => `${quantity} of the ${asked} asked for`,
    alone: (name: string) => `${name} (alone, in an emergency)`,
    version: (version: number) => `version ${version}`,
    agreedFor: (by: string, whom: string) => `${by} (for ${whom})`,
    said: 'What was said',
    question: (by: string) => `${by} asks`,
    answer: (by: string) => `${by} answers`,
    word: (by: string) => `${by} adds`,
    changed:
      'This request has changed since your card was sent. Nothing was decided; this is how it stands now.',
    again: {
      silent: 'A reminder: this still waits for you.',
      handed: 'It was handed to you.',
      escalated: 'This has waited for an answer too long.',
      answered: 'Your question was answered.',
      changed: 'Whoever asked has changed it. Answers so far count no more.',
    },
    nudged: (by: string) => `${by} kindly reminds you.`,
    byRule: (rule: string) => `the rule “${rule}”`,
    ownRule: 'any one approver',
    waits: (names: string, when: string) => `Waits for ${names}, since ${when}.`,
    somebody: 'somebody who may decide it',
    passed: (benefit: string, by: string) => `${benefit}: ${by} agreed`,
    passedText: (names: string, stage: number, stages: number) =>
      `That was stage ${stage - 1} of ${stages}. Now it waits for ${names}.`,
    questionTitle: (by: string, benefit: string) => `${by} has a question about ${benefit}`,
    questionText:
      'Press Answer, or reply in the thread of this message. The answer goes back onto their card.',
    overridden: (by: string) => `${by} decided without you`,
    overriddenText: (by: string) =>
      `It was an emergency: ${by} decided alone, as an admin may. This is the reason, and it stands in the ledger.`,
    standsIn: (name: string) => `You stand in for ${name}`,
    standsInText: (name: string, from: string, until: string) =>
      `${name} is away from ${from} until ${until}. What would have been asked of them is asked of you, and you answer in their place.`,
    open: 'Waits for others',
    openHint: 'In an emergency you may decide alone. Everybody who was asked is told.',
  },
  tooLate: {
    nobodyReads: 'This is decided already, so what you wrote was passed on to nobody.',
    speakTo: (name: string) => `If something is still open, please speak to ${name}.`,
    anAdmin: 'If something is still open, please speak to an admin.',
    askAnew: 'For anything else, write to me in a message of its own.',
  },
  digest: {
    title: (count: number) => `${count} requests wait for you`,
    reminder: (count: number) => `Reminder: ${count} requests still wait for you`,
    since: (moment: string) => `The oldest has waited since ${moment}.`,
    text: 'They come in one message, because they are many. Each can be decided here.',
    left: (left: string) => `${left} left after it`,
    toWait: 'nothing is left: a yes puts it on the waiting list',
    done: 'Nothing of it waits for you any more.',
  },
  remarkForm: {
    ask: 'Ask about a request',
    askHint: (person: string) => `${person} will read this and can answer here.`,
    answer: 'Answer',
    add: 'Add a word',
    addHint: 'Everybody who decides will read this.',
  },
  approveForm: {
    title: 'Approve fewer',
    hint: (most: number) => `From 1 to ${most}, which is what was asked for`,
  },
  handOverForm: {
    title: 'Hand over',
    hint: 'A colleague who approves. They answer in your place.',
  },
  changeForm: {
    title: 'Change a request',
    text: 'It is asked anew: answers so far count no more.',
  },
  overrideForm: {
    title: 'Decide alone',
    text: 'Only in an emergency. Everybody who was asked is told, with your reason.',
    reasonHint: (least: number) => `At least ${least} characters. It stands in the ledger.`,
  },
  away: {
    formTitle: 'When are you away?',
    ready: 'Say from when until when, and who answers in your place.',
    personHint: 'A colleague who approves. Leave it empty if others are asked anyway.',
    title: (from: string, until: string) => `You are away from ${from} until ${until}`,
    withDelegate: (name: string) => `${name} is asked in your place, and was told.`,
    without: 'Nothing is sent to you as long as somebody else can answer.',
    now: (from: string, until: string) => `So far: away from ${from} until ${until}.`,
    back: 'You are back',
    backText: 'From now on you are asked again.',
  },
  link: {
    title: 'Link your other account',
    text: 'Type this in the other chat, from your own account there, within ten minutes. Tell it to nobody: whoever types it decides in your name.',
    code: 'Type there',
    linked: 'Your accounts are linked',
    linkedText: 'From now on you can decide from both chats.',
  },
  policy: {
    title: 'Who decides what',
    version: (version: number) =>
      version === 0
        ? 'Nobody has set any rules yet; this is what I do by myself.'
        : `Version ${version}. The first rule that fits counts.`,
    when: (parts: string[]) => `When ${parts.join('; and ')}`,
    everything: 'Everything',
    always: 'Everything else',
    category: (names: string) => `it belongs to ${names}`,
    benefit: (names: string) => `it is ${names}`,
    group: (names: string) => `whoever asks is in ${names}`,
    onBehalf: (yes: boolean) => (yes ? 'it is for somebody else' : 'it is for whoever asks'),
    holds: (range: string) => `whoever gets it holds ${range} of it already`,
    left: (range: string) => `${range} of it are left`,
    range: (atLeast: number | undefined, atMost: number | undefined) =>
      atLeast === undefined
        ? `at most ${atMost}`
        : atMost === undefined
          ? `at least ${atLeast}`
          : `${atLeast} to ${atMost}`,
    approve: 'Approved at once',
    approveUpTo: (limit: number) => `Approved at once, up to ${limit} for each person`,
    refuse: (reason: string) => `Refused: ${reason}`,
    stage: (at: number, of: number, who: string, need: string | undefined) =>
      `${of === 1 ? '' : `${at}. `}${who}${need ? ` (${need})` : ''}`,
    need: (need: number) => (need === 1 ? 'any one' : `${need} of them`),
    needAll: 'all of them',
    needBoth: 'both must agree',
    notYou: (reason: string) => `Not open to you: ${reason}`,
    onlyOthers: (reason: string) => `Not open to you, but you can ask for a colleague: ${reason}`,
    may: (who: string) => `may answer unasked: ${who}`,
    otherwise: (who: string) => `if they cannot: ${who}`,
    remind: (hours: number) => `reminds after ${hours} working hours`,
    span: {
      hours: (count: number) => (count === 1 ? '1 hour' : `${count} hours`),
      days: (count: number) => (count === 1 ? '1 day' : `${count} days`),
      weeks: (count: number) => (count === 1 ? '1 week' : `${count} weeks`),
    },
    escalate: (span: string, who: string) => `asks ${who} too after ${span}`,
    expire: (span: string) => `ends after ${span}`,
    who: {
      approvers: 'the approvers',
      admins: 'the admins',
      manager: 'the manager of whoever asks',
      group: (group: string) => `the group ${group}`,
    },
  },
};
