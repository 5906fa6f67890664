import type { HeldOn } from '../core/held-on';

/** What was held on a day as a file that is written part by part: the texts of its parts, with what stands before, between and after them. */
export interface Listing {
  before: string;
  /** The text of some holdings, of one at least. */
  part(held: Iterable<HeldOn>): string;
  between: string;
  after: string;
}
