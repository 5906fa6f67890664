import type { keyWords as English } from '../en/key';
import type { Spoken } from '../spoken';

/** Traditional Chinese. */
export const keyWords: Spoken<typeof English> = {
  key: {
    title: '您的金鑰',
    instructionTitle: '替代金鑰的說明',
    keep: '金鑰只會顯示在這個視窗。請不要貼到聊天室。',
    keepInstruction: '請不要把這段內容貼到聊天室。',
    again: '您可以隨時再次開啟：輸入「我的」。',
    missed: (day) =>
      `啟用期限是 ${day}，而在期限內沒有人查看這組金鑰。期限已過，這項權利已失效。請歸還；如有需要，請洽管理員。`,
    types: {
      retail: '這組金鑰只能啟用少數幾次。請依照申請時說明的用途使用，不再需要時請歸還。',
      mak: '這組金鑰的每一次啟用都會計算，重新安裝電腦也算一次，而且 Microsoft 不會再增加次數。請勿超出您申請的數量。',
      static: '這組金鑰全公司共用，不會用完。',
      custom: '這項產品沒有金鑰。請依照上方的說明操作。',
      unknown: '這組金鑰可以啟用幾次並不清楚，請只用在一部電腦上。',
    },
  },
  broken: {
    title: '這組金鑰無法使用',
    text: (benefit) => `管理員會處理您的 ${benefit} 金鑰。如果還有其他金鑰，您會立即取得。`,
    hint: '您做了什麼？看到什麼訊息？管理員會看到這段文字，請勿在此填寫金鑰。',
    found: (benefit) => `管理員已檢查您回報的 ${benefit} 金鑰`,
    outcomes: {
      broken: '這組金鑰已失效，不會再給任何人使用。',
      spent: '這一次使用機會已用掉；金鑰本身沒有問題。',
      works: '這組金鑰可以使用，問題出在其他地方。如果再次發生，請洽管理員。',
    },
    hasOne: '您目前的金鑰仍由您使用。請按「顯示金鑰」查看。',
    hasNone: '一有新的金鑰，會在所有候補人員之前優先給您，並立即通知您。',
    again: (benefit) => `${benefit} 又有金鑰可以給您了`,
    againText: '這組金鑰取代您回報的那一組。請按「顯示金鑰」查看。',
    titles: {
      'another-key': (benefit) => `您取得了另一組 ${benefit} 金鑰`,
      'same-key': (benefit) => `請再試一次您的 ${benefit} 金鑰`,
      'none-yet': (benefit) => `目前沒有其他 ${benefit} 金鑰`,
      'still-none': (benefit) => `目前沒有其他 ${benefit} 金鑰`,
      'shared-key': (benefit) => `管理員正在處理 ${benefit} 金鑰`,
    },
    texts: {
      'another-key': '無法使用的金鑰已暫停使用，管理員會處理。請按「顯示金鑰」查看另一組。',
      'same-key': '目前沒有其他金鑰，但這組金鑰還有一次使用機會，已經為您保留。管理員會處理您回報的問題。',
      'none-yet':
        '無法使用的金鑰已暫停使用，管理員會處理。一有新的金鑰，會在所有候補人員之前優先給您，並立即通知您。',
      'still-none':
        '管理員已檢查您回報的金鑰，這組金鑰不會再給任何人使用。一有新的金鑰，會在所有候補人員之前優先給您，並立即通知您。',
      'shared-key': '這組金鑰全公司共用，因此在管理員查明之前，您仍可保留。',
    },
  },
  token: {
    first: '兌換之前',
    carries: (seats) => `這組金鑰包含 ${seats}，只能一次全部兌換，效期 12 個月。`,
    choose:
      '如果訂閱已在使用中，Microsoft 會詢問要新增授權或延長到期日。按「新增或延長」可查看兩者的結果。選錯只能在 30 天內更正一次。',
    window:
      '請在瀏覽器的私密視窗中兌換，並登入公司的租用戶：沒有使用中的訂閱時選「新訂閱」，否則選「使用中的訂閱」。',
    redeemBy: (day) => `請在 ${day} 之前兌換，逾期就會失效。`,
    redeemedBy: (day) => `兌換期限是 ${day}，現在已過；如果期限內沒有兌換，這組金鑰就已失效。`,
    title: '新增授權或延長到期日',
    activeHint: '以系統管理中心顯示的數字為準；沒有使用中的訂閱請填 0。',
    untilHint: '沒有這個日期，就無法算出到期日。',
    new: (seats, ends) => `目前沒有使用中的訂閱，因此會建立新訂閱：今天兌換的話，${seats}，到 ${ends} 為止。`,
    addTo: (seats, ends) => `共 ${seats}，全部到 ${ends} 為止`,
    addUndated: (seats) => `共 ${seats}，全部在同一天到期，介於原到期日與新到期日之間。`,
    extendTo: (seats, months, ends) => `維持 ${seats}，延長 ${months} 個月，到 ${ends} 為止`,
    extendUndated: (seats, months) => `維持 ${seats}，延長 ${months} 個月`,
    today: '以上以今天兌換計算。Microsoft 會在您確認之前再次顯示日期。',
  },
};
