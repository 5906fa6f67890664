/** English. What is said of and to people whom no private message reaches. */
export const reachingWords = {
  reaching: {
    /** In a channel where others read along, behind their name: never what it is about. */
    called: 'there is something for you. Please write to me in a private chat, any word will do.',
    /** Beside the name of somebody who is asked. */
    notReached: (name: string) => `${name} (could not be reached)`,
    /** Of a task to reach somebody that nobody had to do. */
    again: (when: string) => `They can be reached again · ${when}`,
    why: 'No message reaches them: they have blocked the bot, do not have the app, or their account is unknown.',
  },
};
