import { z } from 'zod';
import { checkOutcomes } from '../check-key';
import { id, page, prose } from './fields';

/** What an admin has to do elsewhere. */
export const tasks = [
  z.strictObject({ type: z.literal('tasks'), page }),
  z.strictObject({ type: z.literal('task'), task: id }),
  z.strictObject({ type: z.literal('claim-task'), task: id }),
  /** Opens the form that asks for a word of evidence, and for what the task is there to find out. */
  z.strictObject({ type: z.literal('finish'), task: id }),
  z.strictObject({
    type: z.literal('done'),
    task: id,
    evidence: prose.optional(),
    accessId: prose.optional(),
    contractId: prose.optional(),
    /** Of a key that was checked. */
    outcome: z.enum(checkOutcomes).optional(),
  }),
  /** Opens the form that asks for the reason; says that it could not be done. */
  z.strictObject({ type: z.literal('give-up'), task: id }),
  z.strictObject({ type: z.literal('could-not'), task: id, reason: prose }),
] as const;
