import { mendVerbs } from './mend-verbs';

/** What is said before the matter. Each is taken away as often as one of them stands at the beginning and something follows. */
const before: RegExp[] = [
  /^["“「'‘]+ ?/u,
  /^(?:hi|hiya|hello|hey|yo|dear|morning|good (?:morning|afternoon|evening))(?: (?:there|bot|team|all|everyone|everybody|guys|folks))?[,!.:]* +(?!(?:there|bot|team|all|everyone|everybody|guys|folks|again)\b[ !.]*$)/iu,
  /^(?:please|pls|plz|kindly|ok|okay|so|well|um+|uh+|hmm+|oh|sorry|excuse me|quick question|just|also|and|btw|fyi|thanks|thank you)[,!.:]* +/iu,
  /^(?:could|can|would|will) (?:you|u|ya|someone|somebody|anybody|anyone)(?: (?:please|pls|plz|kindly|just|also|maybe|possibly|quickly|help me(?: to)?))* +/iu,
  /^(?:would|do) you mind (?=\p{L})/iu,
  /^(?:i was wondering|i(?:'d| would) like to know|i (?:want|need) to know|i wonder|i am wondering|i'm wondering|do you know|does anyone know|can you tell me|tell me)(?: if| whether)? (?=who|what|which|how|when|where|if|i |we |you )/iu,
  /^(?:i think|i guess|i believe|i suppose|it seems|looks like|turns out)(?: that)? (?=i|we|\p{Lu})/u,
  /^(?:你好|您好|哈囉|嗨|嘿|早安|午安|晚安|大家好)(?:[,!.、~:]+ ?| +|(?=請|我|麻煩|想|可))/u,
  /^(?:請問一下|請問|请问一下|请问|不好意思|抱歉|拜託|拜托|麻煩|麻烦|勞煩|謝謝|谢谢)(?:你|您)?(?:一下)?[,!.、:]? ?/u,
  /^(?:請|请)(?!假|特休)(?:你|您)?(?:先)?(?:幫忙|帮忙)? ?/u,
  /^(?:可以|可否|能否|能不能|可不可以|是否可以|方便|可不可|能|可)(?:請|请)?(?:你|您)?(?=幫我|帮我|給|给|把|將|将|申請|申请|拿|告訴|告诉|查|看|取消|請|请|指派|收回|讓|让) ?/u,
  /^(?:幫我|帮我|幫忙|帮忙|替我|告訴我|告诉我|跟我說|我想請|我想知道|我想問|想知道|想問|我想問一下|想請問|我想了解)(?:一下|們|们)? ?/u,
  /^(?:對了|那個|那|所以|嗯+|欸|喂|啊)[,、 ]+/u,
];

/** What is said after it. Each run of signs is tried from its beginning alone: from everywhere in it, a long one would take seconds. */
const behind: RegExp[] = [
  /(?<![\s,;:.!?~…、。？！～"”」'’)(^_-])[\s,;:.!?~…、。？！～"”」'’)(^_-]+$/u,
  /(?<!\p{Extended_Pictographic})\p{Extended_Pictographic}+$/u,
  /(?<![,.!? ])[,.!? ]+(?:please|pls|plz|thanks(?: a lot| so much| in advance)?|thank you(?: so much| very much)?|thx|tks|ty|tyvm|cheers|asap|urgently|if possible|when (?:you|u) can|when you have (?:time|a minute)|if you (?:can|don't mind)|ok|okay|right|then|sir|mate|bot)$/iu,
  / (?:right now|now|currently|at the moment|at present|atm|these days|already|today)$/iu,
  /(?:[,、 ]|(?<=.))(?:謝謝|谢谢|感謝|感谢|多謝|感恩|拜託|拜托|謝啦|辛苦了|麻煩了|麻煩|麻烦)(?:了|你|您|囉|啦|喔|大家|你們)?$/u,
  /(?<=..)(?:喔|哦|啊|呀|耶|囉|啰|啦|呢|哈|唷|吧|嘛|嗎|吗|好嗎|可以嗎|行嗎|好不好|可不可以)$/u,
];

/** The matter alone, in its own case: without what is said for politeness, without a greeting before it and marks around it. */
export function withoutManners(said: string): string {
  let words = mendVerbs(said.trim());
  for (let at = 0; at < 12; at++) {
    const less = behind.reduce(
      (now, manner) => shorter(now, manner),
      before.reduce((now, manner) => shorter(now, manner), words),
    );
    if (less === words) break;
    words = less;
  }
  return words;
}

const shorter = (words: string, manner: RegExp): string => {
  const less = words.replace(manner, '').trim();
  return less === '' ? words : less;
};

/** Whether something is asked of us: who only names a thing and says please wants it. */
export const isPolite = (said: string): boolean =>
  /\b(?:please|pls|plz|thanks|thank you|thx|ty)\b|麻煩|麻烦|拜託|拜托|謝謝|谢谢|請給|感謝|感谢|幫我|帮我|可不可以|能不能|可否|能否/i.test(
    said,
  );
