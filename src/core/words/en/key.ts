/** English. */
export const keyWords = {
  key: {
    title: 'Your key',
    instructionTitle: 'Instead of a key',
    keep: 'This window is the only place where the key is shown. Please do not paste it into a chat.',
    keepInstruction: 'Please do not paste this into a chat.',
    again: 'You can open it again at any time: type “mine”.',
    missed: (day: string) =>
      `It had to be activated by ${day}, and nobody had looked at the key by then. That day is over, and the right to it is lost. Please return it; an admin can tell you what else there is.`,
    /** What the type of a key means for its holder. */
    types: {
      retail:
        'This key can be activated a few times only. Please use it where you said you would, and give it back when you no longer need it.',
      mak: 'Every activation of this key counts, also of a computer that is set up again, and Microsoft never grants more. Please activate no more than you asked for.',
      static: 'This key is the same for everybody in the company. It is not used up.',
      custom: 'There is no key for this. The text above says what to do instead.',
      unknown: 'How often this key can be activated is not known. Please use it for one computer only.',
    },
  },
  broken: {
    title: 'This key does not work',
    text: (benefit: string) =>
      `An admin looks into your key for ${benefit}. You get another one at once, if there is one.`,
    hint: 'What did you do, and what did you see? An admin reads this. Please do not write the key here.',
    found: (benefit: string) => `An admin has looked into the key for ${benefit} that you reported`,
    outcomes: {
      broken: 'It is broken, and nobody is given it any more.',
      spent: 'This use of it is gone; the key itself is good.',
      works: 'It works. What you saw had another cause: please ask an admin if it comes again.',
    },
    hasOne: 'The key you have now stays yours. Press Show key to see it.',
    hasNone:
      'The next key is yours before anybody on the waiting list gets one, and you are told when it is there.',
    again: (benefit: string) => `There is a key for ${benefit} for you again`,
    againText: 'It takes the place of the one you reported. Press Show key to see it.',
    titles: {
      'another-key': (benefit: string) => `Another key for ${benefit} is yours`,
      'same-key': (benefit: string) => `Please try your key for ${benefit} once more`,
      'none-yet': (benefit: string) => `There is no other key for ${benefit} just now`,
      'still-none': (benefit: string) => `There is no other key for ${benefit} just now`,
      'shared-key': (benefit: string) => `An admin looks into the key for ${benefit}`,
    },
    texts: {
      'another-key':
        'The key that does not work is set aside, and an admin looks into it. Press Show key to see the other one.',
      'same-key':
        'There is no other key, but one more use of this one, and it is yours. An admin looks into what you reported.',
      'none-yet':
        'The key that does not work is set aside, and an admin looks into it. The next key is yours before anybody on the waiting list gets one, and you are told when it is there.',
      'still-none':
        'An admin has looked into the key you reported, and it is given to nobody any more. The next key is yours before anybody on the waiting list gets one, and you are told when it is there.',
      'shared-key': 'Everybody in the company uses this key, so you keep it until the admin knows more.',
    },
  },
  token: {
    first: 'Before you redeem it',
    carries: (seats: string) =>
      `This key carries ${seats}. It is redeemed once, for all of them together, and lasts 12 months.`,
    choose:
      'If the subscription is active already, Microsoft asks whether to add seats or to extend the end date. Press Add or extend to see what each comes to. A wrong choice can be put right only once, within 30 days.',
    window:
      'Redeem it in a private window of the browser, signed in to the tenant of the company: New subscription where nothing is active, Active subscription otherwise.',
    redeemBy: (day: string) => `Redeem it by ${day}. After that it is lost.`,
    redeemedBy: (day: string) =>
      `It had to be redeemed by ${day}. That day is over: if nobody redeemed it by then, it is lost.`,
    title: 'Add seats or extend',
    activeHint: 'As the admin centre shows it. 0 if nothing is active.',
    untilHint: 'Without it I cannot name the days on which the seats would end.',
    new: (seats: string, ends: string) =>
      `Nothing is active, so a new subscription begins: ${seats} until ${ends}, if you redeem it today.`,
    addTo: (seats: string, ends: string) => `${seats}, all of them until ${ends}`,
    addUndated: (seats: string) => `${seats}. All of them end on one day, between the old end and the new.`,
    extendTo: (seats: string, months: string, ends: string) =>
      `${seats} as before, ${months} months longer: until ${ends}`,
    extendUndated: (seats: string, months: string) => `${seats} as before, ${months} months longer`,
    today: 'This is so if you redeem it today. Microsoft shows the days once more before you confirm.',
  },
};
