import type { supportWords as English } from '../en/support';
import type { Spoken } from '../spoken';

/** Traditional Chinese. */
export const supportWords: Spoken<typeof English> = {
  support: {
    bothAddresses: (email) =>
      `Microsoft 會寄信到兩個地址：合作夥伴中心登記的地址，以及 ${email}。啟用可能需要數天，每個步驟都會通知您。`,
    withMicrosoft: (benefit) => `${benefit} 正由 Microsoft 處理`,
    withMicrosoftText: (days) => `管理員已請 Microsoft 啟用。Microsoft 會寄信到兩個地址，通常在 ${days}內。`,
    days: (days) => `${days} 天`,
    late: (benefit) => `${benefit} 仍由 Microsoft 處理中`,
    lateText: 'Microsoft 的處理時間比平常久。系統已提醒管理員，您不需要做任何事。',
    state: '由 Microsoft 啟用中',
    since: 'Microsoft 開始處理日期',
    active: (by) => `${by} 已核准，Microsoft 也已啟用。`,
    link: '若要開立案件：登入 Support for Business，選擇一次「Add Contract」，並輸入這兩個識別碼。',
    colleagues: '公司所有人都使用同一組識別碼。請在這裡登記您的使用。',
    left: (left, all) => `剩餘 ${left}／${all}`,
    use: '登記使用',
    atMost: (left) => `剩餘 ${left}`,
    personHint: '是同事使用的嗎？請在這裡選擇；自己使用請留空。',
    what: '用途',
    whatHint: '案件編號、專案或問題。',
    noted: '已登記',
  },
};
