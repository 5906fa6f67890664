import { z } from 'zod';
import { categories } from './benefit';
import { isVisible, tidyProse } from './prose';

const id = z.uuid();
const page = z.number().int().min(1).max(1000).optional();
/** Words a person wrote: trimmed, never empty, no longer than any form of ours allows. */
const prose = z.string().max(4000).transform(tidyProse).pipe(z.string().max(1000).refine(isVisible));

/** What a person can ask of us, in the same words on every platform. */
export const Command = z.discriminatedUnion('type', [
  /** Typed words, still to be understood. `dialog`: a form can be opened at once (a slash command can, a message cannot). */
  z.strictObject({ type: z.literal('say'), text: z.string().max(4000), dialog: z.boolean() }),
  z.strictObject({ type: z.literal('help') }),

  z.strictObject({ type: z.literal('list'), category: z.enum(categories).optional(), page }),
  z.strictObject({ type: z.literal('show'), benefit: id }),

  /** Opens the form. */
  z.strictObject({ type: z.literal('ask'), benefit: id }),
  /** Sends the form. `request` is the id the request will have: it was drawn with the form, so a form counts once. */
  z.strictObject({
    type: z.literal('request'),
    request: id,
    benefit: id,
    quantity: z.coerce.number().int().min(1).max(100_000).optional(),
    language: z.string().min(1).max(75).optional(),
    system: z.string().min(1).max(75).optional(),
    reason: prose,
  }),
  z.strictObject({ type: z.literal('requests'), page }),
  z.strictObject({ type: z.literal('cancel'), request: id }),

  z.strictObject({ type: z.literal('queue'), page }),
  z.strictObject({ type: z.literal('approve'), request: id, version: z.number().int().min(1) }),
  /** Opens the form that asks for the reason. */
  z.strictObject({ type: z.literal('refuse'), request: id, version: z.number().int().min(1) }),
  z.strictObject({ type: z.literal('deny'), request: id, version: z.number().int().min(1), reason: prose }),

  z.strictObject({ type: z.literal('mine'), page }),
  z.strictObject({ type: z.literal('show-key'), holding: id }),

  z.strictObject({ type: z.literal('tasks'), page }),
  /** Opens the form that asks for a word of evidence. */
  z.strictObject({ type: z.literal('finish'), task: id }),
  z.strictObject({ type: z.literal('done'), task: id, evidence: prose.optional() }),
]);
export type Command = z.infer<typeof Command>;
export type CommandType = Command['type'];

/**
 * What a command does to the world. `reads`: nothing, an answer may rest on a minute-old look at the directory.
 * `decides`: it changes something, the speaker is looked up afresh and a repeated delivery gets the stored answer.
 * `reveals`: it shows a secret, the speaker is looked up afresh and the answer is stored nowhere.
 */
export const effectOf: Record<CommandType, 'reads' | 'decides' | 'reveals'> = {
  say: 'reads',
  help: 'reads',
  list: 'reads',
  show: 'reads',
  ask: 'reads',
  request: 'decides',
  requests: 'reads',
  cancel: 'decides',
  queue: 'reads',
  approve: 'decides',
  refuse: 'reads',
  deny: 'decides',
  mine: 'reads',
  'show-key': 'reveals',
  tasks: 'reads',
  finish: 'reads',
  done: 'decides',
};
