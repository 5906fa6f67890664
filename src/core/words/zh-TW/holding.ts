import type { holdingWords as English } from '../en/holding';
import type { Spoken } from '../spoken';

/** Traditional Chinese. */
export const holdingWords: Spoken<typeof English> = {
  mine: {
    title: '您持有的權益',
    open: '您處理中的申請',
    nothing: '您目前沒有持有任何權益。輸入「清單」可查看公司擁有的權益。',
    since: (on, by) => `自 ${on} 起，由 ${by} 核准`,
  },
};
