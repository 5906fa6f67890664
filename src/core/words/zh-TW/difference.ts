import type { differenceWords as English } from '../en/difference';
import type { Spoken } from '../spoken';

/** Traditional Chinese. */
export const differenceWords: Spoken<typeof English> = {
  differences: {
    title: 'Microsoft 入口網站與這裡不一致的地方',
    nothing: '沒有差異：依最近一次匯出，入口網站與這裡的帳冊一致。',
    hint: '在入口網站處理完畢後，較新的匯出檔會將差異結案。',
    many: (found) => `Microsoft 入口網站有 ${found} 處不一致`,
    manyText: (day) => `入口網站 ${day} 的匯出檔與這裡的紀錄不同。每一項差異都需要管理員處理。`,
    titles: {
      'there-only': (benefit, person) => `${person} 在入口網站有 ${benefit}，這裡沒有`,
      'here-only': (benefit, person) => `${person} 在這裡持有 ${benefit}，入口網站沒有`,
      gone: (benefit, person) => `${person} 已不在公司，但在入口網站仍有 ${benefit}`,
      over: (benefit) => `入口網站指派的 ${benefit} 超過套件的數量`,
    },
    proposal: '建議',
    proposals: {
      adopt: '登記在這裡：此人從現在起持有，並以匯出檔作為佐證。',
      'assign-there': '在入口網站指派給此人。若已不需要，請改在這裡收回。',
      'remove-there': '在入口網站移除此人，讓其他人可以使用。',
      'fewer-there': '在入口網站收回超出的數量，或加購後重新匯入會員資格。',
    },
    steps: {
      'assign-there': [
        '開啟入口網站，選擇「新增」、「個別訂閱者」。',
        '輸入下方的姓名與電子郵件，並選擇層級。',
        '儲存。下一次匯出會顯示已完成，並將此項結案。',
      ],
      'remove-there': [
        '開啟入口網站，搜尋下方的電子郵件。',
        '選擇「刪除」。指派後 90 天內刪除，該訂閱仍視為已使用。',
        '下一次匯出會顯示已完成，並將此項結案。',
      ],
      'fewer-there': [
        '開啟入口網站，依層級篩選。',
        '刪除訂閱者，直到指派的數量不超過套件的數量。',
        '下一次匯出會顯示已完成，並將此項結案。',
      ],
    },
    exported: '匯出日期',
    assigned: '在入口網站的指派日期',
    tooMany: '超出數量',
    unknown: '這裡沒有此人的資料',
    states: {
      open: '等待管理員決定如何處理',
      agreed: (by, on) => `${by} 已於 ${on} 同意；下一次匯出會顯示是否完成`,
      adopted: (by, on) => `${by} 已於 ${on} 登記在這裡`,
      left: (by, on) => `${by} 已於 ${on} 決定維持現狀`,
      over: (day) => `已結案：${day} 的匯出檔已沒有這項差異`,
    },
    formTitle: '維持現狀',
    formHint: '所有管理員都會看到。只要較新的匯出檔仍相同，就不會再詢問。',
  },
};
