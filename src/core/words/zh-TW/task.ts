import type { taskWords as English } from '../en/task';
import type { Spoken } from '../spoken';

/** Traditional Chinese. */
export const taskWords: Spoken<typeof English> = {
  tasks: {
    title: '管理員的工作',
    nothing: '沒有待辦工作。',
    one: (benefit, person) => `為 ${person} 設定 ${benefit}`,
    steps: [
      '開啟合作夥伴中心，前往「權益」，找到該項權益。',
      '依照核准結果，將它指派給這裡列出的人員。',
      '回到這裡按「完成」，系統會立即通知對方。',
    ],
    evidenceHint: '可證明已完成的內容：訂閱識別碼、日期。可以不填。',
    finish: '完成工作',
  },
};
