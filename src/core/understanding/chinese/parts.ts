/** A tilde stands for a blank, which people put between Chinese and Latin letters or leave out. */
export const zh = (...parts: string[]): RegExp => new RegExp(parts.join('').replaceAll('~', ' ?'));

/** Whoever speaks, and what may stand before the verb. */
export const i =
  '(?:我(?:們)?(?:這邊)?~)?(?:也|已經|現在|目前|剛剛|剛才|之後|以後|其實|最近|應該|可能|真的|都|就|早就|暫時)*~';
/** Ways to begin a wish. */
export const wish =
  '(?:想要|想|要|需要|打算|希望|得|必須|可以|能|能不能|可不可以)?(?:請你|請|你)?(?:幫忙|幫我)?~';
/** So many of something. */
const some = '(?:(?:一|兩|二|三|四|五|[0-9]+)~(?:個|組|份|套|張|支|把|台|台份|名|位|筆|條|次)?(?:的)?~)?';
/** What names the benefit, without what stands before it. */
export const of = `${some}(?:我(?:們)?的|那個|這個|那組|這組|一下)?~(?<of>.+?)`;
/** Verbs with which something goes from one to another. */
export const move =
  '(?:重新指派|改派|轉移|移轉|轉讓|移交|轉交|轉|改|移|換|交接|交|讓|撥|過戶|挪|調|轉派)(?:成|為)?(?:給|到|至|予)?';
/** Verbs with which something is taken away. */
export const take =
  '(?:移除|收回|取回|撤銷|拿掉|拿回|拿走|要回|刪除|取消|回收|解除|拔掉|停用|註銷|收走|收掉|撤回|移掉|刪掉|取走|停掉|關掉|撤掉|收)(?:回來|來|掉|去)?';
/** Verbs with which something is given. */
export const give = '(?:指派|分配|發放|核發|授予|配發|分發|分派|給予|提供|開通|開|配給|配|發|分|送|撥|授權)';
/** Verbs with which something is given back. */
export const back = '(?:歸還|退還|交還|退回|繳回|還回|退掉|釋出|放棄|交回|送還|退訂|奉還|繳還|釋放|還掉|退)';
/** Verbs behind the object with which it goes back. */
export const goBack =
  '(?:還|退|交|收|歸還|退還|繳|拿|釋出|釋放|放|收走|移除|取消|回收|丟)(?:回去|回來|回|掉|出來|出去|給你們|給你|給公司|給管理員|去|走)*了?';
/** Ways to say that something is not wanted any more. */
export const noMore =
  '(?:不再需要|不再使用|不再用|不需要|不使用|不用|不要|用不到|用不著|用不上|沒在用|沒有在用|沒在使用|沒有用到|沒用到|沒有使用|沒使用|不會用到|不會再用|不會用|不想用|不需用|不必用|沒用|用完|沒再用|不想要|不必|不須)';
/** Whoever is asked for. */
export const who =
  '(?:誰|哪些人|哪個人|哪位|哪些同事|哪個同事|哪些員工|哪幾個人|哪幾位|什麼人|哪些人員|哪些使用者|有誰)';
/** Ways to have something. */
export const have =
  '(?:持有|擁有|在用|在使用|使用|用|有|拿了|拿走|拿到|拿|領了|領走|領|借走|佔用|佔|裝了|握有|申請了|分到|被指派|掌握)(?:著|過|了)?';
/** What somebody may have. */
export const things = '(?:東西|權益|授權|軟體|金鑰|訂閱|產品|license|licence|key|keys)';
/** A request, as people call it. */
export const application = '(?:申請單|申請|請求|單子)';
