import type { ledgerWords as English } from '../en/ledger';
import type { Spoken } from '../spoken';

/** Traditional Chinese. */
export const ledgerWords: Spoken<typeof English> = {
  ledger: {
    title: '帳冊',
    sound: '帳冊包含資料庫外所記下的全部內容。',
    nothing: '帳冊中尚無任何封存。',
    strange: (seals) =>
      `有 ${seals} 個封存是在沒有帳冊金鑰的情況下放入的，不予採計。請查明是誰所為；「benefits audit verify」會列出它們。`,
    seal: '最後一次封存',
    sealedAt: '封存時間',
    unsealed: '等待封存的紀錄',
    mac: '封存標記',
    today: '帳冊今日的末端',
    todayText: '您不需要做任何事。只要保留這則訊息，就沒有人能悄悄以較舊或不同的帳冊取代它。',
    inDoubt: '帳冊與先前不同',
    why: {
      shorter: '資料庫的內容比外部記下的短：可能是較舊的複本，或末端被截去。',
      other: '資料庫的內容與外部記下的不同：可能是另一份複本，或已被改寫。',
    },
    noted: '外部記錄',
    found: '資料庫中',
    at: (seal, on) => `第 ${seal} 次封存，${on}`,
    none: '沒有封存',
    stopped:
      '在管理員說明原因之前，不會向任何人顯示金鑰；其他功能照常運作。請在確知原因後再說明；「benefits audit verify」可顯示更多資訊。',
    accepted: '已恢復顯示金鑰',
    acceptedBy: '說明者',
    goesOn: '帳冊由此繼續，這項說明也已記入其中。',
    formTitle: '發生了什麼事？',
    formText: '送出後即恢復顯示金鑰，所有管理員都能看到您寫的內容。',
  },
};
