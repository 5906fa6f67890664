/** English. */
export const saidWords = {
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
      ['away', 'you are out of office; who stands in'],
      ['link', 'decide from your other chat too'],
      ['policy', 'who decides what'],
      ['return <benefit>', 'give it back; or say “I don’t need it any more”'],
    ] as Array<[string, string]>,
    forAdmins: 'For admins',
    adminWords: [
      ['who holds <benefit> [on <day>]', 'who has it, and who waits for it; or who had it on that day'],
      ['what holds <person> [on <day>]', 'what somebody has, or had on that day'],
      ['calendar', 'what lapses when'],
      ['tasks', 'what waits for you'],
      ['stock', 'what is given, free and waited for'],
      ['report', 'what is in use, how fast it goes, what lies idle'],
      ['ledger', 'where the ledger ends, and whether it is whole'],
      ['people', 'everybody, what they hold; add somebody'],
      ['assign <benefit> to <people>', 'give it to one or many'],
      ['reassign <benefit> from <person> to <person>', 'move it'],
      ['remove <benefit> from <person>', 'take it back'],
    ] as Array<[string, string]>,
    plain: 'You can also say it in your own words: “I need a Windows Server key”.',
  },
  said: {
    notThisTime: 'Not this time',
    working: 'One moment, I am working on it …',
  },
};
