/** English. */
export const holdingWords = {
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
};
