import type { keysTroubleWords as English } from '../en/keys-trouble';
import type { Spoken } from '../spoken';

/** Traditional Chinese. */
export const keysTroubleWords: Spoken<typeof English> = {
  keysTrouble: {
    missing: '無法開啟任何金鑰',
    missingText:
      '機器人無法取得自己的金鑰：KEY_ENCRYPTION_KEYS 缺少最初使用的那一組，或屬於另一個資料庫。請由維運人員從保存處放回原來的設定，再重新啟動機器人；「benefits doctor」會指出缺少哪一組。',
    goesOn: '在此之前，不會向任何人顯示金鑰，帳冊也暫停封存。其他功能照常運作：查詢、申請、核准、歸還。',
    unreadable: (benefit) => `無法開啟一組 ${benefit} 金鑰`,
    why: {
      'unknown-key': '封存這組金鑰所用的內部金鑰不在資料庫中。系統沒有猜測任何內容。',
      malformed: '儲存的內容不是完整的封存金鑰：可能被截斷或覆寫。系統沒有猜測任何內容。',
      'not-authentic': '儲存的內容被更改過，或屬於另一筆資料。系統沒有猜測任何內容。',
    },
    incident: '記錄檔編號',
    toDo: '可能有人繞過機器人直接寫入資料庫。請將這筆資料與備份比對。若金鑰無法復原，請持有人按「這組金鑰無法使用」，以取得另一組。',
  },
};
