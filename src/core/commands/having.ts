import { z } from 'zod';
import { day, id, page, person, prose } from './fields';

/** What somebody has, and what they do with it. */
export const having = [
  z.strictObject({ type: z.literal('mine'), page }),
  /** Everything about one holding, and all that can be done with it. */
  z.strictObject({ type: z.literal('holding'), holding: id }),
  z.strictObject({ type: z.literal('show-key'), holding: id }),
  /** Opens the form; sends it: this key does not work. */
  z.strictObject({ type: z.literal('report-form'), holding: id }),
  /** `report`: drawn with the form, so a form counts once; another press would report the key that has just come instead. */
  z.strictObject({ type: z.literal('report-key'), report: id, holding: id, reason: prose }),
  /** Opens the form; shows what adding a token's seats or extending with it would come to. */
  z.strictObject({ type: z.literal('plan-form'), holding: id }),
  z.strictObject({
    type: z.literal('plan-token'),
    holding: id,
    seats: z.coerce.number().int().min(0).max(1_000_000),
    /** No subscription runs into another century; beyond the year 9999 days cannot even be compared. */
    until: day.refine((until) => until < '2100-01-01').optional(),
  }),
  /** Opens the form; writes down what incidents or hours were used for. */
  z.strictObject({ type: z.literal('use-form'), holding: id }),
  z.strictObject({
    type: z.literal('use'),
    use: id,
    holding: id,
    quantity: z.coerce.number().int().min(1).max(100_000),
    /** Who used them; absent: the holder. */
    person: person.optional(),
    what: prose,
  }),
  /** Opens the form; gives back. */
  z.strictObject({ type: z.literal('return-form'), holding: id }),
  z.strictObject({ type: z.literal('return'), holding: id, reason: prose.optional() }),
  /** "I still need it." */
  z.strictObject({ type: z.literal('keep'), holding: id }),
] as const;
