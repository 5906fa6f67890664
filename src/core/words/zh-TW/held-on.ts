import type { heldOnWords as English } from '../en/held-on';
import type { Spoken } from '../spoken';

/** Traditional Chinese. */
export const heldOnWords: Spoken<typeof English> = {
  heldOn: {
    whoHeld: (benefit, on) => `${on} ${benefit} 的持有者`,
    whatHeld: (person, on) => `${person} 於 ${on} 持有的權益`,
    nobody: '當天沒有人持有。',
    nothing: '當天沒有持有任何權益。',
    hint: (day, zone) =>
      `以當天結束時（${zone}）為準，並列出當天終止的項目。含完整證明的檔案：benefits audit export --as-of ${day} --zone ${zone}`,
    more: (shown) => `這裡只列出最早的 ${shown} 筆；檔案中有全部。`,
    ended: (how, at) => `${how}，時間 ${at}`,
    rule: (rule, version) => `規則「${rule}」（第 ${version} 版）`,
    byRule: (on, rule, version) => `自 ${on} 起，由規則「${rule}」（第 ${version} 版）核准`,
    alone: (why) => `單獨決定：${why}`,
    missing: (on) => `自 ${on} 起；帳冊中沒有核准紀錄`,
    shown: (first, times) => `金鑰已顯示 ${times} 次，第一次在 ${first}`,
  },
};
