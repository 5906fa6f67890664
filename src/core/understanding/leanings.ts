import { type Plain, type Ways, wayIn } from './ways';

/** What may be wanted of a benefit, where no sentence of ours says so. */
export type Leaning = 'ask' | 'show' | 'return' | 'holders';

/** The more special first: of two that are as likely, it is offered before. */
const leanings: Array<{ to: Leaning; looks: RegExp[] }> = [
  {
    to: 'return',
    looks: [
      /\b(?:back|return\w*|releas\w+|free(?:d)? up|free again|hand(?:ing)? in|get(?:ting)? rid|got rid|give up)\b/,
      /\b(?:done with|finished|no longer|any ?more|any longer|not using|unused|unsubscribe|remove me|end my|cancel my|no need|no more|not needed|lying around)\b/,
      /\b(?:do ?n't|don t|won't|never|stopped|quit|isn't|not) (?:really |actually )?(?:use|using|need|needed|want|open|required?)\b/,
      /\b(?:n't|not) (?:really |quite )?(?:for me|my thing|helping|useful)\b|\bno use for\b|\b(?:can|may) go\b/,
      /\b(?:take it|somebody else|someone else|others? (?:can|may)|leaving|switched (?:to|from|away)|is over|project ended)\b/,
      /歸還|退|繳回|釋|還(?:給|回|你|掉|了$)|可以還|收回|收走|不再|不用(?!錢)|不需要|不要了|不想用|用不|沒在用|沒用|用完|停用|給別人|結束了|換工作/,
    ],
  },
  {
    to: 'holders',
    looks: [
      /\bwho\b(?! (?:approves|decides|can i ask|do i))|\bwhose\b|\b(?:anybody|anyone|everybody|everyone|somebody)\b.* (?:has|have|got|uses?|using|with|holds?)\b|\b(?:has|have|does) (?:anybody|anyone|somebody|someone)\b|\bpeople with\b/,
      /誰(?!核准|決定|可以|能)|哪些人|哪位|使用者/,
    ],
  },
  {
    to: 'ask',
    looks: [
      /\b(?:need|needs|needed|needing|want|wants|wanna|requires?|request\w*|order\w*|apply\w*|obtain|acquire|buy|purchase|missing|lacking)\b(?! (?:any ?more|any longer))/,
      /\b(?:gimme|(?:get|give|hook|sign|set|send|grant|assign|allocate|hand|bring) (?:me|us)|looking for|interested in|ask(?:ing|s)? for|up for)\b/,
      /\b(?:i|we)(?:'d| would|'ll| could| can)? (?:really )?(?:like|love|use|take|have to (?:have|use))\b|\b(?:like|love) to (?:have|get|try|use)\b|(?<!(?:n't|not) (?:really |quite )?)\bfor (?:me|us)\b/,
      /\b(?:can|could|may|might|would|should|how (?:do|can|could)|where (?:do|can|could)|how to) (?:i|we|u|you)\b.*\b(?:get|have|use|try|receive|order|install|claim|access|help)\b|\b(?:i|we) should (?:get|have|use)\b/,
      /\b(?:is it possible|would it be (?:ok|okay|possible)|any chance|a chance|happy (?:about|with|to have)|put me down|add me|reserve|have no|possible to|possible$|spare|upgrade|trial|try|getting an?|not activated|asks for a|set up with|anyone who can)\b/,
      /申請(?!的(?:人|進度)|之後|後)|需要(?!什麼|哪些|主管|核准|簽|誰|符合)|想要|想用|想裝|想拿|想試|想買|想請|(?<!需)要(?!什麼|誰|怎|等|主管|幾|多久|不要)|給我|取得|拿(?!走|掉|回)|領|缺|索取|來一|少一|訂(?!閱)|買|求|弄|開通|開$|幫我開|借|辦法|加入|一(?:組|份|個|套)$|序號/,
    ],
  },
  {
    to: 'show',
    looks: [
      /\b(?:how (?:many|much|long)|do (?:we|you) (?:still )?(?:have|own|hold)|does the company|have we got|are there|is there|are any|left|remain\w*|available|availability|in stock|free)\b/,
      /\b(?:got|have) any\b/,
      /\b(?:tell me|about|info|information|details?|explain|describe|what(?:'s| is| are| does| do we)|when (?:does|do|is|will)|expir\w*|run out|until when|valid|included?|version|difference|price|cost)\b/,
      /\bhow (?:do|can|to) (?:i |we )?(?:install|activate|set up|redeem|download|start)\b|\binstructions?\b|\bdownload\b|\bwho (?:approves|decides)\b/,
      /還剩|剩|還有|有沒有(?!辦法)|有多少|有幾|多少|幾個|幾組|夠|是什麼|什麼是|什麼時候|何時|到期|怎麼(?!申請|拿|取得|要)|如何(?!申請|取得)|介紹|詳細|資料|資訊|內容|細節/,
      /查|看|顯示|了解|用途|做什麼|差別|差異|下載|安裝|啟用|版|哪裡下載|多久|可用|名額|誰核准|誰決定|^有 ?|有嗎$|是否有/,
    ],
  },
];

/** Which way words lean that name a benefit: the more of them do, the earlier; none where nothing but a name was said. */
export function leaningsIn(heard: string): Leaning[] {
  return leanings
    .map(({ to, looks }) => ({ to, times: looks.filter((one) => one.test(heard)).length }))
    .filter(({ times }) => times > 0)
    .sort((a, b) => b.times - a.times)
    .map(({ to }) => to);
}

/** Words that are said of what we are about, so that one of the commands is wanted, and which. */
const subjects: Ways[] = [
  {
    word: 'requests',
    looks: [
      /\b(?:approv\w*|requests?|requested|asked for|applications?|my order)\b/,
      /申請|批|核准|單子|下文|送出/,
    ],
  },
  {
    word: 'mine',
    looks: [
      /\b(?:i|me|my|mine)\b.*\b(?:licen[cs]es?|keys?|benefits?|products?|software|subscriptions?|given|registered|name|hold|own)\b|\b(?:licen[cs]es?|keys?|benefits?|products?|software|subscriptions?)\b.*\b(?:i|me|my|mine)\b/,
      /我.*(?:授權|金鑰|權益|軟體|訂閱|東西|擁有|持有|拿|領|名下|key)|(?:授權|金鑰|權益|訂閱).*我/,
    ],
  },
  {
    word: 'list',
    looks: [
      /\b(?:membership|benefits?|licen[cs]es?|products|subscriptions?|software|partner)\b/,
      /權益|授權|會員|合作夥伴|軟體|雲端|訂閱|金鑰/,
    ],
  },
  {
    word: 'tasks',
    looks: [/\b(?:set up|partner center|to do|finish(?:ed)? off)\b/, /沒做完|做完|處理|還沒做/],
  },
  { word: 'stock', looks: [/\b(?:run out|low|given out)\b/, /發完|用完|剩|不夠/] },
  {
    word: 'people',
    looks: [/\bwho\b.*\b(?:bot|here|company)\b|\b(?:colleagues|employees)\b/, /公司.*人|同事|員工/],
  },
  { word: 'away', looks: [/\b(?:leave|vacation|holidays?|trip|travell?ing|sick)\b/, /度假|假|旅行|出門/] },
  { word: 'back', looks: [/\b(?:again|back)\b.*\b(?:leave|vacation|holidays?|trip)\b/, /回來/] },
  { word: 'link', looks: [/\b(?:slack|teams)\b.*\b(?:same|me|i)\b/, /帳號|帳戶/] },
];

/** The commands that may be wanted, the more special first; none where nothing was said of what we are about. */
export const subjectsIn = (matter: string): Plain[] => subjects.flatMap((one) => wayIn([one], matter) ?? []);
