import { z } from 'zod';
import { lookedUp } from '../card';
import { looked, page, person, plainSigns, typed } from './fields';

/** What somebody says, or looks at first, before it is clear what they want. */
export const speaking = [
  /** Typed words, still to be understood. `dialog`: a form can be opened at once (a slash command can, a message cannot). */
  z.strictObject({ type: z.literal('say'), text: typed, dialog: z.boolean() }),
  /**
   * Words said in reply to a message of ours, which the platform names by what it keeps of it: an answer or a question, where it shows a
   * request that waits.
   */
  z.strictObject({
    type: z.literal('reply'),
    to: z.record(plainSigns.max(40), plainSigns.max(400)).refine((to) => Object.keys(to).length > 0),
    text: typed,
  }),
  z.strictObject({ type: z.literal('help') }),
  /** A few buttons for what is asked for most. */
  z.strictObject({ type: z.literal('menu') }),
  /** Everything that matters to whoever looks, on one page; `search`: what they look for in the catalogue; `tab`: it fills a tab of its own. */
  z.strictObject({
    type: z.literal('home'),
    search: looked.optional(),
    page,
    tab: z.literal(true).optional(),
  }),
  /** Opens the form in which a benefit is chosen, and for whom. */
  z.strictObject({ type: z.literal('pick'), person: person.optional() }),
  /** Opens the form in which an admin looks for somebody. */
  z.strictObject({ type: z.literal('pick-person') }),
  /** What fits what somebody is typing into a field that looks things up. */
  z.strictObject({
    type: z.literal('suggest'),
    of: z.enum([...lookedUp, 'requests']),
    typed: looked,
  }),
] as const;
