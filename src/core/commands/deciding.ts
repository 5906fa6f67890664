import { z } from 'zod';
import { choice, day, email, id, list, page, person, prose, quantity, version } from './fields';

/** Deciding about requests, and who does. */
export const deciding = [
  z.strictObject({ type: z.literal('queue'), page }),
  /** One request in full: what was said about it, who decides it, and all that the reader can do about it. */
  z.strictObject({ type: z.literal('review'), request: id, list: list.optional() }),
  /** `quantity`: less than was asked for; `reason`: what whoever asked reads about it. */
  z.strictObject({
    type: z.literal('approve'),
    request: id,
    version,
    quantity: quantity.optional(),
    reason: prose.optional(),
    /** It was pressed in a list, which goes on showing what else waits. */
    list: list.optional(),
  }),
  /** Opens the form in which less can be approved than was asked for. */
  z.strictObject({ type: z.literal('approve-form'), request: id, version }),
  /** Opens the form that asks for the reason. */
  z.strictObject({ type: z.literal('refuse'), request: id, version }),
  z.strictObject({ type: z.literal('deny'), request: id, version, reason: prose }),
  /** Opens the form; says something about a request: a question of who decides it, an answer or a word of whoever asked. */
  z.strictObject({ type: z.literal('remark-form'), request: id }),
  z.strictObject({ type: z.literal('remark'), remark: id, request: id, what: prose }),
  /** "I'm on it." */
  z.strictObject({ type: z.literal('take-on'), request: id, version }),
  /** Opens the form; hands the decision to a colleague. */
  z.strictObject({ type: z.literal('hand-over-form'), request: id, version }),
  z.strictObject({ type: z.literal('hand-over'), request: id, version, person }),
  /** Opens the form; changes what was asked for. */
  z.strictObject({ type: z.literal('change-form'), request: id }),
  z.strictObject({
    type: z.literal('change'),
    request: id,
    version,
    quantity: quantity.optional(),
    language: choice.optional(),
    system: choice.optional(),
    email: email.optional(),
    reason: prose,
  }),
  /** Whoever asked reminds those who decide. */
  z.strictObject({ type: z.literal('nudge'), request: id }),
  /** Opens the form; an admin decides alone, in an emergency. */
  z.strictObject({ type: z.literal('override-form'), request: id, version }),
  z.strictObject({
    type: z.literal('override'),
    request: id,
    version,
    verdict: z.enum(['approve', 'deny']),
    reason: prose,
  }),
  /** Opens the form; out of office, with whoever stands in; back again. */
  z.strictObject({ type: z.literal('away-form') }),
  z.strictObject({ type: z.literal('away'), from: day, until: day, person: person.optional() }),
  z.strictObject({ type: z.literal('back') }),
  /** Shows a one-time code; and, typed in the other chat, shows with it that both accounts are one person's. */
  z.strictObject({ type: z.literal('link') }),
  z.strictObject({ type: z.literal('link-code'), code: z.string().max(40) }),
  /** The rules by which it is decided who decides. */
  z.strictObject({ type: z.literal('policy'), page }),
] as const;
