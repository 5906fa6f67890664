import { dayIn } from '../format';

/** `14 January 2027`, as this language writes it. */
export const day = dayIn('en-GB');
/** Names one after the other. */
export const list = (names: string[]): string => names.join(', ');
/** Sentences one after the other. */
export const sentences = (all: string[]): string => all.join(' ');
/** A label and what belongs to it. */
export const labelled = (label: string, text: string): string => `${label}: ${text}`;
/** Words, and what is said of them beside. */
export const aside = (text: string, beside: string): string => `${text} (${beside})`;
/** Things that are words with commas in them, one after the other. */
export const several = (all: string[]): string => all.join('; ');
