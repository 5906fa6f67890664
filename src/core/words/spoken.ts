/** The same tree, with any text in place of the English one: a language in which a sentence is missing does not compile. */
export type Spoken<T> = T extends string
  ? string
  : T extends (...facts: infer F) => string
    ? (...facts: F) => string
    : { [K in keyof T]: Spoken<T[K]> };
