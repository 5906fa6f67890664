import type { lapseWords as English } from '../en/lapse';
import type { Spoken } from '../spoken';

const within = (days: number): string => (days === 0 ? '今天' : days === 1 ? '明天' : `還有 ${days} 天`);

/** Traditional Chinese. */
export const lapseWords: Spoken<typeof English> = {
  calendar: {
    title: '到期行事曆',
    nothing: '目前沒有即將到期的項目。',
    kinds: {
      'activate-by': '啟用期限',
      missed: '逾期未啟用',
      package: '套件到期',
      grace: '寬限期結束',
      token: '雲端訂閱到期',
    },
    within,
    held: (held) => `已持有 ${held}`,
    unused: (unused) => `未使用 ${unused}`,
    heldOnes: (names) => `持有中：${names}`,
    noneHeld: '目前沒有人持有',
    notLookedAt: (names) => `${names} 未查看金鑰`,
    benefits: (count) => `共 ${count} 項權益`,
    more: (count) => `另有 ${count} 項`,
  },
  lapsing: {
    title: '請留意即將到期的權益',
    titleOver: '啟用期限已過',
    renew: '續約後，請以「benefits import membership」加上 --renews 匯入新檔案，一切即可延續。',
    yours: '您持有或等候中的權益',
    package: (pack, on, days) =>
      `${pack} 將於 ${on} 到期（${within(days)}）。若續約，您不受影響；若未續約，可使用到寬限期結束。`,
    grace: (pack, on, days) => `除非 ${pack} 續約，您可以使用到 ${on}（${within(days)}），之後即終止。`,
    token: (pack, on, days) =>
      `如果您已兌換金鑰，該雲端訂閱可使用到 ${on}（${within(days)}），與 ${pack} 是否續約無關。`,
    unused: (_pack, on, days) =>
      `必須在 ${on} 前啟用（${within(days)}），而您尚未查看金鑰。請按「顯示金鑰」查看。`,
    missed: (_pack, on) =>
      `必須在 ${on} 前啟用，而您在期限內未查看金鑰，因此已失效。請歸還；如有需要，請洽管理員。`,
    waiting: (_pack, on, days) => `您正在等候這項權益，最晚可在 ${on} 前發放（${within(days)}）。`,
  },
};
