import type { reachingWords as English } from '../en/reaching';
import type { Spoken } from '../spoken';

/** Traditional Chinese. */
export const reachingWords: Spoken<typeof English> = {
  reaching: {
    called: '有一則訊息要給您。請私訊我，輸入任何文字都可以。',
    notReached: (name) => `${name}（聯絡不上）`,
    again: (when) => `已可再聯絡到對方 · ${when}`,
    why: '訊息無法送達：對方封鎖了機器人、尚未安裝應用程式，或找不到對方的帳戶。',
  },
};
