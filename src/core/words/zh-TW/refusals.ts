import type { Refusals } from '../en/refusals';
import { day, list } from './format';

/** Traditional Chinese. */
export const refusals: Refusals = {
  'already-asked': ({ benefit }) => `您已經申請過 ${benefit}。輸入「申請紀錄」可查看目前等待誰核准。`,
  'already-answered': () => '您已經回覆過這件申請，每人只需回覆一次；目前等待其他人。',
  'already-decided': () => '這件申請已經有決定了。',
  'answered-in-place': ({ person }) => `${person} 已經代您回覆。`,
  'asked-already': ({ person }) =>
    `${person} 可以決定，但已經被詢問，不能代替兩個人回覆。請選擇其他負責核准的同事。`,
  'bad-absence': () => '結束日期不能早於開始日期，也不能是過去的日期。',
  'bad-code': () => '代碼不符，或已超過十分鐘。請在您平常核准的聊天工具輸入「連結」，再於此輸入新的代碼。',
  'code-elsewhere': () => '請在另一個聊天工具輸入代碼，在這裡輸入無法證明任何事。',
  'link-has-things': ({ person }) =>
    `這裡的帳戶屬於 ${person}，且已持有或申請過權益。請管理員在人員檔案中登記兩個帳戶。`,
  'concerns-them': ({ person }) =>
    `這件申請由 ${person} 提出或將由其取得，任何人都不能決定自己的申請。請選擇其他負責核准的同事。`,
  'is-oneself': () => '這就是您本人，請選擇其他負責核准的同事。',
  'may-not-decide': ({ person, may = [] }) =>
    may.length === 0
      ? `${person} 不負責核准，不能決定這件申請。請選擇負責核准的同事。`
      : `${person} 不能決定這件申請，請改選其中一位：${list(may)}。`,
  'all-asked-already': () => '其他能決定這件申請的人都已經收到詢問。',
  'nobody-to-hand-to': () => '目前沒有其他人能決定這件申請，因此仍由您決定。',
  'not-asked': ({ waitsFor }) =>
    waitsFor.length === 0
      ? '依規則由其他人決定，而不是您。'
      : `依規則由其他人決定：目前等待 ${list(waitsFor)}。`,
  'only-less': ({ most }) => `可分割時，您可以核准較少的數量（1 到 ${most}）。`,
  'policy-refuses': ({ benefit, reason }) => `規則不允許 ${benefit}：${reason}`,
  'reason-too-short': ({ least }) => `單獨決定時，請填寫至少 ${least} 個字元的理由。`,
  'reminded-today': () => '今天已經提醒過了，明天可以再次提醒。',
  'too-many-codes': () => '代碼錯誤次數過多。請一小時後再試，或請管理員在人員檔案中登記兩個帳戶。',
  'taken-back-often': ({ times }) =>
    `您今天已有 ${times} 筆申請被撤回，而每一筆都曾送交核准人。請明天再申請。`,
  'too-many-today': ({ most }) => `您今天已申請 ${most} 次，已達規則上限。請明天再試。`,
  'changed-meanwhile': () =>
    '這件申請在卡片送出後有變更，因此沒有進行任何動作。請輸入「待辦」或「申請紀錄」查看最新內容。',
  'changed-too-often': ({ most }) =>
    `您今天已變更這件申請 ${most} 次，每次都會重新詢問所有人。請改用「補充說明」，或明天再變更。`,
  'nothing-changed': () => '內容與原本的申請相同，因此沒有通知任何人。',
  'choose-language': ({ choices }) => `請從這些語言中選擇一種：${list(choices)}。`,
  'choose-system': ({ choices }) => `請從這些作業系統中選擇一種：${list(choices)}。`,
  'unread-day': ({ said }) => `我看不出「${said}」是哪一天，請寫成像 2026-06-30 這樣。`,
  'has-left': ({ person }) =>
    `${person} 已離職，目前不持有任何權益。想看當時持有什麼，請加上日期，例如「${person}在 2026-06-30 持有什麼」。`,
  'day-to-come': ({ on }) => `${day(on)} 還沒到。請指定已經到來的日子。`,
  'directory-silent': () => '目前無法確認您的身分，因此沒有進行任何動作。請一分鐘後再試。',
  ended: ({ benefit, on }) => `${benefit} 的可用期限到 ${day(on)} 為止。請向管理員確認會員資格是否已續約。`,
  failed: ({ incident }) =>
    `系統發生問題。請再試一次，同一件事不會執行兩次；若仍無法解決，請將此編號告知管理員：${incident}。`,
  'file-too-large': ({ most }) =>
    `在這裡提供的檔案上限為 ${most} MB。較大的檔案請在終端機匯入：benefits import。`,
  'file-unreachable': () => '無法下載檔案，因此沒有讀取任何內容。請以檔案的形式在這個聊天重新傳送。',
  'one-file-please': () => '請一次傳送一個檔案：每個檔案都會個別讀取、顯示並匯入。',
  'file-gone': () => '檔案只保留 15 分鐘，現已刪除。請重新傳送。',
  'for-its-holder': ({ benefit }) =>
    `${benefit} 附有只向持有者顯示的金鑰，無法代他人申請。請由對方自行提出申請。`,
  'form-incomplete': () => '表單有欄位未填或內容過長。請重新開啟並填妥每個欄位。',
  gone: () => '找不到這個項目了。輸入「清單」可查看所有權益。',
  'key-sealed': ({ incident }) => `目前無法開啟這組金鑰，但它仍然屬於您。請將此編號告知管理員：${incident}。`,
  'keys-missing': () =>
    '機器人目前無法取得自己的金鑰，因此無法執行這項操作。所有管理員都已收到通知，請在修復後再試一次。',
  'ledger-in-doubt': () =>
    '目前不顯示任何金鑰：資料庫可能是較舊的複本，須先由管理員說明原因。所有管理員都已收到通知，金鑰仍然屬於您。',
  'say-what-happened': ({ least }) => `請以至少 ${least} 個字元說明發生了什麼事，這將記入帳冊。`,
  'no-key-in-stock': ({ benefit }) => `${benefit} 尚無金鑰庫存。管理員可以用「benefits import keys」匯入。`,
  'nobody-to-ask': () => '目前沒有人可以核准。請聯絡管理員指定核准者。',
  'none-left': ({ benefit, waiting, frees }) => {
    if (waiting) return `已有 ${waiting} 人在候補 ${benefit}，需依序提供。`;
    if (frees) return `${benefit} 已無剩餘。已收回的部分從 ${day(frees)} 起才能改給其他人。`;
    return `${benefit} 已無剩餘。輸入「誰持有 ${benefit}」可查看誰可以歸還。`;
  },
  'not-an-admin': () => '只有管理員可以執行這個動作。',
  'not-an-approver': () => '只有核准者可以決定這件申請。',
  'not-begun': ({ benefit, from }) => `${benefit} 從 ${day(from)} 起才能提供。`,
  'not-understood': () => '我不明白您的意思。輸入「說明」可查看我能做的事。',
  'not-your-key': () => '這組金鑰屬於其他人。輸入「我的」可查看您持有的權益。',
  'not-your-request': () => '只有申請人本人可以取消申請。',
  'own-request': ({ giving }) =>
    giving
      ? '任何人都不能指派給自己。請提出申請，或請另一位管理員指派。'
      : '任何人都不能決定自己的申請。已經請您的同事處理。',
  stranger: () => '我只服務以本人帳戶登入的公司成員。如果您是公司成員，請向管理員尋求協助。',
  'too-many': ({ benefit, left }) => `${benefit} 只剩 ${left} 可以提供。請減少數量。`,
  'more-than-all': ({ benefit, most }) => `${benefit} 總共只有 ${most}。請減少數量。`,
  'unlinked-account': () =>
    '我只能由電子郵件地址認出您，這不足以進行核准。請在您平常核准的聊天工具輸入「連結」，或從那裡回覆。',
  'already-asked-for': ({ person, benefit }) =>
    `${person} 已有一件處理中的 ${benefit} 申請，本人輸入「申請紀錄」即可查看進度。`,
  'already-reported': ({ benefit }) => `您已回報過 ${benefit} 的金鑰。管理員正在處理，有其他金鑰時會通知您。`,
  'already-holds': ({ person, benefit }) => `${person} 已持有 ${benefit}。`,
  'bad-email': () => '請填寫一個備用電子郵件地址，例如 name@example.com。',
  'colleague-not-found': () =>
    '在目錄中找不到這位同事。在 Teams 中只看得到使用此應用程式的人。管理員可以用姓名與地址新增：輸入「人員」。',
  'credit-spent': ({ benefit, times }) =>
    times === 0
      ? `${benefit} 是年度額度，Microsoft 不允許在年度內重新指派。`
      : `${benefit} 已重新指派 ${times} 次，已達 Microsoft 允許的上限。`,
  dropped: ({ benefit, on }) => `${benefit} 自 ${day(on)} 起不再屬於會員資格。輸入「清單」可查看目前的權益。`,
  'email-of-account': () =>
    '備用電子郵件不能與公司的合作夥伴中心帳戶相同，因為 Microsoft 會寄信到兩個地址。請填寫另一個。',
  'email-of-person': () =>
    '備用電子郵件不能與本人的地址相同，因為 Microsoft 會寄信到兩個地址。請填寫另一個。',
  'email-taken': ({ person }) => `這個地址已屬於 ${person}。輸入「人員」可查看所有人。`,
  'free-mail': ({ person, domain, you }) =>
    `Microsoft 不會將 Azure 額度指派給 ${domain} 的地址。管理員可以用「benefits import people」匯入${you ? '您' : ` ${person} `}的公司電子郵件地址。`,
  'membership-over': ({ benefit, on }) =>
    `會員資格已結束，寬限期也在 ${day(on)} 到期，無法再提供 ${benefit}。請向管理員確認是否已續約。`,
  'not-an-address': ({ said }) => `「${said}」不是電子郵件地址，請填寫如 name@example.com 的地址。`,
  'being-reassigned': ({ benefit, person }) => `${benefit} 正在由 ${person} 改給其他人。輸入「工作」可查看。`,
  'no-email': ({ person, you }) =>
    `系統中沒有${you ? '您' : ` ${person} `}的電子郵件地址，而合作夥伴中心需要它。管理員可以用「benefits import people」匯入。`,
  'no-person-named': () => '請至少指定一個人。',
  'not-held': ({ person, benefit, you }) =>
    you ? `您並未持有 ${benefit}。輸入「我的」可查看您持有的權益。` : `${person} 並未持有 ${benefit}。`,
  'no-longer-yours': ({ benefit }) => `您已不再持有 ${benefit}。輸入「我的」可查看您持有的權益。`,
  'not-your-holding': () => '這屬於其他人。輸入「我的」可查看您持有的權益。',
  'offer-over': ({ benefit }) => `領取 ${benefit} 的期限已過，已輪到下一位。您可以再次申請。`,
  'one-credit': ({ person, benefit, coming, you }) =>
    `${you ? '您' : `${person} `}${coming ? '即將取得' : '已持有'} ${benefit}，而 Microsoft 規定每個人只能有一個使用中的額度。`,
  'same-person': ({ person }) => `${person} 已經持有。請選擇其他人。`,
  'too-early-to-reassign': ({ benefit, days, from }) =>
    `${benefit} 指派後 ${days} 天才能改給其他人：${day(from)} 起。`,
  'too-many-for-a-button': ({ given, most, benefit }) =>
    `您指定了 ${given} 人，而訊息中的按鈕最多只能帶 ${most} 人。請只輸入「指派 ${benefit ?? '權益名稱'}」，再將名單貼到表單中。`,
  'too-many-people': ({ given, most }) =>
    `您指定了 ${given} 人，一次最多 ${most} 人。尚未指派給任何人，請減少人數。`,
  'too-many-used': ({ benefit, left }) => `您的 ${benefit} 只剩 ${left}。請減少登記數量，或另行申請。`,
  'token-too-large': ({ carries, active }) =>
    `請勿用來延長：${carries} 個授權超過您 ${active} 個使用中授權的三倍，Microsoft 會拒絕。請改用新增授權。`,
  'unknown-person': ({ said }) => `找不到「${said}」這個人。管理員可以新增：輸入「人員」。`,
  'which-person': ({ said, names }) =>
    names.length === 1
      ? `沒有人只叫「${said}」。您是指 ${list(names)} 嗎？請填寫完整姓名或電子郵件地址。`
      : `有幾個人都叫「${said}」：${list(names)}。請改用電子郵件地址。`,
};
