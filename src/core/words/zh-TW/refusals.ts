import type { Refusals } from '../en/refusals';
import { day, list } from './format';

/** Traditional Chinese. */
export const refusals: Refusals = {
  'already-asked': ({ benefit }) => `您已經申請過 ${benefit}。輸入「申請紀錄」可查看目前等待誰核准。`,
  'already-decided': () => '這件申請已經有決定了。',
  'changed-meanwhile': () => '這件申請在卡片送出後有變更。請輸入「待辦」查看最新內容。',
  'choose-language': ({ choices }) => `請從這些語言中選擇一種：${list(choices)}。`,
  'choose-system': ({ choices }) => `請從這些作業系統中選擇一種：${list(choices)}。`,
  'directory-silent': () => '目前無法確認您的身分，因此沒有進行任何動作。請一分鐘後再試。',
  ended: ({ benefit, on }) => `${benefit} 的可用期限到 ${day(on)} 為止。請向管理員確認會員資格是否已續約。`,
  failed: ({ incident }) =>
    `系統發生問題。請再試一次，同一件事不會執行兩次；若仍無法解決，請將此編號告知管理員：${incident}。`,
  'form-incomplete': () => '表單有欄位未填或內容過長。請重新開啟並填妥每個欄位。',
  gone: () => '找不到這個項目了。輸入「清單」可查看所有權益。',
  'key-sealed': ({ incident }) => `目前無法開啟這組金鑰，但它仍然屬於您。請將此編號告知管理員：${incident}。`,
  'no-key-in-stock': ({ benefit }) => `${benefit} 尚未匯入任何金鑰。請聯絡管理員匯入。`,
  'nobody-to-ask': () => '目前沒有人可以核准。請聯絡管理員指定核准者。',
  'none-left': ({ benefit }) => `${benefit} 已無剩餘。請詢問管理員是否有人可以歸還。`,
  'not-an-admin': () => '只有管理員可以執行這個動作。',
  'not-an-approver': () => '只有核准者可以決定這件申請。',
  'not-begun': ({ benefit, from }) => `${benefit} 從 ${day(from)} 起才能提供。`,
  'not-understood': () => '我不明白您的意思。輸入「說明」可查看我能做的事。',
  'not-your-key': () => '這組金鑰屬於其他人。輸入「我的」可查看您持有的權益。',
  'not-your-request': () => '只有申請人本人可以取消申請。',
  'own-request': () => '任何人都不能決定自己的申請。已經請您的同事處理。',
  stranger: () => '我只服務以本人帳戶登入的公司成員。如果您是公司成員，請向管理員尋求協助。',
  'too-many': ({ benefit, left }) => `${benefit} 只剩 ${left} 可以提供。請減少數量。`,
  'unlinked-account': () => '我只能由電子郵件地址認出您，這不足以進行核准。請從您平常核准的聊天室回覆。',
};
