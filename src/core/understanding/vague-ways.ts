import type { Ways } from './ways';

const people =
  '(?:people|users?|employees?|colleagues?|staff|members?|persons?|everyone|everybody|coworkers|directory|headcount|roster)';
const goods =
  '(?:benefits?|licen[cs]es?|software|products?|keys|subscriptions?|subs|services?|tools?|programs?|apps?|options|offers?|stuff|things|packages?|entitlements|perks|catalog(?:ue)?|available)';
const colleagues = '(?:人員|員工|同事|成員|使用者|用戶|同仁)';
const rights = '(?:權益|軟體|授權|產品|雲端|服務|訂閱|福利|支援|東西|資源|工具|方案|金鑰)';
const whichOnes = '(?:哪些|什麼|全部|所有|列出|清單|目錄|一覽|總覽|列表|多少種|哪幾種|啥)';

/**
 * What is meant only where no benefit is named: "how many are left?" asks for the stock, "how many Visio are left?" for Visio. In lower
 * case; what is told more surely stands first.
 */
export const vagueWays: Ways[] = [
  {
    word: 'differences',
    looks: [
      /\b(?:differences?|discrepanc(?:y|ies)|mismatch(?:es)?)\b|\breconcil\w*|\b(?:differs?|match(?:es)?)\b.*\bportal\b|\bportal\b.*\b(?:differs?|differently|match(?:es)?|agrees?)\b/,
      /差異|對帳|(?:入口網站|微軟).{0,10}(?:不一樣|不符|對不上|不一致)/,
    ],
  },
  {
    word: 'ledger',
    looks: [/\bledger\b|\baudit(?:or|ors)?\b|\btamper\w*/, /帳冊|稽核|竄改/],
  },
  {
    word: 'report',
    looks: [
      /\b(?:the|a|an|show|see|latest|monthly|quarterly|yearly|annual|this year's) (?:reports?|statistics|stats|figures)\b|^(?:reports?|statistics|stats|figures)\b|\b(?:usage|utili[sz]ation) (?:report|statistics|stats|figures|rates?)\b/,
      /報表|報告|統計|使用率/,
    ],
  },
  {
    word: 'home',
    looks: [
      /\b(?:home ?(?:page|screen)|(?:start|main) (?:page|screen)|(?:go|take me|bring me|back) home|open home|dashboard)\b/,
      /首頁|主頁|主畫面/,
    ],
  },
  {
    word: 'calendar',
    looks: [
      /\b(?:what|which|anything|when)\b.*\b(?:expir\w*|laps\w*|runs? out)\b(?! of stock)|\bexpir(?:y|ation) (?:dates?|calendar|list)/,
      /(?:什麼|哪些|何時|快).{0,8}(?:到期|過期|失效)|到期(?:日|清單|時間)/,
    ],
  },
  {
    word: 'policy',
    looks: [
      /\bwho (?:decides|approves)\b|\b(?:approval|approver) (?:rules|policy)|\bpolic(?:y|ies)\b|\bthe rules\b/,
      /誰(?:來)?(?:決定|核准|審核|批准)|(?:核准|審核)(?:規則|流程)/,
    ],
  },
  {
    word: 'stock',
    looks: [
      /\b(?:stock|inventory)\b|\bwe (?:still )?(?:have|got) left\b|\b(?:running|run|getting|going|almost|nearly) (?:low|out|short|gone|used up)\b/,
      /\bhow (?:many|much)\b.*\b(?:left|remain\w*|free|unused|available|in total|overall|altogether|do we have|have we)\b/,
      /\b(?:what|which|anything)(?:'s| is| are)? (?:still |almost )?(?:left|remaining|free|unused|used up|sold out|low)\b/,
      /\b(?:remaining|unused|free|leftover) (?:licen[cs]es?|keys|seats|units|quantit\w+|amounts?|counts?)\b/,
      /\b(?:licen[cs]e|key|seat) (?:counts?|levels?|numbers?|usage)\b|\b(?:buy|order|get) more$|\busage (?:overview|report|numbers)\b/,
      /庫存|存貨|盤點|補貨|缺貨|快用完/,
      /(?:全部|總共|整體|所有|目前|現在|公司|各|每|授權|金鑰|數量).{0,8}(?:剩|還有)下?(?:多少|幾)/,
      /(?:哪些|什麼|有沒有).{0,8}(?:用完|沒了|不夠|用光|見底|不足)|^(?:還|目前|現在)*剩下?(?:多少|幾)|剩餘(?:的)?(?:數量|狀況|情形|授權|金鑰)/,
    ],
  },
  {
    word: 'people',
    looks: [
      new RegExp(
        `\\b(?:all|list|show|see|which|who are|everyone|every|of|manage|add|new|invite|create|register|our)\\b.*\\b${people}\\b`,
      ),
      new RegExp(
        `^${people}\\b|\\b(?:people|user|staff|employee) (?:list|directory|overview)\\b|\\badd (?:an? |another |some)`,
      ),
      /\bwho(?:'s| is| are| else| all)* (?:everybody|everyone|here|works? (?:here|for|at)|in (?:the|our|this) (?:company|team|list|system)|registered|on the list)\b/,
      /\bwho works?\b|\bwho do you know\b|\bwho can use\b/,
      new RegExp(
        `(?:${colleagues}|名單|所有人|每個人|大家).{0,6}(?:清單|名單|列表|哪些|有誰|列出|一覽|總覽|資料)?$`,
      ),
      new RegExp(`(?:列出|看|顯示|查|有哪些|全部|所有|多少).{0,4}(?:人$|${colleagues})|通訊錄`),
      new RegExp(
        `(?:新增|加入|增加|建立|加|註冊|邀請).{0,5}(?:人|${colleagues})|(?:公司|團隊|這裡|系統)裡?都?有(?:誰|哪些人|多少人)`,
      ),
    ],
  },
  {
    word: 'tasks',
    looks: [
      /\b(?:tasks?|to-?dos?|to do list|work items?|chores?|action items?|open items|backlog)\b|^my work$|\bwork for me\b|\bto dos?\b|^what's open$|\bfor me to do\b|\bon my (?:plate|desk|list)\b/,
      /\bwhat (?:do|should|must|can|shall) i (?:have to |need to |still )?(?:do|work on|finish|handle|complete)\b/,
      /\b(?:have|has|need|needs|left|still|things|anything|something|work|there|much) to (?:be )?(?:do|done|finish|handle|set up)\b/,
      /\bwhat(?:'s| is) next (?:for me|to do)\b|\bwork (?:is )?(?:left|open|pending|waiting)\b/,
      /(?:工作|任務|待辦|代辦|事情|事項).{0,8}(?:哪些|什麼|清單|處理|做|完成|列表|要|多少|還|沒)|(?:我|今天|目前|管理員)的?(?:工作|任務|待辦|代辦)/,
      /(?:什麼|哪些|多少|幾件|有沒有).{0,6}(?:工作|任務|待辦|代辦|(?<!同)事)|待處理|待辦|未完成|(?:要|該)我?(?:做|處理|設定|完成)(?:什麼|哪些|的)/,
    ],
  },
  {
    word: 'list',
    looks: [
      new RegExp(`\\b(?:what|which)\\b.*\\b${goods}\\b(?! can (?:you|this bot|the bot))`),
      /\bwhat (?:else |all )?(?:can|could|may|might|should) (?:i|we|one|people) (?:all )?(?:get|request|order|have|ask for|apply for|choose|pick|use|claim)\b/,
      /\bwhat(?:'s| is| are| do we| does (?:the|our) company| have we| else)\b.*\b(?:available|on offer|there|offered|have|own|got|on the list|included)\b/,
      new RegExp(
        `\\b(?:show|list|see|display|browse|view|give|get|send|open|print|all|full|whole|entire|any|are there|is there|do we have)\\b.*\\b(?:everything|all|list|cloud|support|${goods})\\b`,
      ),
      /^what (?:do|have) (?:you|we) (?:have|got)$|\beverything you(?:'ve| have)\b|\bwhats available\b|^有(?:什麼|哪些)(?:東西)?$/,
      /\b(?:catalog(?:ue)?|overview|menu|portfolio)\b|^(?:everything|all)$/,
      new RegExp(
        `${whichOnes}.{0,12}(?:${rights}|申請|用|拿|選)|${rights}.{0,8}(?:有哪些|哪些|有什麼|什麼|清單|目錄|一覽|列表|總覽|全部|都有)`,
      ),
      /列(?:出來|給我|一下)|(?:能|可以|可)(?:申請|用|拿|選|要|領|取得).{0,4}(?:什麼|哪些|啥)|(?:公司|我們|這裡|現在|目前)(?:到底|總共|都)*有(?:什麼|哪些|啥)$|^(?:全部|所有|目錄|總覽|一覽)/,
    ],
  },
  {
    word: 'help',
    looks: [
      /\bwhat (?:can|do|could|else can|all can) (?:you|u|this bot|the bot|it|this)\b|\bwho are you\b|\bwhat are you\b|\bwhat is this\b/,
      /\bhow (?:does|do|can|should|to|is)\b.*\b(?:this|it|you|bot|works?|start|begin)\b|\bhow (?:do|can) i (?:use|start|ask|talk)\b/,
      /\b(?:commands?|instructions|manual|tutorial|usage|guide|faq|documentation|help)\b|\bget(?:ting)? started\b/,
      /\b(?:i'?m|i am) (?:lost|stuck|confused|new)\b|\bdon't (?:know|understand) (?:how|what)\b/,
      /(?:你|您|這個|這|機器人|bot|系統).{0,6}(?:會|能|可以|可)(?:做|幫|處理|提供)?些?(?:什麼|啥|幹嘛|哪些|怎)/,
      /(?:怎麼|如何|怎樣)(?:用|使用|操作|開始|問|跟你|查詢|查|申請|歸還|取得|輸入)|使用(?:說明|方法|教學|手冊|方式)/,
      /指令|功能|教我|教學|幫助|救命|求助|說明|協助|新手|入門|你是(?:誰|什麼|做什麼)|不(?:知道|會|懂)(?:怎麼|要怎|如何|用)/,
    ],
  },
  {
    word: 'menu',
    looks: [
      /^(?:hi|hiya|hello|hey|yo|greetings|howdy|good (?:morning|afternoon|evening|day)|morning|start)(?: (?:there|bot|team|all|everyone|you|again))*$/,
      /^(?:你好|您好|哈囉|嗨|嘿|早安|午安|晚安|早|安安|在嗎|有人嗎)[啊呀]?$/,
    ],
  },
];
