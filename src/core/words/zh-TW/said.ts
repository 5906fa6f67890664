import type { saidWords as English } from '../en/said';
import type { Spoken } from '../spoken';

/** Traditional Chinese. */
export const saidWords: Spoken<typeof English> = {
  help: {
    title: '會員資格權益',
    text: '我知道公司的 Microsoft 合作夥伴會員資格包含哪些權益。您可以在這裡查詢、申請，並直接取得。',
    words: [
      ['清單', '有哪些權益、還剩多少；可加上 軟體、雲端、visual studio 或 支援'],
      ['顯示 <權益>', '查看一項權益的詳細資料'],
      ['申請 <權益>', '提出申請'],
      ['我的', '您持有的權益與金鑰'],
      ['申請紀錄', '您的申請進度，也可以取消'],
      ['待辦', '等待您決定的申請'],
      ['工作', '等待管理員處理的工作'],
    ],
    plain: '也可以直接用自己的話說：「我需要 Visio 金鑰」。',
  },
  said: {
    notThisTime: '這次無法完成',
    working: '請稍候，正在處理 …',
  },
};
