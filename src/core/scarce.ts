import { left, type Stocked } from './benefit';

/** What people were approved for and nobody can give them now; what has to come is keys, or room in the allocation. */
export interface Scarce {
  id: string;
  name: string;
  waiting: number;
  needs: 'keys' | 'room';
}

/** What an admin can do something about beside the tasks: differences nobody has spoken on, and what is waited for. */
export interface Unsettled {
  differences: number;
  scarce: Scarce[];
}

/** Nothing of the kind. */
export const allSettled: Unsettled = { differences: 0, scarce: [] };

/** The benefits that somebody waits for, those that most wait for first. */
export const scarceOf = (benefits: readonly Stocked[]): Scarce[] =>
  benefits
    .filter(({ stock }) => stock.waiting > 0)
    .map((benefit): Scarce => {
      const { id, name, quantity, delivery, stock } = benefit;
      const lacksKeys = delivery === 'key' && left(keysOnly(benefit)) === 0 && quantity > stock.held;
      return { id, name, waiting: stock.waiting, needs: lacksKeys ? 'keys' : 'room' };
    })
    .sort((one, other) => other.waiting - one.waiting);

/** A benefit of which no key was ever brought in has as many as one whose keys are all given. */
const keysOnly = (benefit: Stocked): Stocked => ({
  ...benefit,
  stock: { ...benefit.stock, freeUnits: benefit.stock.freeUnits ?? 0 },
});
