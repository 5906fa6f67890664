import type { supportWords as English } from '../en/support';
import type { Spoken } from '../spoken';

/** Traditional Chinese. */
export const supportWords: Spoken<typeof English> = {
  support: {
    title: '支援權益',
  },
};
