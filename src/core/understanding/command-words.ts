import { type Category, categories } from '../benefit';
import type { Command } from '../command';
import type { Plain } from './ways';
import { plain } from './written';

/** The commands that are typed by name: those that can be said in other words too, and those that name something or are rare. */
type Word = Plain | 'show' | 'request' | 'cancel';

/** The first word of a typed command, in both languages. */
const words: Record<Word, string[]> = {
  list: ['list', 'benefits', '清單', '列表', '列出', '權益'],
  show: ['show', 'details', '顯示', '查看', '詳細'],
  request: ['request', 'ask', '申請', '要求'],
  mine: ['mine', 'my', '我的', '我的權益', '我的金鑰'],
  requests: ['requests', '申請紀錄', '我的申請'],
  queue: ['queue', '待辦', '待核准'],
  tasks: ['tasks', '工作', '任務'],
  cancel: ['cancel', '取消', '取消申請'],
  stock: ['stock', '庫存'],
  differences: ['differences', 'reconcile', '差異', '對帳'],
  people: ['people', 'everybody', '人員', '人員名單'],
  calendar: [
    'calendar',
    'lapses',
    'what lapses',
    'what lapses when',
    'what expires',
    'what expires when',
    '行事曆',
    '日曆',
    '到期',
    '到期日',
    '即將到期',
    '何時到期',
    '什麼時候到期',
  ],
  away: ['away', 'out of office', 'ooo', '不在', '不在辦公室', '請假', '休假'],
  back: ['back', "i'm back", 'im back', '我回來了', '回來了'],
  link: ['link', '連結', '綁定'],
  policy: ['policy', 'rules', 'who decides', '規則', '政策', '由誰決定'],
  ledger: ['ledger', 'audit', '帳冊', '稽核'],
  report: ['report', 'reports', 'statistics', '報表', '統計'],
  home: ['home', '首頁'],
  menu: ['menu', 'hi', 'hello', 'hey', '選單', '你好', '您好'],
  help: ['help', '說明', '幫助', '?', '？'],
};

/** All words that are typed by name. */
export const typedWords = Object.keys(words) as Word[];

const categoryWords: Record<Category, RegExp> = {
  software: /^(software|軟體(權益)?)$/,
  cloud: /^(cloud( services?)?|雲端(服務)?(權益)?)$/,
  'visual-studio': /^(visual[ -]?studio|vs)( subscriptions?| ?訂閱)?$/,
  support: /^(support( incidents?)?|支援(權益)?)$/,
};

/** What our own words say by themselves; undefined for any other sentence. */
export function commandTyped(text: string): Exclude<Command, { type: 'say' }> | undefined {
  const said = plain(text);
  if (said === '') return { type: 'menu' };
  const found = firstWord(said.length > 1 ? said.replace(/ ?\?+$/, '') : said);
  const command = found && commandOf(found.word, found.rest);
  if (command) return command;
  const category = categoryOf(said);
  return category && { type: 'list', category };
}

/** The word of ours with which something begins, and what follows it. */
export function firstWord(said: string): { word: Word; rest: string } | undefined {
  let longest: { word: Word; rest: string; length: number } | undefined;
  for (const [word, spellings] of Object.entries(words) as Array<[Word, string[]]>)
    for (const spelling of spellings) {
      const latin = /[a-z]$/.test(spelling);
      const fits = latin ? said === spelling || said.startsWith(`${spelling} `) : said.startsWith(spelling);
      if (fits && spelling.length > (longest?.length ?? 0))
        longest = { word, rest: said.slice(spelling.length).trim(), length: spelling.length };
    }
  return longest;
}

function commandOf(word: Word, rest: string): Exclude<Command, { type: 'say' }> | undefined {
  switch (word) {
    case 'list': {
      if (rest === '') return { type: 'list' };
      const category = categoryOf(rest);
      return category && { type: 'list', category };
    }
    case 'show':
    case 'request':
      return rest === '' ? { type: 'list' } : undefined;
    case 'away':
      return rest === '' ? { type: 'away-form' } : undefined;
    case 'link':
      // A code is ten letters and digits, however they are grouped; anything else is a sentence.
      if (rest === '') return { type: 'link' };
      return /^[0-9a-z]{5}[- ]?[0-9a-z]{5}$/i.test(rest) ? { type: 'link-code', code: rest } : undefined;
    case 'cancel':
      return rest === '' ? { type: 'requests' } : undefined;
    case 'mine':
    case 'requests':
    case 'queue':
    case 'tasks':
    case 'stock':
    case 'differences':
    case 'people':
    case 'calendar':
    case 'back':
    case 'policy':
    case 'ledger':
    case 'report':
    case 'home':
    case 'menu':
    case 'help':
      // "my laptop needs visio" is a sentence, not the word "my".
      return rest === '' ? { type: word } : undefined;
  }
}

const categoryOf = (said: string): Category | undefined =>
  categories.find((category) => categoryWords[category].test(said));
