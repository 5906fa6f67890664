/** English. */
export const holdingWords = {
  mine: {
    title: 'What you hold',
    open: 'Your open requests',
    nothing: 'You hold nothing yet. Type “list” to see what there is.',
    since: (on: string, by: string) => `since ${on}, approved by ${by}`,
  },
};
