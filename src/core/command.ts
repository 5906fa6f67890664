import { z } from 'zod';
import { categories } from './benefit';
import { checkOutcomes } from './check-key';
import { holdsKey } from './key-text';
import { isVisible, tidyProse } from './prose';

const id = z.uuid();
const page = z.number().int().min(1).max(1000).optional();
/** Words a person wrote: trimmed, never empty, no longer than any form of ours allows. */
const prose = z.string().max(4000).transform(tidyProse).pipe(z.string().max(1000).refine(isVisible));

/** Words that need not say anything. */
const typed = z.string().max(4000).transform(tidyProse);
/** One of a list that a form offers. */
const choice = z.string().max(75).transform(tidyProse).pipe(z.string().min(1));

/** Somebody, as a picker or a mention names them, or by our own id. */
const person = z
  .string()
  .regex(/^(?:(?:slack|teams):[A-Za-z0-9-]{2,64}|person:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/i)
  .refine((ref) => !holdsKey(ref));
const people = z.array(person).max(50);
/** Names, addresses or mentions as a person writes or pastes them: one a line, or divided by commas. */
const names = typed;
const email = z.string().max(254).transform(tidyProse).pipe(z.string().min(1));
const day = z.iso.date();
const quantity = z.coerce.number().int().min(1).max(100_000);
/** The list in which something was pressed. */
const list = z.literal('queue');
const version = z.number().int().min(1);
/** What a platform keeps of a message: nothing that the database could not even look for. */
const plainSigns = z.string().regex(/^[\x20-\x7e]+$/);

/** What a person can ask of us, in the same words on every platform. */
export const Command = z.discriminatedUnion('type', [
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

  z.strictObject({ type: z.literal('list'), category: z.enum(categories).optional(), page }),
  /** `quantity`, `person`: so many were named in the same breath, and for whom it is to be. */
  z.strictObject({
    type: z.literal('show'),
    benefit: id,
    quantity: quantity.optional(),
    person: person.optional(),
  }),

  /** Opens the form. */
  z.strictObject({
    type: z.literal('ask'),
    benefit: id,
    quantity: quantity.optional(),
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
  z.strictObject({ type: z.literal('requests'), page }),
  z.strictObject({ type: z.literal('cancel'), request: id }),
  /** Takes, or leaves to the next one, what is kept for whoever stands first on the waiting list. */
  z.strictObject({ type: z.literal('accept'), request: id }),
  z.strictObject({ type: z.literal('decline'), request: id }),

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

  /** Opens the form with which an admin gives a benefit to people; the people may have been named already. */
  z.strictObject({ type: z.literal('assign-form'), benefit: id, people: people.optional() }),
  z.strictObject({
    type: z.literal('assign'),
    /** Drawn with the form, so a form counts once. */
    assignment: id,
    benefit: id,
    people: people.optional(),
    names: names.optional(),
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

  z.strictObject({ type: z.literal('stock'), page }),
  /** Who holds a benefit, and who waits for it; or who held it on a day. */
  z.strictObject({ type: z.literal('holders'), benefit: id, on: day.optional(), page }),
  /** What lapses when. */
  z.strictObject({ type: z.literal('calendar'), page }),
  /** Where the ledger ends, and whether anything speaks against it. */
  z.strictObject({ type: z.literal('ledger') }),
  /** Opens the form; an admin says why the ledger is not the one that was noted. */
  z.strictObject({ type: z.literal('accept-ledger-form'), doubt: id }),
  z.strictObject({ type: z.literal('accept-ledger'), doubt: id, reason: prose }),
]);
export type Command = z.infer<typeof Command>;
export type CommandType = Command['type'];
