/** English. */
export const supportWords = {
  support: {
    title: 'Support benefits',
  },
};
