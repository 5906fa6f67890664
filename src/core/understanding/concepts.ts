/**
 * Words that say the same, in both languages: by them a sentence is like examples with which it has no word in common. A word may say
 * several things. Latin ones are the beginning of a word, or with a dot the whole of it; `_` stands between two.
 */
const concepts: Record<string, string> = {
  wish: `need want wish requir would_like i'd_like i'd_love looking_for gimme get_me give_me could_i can_i may_i might_i how_do_i_get how_can_i_get hook_me sort_me
    set_me_up sign_me put_me add_me short_of missing lack desperate eligible please_get mind_giving have_one get_one get_a. get_an. for_me interested_in
    需要 想要 我要 想用 要用 想裝 要裝 想申請 要申請 給我 求 缺 幫我 可以給 跟你要 來一 也要 想試 想拿 想跟 少一 想請`,
  thing: `licen key. keys seat subscription sub. subs token product software benefit entitlement activation copy.
    授權 金鑰 序號 席次 名額 訂閱 軟體 產品 權益 位子 key`,
  giveBack: `return hand_in hand_back handing_back give_back give_it giving_back hand_it release releas free_up freed surrender get_rid got_rid take_back take_it take_my
    have_it_back reclaim collect opt_out opting_out up_for_grabs put_back back_in_the_pool to_the_pool unsubscribe somebody_else someone_else others. redundant unused
    not_using not_in_use never_use don't_use stopped_using idle back_to_you through_with done_with finished_with can_go off_me my_last
    歸還 還給 退還 退回 退掉 繳回 釋出 讓出 收回 收走 拿回去 還你 還回 還掉 交回 給別人 給其他 讓給 不用了 用不到 用不著 沒在用 用完 不需要了 不想用 多餘 放棄 先還`,
  noMore: `no_longer any_more anymore any_longer don't_need dont_need doesn't_need won't_need not_need do_not_need never_mind nvm. not_required isn't_required no_need
    not_interested nevermind finished over. ended expired retire decommission 不再 不用 不要 不需 不想 沒用 結束 結案 除役 報廢 下架 算了 免了`,
  undo: `cancel withdraw retract scrap abort void. undo forget. ignore mistake wrong. changed_my_mind pull_back pull_my pull_the take_back delete hold_off kill. drop. stop.
    disregard never_mind nvm. accident don't_process
    取消 撤回 撤銷 撤掉 撤單 抽回 抽單 作廢 送錯 申請錯 按錯 選錯 後悔 當我沒說 不算 不申請 別申請 不用申請 停掉 刪掉 撤`,
  application: `request application applied apply ordered order. orders submitted asked_for i_asked 申請 單子 的單 送單 張單 這單 那單 請求 送出 我的單`,
  state: `status state. progress news. update. updates stuck waiting wait. pending yet. so_long how_long how_far when_will when_can when_do heard hear. response answer arrive
    track still. movement look_at looked_at happened taking came_of going coming_along expect
    進度 狀態 消息 下文 動靜 結果 到哪 卡住 卡在 還沒 多久 怎麼還 怎樣了 如何了 下來 回覆 追蹤 催 好了沒 過了`,
  decide: `approv sign_off signs_off sign. signs decide decision decid say_yes said_yes a_yes okay. my_ok green_light greenlight authori permission consent confirm deny. denied
    reject turned_down refus 核准 審核 審批 簽核 批准 批下 簽 批 同意 決定 許可 點頭 核可 駁回 退件 被退 審`,
  ofMe: `waiting_for_me for_my on_me with_me my_desk from_me needs_me i_need_to i_have_to should_i must_i my_turn my_team my_people
    等我 要我 待我 我簽 我批 我審 我核 我決定 輪到我 在我這 我組 下屬 團隊`,
  rule: `rule policy policies process procedure condition limit allowed threshold required who_approves who_decides who_signs who_has_to happens_after next_step responsible
    approver need_approval needs_approval approval_needed how_many_approv
    規則 規定 政策 流程 標準 條件 關卡 上限 限制 誰簽 誰核准 誰決定 誰同意 誰審 誰批 誰負責 要誰 給誰簽 需要核准 需要簽 需要主管 人同意 自動核准 負責`,
  when: `when. until till. date dates deadline day. days month quarter year calendar schedule soon. upcoming ahead
    何時 什麼時候 日期 期限 行事曆 時程 這個月 下個月 這季 今年 月底 近期 接下來`,
  expire: `expir laps renew run_out runs_out running_out end. ends ending valid due. lose. loses until 到期 過期 失效 續約 續期 截止 期限 有效 結束 到什麼時候 到何時`,
  away: `vacation holiday leave. pto. ooo. out_of_office out_of_◇ away. absent absence trip. travel sick. ill. off. deputy stand-in stand_in stands_in cover. covers covering
    substitute replaces not_here not_in_until not_around unavailable can't_approve gone. in_my_place abroad maternity paternity
    請假 休假 放假 年假 特休 病假 事假 出差 出國 出門 不在 代理 職代 代簽 代班 度假 離開 生病 沒空 開刀 育嬰 產假 不能簽 別人決定 交給`,
  back: `back. returned i'm_back am_back again. ended end_my turn_off stop. working_again recovered no_need_for vacation_is_over
    回來 銷假 收假 復工 上班 結束 恢復 又可以 關掉 到此為止 不用再 病好 進公司 回公司`,
  left: `left. remain available availability unused free. enough scarce counts quantit amount numbers units total stock inventory exhausted used_up empty run_low running_low
    low. sold_out how_many how_much reorder buy_more nearly short. levels full. spare unassigned
    剩 庫存 還有多少 數量 總量 餘 夠 不足 快沒 用完 發完 發光 見底 補貨 補 盤點 缺貨 用掉 已用 可用 還能發 多少`,
  people: `people person staff employee colleague user. users member. members everyone everybody workers admins approvers
    人員 員工 同事 同仁 使用者 成員 名單 大家 所有人 管理員 核准者 新人`,
  who: `who. who's whos whose whom 誰 哪些人 哪位 哪幾位 哪些同事 什麼人`,
  register: `add. register registered new. onboard invite create role. roles make_somebody 新增 加入 加一 登記 註冊 建立 角色 設成 改一`,
  hold: `has. have. hold holds holding held using uses owns own. got. possess sitting_on sit_on sits_on in_use occup hands took taken given assigned registered
    持有 擁有 在用 手上 名下 身上 拿了 拿走 領了 領走 佔用 使用中 登記 用了 分到 掛`,
  mine: `my. mine. i_have i've do_i am_i i_hold i_own i_use i_got did_i myself i_currently i_forgot 我的 我有 我持有 我名下 我手上 我領 我拿 自己 我身上 我這`,
  lost: `lost. forgot deleted again. remind where. find. show_me_my see. reinstall 忘 不見 弄丟 遺失 再看 再給 哪裡看 在哪 去哪 刪掉 重灌`,
  all: `all. everything list. overview catalog offer. offers offered offering available options what_is_there what's_there whole. full. browse. goodies perks freebies choose
    pick. what_can_i what_else kinds entitled 全部 所有 清單 目錄 有哪些 有什麼 一覽 總覽 總表 列出 提供 可申請 可以申請 可以拿 可以領 好處 福利 選項 項目 資源`,
  about: `about. tell_me info detail explain describe what_is what's. include version edition difference compare install download instructions how_to_install language
    requirements cost price 介紹 說明 是什麼 什麼是 包含 版本 差別 差在 下載 安裝 步驟 詳細 內容 哪個版 可以做什麼 需要什麼 怎麼裝`,
  task: `task todo to_do to-do to_dos job. jobs work. chore provision set_up setting_up carry_out overdue unfinished finish. left_to partner_center outstanding still_have_to
    be_done backlog admin 工作 任務 待辦 要做 沒做 未完成 還沒弄 開通 處理 合作夥伴中心 逾期 設定 管理員 沒完成`,
  report: `report statistic stats figure numbers. kpi usage utili chart graph summary trend how_well how_quickly how_fast average quarter last_month management money saved waste
    idle. being_used 報表 報告 統計 使用率 月報 季報 圖表 數字 摘要 趨勢 概況 指標 閒置 浪費 善用 上個月 上一季 平均 使用情況 kpi`,
  differ: `differ mismatch discrepan deviat inconsisten reconcil sync. synchron portal compare match agree export unresolved conflict
    差異 不一樣 不一致 不符 對不上 對不起來 比對 核對 對帳 入口網站 出入 匯出 一致`,
  ledger: `ledger audit tamper log. logs record history chain seal. sealed alter rewritten changed. intact trustworth proof prove manipulat backup restored restore
    帳冊 帳本 稽核 竄改 紀錄 記錄 歷史 鏈 封存 驗帳 被改 動過 證明 備份 還原 異動 改了什麼`,
  link: `link connect pair merg join combin sync tie bind unify slack teams accounts account. profile identit same_person same_me other_chat both. code. recogni knows_me
    連結 綁 配對 合併 整合 串 同一 兩邊 兩個帳號 slack teams 帳號 代碼 認得 認識 另一個 平台`,
  help: `help. how_does how_do_i_use how_to_use command instructions manual guide tutorial documentation faq teach explain lost. confused what_are_you who_are_you what_can_you
    what_do_you what_is_this get_started no_idea don't_know understand bot. type.
    怎麼用 使用 指令 功能 說明 教 不懂 不會 不知道 你是 你會 你能 機器人 文件 開始 操作 迷路 幫忙 幫助 聽得懂 問你`,
  home: `home. start_page main_page main_menu dashboard front_page landing back_to_the_start overview 首頁 主頁 主畫面 開頭 總覽 一開始`,
  hello: `hi. hello hey good_morning good_evening good_afternoon yo. hiya howdy what's_up greetings 你好 您好 哈囉 嗨 早安 午安 晚安 安安 大家好`,
  give: `give. gives assign grant allocat provid provision issue. hand_out hand. enable activate allot equip set_up put. book. license. supply should_get gets.
    給 指派 分配 配給 配發 核發 發給 開通 啟用 授予 配一 開一 分他 加給 派給`,
  move: `transfer reassign re-assign move. moves pass. passed hand_over hand_on over_to takes_over take_over switch swap replace inherit goes_to go_to shift. instead change_owner
    轉 移 改派 改給 換 交接 過戶 接手 移交 讓 以後給 之後給 改由`,
  takeAway: `remove revoke take_away takes_away take_his take_her take_their take_☺ withdraw unassign reclaim strip deprovision disable deactivate recall recover pull. collect end.
    terminate get_back get_his get_her come_back delete. kick free_his free_her back_from
    收回 移除 拿掉 拿走 收走 取消 撤掉 撤銷 停用 終止 拔掉 刪掉 釋出 回收 收掉 拿回 停掉 不要再給 取回`,
  gone: `left. leaves leaving quit. resigned gone. moved no_longer_works doesn't_work new_job another_team laid_off end_of_contract retire internship parental
    離職 走了 調職 調部門 調單位 退休 留職 留停 不做 要走 離開 換部門`,
};

const escaped = (said: string): string => said.replace(/[*+?^${}()|[\]\\]/g, '\\$&');
const looksOf = (said: string): string =>
  /[\p{Script=Han}◇☺]$/u.test(said)
    ? said.replaceAll('_', ' ')
    : `\\b${escaped(said.replace(/\.$/, '')).replaceAll('_', ' ')}${said.endsWith('.') ? '\\b' : ''}`;

const looks = Object.entries(concepts).map(([name, said]) => ({
  name,
  looks: new RegExp(said.trim().split(/\s+/).map(looksOf).join('|'), 'u'),
}));

/** What is said in a sentence, whatever the words. @param says in lower case */
export const conceptsIn = (says: string): string[] =>
  looks.filter((one) => one.looks.test(says)).map(({ name }) => name);
