/** A part of one statement: its text and what is bound in it. */
export interface Part {
  text: string;
  values: unknown[];
}

/** Makes one. */
export const part = (text: string, values: unknown[]): Part => ({ text, values });
