import { z } from 'zod';
import { fetchFailures, fileKinds } from '../file';
import { day, fileName, id, page, place, prose } from './fields';

/** What an admin looks after: stock, lapses, the portal, the ledger. */
export const upkeep = [
  /** Where Microsoft's portal and we differ; one of them; what is proposed about it is done; or it is left as it is, and why. */
  z.strictObject({ type: z.literal('differences'), page }),
  z.strictObject({ type: z.literal('difference'), difference: id }),
  z.strictObject({ type: z.literal('settle-difference'), difference: id }),
  z.strictObject({ type: z.literal('leave-difference-form'), difference: id }),
  z.strictObject({ type: z.literal('leave-difference'), difference: id, reason: prose }),
  /** A file lies in the private chat: is it wanted? `size`: in bytes, as far as the platform says. */
  z.strictObject({
    type: z.literal('offer-file'),
    name: fileName,
    size: z.number().int().min(0).optional(),
    several: z.boolean().optional(),
  }),
  /** It was fetched, or could not be: what it would do. Its bytes are no JSON, so no button and no form can bring any. */
  z.strictObject({
    type: z.literal('read-file'),
    name: fileName,
    content: z.union([z.instanceof(Uint8Array), z.enum(fetchFailures)]),
  }),
  /** Somebody says what kind of file it is; `page`: of what it would do. */
  z.strictObject({
    type: z.literal('file-kind'),
    file: id,
    kind: z.enum(fileKinds),
    package: id.optional(),
    page,
  }),
  /** Opens the form that asks what a name in it means, by its place among those nobody knew; says so; benefits are made for the rest, or not. */
  z.strictObject({ type: z.literal('name-form'), file: id, name: place }),
  z.strictObject({ type: z.literal('name-means'), file: id, name: place, benefit: id }),
  z.strictObject({ type: z.literal('make-benefits'), file: id, make: z.boolean() }),
  /** Does what was read, all of it or nothing. `package`: of a membership. `said`: how much was said of its names when it was shown. */
  z.strictObject({
    type: z.literal('import-file'),
    file: id,
    package: id.optional(),
    said: place.optional(),
  }),

  z.strictObject({ type: z.literal('stock'), page }),
  /** Who holds a benefit, and who waits for it; or who held it on a day. */
  z.strictObject({ type: z.literal('holders'), benefit: id, on: day.optional(), page }),
  /** What lapses when. */
  z.strictObject({ type: z.literal('calendar'), page }),
  /** What came of the membership in the last days: use, speed, what lies idle. */
  z.strictObject({ type: z.literal('report'), days: z.union([z.literal(30), z.literal(90)]).optional() }),
  /** Where the ledger ends, and whether anything speaks against it. */
  z.strictObject({ type: z.literal('ledger') }),
  /** Opens the form; an admin says why the ledger is not the one that was noted. */
  z.strictObject({ type: z.literal('accept-ledger-form'), doubt: id }),
  z.strictObject({ type: z.literal('accept-ledger'), doubt: id, reason: prose }),
] as const;
