import type { Category, Delivery } from '../benefit';
import type { Refusal } from '../refusal';
import type { Request } from '../request';
import { dayIn, momentIn } from './format';

/** One sentence for each way of saying no, with the facts of that way. */
export type Refusals = { [W in Refusal['why']]: (facts: Extract<Refusal, { why: W }>) => string };

const day = dayIn('en-GB');
const moment = momentIn('en-GB');
const list = (names: string[]): string => names.join(', ');

const refusals: Refusals = {
  'already-asked': ({ benefit }) =>
    `You have already asked for ${benefit}. Type “requests” to see who it waits for.`,
  'already-decided': () => 'This has already been decided.',
  'changed-meanwhile': () =>
    'This request has changed since the card was drawn. Type “queue” to see it as it is now.',
  'choose-language': ({ choices }) => `Please choose one of these languages: ${list(choices)}.`,
  'choose-system': ({ choices }) => `Please choose one of these operating systems: ${list(choices)}.`,
  'directory-silent': () =>
    'I could not check who you are just now, so nothing was done. Please try again in a minute.',
  ended: ({ benefit, on }) =>
    `${benefit} could be given until ${day(on)}. Please ask an admin whether the membership was renewed.`,
  failed: ({ incident }) =>
    `Something went wrong on our side. Please try again: nothing happens twice. If it stays, give an admin this number: ${incident}.`,
  'form-incomplete': () =>
    'Something in the form is missing or too long. Please open it again and fill in every field.',
  gone: () => 'I cannot find that any more. Type “list” to see what there is.',
  'key-sealed': ({ incident }) =>
    `This key cannot be opened just now. It is still yours. Please give an admin this number: ${incident}.`,
  'no-key-in-stock': ({ benefit }) =>
    `No key for ${benefit} has been brought in yet. Please ask an admin to import one.`,
  'nobody-to-ask': () => 'There is nobody who could approve this. Please ask an admin to name an approver.',
  'none-left': ({ benefit }) =>
    `Nothing is left of ${benefit}. Please ask an admin whether one can be given back.`,
  'not-an-admin': () => 'Only an admin can do this.',
  'not-an-approver': () => 'Only an approver can decide this.',
  'not-begun': ({ benefit, from }) => `${benefit} can be given from ${day(from)}.`,
  'not-understood': () => 'I did not understand that. Type “help” to see what I can do.',
  'not-your-key': () => 'This key belongs to somebody else. Type “mine” to see what you hold.',
  'not-your-request': () => 'Only the person who asked can cancel a request.',
  'own-request': () => 'Nobody decides their own request. One of your colleagues has been asked.',
  stranger: () =>
    'I only serve members of this company, signed in with their own account. If that is you, please ask an admin for help.',
  'too-many': ({ benefit, left }) => `Only ${left} of ${benefit} can still be given. Please ask for fewer.`,
  'unlinked-account': () =>
    'I know you by your e-mail address only, which is not enough to decide with. Please answer from the chat in which you usually approve.',
};

const categories: Record<Category, string> = {
  software: 'Software',
  cloud: 'Cloud services',
  'visual-studio': 'Visual Studio subscriptions',
  support: 'Support',
};

const deliveries: Record<Delivery, string> = {
  key: 'A product key, shown to you alone',
  assign: 'An admin assigns it in Partner Center',
  none: 'No key is needed; an admin notes it down',
};

const states: Record<Request['state'], string> = {
  pending: 'Waiting for approval',
  approved: 'Approved; an admin is setting it up',
  fulfilled: 'Approved and handed over',
  denied: 'Denied',
  cancelled: 'Cancelled by the requester',
};

/** English. Labels that others rely on (buttons, fields) are fixed by the design. */
export const en = {
  categories,
  deliveries,
  states,
  refusals,
  day,
  moment,
  list,
  /** Units are data of the membership file and stay as they are there. */
  unit: (unit: string, quantity: number): string =>
    quantity === 1 || /[A-Z]{2}|per |s$/.test(unit) ? unit : `${unit}s`,

  buttons: {
    request: 'Request',
    approve: 'Approve',
    deny: 'Deny',
    showKey: 'Show key',
    cancelRequest: 'Cancel request',
    done: 'Done',
    next: 'Next',
    previous: 'Previous',
    download: 'Download',
  },
  fields: {
    benefit: 'Benefit',
    person: 'Person',
    quantity: 'Quantity',
    language: 'Language',
    system: 'Operating system',
    reason: 'Reason',
    evidence: 'Evidence',
    category: 'Category',
    left: 'Left',
    package: 'Package',
    ends: 'Package ends',
    activateBy: 'Activate by',
    delivery: 'How you get it',
    languages: 'Languages',
    systems: 'Operating systems',
    decides: 'Who approves',
    askedOn: 'Asked on',
    state: 'State',
    waitsFor: 'Waits for',
    leftAfter: 'Left after this',
    holds: 'Holds already',
    decidedBy: 'Decided by',
    answer: 'Answer',
    approvedBy: 'Approved by',
    doneBy: 'Done by',
    key: 'Product key',
    product: 'For',
  },

  catalogue: {
    title: 'What the company has',
    titleOf: (category: string) => `What the company has: ${category}`,
    left: (left: number, of: number, unit: string) => `${left} of ${of} left (${unit})`,
    noKeyYet: 'no key in stock yet',
    ended: (on: string) => `ended on ${on}`,
    begins: (on: string) => `begins on ${on}`,
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
  key: {
    title: 'Your key',
    keep: 'This window is the only place where the key is shown. Please do not paste it into a chat.',
    again: 'You can open it again at any time: type “mine”.',
  },
  mine: {
    title: 'What you hold',
    open: 'Your open requests',
    nothing: 'You hold nothing yet. Type “list” to see what there is.',
    since: (on: string, by: string) => `since ${on}, approved by ${by}`,
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
  tasks: {
    title: 'Tasks for the admins',
    nothing: 'There is nothing to do.',
    one: (benefit: string, person: string) => `Set up ${benefit} for ${person}`,
    steps: [
      'Open Partner Center, go to Benefits and find the benefit.',
      'Assign it to the person named here, as their approver decided.',
      'Come back and press Done; the person is told at once.',
    ],
    evidenceHint: 'What shows that it was done: a subscription id, a date. May stay empty.',
    finish: 'Finish a task',
  },
  help: {
    title: 'Membership benefits',
    text: 'I know what the company’s Microsoft partner membership holds. Look it up, ask for it, and it comes to you here.',
    words: [
      ['list', 'what there is and what is left; add software, cloud, visual studio or support'],
      ['show <benefit>', 'the details of one benefit'],
      ['request <benefit>', 'ask for it'],
      ['mine', 'what you hold, and your keys'],
      ['requests', 'where your requests stand; cancel one'],
      ['queue', 'what waits for your decision'],
      ['tasks', 'what waits for an admin'],
    ] as Array<[string, string]>,
    plain: 'You can also say it in your own words: “I need a Windows Server key”.',
  },
  said: {
    notThisTime: 'Not this time',
    working: 'One moment, I am working on it …',
  },
};
