import type { stockWords as English } from '../en/stock';
import type { Spoken } from '../spoken';

/** Traditional Chinese. */
export const stockWords: Spoken<typeof English> = {
  stock: {
    title: '庫存',
    nothing: '目前沒有任何權益。請用「benefits import membership」匯入會員資格。',
    hint: '「已給出」包含持有中、為候補者保留，以及設定中的數量。金鑰總數永遠等於可用、已給出、暫停使用與作廢的總和。',
    low: (threshold) => `庫存偏低：少於 ${threshold}`,
    bought: (quantity, unit) => `購入 ${quantity} ${unit}`,
    given: (quantity) => `已給出 ${quantity}`,
    free: (quantity) => `可用 ${quantity}`,
    setAside: (quantity) => `暫停使用 ${quantity}`,
    retired: (quantity) => `作廢 ${quantity}`,
    waiting: (people) => `候補 ${people} 人`,
    keys: (units, parts) => `金鑰共 ${units} ＝ ${parts}`,
  },
  unsettled: {
    differences: (count) => `Microsoft 入口網站有 ${count} 項差異待處理`,
    waiting: (benefit, people) => `有 ${people} 人在等候 ${benefit}`,
    needs: {
      keys: '已核准，但沒有金鑰可以發放。請匯入金鑰：在這裡傳送檔案，或使用「benefits import keys」。',
      room: '已核准，但數量不足。有人歸還或加購後就會繼續發放。',
    },
  },
  holders: {
    title: (benefit) => `${benefit} 的持有者`,
    nobody: '目前沒有人持有。',
    line: '候補名單',
    coming: '設定中',
    place: (place, person) => `第 ${place} 位：${person}`,
    approved: (by, on) => `${by} 於 ${on} 核准`,
  },
  lowStock: {
    title: (benefit, left) => (left > 0 ? `${benefit} 庫存偏低` : `${benefit} 已無庫存`),
    text: '庫存恢復足夠之前，不會再次通知。',
  },
};
