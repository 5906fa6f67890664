import type { Locale } from '../../core/words';

/** The few sentences that belong to this platform alone. */
interface TeamsWords {
  /** From a form to the card it was opened from. */
  back: string;
  needed(label: string): string;
  between(label: string, least: number, most: number): string;
  atLeast(label: string, least: number): string;
  /** In a channel, after the answer went to the private chat. */
  answeredInPrivate: string;
  /** In a channel, where no private chat could be reached. */
  speakInPrivate: string;
  /** To a team or the chat of a group to which the app was added. */
  greeting: string;
  /** In the place of a key that has no business in a message. */
  onlyInDialog: string;
  /** Of a dialog, or of a button that opens one, that we did not draw for whoever used it. */
  notDrawn: string;
}

/** Them, in every language. */
export const words: Record<Locale, TeamsWords> = {
  en: {
    back: 'Back',
    needed: (label) => `${label} is needed.`,
    between: (label, least, most) => `${label}: a whole number from ${least} to ${most}.`,
    atLeast: (label, least) => `${label}: at least ${least} characters.`,
    answeredInPrivate: 'I have answered you in our private chat.',
    speakInPrivate: 'Please talk to me in a private chat: add me to your own apps first.',
    greeting:
      'Hello! I look after our Microsoft partner benefits. Mention me here, or write to me in a private chat: what is yours I answer there.',
    onlyInDialog: 'This is shown in a dialog only. Please press the button again.',
    notDrawn:
      'This did not come from me as it stands, so nothing was done. Please open it again, from my own card.',
  },
  'zh-TW': {
    back: '返回',
    needed: (label) => `請填寫「${label}」。`,
    between: (label, least, most) => `「${label}」請填 ${least} 到 ${most} 的整數。`,
    atLeast: (label, least) => `「${label}」至少需要 ${least} 個字元。`,
    answeredInPrivate: '我已在我們的私人聊天中回覆您。',
    speakInPrivate: '請在私人聊天中與我對話：請先將我新增到您的應用程式。',
    greeting:
      '大家好！我負責公司的 Microsoft 合作夥伴權益。請在這裡提及我，或在私人聊天中傳訊息給我；屬於您個人的內容，我只會在私人聊天中回覆。',
    onlyInDialog: '此內容只會在對話方塊中顯示，請再按一次按鈕。',
    notDrawn: '這並不是我提供的原始內容，因此沒有執行任何動作。請從我的卡片重新開啟。',
  },
};
