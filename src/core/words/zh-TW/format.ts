import { dayIn, momentIn } from '../format';

/** `14 January 2027`, as this language writes it. */
export const day = dayIn('zh-TW');
/** The day of a moment. */
export const moment = momentIn('zh-TW');
/** Names one after the other. */
export const list = (names: string[]): string => names.join('、');
/** Sentences one after the other. */
export const sentences = (all: string[]): string => all.join('');
