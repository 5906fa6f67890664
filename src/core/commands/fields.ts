import { z } from 'zod';
import { shownName } from '../file';
import { holdsKey } from '../key-text';
import { isVisible, tidyProse } from '../prose';

/** Our own name of a thing. */
export const id = z.uuid();
/** Which page of a list, from 1; absent: the first. */
export const page = z.number().int().min(1).max(1000).optional();
/** The place of something in a list that only grows, from 0. */
export const place = z.number().int().min(0).max(1000);
/** Words a person wrote: trimmed, never empty, no longer than any form of ours allows. */
export const prose = z.string().max(4000).transform(tidyProse).pipe(z.string().max(1000).refine(isVisible));

/** Words that need not say anything. */
export const typed = z.string().max(4000).transform(tidyProse);
/** What somebody looks for, while they are still typing it. */
export const looked = z.string().max(1000).transform(tidyProse);
/** One of a list that a form offers. */
export const choice = z.string().max(75).transform(tidyProse).pipe(z.string().min(1));

/** Somebody, as a picker or a mention names them, or by our own id. */
export const person = z
  .string()
  .regex(/^(?:(?:slack|teams):[A-Za-z0-9-]{2,64}|person:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/i)
  .refine((ref) => !holdsKey(ref));
/** Several of them. */
export const people = z.array(person).max(50);
/** An address, as it was typed. */
export const email = z.string().max(254).transform(tidyProse).pipe(z.string().min(1));
/** A day of the calendar. */
export const day = z.iso.date();
/** So many, from 1; a form sends it as words. */
export const quantity = z.coerce.number().int().min(1).max(100_000);
/** The list in which something was pressed. */
export const list = z.literal('queue');
/** Of a request: which one is meant. */
export const version = z.number().int().min(1);
/** What a platform keeps of a message: nothing that the database could not even look for. */
export const plainSigns = z.string().regex(/^[\x20-\x7e]+$/);
/** The name of a file as somebody gave it. */
export const fileName = z.string().max(1000).transform(shownName);
