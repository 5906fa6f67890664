import { z } from 'zod';
import { categories } from '../benefit';
import { locales } from '../words';
import { choice, email, id, page, person, prose, quantity, version } from './fields';

/** Looking up what there is, and asking for it. */
export const asking = [
  z.strictObject({ type: z.literal('list'), category: z.enum(categories).optional(), page }),
  /** `quantity`: so many were named in the same breath. */
  z.strictObject({
    type: z.literal('show'),
    benefit: id,
    quantity: quantity.optional(),
    /** For whom it is to be, where that was said in the same breath. */
    person: person.optional(),
  }),
  /** Opens the form. */
  z.strictObject({
    type: z.literal('ask'),
    benefit: id,
    quantity: quantity.optional(),
    /** For whom, where that is known before. */
    person: person.optional(),
  }),
  /** Sends the form. `request` is the id the request will have: it was drawn with the form, so a form counts once. */
  z.strictObject({
    type: z.literal('request'),
    request: id,
    benefit: id,
    quantity: quantity.optional(),
    language: choice.optional(),
    system: choice.optional(),
    /** For whom; absent: for oneself. */
    person: person.optional(),
    email: email.optional(),
    reason: prose,
  }),
  /** A benefit as a card for everybody in a chat. */
  z.strictObject({ type: z.literal('share'), benefit: id }),
  /** A request as a card for everybody in a chat, of which everybody sees what is theirs to see. */
  z.strictObject({ type: z.literal('share-request'), request: id, locale: z.enum(locales).optional() }),
  /** Looks at such a card. `version`: of the request as it was when the card was drawn. */
  z.strictObject({ type: z.literal('shared'), request: id, version }),
  z.strictObject({ type: z.literal('requests'), page }),
  z.strictObject({ type: z.literal('cancel'), request: id }),
  /** Takes, or leaves to the next one, what is kept for whoever stands first on the waiting list. */
  z.strictObject({ type: z.literal('accept'), request: id }),
  z.strictObject({ type: z.literal('decline'), request: id }),
] as const;
