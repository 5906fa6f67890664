import type { webhookWords as English } from '../en/webhook';
import type { Spoken } from '../spoken';

/** Traditional Chinese. */
export const webhookWords: Spoken<typeof English> = {
  webhook: {
    title: 'Webhook 無法接收事件',
    text: (count) => `帳冊中有 ${count} 筆事件無法送達，不會再重試。帳冊本身完整無缺。`,
    failure: '最後的回應',
    next: '請檢查 WEBHOOK_URL 的接收端（可用「benefits doctor」測試），再以下列指令讀取漏接的事件：',
    command: '指令',
  },
};
