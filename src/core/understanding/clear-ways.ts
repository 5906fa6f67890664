import type { Ways } from './ways';

/** Time that somebody is not there. */
const leave =
  '(?:vacations?|holidays?|leave|pto|time off|sabbatical|(?:business )?trip|travel|absence|days? off)';
/** What may stand before it. */
const kind =
  '(?:(?:an?|my|some|our|the|annual|sick|parental|maternity|paternity|family|short|long|two|one|weeks?|of) )*';
const aNoun =
  '(?:licen[cs]es?|keys?|benefits|holdings|subscriptions|stuff|things|inventory|products|assets|allocations?|seats)';
const decide = '(?:核准|審核|簽核|批准|審批|核可|決定|同意|簽|審|批)';
const connect = '(?:連結|綁定|串接|連接|綁|串|合併|關聯|連動|連|同步|配對|整合|對應|結合)';

/**
 * What is meant even where a benefit is named beside it: "has my Visio request been approved?" asks for no Visio. In lower case; what
 * could mean the opposite of another stands before it.
 */
export const clearWays: Ways[] = [
  {
    word: 'back',
    looks: [
      /\b(?:i'?m|i am|i have been|we're|am|now|finally|came|just got) back\b(?! to you)(?!.*\blater\b)/,
      /^back (?:from|at|in|to)\b|\bback (?:at|to) (?:work|my desk|the office)/,
      new RegExp(`\\b(?:returned|back|home) from ${kind}${leave}\\b`),
      new RegExp(`\\b${leave} (?:is|are|has|have) (?:now |already )?(?:over|ended|finished|done)\\b`),
      new RegExp(`\\b(?:no longer|not|isn't) (?:away|out of (?:the )?office|ooo|on ${kind}${leave})`),
      new RegExp(
        `\\b(?:cancel|end|stop|turn off|remove|clear|switch off|delete) ${kind}(?:away|out[- ]of[- ]office|ooo|${leave})\\b`,
      ),
      /回來(?:了|上班|工作)|銷假|收假|復工|(?:開始|恢復)上班/,
      /(?:休假|請假|出差|放假|假期|年假|特休|病假)(?:已經)?(?:結束|完|回來|提前)|(?:假|休)(?:放|休)?完/,
      /(?:回到?|進)(?:公司|辦公室|工作崗位|崗位|座位|來上班)/,
      /(?:取消|關閉|結束|停止|解除)(?:我的)?(?:請假|休假|不在|外出|代理)/,
    ],
  },
  {
    word: 'away',
    looks: [
      new RegExp(
        `\\b(?:on|take|taking|going on|start(?:ing)?|have|having|off on|for|during) ${kind}${leave}\\b`,
      ),
      /\b(?:out of (?:the )?office|ooo|afk|off sick|out sick|sick today|i'?m sick|calling in sick|on pto)\b/,
      /\b(?:be|am|'m|is|are) (?:away|out|off|absent|travell?ing|unavailable|not (?:available|here|in|there|around))\b/,
      /\bwon't be (?:here|in|around|available|there|working)\b|\bset me (?:to |as )?away|\bmark me (?:as )?(?:away|out|absent)/,
      /\b(?:away|vacation|holidays?|off) (?:from|until|till|next|this|tomorrow|starting)\b|\bvacation mode\b/,
      /\bstand[- ]?in\b|\bstands? in\b|\b(?:deputy|substitute|absence)\b|\bcovers? (?:for )?me\b|\bdelegate my\b/,
      /請.{0,6}假|休.{0,6}假|休(?:息)?到|放.{0,4}假|特休|年假|病假|事假|產假|育嬰|補休|喪假|出差|出國|外出/,
      /不(?:在|進)(?:公司|辦公室|位子|座位|辦公)|(?:我|會).{0,8}不在/,
      /代理人|職代|代班|代理我|誰.{0,4}代理|幫我代理/,
    ],
  },
  {
    word: 'link',
    looks: [
      /\b(?:link|connect|pair|join|merge|combine|bind|associate|sync|unify|tie)(?:ed|ing)?\b.*\b(?:accounts?|slack|teams|chats?|profiles?|identit(?:y|ies))\b/,
      /\b(?:slack|teams)\b(?!.*\blicen).*\b(?:accounts?|both|too|as well|also|together|one)\b|\bboth\b.*\b(?:slack|teams)\b/,
      /\b(?:one-?time|link(?:ing)?|pairing) code\b|\b(?:both|two|other|second) (?:chats?|accounts?)\b|\bsame person\b/,
      new RegExp(`${connect}.*(?:帳號|帳戶|teams|slack|兩邊|兩個|身分)`),
      new RegExp(`(?:帳號|帳戶|teams|slack|兩邊).*(?:${connect}|同一|也能用|也想用)`),
      /(?:連結|配對|綁定)碼|一次性代碼/,
    ],
  },
  {
    word: 'policy',
    looks: [
      /\b(?:approvals?|approving|request(?:ing)?) (?:rules?|polic(?:y|ies)|process|procedure|workflow|chain|requirements?)\b|\bpolic(?:y|ies)\b|\b(?:rules|process) (?:for|of|about|on|behind) (?:approv\w*|request\w*|getting)\b/,
      /\b(?:needs?|requires?|without|skips?) (?:an? |any )?approvals?\b(?! from me)|\bapprovals? (?:is|are|was) (?:needed|required|necessary)\b|\bhow many (?:approvals?|approvers)\b/,
      /\bwho (?:approves|decides|signs off|has to (?:approve|decide|agree|sign)|must (?:approve|agree)|can approve|is (?:my|the|our) approver)\b(?! (?:on )?my (?:request|order|application))/,
      /\b(?:boss|manager|lead|supervisor|somebody|someone|anyone|anybody) (?:\w+ )?(?:has|have|needs?) to (?:approve|agree|sign|ok|decide)\b|有(?:什麼|哪些|沒有)(?:規定|規則|限制)/,
      /(?:核准|審核|簽核|審批|申請)的?(?:規則|規定|流程|政策|辦法|標準|關卡|條件|原則)|自動核准/,
      /誰(?:來|要|可以|能|有權|負責)?(?:核准|審核|簽核|批准|決定|同意)(?!我|了)|(?:要|需要|得)(?:給|經過?|由)?(?:誰|幾個人|主管|經理)(?:來)?(?:簽|核准|同意|批|審)/,
    ],
  },
  {
    word: 'queue',
    looks: [
      /\b(?:waiting|waits?|pending|open|outstanding|sitting|anybody|anyone)\b.*\b(?:for|on|with) (?:me|us|my (?:approval|decision|ok|okay|review|sign[- ]?off|answer))\b/,
      /\b(?:i|me) (?:need to|have to|must|should|can) (?:approve|decide|sign off|review)\b(?! my)|\b(?:to|should i|must i|can i) (?:approve|decide|sign off|review)\b(?! my)/,
      /\b(?:my|pending|open|waiting|outstanding) (?:approvals?|decisions?|reviews?)\b|^(?:the |all |those |these )?approvals?\b(?! (?:for|of|from|by) m)/,
      /\bqueue\b|\bwho(?:'s| is) waiting\b/,
      /\b(?:needs?|awaits?|awaiting|requires?) my (?:approval|decision|ok|okay|attention|review|answer)\b/,
      new RegExp(
        `(?:待|等|要|需要|該|請|由|輪到)(?:著)?(?:我)?(?:來|去)?${decide}(?!了)(?:的|什麼|哪些|項目|申請|單|清單|$|[,，。?])`,
      ),
      new RegExp(`(?:等|輪到|需要|要|待)(?:著)?我(?:來)?(?:${decide}|處理的申請|回覆|點頭)`),
      new RegExp(`誰在等我|(?:在|正在|都在)等(?:著)?我|等(?:著)?我(?:的|$|${decide})`),
      new RegExp(`${decide}(?:佇列|清單|列表|列|項目|事項)|未${decide}`),
    ],
  },
  {
    word: 'requests',
    looks: [
      /\b(?:my|our|this|that|any|open|pending|latest|last) (?:[\w.+ ]{0,40} )?(?:requests?|applications?|orders?)\b/,
      /\b(?:did|have) i (?:already )?(?:ask(?:ed)?|request(?:ed)?|order(?:ed)?|appl(?:y|ied))\b/,
      /\b(?:i|i've|i have) (?:just |already |ever )?(?:asked for|requested|ordered|applied for|submitted)\b/,
      /\b(?:status|state|progress|news|updates?) (?:of|on|about|with|for|regarding) (?:my|the|what)\b|\brequest (?:status|history|list)\b/,
      /\b(?:was|is|has|did|got|been|were)\b.* (?:approved|denied|rejected|granted|accepted)\b/,
      /\bwaiting for (?:my|the)\b|\b(?:approved?|denied|rejected) (?:it|this|that)\b|\bwhat i (?:asked for|requested|ordered)\b/,
      /\bpending on my side\b|^status$|\b(?:decided|decision|heard|news|word) (?:yet )?(?:about|on) my\b|我有(?:哪些|什麼|多少|幾個)申請/,
      /\bwhat happened (?:to|with)\b.*\b(?:request|application|order)/,
      /申請(?:的)?(?:進度|狀態|狀況|記錄|結果|歷史|清單)|我的申請|申請單|(?:進度|狀態)(?:如何|怎麼樣|到哪)/,
      /申請.{0,16}(?:到哪|好了|過了|通過|核准了|下來|如何|怎麼樣|怎樣|哪一步|消息|下文|動靜|批了|准了|核准|被拒|回覆|還要多久|要等多久|卡在)/,
      /有沒有(?:准|核准|通過|批|過$)/,
      /申請.{0,6}(?:天|週|個?禮拜|星期|個月|很久|好久)了/,
      /(?:之前|上次|剛剛|剛才|已經|目前|曾經|現在|前幾天|昨天|上週|我).{0,4}申請(?:了|過|的|中)/,
      /(?:核准|通過|批准|批|准|過)了?(?:沒有|沒|嗎|了沒)$|(?:核准|批准|通過|批|准)了$/,
    ],
  },
  {
    word: 'mine',
    looks: [
      /\bwhat (?:all )?(?:do|have) i (?:currently |already |still )?(?:have|got|hold|own|use)\b(?! to\b| access)/,
      /\bwhat (?:did|have) i (?:get|gotten|received?|been given)\b|\bam i (?:already |still )?(?:holding|using)\b|(?:什麼|哪些)是我的/,
      /\b(?:do i|have i) (?:already |still |currently )?(?:have|hold|own|got)\b(?! to\b| access)/,
      /\b(?:which|what|everything|anything|something|all|stuff|list|things)\b.* (?:do i|i|i've|i am|i'm|am i) (?:currently |already )?(?:hold|holding|own|have|got|possess|using)\b(?! to\b| access)/,
      new RegExp(
        `\\bmy (?:own |current |active |product |assigned )?${aNoun}\\b(?! (?:is|are|any|no|not)\\b)`,
      ),
      /\bassigned to me\b|\b(?:is|are|'s) mine\b|\bshow me my\b|\bwhere(?:'s| is| are| can i find| do i find| did)\b.*\bmy\b/,
      /\b(?:show|see|find|lost|view|reveal|forgot|need)\b.*\bmy\b.*\bkeys?\b/,
      /我(?:自己)?(?:現在|目前|手上|手邊|這裡|名下|已經|到底|這邊|總共|都)*(?:的)?(?:持有|擁有|領|拿|在用|用|有)(?:了|到|過|著)?(?:什麼|哪些|多少|啥|幾個|沒有)/,
      /^我(?:還|現在|目前|已經|到底)*有 ?[a-z0-9][a-z0-9 .]{1,30}(?:授權|金鑰|帳號|訂閱)?(?:嗎|沒|沒有)?$/,
      /我(?:手上|名下|身上)(?:的|有)|屬於我的|(?:指派|分配|發)給我的/,
      /我的(?:全部|所有)?(?:權益|授權|金鑰|訂閱|軟體|東西|產品|keys?|licenses?)(?:在哪.*|有哪些|有什麼|清單|列表|給我看|放在哪|怎麼看|是什麼)?$/,
      /(?:看|查|顯示|列出|找).{0,4}我的.{0,20}(?:金鑰|權益|授權|訂閱|key|東西)|我的.{0,24}(?:金鑰|key|授權) ?(?:在哪|找不到|是什麼|是多少)/,
    ],
  },
];
