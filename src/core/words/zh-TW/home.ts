import type { homeWords as English } from '../en/home';
import type { Spoken } from '../spoken';

/** Traditional Chinese. */
export const homeWords: Spoken<typeof English> = {
  home: {
    title: '您的權益',
    nobody: '這裡沒有保存您的資料',
    nobodyText: '先前保存的資料已移除。若您仍在職，請傳訊息「help」給我，我會重新認識您。',
    yours: '您持有的權益',
    yoursNone: '您目前沒有持有任何權益。',
    asked: '您進行中的申請',
    waiting: '等待您決定的申請',
    tasks: '管理員的工作',
    noTasks: '目前沒有待處理的工作。',
    lapses: '接下來會到期的項目',
    low: '剩餘不多的權益',
    more: (count) => `還有 ${count} 項`,
    catalogue: '權益目錄',
    found: (count, typed) => `有 ${count} 項權益符合「${typed}」`,
    search: '搜尋目錄',
    searchHint: '輸入名稱或其中一部分；留空則顯示全部',
    nothingFits: (typed) => `目錄中沒有符合「${typed}」的權益。`,
  },
  menu: {
    title: '您想做什麼？',
    text: '我知道公司的 Microsoft 合作夥伴會員資格包含哪些權益。您可以在這裡查詢、申請，並直接取得。',
    hint: '也可以直接用自己的話說：「我需要 Windows Server 金鑰」。輸入「說明」可查看所有指令。',
  },
  confirm: {
    cancel: {
      title: '要取消這項申請嗎？',
      text: (benefit) => `${benefit} 的申請將會結束，核准者也不必再做決定。`,
      yes: '取消申請',
      no: '保留申請',
    },
    leave: {
      title: '要讓給下一位嗎？',
      text: (benefit) => `${benefit} 將提供給候補名單上的下一位，這項申請也會結束。`,
      yes: '讓給下一位',
      no: '返回',
    },
  },
  pick: {
    title: '申請權益',
    benefitHint: '輸入名稱的一部分',
    forOthersHint: '輸入名稱的一部分。金鑰不在清單中，請由使用者自行申請。',
    submit: '下一步',
    none: '目前沒有可以申請的權益。',
    noneForOthers: '目前沒有可以代他人申請的權益；金鑰請由使用者自行申請。',
    person: '尋找人員',
    personHint: '輸入姓名或電子郵件地址的一部分',
    whom: (name) => `申請對象：${name}`,
  },
};
