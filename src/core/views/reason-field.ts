import type { Field } from '../card';
import type { Words } from '../words';

type TextField = Extract<Field, { kind: 'text' }>;

/** The field in which somebody says why, in at most 1000 characters. `hint`: who will read it, or what it is for. */
export const reasonField = (
  words: Words,
  hint: string,
  more: Partial<Pick<TextField, 'least' | 'most' | 'optional'>> = {},
): Field => ({
  kind: 'text',
  name: 'reason',
  label: words.fields.reason,
  lines: 'many',
  most: 1000,
  hint,
  ...more,
});
