import type { keysTroubleWords as English } from '../en/keys-trouble';
import type { Spoken } from '../spoken';

/** Traditional Chinese. */
export const keysTroubleWords: Spoken<typeof English> = {
  keysTrouble: {
    missing: '無法開啟任何金鑰',
    lacks: {
      lost: '機器人無法取得自己的金鑰：檔案「.data/key-encryption-key」不見了。',
      'no-number': (number) =>
        `機器人無法取得自己的金鑰：KEY_ENCRYPTION_KEYS 缺少目前用來加密資料庫金鑰的那一組（編號 ${number}）。`,
      another: (number) =>
        `機器人無法取得自己的金鑰：金鑰加密金鑰中編號 ${number} 的那一組，不是目前用來加密資料庫金鑰的那一組，可能屬於另一個資料庫。`,
      incomplete: '機器人無法取得自己的金鑰：資料庫遺失了其中一部分。',
    },
    putRight: {
      lost: '請由維運人員從備份放回這個檔案，再重新啟動機器人；「benefits doctor」會確認檔案是否正確。',
      'no-number':
        '請由維運人員從保存處放回這個編號的設定，再重新啟動機器人；「benefits doctor」會確認是否正確。',
      another: '請由維運人員從保存處放回正確的設定，再重新啟動機器人；「benefits doctor」會確認是否正確。',
      incomplete:
        '請由維運人員從備份還原資料表 sealed_secrets，再重新啟動機器人；「benefits doctor」會確認是否完整。',
    },
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
