import type { Command } from '../command';
import type { Act } from './acts';

/** Something to be done about what people have or asked for. `of`: the words that name it; `benefits`: what they name, best first. */
export type ToDo = Exclude<Act, { act: 'show' | 'ask' }> & {
  is: 'to-do';
  of: string;
  benefits: string[];
  sure: boolean;
  quantity?: number;
};

/** A benefit was meant; `sure` when the name fits, else these only come near. `to`: the one it is for, as they were written. */
export interface Wish {
  is: 'benefit';
  wants: 'show' | 'ask';
  benefits: string[];
  sure: boolean;
  quantity?: number;
  to?: string;
}

/** What typed words turned out to mean. */
export type Understood =
  | { is: 'command'; command: Exclude<Command, { type: 'say' }> }
  /** Said in other words than our own, so it is offered and not done: it would change something. */
  | { is: 'to-press'; command: Extract<Command, { type: 'back' | 'link' }> }
  | Wish
  | ToDo
  /** Each of these may have been meant, the likeliest first: at most three. */
  | { is: 'perhaps'; meanings: Meaning[] }
  | { is: 'unclear' };

/** One thing that may have been meant. */
export type Meaning = Exclude<Understood, { is: 'perhaps' | 'unclear' }>;
