import type { CheckOutcome } from '../../check-key';

/** English. What stands in Partner Center is named as it is written there. */
export const taskWords = {
  tasks: {
    title: 'Tasks for the admins',
    nothing: 'There is nothing to do.',
    titles: {
      'set-up': (benefit: string, person: string) => `Set up ${benefit} for ${person}`,
      activate: (benefit: string, person: string) => `Activate ${benefit} for ${person}`,
      'record-ids': (benefit: string, person: string) => `Note down the IDs of ${benefit} for ${person}`,
      reassign: (benefit: string, person: string) => `Reassign ${benefit} to ${person}`,
      remove: (benefit: string, person: string) => `Remove ${benefit} from ${person}`,
      'check-key': (benefit: string, person: string) => `Check the key of ${benefit} that ${person} reported`,
      reach: (_: string, person: string) => `Reach ${person}`,
    },
    steps: {
      subscription: [
        'Open Partner Center, go to Benefits, Visual Studio, and find the subscription.',
        'Choose Assign user. If the person is not in the list, add them first in Account settings, User management, with the name and the e-mail below.',
        'Choose the person and confirm. Microsoft writes to them.',
        'Come back and press Done; the person is told at once.',
      ],
      credit: [
        'Open Partner Center, go to Benefits, Azure credit, and find the credit.',
        'Choose Assign user, and the person. If they are not in the list, add them first in Account settings, User management.',
        'Microsoft sends the person a mail with a link, which they follow to redeem the credit. A person can have one active credit.',
        'Come back and press Done; the person is told where to manage it.',
      ],
      order: [
        'Open Partner Center, go to Benefits, Cloud services, and find the benefit.',
        'Place the order at no cost for the quantity below, under the billing account of the company.',
        'In the Microsoft 365 admin center, give the seats to the person.',
        'Come back and press Done, with the number of the order or the subscription.',
      ],
      bare: [
        'Open Partner Center, go to Benefits, Software, and find the benefit. It has no key.',
        'Note the quantity below wherever the company counts such licences, for example on the server.',
        'Come back and press Done; the person is told at once.',
      ],
      activate: [
        'Open Partner Center, go to Benefits, Technical support, and find the benefit.',
        'Choose Activate, and the person. If they are not in the list, add them first in Account settings, User management.',
        'Enter the alternative e-mail below. It must differ from the one of the company’s Partner Center account.',
        'Come back and press Done. Microsoft writes to both addresses, which can take several days; a second task then asks for the IDs.',
      ],
      'record-ids': [
        'Open Partner Center, go to Benefits, Technical support. Once the benefit is active, the Access ID and the Contract ID stand beside it; Microsoft also writes them to both addresses.',
        'Copy both.',
        'Come back, press Done and enter them; the person is told at once.',
      ],
      reassign: [
        'Open Partner Center, go to Benefits, and find the benefit.',
        'Choose Reassign user at the person who has it now.',
        'Choose the new person. If they are not in the list, add them first in Account settings, User management.',
        'Come back and press Done; both are told at once.',
      ],
      remove: [
        'Open Partner Center, go to Benefits, and find the benefit.',
        'Choose the person below and remove them.',
        'Come back and press Done; then it can go to somebody else.',
      ],
      'check-key': [
        'Ask the person what they saw, if the report does not say it.',
        'Open Partner Center, go to Benefits, Software, Get keys, and compare: is the key still listed, and has it activations left?',
        'Come back, press Done and choose what you found.',
      ],
      reach: [
        'Talk to the person some other way: by mail, by telephone, at their desk.',
        'Ask them to write any word to the bot in Slack or Teams; in Teams they add the app first, and whoever has blocked the bot unblocks it.',
        'Come back and press Done: what could not be delivered is sent once more.',
      ],
    },
    /** Where one and the same label would stand on two values. */
    now: (label: string) => `${label} (now)`,
    next: (label: string) => `${label} (new)`,
    overdue: (title: string) => `Overdue: ${title}`,
    copy: 'To copy',
    requestedBy: 'Requested by',
    assignedBy: 'Assigned by',
    report: 'What was reported',
    tried: 'Tried before',
    keptUntil: 'May go to somebody else from',
    dueOn: (day: string) => `due ${day}`,
    overdueSince: (day: string) => `overdue since ${day}`,
    onIt: (name: string) => `${name} is on it`,
    nobodyOnIt: 'nobody yet',
    nobodyIsOnIt: 'nobody is on it yet',
    evidenceHint: 'What shows that it was done: a subscription ID, a date. May stay empty.',
    finish: 'Finish a task',
    outcome: 'What did you find?',
    outcomes: {
      broken: 'The key is broken: give nothing of it any more',
      spent: 'Only this use of it is gone: the key itself is good',
      works: 'The key works: it can be given again',
    } satisfies Record<CheckOutcome, string>,
    giveUp: 'Could not be done',
    giveUpHint: (person: string) => `${person} will read this. What was kept for them goes to the next one.`,
    outOfReachHint: 'Every admin will read this. Others are asked in their place.',
    againHint: 'Every admin will read this. The task stays, so that somebody can try again.',
    failed: 'Could not be done',
    triedBy: 'Tried by',
    why: 'Why',
    reminder: 'This is overdue. Please do it, or say that it could not be done.',
    escalation: 'This is still not done, so all admins are told. Whoever can: please take it over.',
    slowMicrosoft:
      'Microsoft takes longer than usual. Please look whether the benefit is active by now; if not, ask Microsoft’s support.',
  },
  /** What comes of a task for whoever asked. */
  setUp: {
    approved: (by: string) => `${by} approved it, and it has been set up.`,
    assigned: (by: string) => `${by} has given it to you, and it has been set up.`,
    reassigned: (by: string) => `${by} has moved it to you, and it has been set up.`,
    evidence: 'From the admin',
    manage: 'This is where you manage it:',
    handedOver: (person: string, benefit: string) => `${person} has ${benefit}`,
    failed: (benefit: string) => `${benefit} could not be set up`,
    failedText: (by: string) =>
      `It was approved, but ${by} could not set it up in Partner Center, and wrote:`,
    failedNext: 'Nothing is held for it any more. If something has changed, you can ask again.',
  },
};
