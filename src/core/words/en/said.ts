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
      ['return <benefit>', 'give it back; or say “I don’t need it any more”'],
      ['who holds <benefit>', 'admins: who has it, and who waits for it'],
      ['calendar', 'admins: what lapses when'],
      ['tasks', 'admins: what waits for you'],
      ['stock', 'admins: what is given, free and waited for'],
      ['people', 'admins: everybody, what they hold; add somebody'],
      ['assign <benefit> to <people>', 'admins: give it to one or many'],
      ['reassign <benefit> from <person> to <person>', 'admins: move it'],
      ['remove <benefit> from <person>', 'admins: take it back'],
    ] as Array<[string, string]>,
    plain: 'You can also say it in your own words: “I need a Windows Server key”.',
  },
  said: {
    notThisTime: 'Not this time',
    working: 'One moment, I am working on it …',
  },
};
