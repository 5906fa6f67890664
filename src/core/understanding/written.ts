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
  几幾 样樣 额額 脑腦 邮郵 档檔 类類 产產 费費 双雙 两兩 缴繳 创創 设設 将將 烦煩 讲講 释釋 弃棄
  车車 长長 门門 风風 饭飯 钱錢 课課 调調 谈談 议議 论論 访訪 评評 识識 词詞 读讀 负負 责責 货貨 质質 购購 贵貴 赶趕 轮輪 轻輕 较較 输輸 达達 运運 违違 迟遲 适適 选選
  遗遺 郑鄭 链鏈 锁鎖 键鍵 闭閉 闲閒 闻聞 队隊 阶階 际際 陆陸 陈陳 险險 随隨 难難 须須 预預 验驗 黄黃 龙龍 厂廠 广廣 价價 优優 传傳 偿償 储儲 儿兒 内內 决決 况況 净淨 减減 则則 刚剛 别別
  劳勞 华華 协協 卖賣 卫衛 却卻 厅廳 历歷 压壓 参參 变變 叶葉 听聽 响響 团團 园園 围圍 国國 圆圓 场場 坏壞 块塊 声聲 备備 复復 够夠 头頭 学學 实實 宝寶 宽寬 宾賓 寻尋 导導 尝嘗 尽盡 层層
  属屬 岗崗 币幣 师師 带帶 庆慶 废廢 异異 张張 强強 当當 录錄 径徑 总總 惯慣 愿願 执執 扩擴 护護 担擔 拟擬 拥擁 择擇 挂掛 损損 摆擺 断斷 无無 旧舊 暂暫 条條 杨楊 极極 构構 栏欄 检檢 楼樓
  欢歡 毕畢 气氣 汇匯 汉漢 济濟 浏瀏 温溫 湾灣 满滿 灯燈 点點 热熱 爱愛 独獨 环環 电電 画畫 监監 盘盤 码碼 确確 础礎 种種 积積 称稱 稳穩 笔筆 简簡 紧緊 约約 纪紀 纳納 纸紙 线線 练練 终終
  绍紹 绝絕 继繼 绩績 综綜 维維 编編 缓緩 缩縮 罗羅 胜勝 脱脫 艺藝 苏蘇 荐薦 营營 萧蕭 蓝藍 虑慮 虽雖 补補 观觀 规規 览覽 觉覺 触觸 讨討 训訓 记記 语語 误誤 请請 谓謂 购購`;
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
  [/臺/g, '台'],
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
