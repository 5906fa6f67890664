/** A part of one statement: its text and what is bound in it. */
export interface Part {
  /** By which other parts know what it returns. */
  name?: string;
  text: string;
  values: unknown[];
}

/** Makes one. */
export const part = (text: string, values: unknown[]): Part => ({ text, values });
