/** English. */
export const keyWords = {
  key: {
    title: 'Your key',
    keep: 'This window is the only place where the key is shown. Please do not paste it into a chat.',
    again: 'You can open it again at any time: type “mine”.',
  },
};
