import type { webhookWords as English } from '../en/webhook';
import type { Spoken } from '../spoken';

/** Traditional Chinese. */
export const webhookWords: Spoken<typeof English> = {
  webhook: {
    title: 'Webhook 無法接收事件',
    text: (count) => `帳冊中有 ${count} 筆事件無法送達，不會再重試。帳冊本身完整無缺。`,
    failure: '最後的回應',
    failures: {
      redirect: (status) => `轉址到另一個位址（HTTP 狀態碼 ${status}），系統不會跟隨轉址`,
      status: (status) => `拒絕接收（HTTP 狀態碼 ${status}）`,
      broken: (status) => `接收端發生錯誤（HTTP 狀態碼 ${status}）`,
      silent: '逾時未回應',
      closed: '沒有回應：該位址沒有服務在接收',
      nameless: '沒有回應：在網路上找不到這個主機名稱',
      cut: '沒有回應：連線中斷',
      certificate: '沒有回應：憑證不受信任',
      other: (code) => `沒有回應：無法連線（${code}）`,
    },
    next: '請檢查 WEBHOOK_URL 的接收端（可用「benefits doctor」測試），再以下列指令讀取漏接的事件：',
    command: '指令',
  },
};
