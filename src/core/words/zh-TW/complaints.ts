import type { Complaints } from '../en/complaints';
import { count, size, tame } from '../format';

const quoted = (words: string): string => `「${tame(words)}」`;
const inOrder = (words: readonly string[]): string => words.join('、');

/** Traditional Chinese. Names of columns are those of the file. */
export const complaints: Complaints = {
  'no-file': ({ path }) => `找不到檔案${quoted(path)}。`,
  'not-a-file': ({ path }) => `${quoted(path)}不是可讀取的檔案。`,
  unreadable: ({ path }) => `目前的使用者無權讀取${quoted(path)}。`,
  'empty-file': () => '檔案是空的。',
  'too-large': ({ most }) => `檔案超過 ${size(most)}。`,
  'not-text': ({ kind }) =>
    ({
      zip: '這是 Excel 活頁簿或 ZIP 壓縮檔；請將工作表另存為「CSV UTF-8」，或先解壓縮。',
      'old-excel': '這是舊版 Excel 活頁簿；請將工作表另存為「CSV UTF-8」。',
      gzip: '這是壓縮檔；請先解壓縮。',
      pdf: '這是 PDF；請改將表格匯出為 CSV。',
    })[kind],
  'too-much-memory': () => '讀取這個檔案所需的記憶體遠超過一般檔案；請確認是否選對檔案。',
  'too-slow': ({ most }) => `讀取這個檔案超過 ${count(most / 1000)} 秒；請確認是否選對檔案。`,
  'wrong-encoding': () => '文字編碼不是 UTF-8，也不是帶有位元組順序標記的 UTF-16；請將檔案另存為 UTF-8。',
  nul: () => '文字中有 NUL 字元；檔案已損毀，或不是文字檔。',
  'no-rows': ({ of }) =>
    `檔案中沒有任何${{ 'product keys': '產品金鑰', benefits: '權益', people: '人員', aliases: '名稱對照', subscriptions: '訂閱' }[of]}。`,
  'too-many-rows': ({ most }) => `檔案超過 ${count(most)} 列；請分成多個檔案。`,

  'too-many-blank-rows': ({ most }) => `檔案有超過 ${count(most)} 個空白列；請將其刪除。`,
  'not-xml': () => '這不是格式正確的 XML。',
  'cut-off': () => '檔案不完整；請重新下載。若曾編輯過檔案，& 必須寫成 &amp;。',
  doctype: () => '檔案含有 DOCTYPE，金鑰匯出檔不會有；基於安全考量未接受。',
  'web-page': () => '這是網頁，不是匯出檔；請登入後重新匯出金鑰。',
  'declared-encoding': ({ encoding }) => `檔案宣告的編碼為${quoted(encoding)}；請另存為 UTF-8。`,
  'not-a-keys-export': ({ root }) => `這個 XML 的開頭是${quoted(root)}，並非 Microsoft 的金鑰匯出檔。`,
  'too-deep': ({ most }) => `元素巢狀超過 ${most} 層；金鑰匯出檔不會如此。`,
  'too-many-attributes': ({ most }) => `有元素的屬性超過 ${most} 個；金鑰匯出檔不會如此。`,
  'attribute-twice': ({ name }) => `同一元素的 ${name} 出現兩次且內容不同；金鑰匯出檔不會如此。`,
  'too-many-elements': ({ most }) => `檔案的元素超過 ${count(most)} 個。`,
  'piece-too-long': ({ most }) => `有一段文字、屬性或註解超過 ${count(most)} 個字元。`,

  quote: () => '有引號未成對，或出現在儲存格中間（儲存格內的引號須寫兩次）。',
  'record-too-long': ({ most }) => `有一列超過 ${count(most)} 個字元；可能有引號未成對。`,
  'missing-columns': ({ columns }) => `第一列缺少欄位：${inOrder(columns)}。`,
  'duplicate-column': ({ column }) => `第一列的欄位 ${column} 重複出現。`,
  'unknown-column': ({ position, name, known }) =>
    `第 ${position} 欄${name === null ? '' : quoted(name)}不是可用的欄位；可用的有：${inOrder(known)}。`,
  cells: ({ found, expected }) => `這一列有 ${found} 個儲存格，第一列則有 ${expected} 個。`,

  'blank-cell': ({ column }) => `缺少 ${column}。`,
  'long-cell': ({ column, most }) => `${column} 超過 ${count(most)} 個字元。`,
  'hidden-signs': ({ column }) => `${column} 含有看不見的字元，例如改變閱讀方向的字元；請重新輸入。`,
  'look-alike': ({ column }) => `${column} 的同一個字詞混用兩種外觀相似的字母；請重新輸入。`,
  formula: ({ column }) => `${column} 的開頭像是試算表公式；請重新輸入。`,
  mention: ({ column }) => `${column} 含有會在聊天中通知他人的標記，例如 <!channel>；請重新輸入。`,
  'bad-number': ({ column, most }) => `${column} 必須是 1 到 ${count(most)} 的整數，且只能使用數字。`,
  'bad-choice': ({ column, choices }) => `${column} 必須是下列其中之一：${inOrder(choices)}。`,
  'bad-email': ({ column }) => `${column} 不是電子郵件地址。`,
  'bad-date': ({ column }) => `${column} 不是 2026-01-31 格式的日期。`,
  'bad-url': ({ column }) => `${column} 不是以 https:// 或 http:// 開頭的網址。`,
  'bad-slack-id': () => 'slack_id 不是 Slack 成員 ID（U 或 W 加上大寫字母與數字）。',
  'bad-teams-id': () => 'teams_id 不是 Entra 物件 ID（GUID）。',
  repeated: ({ column, firstLine }) => `${column} 已出現在第 ${count(firstLine)} 列。`,
  'two-benefits': ({ firstLine }) => `這個產品已出現在第 ${count(firstLine)} 列，且對應到另一項權益。`,
  'key-in-wrong-place': ({ column }) => `欄位 ${column} 中有產品金鑰；欄位順序可能有誤。`,

  'below-held': ({ held, by, quantity }) =>
    `這項權益已有 ${count(held)} 個使用中${by.length > 0 ? `（${inOrder(by)}）` : ''}，數量無法改為 ${count(quantity)}。`,
  'no-package': () => '目前沒有可建立權益的套件；請先匯入會員資格。',
  'no-such-package': ({ package: name, renewedFor }) =>
    renewedFor === undefined
      ? `沒有名為「${name}」的套件。`
      : `夥伴 ${renewedFor} 沒有名為「${name}」的套件可續約；若要新增套件，請移除 --renews。`,
  'not-later': ({ of }) =>
    'read' in of
      ? `已讀取過 ${of.read} 的匯出檔，而這份是 ${of.exported} 的；請重新匯出訂閱。`
      : `「${of.package}」自 ${of.began} 開始，下一期無法從 ${of.starts} 開始。`,
  'no-such-benefit': ({ benefit, nearest }) =>
    `沒有名為「${benefit}」的權益${nearest ? `；最接近的是「${nearest}」` : ''}。`,
  'no-portal-benefit': () => '權益中沒有 Visual Studio 訂閱；請先匯入會員資格。',
  'not-keyed': ({ benefit }) => `「${benefit}」不以金鑰提供。`,
  'too-many-units': ({ most }) => `到這裡為止的金鑰可供超過 ${count(most)} 人使用；請確認 seats 是否正確。`,
  'account-of-another': ({ column }) =>
    `${column} 屬於先前檔案中的另一人，而此檔案沒有列出該人；請同時列出兩人。`,
  'no-such-person': () => '--by 所指的地址不屬於任何在職人員。',
  'not-an-admin': ({ person }) => `只有管理員可以套用規則，而 ${person} 不是管理員。`,
  'too-many-leave': ({ leaving }) =>
    `先前檔案中有 ${count(leaving)} 人（超過一半）不在此檔案中，將視為離職；若確定無誤，請加上 --leaving-is-meant。`,
  'other-package': ({ package: name }) =>
    `檔案中超過一半的權益不屬於「${name}」，可能是其他套件的檔案。若確定無誤，請在終端機匯入：benefits import membership。`,
  'last-admin': () => '最後一位管理員不在此檔案中，將視為離職；請在檔案或 ADMIN_EMAILS 中指定另一位管理員。',
};

/** A complaint with the line it is about. */
export const inLine = (line: number, sentence: string): string => `第 ${count(line)} 列：${sentence}`;
