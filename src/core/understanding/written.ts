/** Nobody says more than this to be given a key, and every word costs a look through all names. */
const mostRead = 500;

/** Typed words as they were written, but for one width, no invisible or doubled blanks, and no sentence marks at the end. */
export const tidy = (text: string, most = mostRead): string =>
  text
    .normalize('NFKC')
    // One sign may become many (… is three dots), so what is looked at is cut after that.
    .slice(0, most)
    .replace(/\p{Cf}/gu, '')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/(?<![.!。！])[.!。！]+$/u, '')
    .trim();

/** Typed words, made comparable: in one case too. */
export const plain = (text: string): string => tidy(text).toLowerCase();

/** Simplified signs of the words that are said here, each with its traditional one; signs that are first of all family names are left alone. */
const signs = `们們 给給 个個 请請 谢謝 权權 签簽 还還 吗嗎 么麼 没沒 这這 帮幫 软軟 体體 云雲 数數 据據 库庫 从從 转轉 为為 务務 审審 与與
  说說 员員 单單 发發 开開 关關 进進 状狀 态態 时時 间間 连連 结結 绑綁 号號 账帳 户戶 机機 业業 专專 标標 视視 许許 证證 续續 买買 问問 题題
  谁誰 处處 办辦 网網 络絡 载載 装裝 试試 测測 报報 错錯 误誤 应應 该該 对對 现現 经經 会會 图圖 书書 写寫 让讓 销銷 订訂 阅閱 顾顧 询詢
  术術 级級 项項 动動 统統 计計 获獲 领領 归歸 换換 来來 见見 认認 远遠 组組 钥鑰 启啟 显顯 资資 节節 职職 离離 过過 边邊 东東 联聯 诉訴
  几幾 样樣 额額 脑腦 邮郵 档檔 类類 产產 费費 双雙 两兩 缴繳 创創 设設 将將 烦煩 讲講 释釋 弃棄`;
const traditionalOf = new Map(signs.split(/\s+/).map((pair) => [pair.charAt(0), pair.charAt(1)]));

/** Words of the mainland, and ways of writing, each with the word of the same length that is said in Taiwan. */
const words: Array<[RegExp, string]> = [
  [/服務器/g, '伺服器'],
  [/密鑰|鑰匙|序號/g, '金鑰'],
  [/標准/g, '標準'],
  [/哪里/g, '哪裡'],
  [/這里/g, '這裡'],
  [/數據庫/g, '資料庫'],
  [/軟件/g, '軟體'],
  [/剩余/g, '剩餘'],
  [/激活/g, '啟用'],
  [/甚麼|什么/g, '什麼'],
  [/紀錄/g, '記錄'],
  [/賬/g, '帳'],
  [/妳/g, '你'],
];

/**
 * The same words with traditional signs, as they are said in Taiwan. No longer and no shorter than before, so that a name can be
 * taken from what was written.
 */
export const traditional = (text: string): string =>
  words.reduce(
    (said, [word, instead]) => said.replace(word, instead),
    text.replace(/\p{Script=Han}/gu, (sign) => traditionalOf.get(sign) ?? sign),
  );
