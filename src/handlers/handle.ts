import type { Card } from '../core/card';
import type { Locale } from '../core/words';
import type { Sender } from '../store/store';

/** The card for whoever spoke; `seen` is to be called with what became of a card that shows a key. */
export interface Reply {
  card: Card;
  seen?: (shown: boolean) => Promise<void>;
}

/** The only door. Whoever knocks gets one card back; everyone else is told by notice. Never rejects: a failure is a card too. */
export interface Handle {
  (input: unknown, from: Sender, identity: string): Promise<Reply>;
  /** What is shown while an answer is still being made. */
  working(locale: Locale): Card;
}
