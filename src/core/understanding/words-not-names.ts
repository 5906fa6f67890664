/**
 * Words of any talk at work that no example happens to have. Who is written small, or in Chinese, is told from them: nobody is called so.
 * Words that are names as well (Grace, Mark, Will) are left out.
 */
const english = `
  isn aren ain doesn don didn hasn hadn wouldn needn mustn sabbatical hybrid able abroad absent accept accident according achieve across act action active actual add additional adjust advance advice advise afternoon
  afterwards age ago agree agreed ahead aim air alert align alive allow allowed almost alone along alongside aloud alternative although always amazing
  among amount analysis analyst angle announce annoying annual answer anyhow anyway anyways apart apparently appear appointment appreciate approach
  appropriate april architect architecture archive area argue arise around arrange arrive article aside aspect assess asset assistant assume attach
  attempt attend attention audience august authorised authorized automatic automatically average avoid aware awesome awful background backup bad badly
  balance ban bank bar base based basic basically basis batch battery bear beat became become becomes begin beginning begun behind being belong below
  bench beneath benefit beside besides best bet beta better between beyond bid big bigger biggest birthday bit black blank blessing block blocked blue
  board boards body bonus book boot border bored boring born borrow boss both bother bottom bought branch brand break breaking brief briefly bright
  bring broke broken brother brought browser bucket bug bugs build building builds built bunch bus business busy button buyer cabin cable call called
  caller calling calls came camera candidate capable capacity car card care career careful carry cash catch cause ceiling cell cent central century
  certain certainly chain chair challenge chance change changed changes channel chapter character charge chart charts chat cheap cheaper check checked
  checking chief child children choice choose chose chosen circle citizen city claim claims clean clear clearly clever click clicked climb clock close
  closed closer closing club cluster coach code coding coffee cold collect column combine come comes comfortable coming comma command comment
  commercial commit common communicate community company compare compared compete complain complete completed completely complex concept concern
  conclude condition conduct conference confirm confused connect consider consist constant contact contain content contest context continue contract
  contractor contribute control convert convince cook cool copied corner correct cost costs couldn count counter country couple course cover covers
  crash crashed crashes crazy create created critical cross crowd culture cup current cut cycle daily damage dark data day deadline deal dealing dear
  death debate decent decide deck decline deep default define definitely degree delay delayed deliver delivered delivery demand deny depend depends
  deploy deployed deploying depth describe desert deserve design designer desk desktop despite detail determine develop developer developers device
  devops died diff differ different difficult digital dinner direct direction directly director dirty disabled disappear disappeared discover discuss
  discussion disk display distance division docs doctor document documentation documents dollar dollars domain domains done door dot double doubt
  draft drag draw drawing drawn dream dress drink drive driver drop dropped dry due during duty early earlier earn earth easier easily east easy eat
  economy edge edit edition editor education effect effort eight either elect eleven else emergency emotion emulator enable enabled encourage end
  ended ending ends energy engine engineer engineering engineers enjoy ensure enter entire entirely entitled entry environment equal equipment error
  errors especially essential establish estimate even evening event events eventually ever every evidence exactly exam examine except exchange excited
  exciting excuse exec execute exercise exist existing expect expected expensive experience experiment expert expired expires explain explore export
  express extend extended extra extremely eye face fact factor factory fail failed failing fails failure fair fairly fall fallen false familiar family
  famous far farm fast faster father fault favor favour favourite fear feature features fee feedback feel feeling feels fell felt few field fifteen
  fifth fifty fight figure fill filled film final finally finance financial fine finger fire firm first fish fit five fix fixed flat floor flow focus
  folder follow following food foot force foreign forever forget forgot forgotten formal formatted former formerly forth forty forward found four
  fourth frame freelancer freelancers freelance fresh fridge friend friendly friends front frozen full fully function fund funny further future gain
  game gap gave general generally gets glad glass global goal gone good goodbye goods government graph graphs great green ground group groups grow
  growth guess guest guide guys half hall happen happened happening happens happy hard harder hardly hardware hate haven head headache heads health
  hear heard heart heat heavy height held hell helped helpful helping hence herself hidden high higher highly himself hint hire hired hires history
  hit hold hole holiday honest honestly hopefully host hosts hot hotel hour hours house however huge human hundred hung hurry hurt husband idea ideas
  identify idle ignore ill image imagine immediately impact import important impossible impression improve include included including income increase
  indeed indicate individual industry infrastructure initial inside insist instal installed installer installing instead instruction instructions
  insurance integrate intend intended interest interesting intern internal international internet interns interview introduce invest invite invoice
  involve isn island issue item items itself job jobs join joined joke journey judge july jump june junior justice keen keep keeping keeps kept
  keyboard kick kid kids kill kitchen knew knowledge known lab labs lack lady land language large largest lately later latest laugh launch lawyer lay
  layer lead leader leads learn learned learning least leaver leaving led legal less lesson level licensed licensing lie life lift light likely limit
  limits line lines link linux listen live lived lives living load loan local locally locate location lock locked log logged login logon logs lonely
  longer lose loses lost loud love low lower luck lucky lunch machine magic mail mailbox main mainly maintain maintenance major majority male man
  manage managed management manager managers manual manually map march market marketing married master match material matter maybe meal means meant
  measure measures media medical meeting meetings member members memory men mention menu mess message messages met method middle midnight might mile
  million mind minds mine minor minute minutes missed mission mistake mix mobile mode model modern modify moment money monitor month monthly months
  mood moon morning mostly mother mouse mouth movie moving multiple music mute myself namely narrow nasty nation native nature near nearby nearly neat
  necessarily necessary negative neither nervous net network networks nevertheless news newer newest nice night nine nobody node noise none noon nor
  normal normally north note notebook notebooks notes notice noticed notification notifications november numbers object obvious obviously occasion
  occur october odd offer offered offering offers office offices official offline often oil older oldest once ongoing onto opened opening operate
  operations opinion opportunity oppose option options ordinary organise organised organize original originally others otherwise ought ours ourselves
  outcome outdated outlook output outside overall overdue overnight owe owner owners page pages paid pain paint pair panel paper papers parent park
  partly partner partners party pass passed password past patch path patient pattern pause pay paying payment peace peer pending pens per percent
  perfect perfectly perform perhaps period permanent permanently permission permissions permit personal personally phase phone photo phrase physical
  pick picked picture pictures pilot pity pizza place plain plan planned planning plans plant platform play player pleased pleasure plenty plus pocket
  point points police policy polite pool poor popular portal position positive possibly post power practical practice prefer prefers prepare prepared
  present presentation president press pressure pretty prevent previous previously price print printer prior priority private probably problem
  problems procedure proceed process produce production profile program programme programs progress promise promised promote proof proper properly
  property proposal propose protect proud prove proven provide provided provides proxy public publish published pull purchase pure purpose push puts
  putting quality quarter quarterly query queue quickly quiet quite quota quote race radio rain raise ran random range rapidly rare rate rather reach
  reached react read reader reading ready real realise realize reboot rebuild recall receive received recent recently recommend record records recover
  recovered red redo reduce redundant refer reference refresh refuse regard regarding regards region register registered regular regularly reimage
  reimaged reinstall reinstalled reinstalling reject related relation relationship relatively release relevant relief relies rely remain remains
  remember remind reminder remote remotely removed render rent repair repeat replace replaced replacement reply report reports represent rerun
  research reset resources respect respond response responsible rest restart restarted restarting restore result results resume retire retired retry
  retrieve reveal revenue review reviewed rewrite rid ride ring rise risk road role roles roll rollout room rooms root rough round route row rule
  rules running runs rush safe safely safety said sake salary sales same sample sandbox sat save saved saving saw says scale scenario schedule
  scheduled school science scope score scratch screen screens script scripts search season second seconds secret section sector secure security seek
  seem seemed seems seen select sell sending sends senior sense sent sentence separate september series serious seriously serve served serves server
  servers session setting settings setup seven seventh severe sex shame shape share shared shares sharp sheet shelf shell shift ship shipped shoot
  shop short shorter shortly shot shouldn shut shutdown sick side sign signal signed significant silly similar simple simpler simply since single sir
  sister sit site sites sits sitting situation six sixth size skill skills skip sleep slides slightly slip slow slower slowly small smaller smart
  smell smile smooth social soft solution solve solved somehow sometime sometimes somewhat somewhere son song sort sorted sound sounds source south
  space speak special specific specifically specify speed spell spend spent spin spinning spite split spoke spoken sport spot spread spring square
  staff stage staging stand standing stands star started starter starters starting starts state stated statement states station stays step steps stick
  stood stop stopped stops storage store stories story straight strange strategy street stress strict string strong struggle stuck student students
  study style subject submit submitted succeed success successful such sudden suddenly suffer suggest suggestion suit suitable summary summer sunday
  supplier supply supported suppose supposed sure surely surface surprise surprised survive suspect switch switched symptom sync syncs system systems
  table tables tablet tail taken talk talking tall target targets taught tax tea teach teacher technical technology telephone television temp
  temporarily temporary ten tend tenant term terms terrible tester testers text thankful thankfully theirs themselves theme theory therefore thick
  thin third thirty thorough thousand threat three threw through throughout throw thursday thus tidy tie tied tight tired title together told tomorrow
  tonight tons took tool tools topic total totally touch tough toward towards town track trade traffic trail train trained trainee trainees training
  transition translate trash travel treat treated tree trial trick tried trip trouble true truly trust truth tuesday turn turned twelve twenty twice
  type types typical typically ugly ultimately unable unclear underneath understand understood unfortunately unhappy uninstall uninstalled
  uninstalling unique university unknown unless unlike unlikely unlock unnecessary until unusual update updated updates upgrade upgraded upgrades
  upgrading upload upper upset urgent urgently useful useless usual usually vacant valid valuable value variety various vendor vendors verify version
  versions versus via victim video view village virtual virtually virus vision visit visitor voice vote wait waited waiting walk wall warm warn warned
  warning wash wasn waste watch water weak wear weather web website wednesday weeks weekend weekends weekly weight weird welcome went weren west
  whatever whatsoever whenever wherever whether whichever whoever whole wide wife wifi wild willing win wind window winter wipe wiped wire wise wish
  wonder wonderful wondering word words wore worker workers workflow worked workshop workstation workstations world worried worry worse worst worth
  worthwhile wouldn write writing written wrong wrote yeah yesterday yours yourself zero zone`;

const chinese = `
  跳出 導入 試完 跳過 誤送 亂送 搬家 租戶 沙盒 標案 商務 幹嘛 來幹 客服 業績 標準 權限 帳款 課程 教材 試題 考試 證照 認證 版權 授課 講師 學員 展場 攤位 活動 會場 器材 設備 儀器 零件 機台 產線
  工廠 機房 機櫃 硬碟 記憶 顯卡 網卡 線路 頻寬 流量 防火 病毒 密碼 信箱 郵件 附件 連線 斷線 網址 網頁 瀏覽 視訊 通話 電話 分機 傳真
  期限 規定 規則 政策 趨勢 概況 歷史 晚安 早安 午安 配對 地方 角色 環境 主機 主管 老闆 經理 內網 外網 電腦 筆電 手機 桌機 螢幕 鍵盤 系統 網路 網站
  客戶 廠商 供應 專案 案子 部門 單位 團隊 小組 組員 組長 隊友 今天 明天 昨天 後天 前天 今年 明年 去年 本週 上週 下週 這週 週一 週二 週三 週四 週五
  週六 週日 週末 月初 月中 月底 年初 年底 季度 本月 上月 早上 上午 中午 下午 晚上 凌晨 半夜 剛才 剛剛 最近 之前 之後 以前 以後 後來 接下 下來 何時
  何處 位元 步驟 方法 方式 流程 程序 條件 需求 用途 目的 原因 理由 結果 結論 情況 情形 狀況 狀態 問題 答案 意見 建議 想法 看法 說法 做法 版本 版號
  型號 規格 品項 項次 名額 額度 席次 席位 座位 位子 位置 配額 數量 總量 總數 總額 總共 發光 用光 見底 補貨 補充 補齊 增購 加購 購買 採購 付款 費用
  價格 價錢 預算 成本 金額 發票 報價 合約 續約 續期 展延 延期 延長 縮短 提前 提早 準時 逾期 過期 失效 有效 生效 截止 結束 開始 中止 終止 暫停 恢復
  還原 備份 復原 重置 重灌 重裝 安裝 移除 刪除 刪掉 新增 加入 修改 更改 變更 異動 調整 更新 升級 降級 同步 比對 核對 對帳 驗帳 驗證 檢查 檢視 確認
  查詢 搜尋 搜索 篩選 排序 匯出 匯入 上傳 下載 列印 影印 掃描 寄出 寄送 收到 收件 退件 退回 退掉 抽單 抽回 抽掉 撤單 作廢 送出 送錯 按錯 選錯 打錯
  弄錯 搞錯 做錯 出錯 錯誤 故障 當機 當掉 掛了 掛掉 壞掉 壞了 修好 修理 維修 維護 測試 測完 試用 試過 試試 試看 開發 程式 代碼 程式碼 資料 檔案 文件
  表格 表單 圖表 圖檔 照片 影片 簡報 報告 摘要 大綱 清單 名單 名冊 目錄 封存 歸檔 鎖定 解鎖 啟用 停用 啟動 停止 關閉 打開 開啟 登入 登出 註冊 註銷
  設定 設成 設為 改成 改為 換成 變成 當成 作為 成為 屬於 關於 對於 至於 由於 因為 所以 但是 可是 不過 而且 或者 或是 還是 如果 要是 假如 雖然 即使
  除了 除非 另外 此外 其他 其它 其餘 全部 所有 每個 每項 各項 各種 各個 某個 某些 某人 有些 有的 一些 一下 一點 一直 一起 一樣 一般 一定 一次 兩次
  幾次 多次 再次 首次 最後 最多 最少 最高 最低 最新 最好 至少 至多 大概 大約 差不 左右 將近 接近 超過 不到 不足 足夠 充足 剩餘 剩下 多餘 多出 空出
  空的 空閒 閒置 使用 運用 應用 利用 作用 善用 濫用 佔用 佔著 浪費 節省 負責 處理 管理 控制 監控 追蹤 跟進 催促 通知 提醒 告知 回覆 回報 回應 回答
  說明 解釋 介紹 描述 教學 訓練 學習 練習 研究 分析 統計 計算 估算 評估 審查 審核 審批 簽核 簽准 簽名 簽字 簽過 簽完 核准 核可 核定 批准 批示 同意
  允許 許可 拒絕 駁回 可以 能夠 應該 必須 需要 想要 希望 打算 計畫 計劃 準備 預計 預期 預定 預約 約定 安排 排定 排程 時程 行程 日程 進度 進行 完成
  完畢 結案 收尾 交接 交付 交貨 出貨 到貨 到職 離職 退休 留職 停薪 調職 調任 轉調 轉職 升官 升遷 報到 新進 新來 資深 實習 兼職 全職 外包 派遣 行政
  總務 人資 財務 會計 業務 行銷 法務 研發 工程 客服 品管 資訊 資安 設計 產品 生產 製造 倉庫 倉管 物流 櫃台 門口 大樓 辦公 會議 會議室 茶水 廁所 電梯
  停車 地下 樓上 樓下 隔壁 對面 旁邊 附近 裡面 外面 上面 下面 前面 後面 中間 左邊 右邊 這邊 那邊 哪邊 這裡 那裡 哪裡 到處 自己 本人 別人 他人 旁人
  大家 各位 誰的 人家 我們 你們 他們 她們 咱們 同事 同仁 員工 職員 人員 成員 會員 用戶 使用者 管理員 負責人 承辦人 聯絡人 主持人 申請人 核准者 審核者
  簽核者 代理人 職代 訪客 來賓 老師 同學 朋友 家人 小孩 太太 先生 小姐 女士 醫生 律師 顧問 專家 工程師 設計師 會計師 分析師 好像 似乎 也許 可能 或許
  說不 恐怕 難道 究竟 到底 其實 事實 實際 真正 真的 確實 當然 自然 果然 居然 竟然 突然 忽然 終於 總算 已經 曾經 正在 正要 將要 快要 馬上 立刻 立即
  盡快 儘快 趕快 趕緊 慢慢 漸漸 逐漸 常常 經常 時常 往往 總是 老是 一向 從來 始終 仍然 依然 還在 還沒 尚未 未來 現在 目前 當前 當時 同時 隨時 及時
  臨時 謝謝 感謝 感恩 抱歉 歉意 對不 不好 不錯 不行 不用 不要 不能 不會 不想 不必 不該 不是 不然 不同 不管 不論 不如 不但 不僅 不只 不少 不久 不再
  不小 開心 高興 快樂 難過 傷心 生氣 擔心 害怕 緊張 放心 放棄 放假 請假 休假 休息 上班 下班 加班 輪班 值班 打卡 出差 出國 出門 出去 出來 進來 進去
  回來 回去 回家 過來 過去 起來 上來 下去 天氣 下雨 颱風 太陽 溫度 冷氣 暖氣 電燈 燈泡 開刀 住院 看病 生病 感冒 發燒 頭痛 不舒 舒服 健康 運動 跑步
  游泳 爬山 旅行 旅遊 機票 車票 高鐵 捷運 公車 計程 開車 騎車 走路 塞車 遲到 早退 吃飯 早餐 午餐 晚餐 宵夜 便當 飲料 咖啡 奶茶 蛋糕 水果 零食 餐廳
  聚餐 尾牙 春酒 紅包 獎金 薪水 薪資 加薪 年終 福利 勞保 健保 保險`;

/** English ones, in lower case. */
export const commonInEnglish: ReadonlySet<string> = new Set(english.trim().split(/\s+/));
/** Chinese ones, as pairs of signs that stand beside each other in them. */
export const commonInChinese: ReadonlySet<string> = new Set(
  chinese
    .trim()
    .split(/\s+/)
    .flatMap((word) => [...word].slice(1).map((_, at) => word.slice(at, at + 2))),
);
