import type { Role } from '../../person';

/** English. */
export const peopleWords = {
  people: {
    title: 'People',
    hint: 'Press Details to see what somebody holds, and to move it or take it back.',
    roles: {
      employee: 'Employee',
      approver: 'Approver',
      admin: 'Admin',
    } satisfies Record<Role, string>,
    noAddress: 'no e-mail address',
    holds: 'Holds',
    holdsNothing: 'Holds nothing.',
    open: 'Open requests',
    more: (count: number) => `… and ${count} more.`,
    back: (name: string) => `${name} is back`,
    backText: (role: string) =>
      `They had left, and have spoken again from the account that had been taken away. Their role is the one they had: ${role}. If that is wrong, please change the people file.`,
    addTitle: 'Add a person',
    emailHint: 'By this address I know them when they first write to me.',
    added: (name: string) => `${name} was added`,
    addedText:
      'You can assign benefits to them now. What they have stands ready when they first write to me.',
  },
  assigning: {
    title: (benefit: string) => `Assign ${benefit}`,
    peopleHint: (most: number) => `One or more, up to ${most}`,
    namesHint: 'One a line, or divided by commas. Whoever is not known yet: type “people” to add them.',
    quantityHint: 'For each of them',
    reasonHint: 'Whoever gets it will read this.',
    ready: (benefit: string, names: string) => `Assign ${benefit} to ${names}. The form asks for the reason.`,
    readyForm: 'The form asks for the people and the reason.',
    answer: (benefit: string, given: number, of: number) =>
      of === given ? `${benefit}: assigned` : `${benefit}: assigned to ${given} of ${of}`,
    hasIt: 'Has it now, and was told.',
    byTask: 'Was told; a task for the admins is open.',
    before: 'Was assigned before.',
    moveReady: (benefit: string, from: string, to: string) =>
      `Reassign ${benefit} from ${from} to ${to}. The form asks for the reason.`,
    from: 'From',
    to: 'To',
    moved: (benefit: string, to: string) => `${benefit} goes to ${to}`,
    movedNow: (to: string) => `${to} has it now. Both were told.`,
    movedByTask: (to: string) =>
      `A task for the admins is open. ${to} has it as soon as it is done in Partner Center.`,
    removeReady: (benefit: string, from: string) =>
      `Remove ${benefit} from ${from}. The form asks for the reason.`,
    returnReady: (benefit: string) => `Give back ${benefit}?`,
    which: 'Which one do you mean?',
    whichText: 'Several fit. Please choose one.',
    nearestText: 'Nothing has exactly this name. These come nearest.',
  },
  /** To whoever got something without asking. */
  given: {
    assigned: (by: string) => `${by} assigned this to you.`,
    reassigned: (by: string) => `${by} reassigned this to you.`,
    showKey: 'Press Show key whenever you need the key; nobody else can see it.',
    coming: (benefit: string) => `${benefit} is coming to you`,
    settingUp: 'An admin now sets it up in Partner Center; you will be told when it is done.',
  },
};
