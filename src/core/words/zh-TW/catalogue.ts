import type { catalogueWords as English } from '../en/catalogue';
import type { Spoken } from '../spoken';

/** Traditional Chinese. */
export const catalogueWords: Spoken<typeof English> = {
  catalogue: {
    title: '公司擁有的權益',
    titleOf: (category) => `公司擁有的權益：${category}`,
    left: (left, of, unit) => `剩餘 ${left}／${of} ${unit}`,
    noKeyYet: '尚無金鑰庫存',
    ended: (on) => `已於 ${on} 到期`,
    begins: (on) => `${on} 開始`,
    dropped: (on) => `自 ${on} 起不再屬於會員資格`,
    overSince: (on) => `會員資格已於 ${on} 結束`,
    waiting: (people) => `候補 ${people} 人`,
    empty: '目前沒有任何權益。管理員可以用「benefits import membership」匯入會員資格。',
    hint: '按「申請」，或輸入「顯示」加上名稱查看詳細資料。',
    page: (page, of) => `第 ${page} 頁，共 ${of} 頁`,
  },
  show: {
    instructions: '特殊指示',
    anyApprover: (names) => `以下任何一位：${names}`,
    nobodyDecides: '目前沒有：需由管理員指定核准者',
    downloadFor: (what) => `下載：${what}`,
    moreDownloads: '依您的選擇，下載連結會與金鑰一併提供。',
  },
  offer: {
    title: '您指的是哪一個？',
    nearest: '找不到這個名稱的權益。以下最接近，或輸入「清單」查看全部。',
    nothing: '找不到這個名稱的權益。輸入「清單」可查看全部。',
    several: '有幾個權益符合，請選擇一個。',
  },
};
