import type { holdingWords as English } from '../en/holding';
import type { Spoken } from '../spoken';

/** Traditional Chinese. */
export const holdingWords: Spoken<typeof English> = {
  mine: {
    title: '您持有的權益',
    open: '您處理中的申請',
    nothing: '您目前沒有持有任何權益。輸入「清單」可查看公司擁有的權益。',
    since: {
      asked: (on, by) => `自 ${on} 起，由 ${by} 核准`,
      assigned: (on, by) => `自 ${on} 起，由 ${by} 指派`,
      reassigned: (on, by) => `自 ${on} 起，由 ${by} 重新指派`,
    },
    usedOf: (used, of) => `已使用 ${used}／${of}`,
    missed: (day) => `未在 ${day} 前啟用，期限已過`,
    answerBy: (until) => `是否仍需要？請於 ${until} 前回覆`,
  },
  holding: {
    of: (person, benefit) => `${person} 的 ${benefit}`,
    left: (left, unit) => `剩餘 ${left} ${unit}`,
    live: '使用中',
    inquired: (until) => `已詢問是否仍需要，請於 ${until} 前回覆`,
    ended: (how, on) => `${how}，日期為 ${on}`,
    endedHow: {
      returned: '已歸還',
      'taken-back': '已由管理員收回',
      reassigned: '已轉給其他人',
      left: '因離職歸還',
      lapsed: '隨會員資格結束',
      unanswered: '因未回覆而收回',
    },
    uses: '使用紀錄',
    use: (what, by) => `${what}，由 ${by} 使用`,
    more: (count) => `另有 ${count} 筆`,
  },
};
