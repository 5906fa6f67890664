import { dayIn } from '../format';

/** `14 January 2027`, as this language writes it. */
export const day = dayIn('zh-TW');
/** Names one after the other. */
export const list = (names: string[]): string => names.join('、');
/** Sentences one after the other. */
export const sentences = (all: string[]): string => all.join('');
