export type Locale = 'en' | 'zh-TW';
