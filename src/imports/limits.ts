/** What a file may ask of us before it is refused. Real exports have a few thousand rows, so all of it is far off. */
export interface Limits {
  fileBytes: number;
  rows: number;
  /** CSV rows without a word in them: a spreadsheet writes some. */
  blankRows: number;
  /** One CSV record, and one line of it, in characters. */
  recordChars: number;
  /** Anything an XML parser must keep whole: a text, an attribute, a name, a comment. */
  pieceChars: number;
  depth: number;
  attributes: number;
  elements: number;
}

/** What we take. */
export const limits: Limits = {
  fileBytes: 200 * 1024 * 1024,
  rows: 1_000_000,
  blankRows: 50_000,
  recordChars: 64 * 1024,
  pieceChars: 256 * 1024,
  depth: 16,
  attributes: 32,
  elements: 5_000_000,
};

/** How a file is to be read: other limits than ours, and somebody who wants to know how far it is (in bytes). */
export interface Reading {
  limits?: Partial<Limits>;
  progress?: (read: number, total: number) => void;
}
