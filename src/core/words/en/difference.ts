import type { DifferenceKind, Proposal } from '../../difference';

/** English. What stands in Microsoft's portal is named as it is written there. */
export const differenceWords = {
  differences: {
    title: 'Where Microsoft’s portal says something else',
    nothing: 'Nothing: as far as the last export goes, the portal and this ledger say the same.',
    hint: 'A newer export of the portal closes what has been mended there.',
    many: (found: number) => `Microsoft’s portal differs in ${found} places`,
    manyText: (day: string) =>
      `The portal’s export of ${day} does not say what stands here. Each difference needs an admin’s decision.`,
    titles: {
      'there-only': (benefit: string, person: string) =>
        `${person} has ${benefit} in the portal, and not here`,
      'here-only': (benefit: string, person: string) =>
        `${person} holds ${benefit} here, and does not have it in the portal`,
      gone: (benefit: string, person: string) => `${person} is gone, and still has ${benefit} in the portal`,
      over: (benefit: string) => `More of ${benefit} are assigned in the portal than the package holds`,
    } satisfies Record<DifferenceKind, (benefit: string, person: string) => string>,
    proposal: 'Proposal',
    proposals: {
      adopt: 'Note it down here: from now on the person holds it, with the export as evidence.',
      'assign-there':
        'Assign it to the person in the portal. If they no longer need it, take it back here instead.',
      'remove-there': 'Remove the person in the portal, so that somebody else can have it.',
      'fewer-there':
        'Take back in the portal what is too many, or buy more and bring in the membership anew.',
    } satisfies Record<Proposal, string>,
    steps: {
      'assign-there': [
        'Open the portal, choose Add, Individual subscriber.',
        'Enter the name and the address below, and choose the level.',
        'Save. The next export shows that it was done, and closes this.',
      ],
      'remove-there': [
        'Open the portal and search for the address below.',
        'Choose Delete. Within 90 days of the assignment the subscription stays used.',
        'The next export shows that it was done, and closes this.',
      ],
      'fewer-there': [
        'Open the portal and filter by the level.',
        'Delete subscribers until as many are assigned as the package holds.',
        'The next export shows that it was done, and closes this.',
      ],
    } satisfies Record<Exclude<Proposal, 'adopt'>, string[]>,
    exported: 'Export of',
    assigned: 'Assigned there on',
    tooMany: 'Too many',
    unknown: 'known to nobody here',
    states: {
      open: 'An admin has to say what is to be done',
      agreed: (by: string, on: string) =>
        `Agreed by ${by} on ${on}; the next export shows whether it was done`,
      adopted: (by: string, on: string) => `Noted down here by ${by} on ${on}`,
      left: (by: string, on: string) => `Left as it is by ${by} on ${on}`,
      over: (day: string) => `Over: the export of ${day} does not have it any more`,
    },
    formTitle: 'Leave it as it is',
    formHint: 'Every admin can read this. Nobody is asked again as long as newer exports say the same.',
  },
};
