import { z } from 'zod';
import { choice, day, email, id, page, people, person, prose, quantity, typed } from './fields';

/** Giving and taking as an admin, and the people it is about. */
export const assigning = [
  /** Opens the form with which an admin gives a benefit to people; the people may have been named already. */
  z.strictObject({ type: z.literal('assign-form'), benefit: id, people: people.optional() }),
  z.strictObject({
    type: z.literal('assign'),
    /** Drawn with the form, so a form counts once. */
    assignment: id,
    benefit: id,
    people: people.optional(),
    /** Names, addresses or mentions as a person writes or pastes them: one a line, or divided by commas. */
    names: typed.optional(),
    /** For each of them. */
    quantity: quantity.optional(),
    language: choice.optional(),
    system: choice.optional(),
    email: email.optional(),
    reason: prose,
  }),
  z.strictObject({ type: z.literal('reassign-form'), holding: id, person: person.optional() }),
  z.strictObject({
    type: z.literal('reassign'),
    request: id,
    holding: id,
    person,
    email: email.optional(),
    reason: prose,
  }),
  z.strictObject({ type: z.literal('remove-form'), holding: id }),
  z.strictObject({ type: z.literal('remove'), holding: id, reason: prose }),
  z.strictObject({ type: z.literal('people'), page }),
  /** What one person holds, or held on a day. */
  z.strictObject({ type: z.literal('person'), person, on: day.optional(), page }),
  z.strictObject({ type: z.literal('add-person-form') }),
  z.strictObject({ type: z.literal('add-person'), id, name: prose, email }),
] as const;
