import type { Locale } from '../../core/words';

/** What only Slack has to say: sentences about its windows and limits. Everything else is said by cards. */
interface Sentences {
  close: string;
  /** A window did not open, or could not open any more. */
  pressAgain: string;
  /** A message cannot open a window, a slash command can. */
  typeCommand: string;
  /** A card was longer than Slack takes. */
  more: string;
}

/** Them, in every language. */
export const sentences: Record<Locale, Sentences> = {
  en: {
    close: 'Close',
    pressAgain: 'The window could not be opened in time. Please try once more.',
    typeCommand: 'This opens in a window. Please type /benefits followed by the same words.',
    more: 'There is more than Slack can show here.',
  },
  'zh-TW': {
    close: '關閉',
    pressAgain: '視窗未能及時開啟，請再試一次。',
    typeCommand: '這會在視窗中開啟。請輸入 /benefits，後面接上同樣的文字。',
    more: '內容超出 Slack 可顯示的範圍。',
  },
};
