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
  /** The page on which somebody ends who installs the app in a workspace. */
  install: {
    done: string;
    cancelled: string;
    tooLate: string;
    busy: string;
    notListed(team: string): string;
    failed: string;
  };
}

/** Them, in every language. */
export const sentences: Record<Locale, Sentences> = {
  en: {
    close: 'Close',
    pressAgain: 'The window could not be opened in time. Please try once more.',
    typeCommand: 'This opens in a window. Please type /benefits followed by the same words.',
    more: 'There is more than Slack can show here.',
    install: {
      done: 'Partner benefits is in your workspace now. Type /benefits in Slack to begin. You can close this page.',
      cancelled: 'Nothing was installed. You can close this page.',
      tooLate: 'This took too long, or began in another browser. Please open /slack/install once more.',
      busy: 'Too many come from Slack at once. Please open /slack/install again in a minute.',
      notListed: (team) =>
        `Nothing was installed: workspace ${team} is not among those that may have it (SLACK_TEAM_IDS). Please remove the app in Slack.`,
      failed: 'Slack did not let us in. Please open /slack/install once more.',
    },
  },
  'zh-TW': {
    close: '關閉',
    pressAgain: '視窗未能及時開啟，請再試一次。',
    typeCommand: '這會在視窗中開啟。請輸入 /benefits，後面接上同樣的文字。',
    more: '內容超出 Slack 可顯示的範圍。',
    install: {
      done: '權益機器人已安裝到您的工作區。請在 Slack 輸入 /benefits 開始使用，您可以關閉此頁面。',
      cancelled: '沒有安裝任何項目，您可以關閉此頁面。',
      tooLate: '操作逾時，或是在另一個瀏覽器開始的。請重新開啟 /slack/install。',
      busy: '目前同時安裝的人太多，請在一分鐘後重新開啟 /slack/install。',
      notListed: (team) =>
        `未安裝：工作區 ${team} 不在允許的名單（SLACK_TEAM_IDS）中。請在 Slack 移除此應用程式。`,
      failed: 'Slack 未允許安裝，請重新開啟 /slack/install。',
    },
  },
};
