import { filler } from './filler';
import { commonInChinese, commonInEnglish } from './words-not-names';

/** Words that stand where a name could, and are none. */
const nobody = new Set(
  `i me my mine myself we us our ours you your yours he she it its him her them they their this that these those one ones someone somebody anyone anybody
   everyone everybody nobody who whom what which the a an any all some each every none not no more both other others another
   work home test tests testing demo demos demonstration school free fun now today tomorrow later monday tuesday wednesday thursday
   friday january february march april june july august september october november december maternity paternity parental sick annual next last year month week day days hours project projects team teams department dept company office customer customers client
   clients user users people person employee employees colleague colleagues laptop laptops pc computer machine machines server servers
   device devices box vm vms lab meeting presentation training class development production review approval decision budget
   installation install migration drawing drawings diagrams reports reporting review slack teams microsoft back away here there sale version kind sort number
   example instance sure real long use usage help info details access stock up down out off over on in at by with if when while is are
   do does did can could would should will shall may might must have has had get got be been being and or but`.split(
    /\s+/,
  ),
);
const nobodyInChinese =
  /^(?:[我你您妳他她它這那哪誰有沒不本各每此該某全其做畫寫看裝灌用辦跑排收拿給還退停換改轉交放查找問請幫叫讓被從把將]|選項|項目|目錄|清單|公司|大家|同事們|同仁|所有|自己|人員|部門|團隊|客戶|使用者|目前|現在|剩|還|可以|什麼|多少|幾|一|兩|新)|[我你您他她怎今用跟能可以會是在還都也請問麼這那什版類雲的了嗎呢把將要想給組個份授權]|公司|部門|什麼|多少|需要|申請/u;

/** With which signs names begin in Taiwan. */
export const surnames =
  '陳林黃張李王吳劉蔡楊許鄭謝郭洪邱曾廖賴徐周葉蘇莊呂江何蕭羅高潘簡朱鍾彭游詹胡施沈余盧梁趙顏柯翁魏孫戴范方宋鄧杜傅侯曹薛丁卓馬阮董唐溫藍蔣石古紀姚連馮歐程湯田康姜白汪鄒尤巫黎涂龔嚴韓袁金童陸夏';
/** Names of three signs or four begin so: with a family name, or as those of other countries are written. */
const longInChinese = new RegExp(
  `^(?:[${surnames}]|歐陽|司馬|諸葛|上官|[阿小老]|[艾安瑪伊史凱麥傑喬珍莉])`,
  'u',
);
const isNameInChinese = (name: string): boolean =>
  !nobodyInChinese.test(name) &&
  (name.length === 2 || longInChinese.test(name)) &&
  [...name].every((_, at) => !commonInChinese.has(name.slice(at, at + 2)));

/** What may stand before a name and is none of it. */
const title =
  /^(?:(?:my|our|the|new|a) )*(?:colleague|coworker|co-worker|teammate|team mate|intern|new hire|hire|trainee|apprentice|student|guy|lady|developer|designer|admin|boss|manager|friend|user|employee|mr\.?|mrs\.?|ms\.?|dr\.?) (?=\S)|^(?:我(?:們)?的?)?(?:新)?(?:同事|主管|同仁|員工|實習生|使用者)(?=.)|^@(?=[^:]+$)/iu;
const address = /(?:先生|小姐|女士|經理|同學)$/u;

/** What may stand behind a name and is none of it. */
const afterwards =
  / (?:instead|too|as well|also|please|asap|again|now|today|tomorrow|tonight|right away|immediately|for now|from now on|then|next (?:week|month)|this (?:week|month)|(?:as of|from|by|since) \S+(?: \S+)?)$/iu;

/** The name in words that may be one: without what is said beside it. */
export const nameIn = (words: string): string =>
  words
    .trim()
    .replace(title, '')
    // What is said of somebody stands behind the name: "Tom, he starts on Monday", "Tom in Sales".
    .replace(
      /(?<=.)(?:[,，、;；(（。].*| (?:in|from|at|of|and (?:tell|let|then|please|send|ask)|who|because|since|as|so|on|starting|until|next) .*)$/u,
      '',
    )
    .replace(afterwards, '')
    .replace(address, '')
    .replace(/(?<=\p{L})['’]s$|(?<=\p{Script=Han}{2})[已都也就又才還先剛說]$/u, '')
    .replace(/[,，、.。;:]+$/u, '')
    .trim();

/**
 * Whether words may be one person's name: a mention, an address, up to three Latin words or up to four Chinese signs, none of them a
 * word that says something else. Who is really called so is looked up by whoever needs it.
 */
export function isSomebody(name: string): boolean {
  if (/^<@[a-z]+:[A-Za-z0-9-]+>$/.test(name) || /^[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+$/.test(name)) return true;
  if (/^\p{Script=Han}{2,4}$/u.test(name)) return isNameInChinese(name);
  const words = name.split(' ');
  if (words.length > 3) return false;
  return words.every(
    (word) =>
      /^\p{Script=Latin}[\p{Script=Latin}.'’-]*$/u.test(word) &&
      word.length > 1 &&
      // ERP and IT are no names.
      !/^\p{Lu}{2,4}$/u.test(word) &&
      !nobody.has(word.toLowerCase()) &&
      !/^(?:i|you|we|he|she|they|it)['’]/i.test(word) &&
      // A name may be a word that says nothing, but then it is written large.
      !filler.has(word) &&
      !commonInEnglish.has(word) &&
      // Whatever ends so and is written small is something that somebody does.
      !/^\p{Ll}{3,}ing$/u.test(word),
  );
}
