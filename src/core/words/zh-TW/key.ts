import type { keyWords as English } from '../en/key';
import type { Spoken } from '../spoken';

/** Traditional Chinese. */
export const keyWords: Spoken<typeof English> = {
  key: {
    title: '您的金鑰',
    keep: '金鑰只會顯示在這個視窗。請不要貼到聊天室。',
    again: '您可以隨時再次開啟：輸入「我的」。',
  },
};
