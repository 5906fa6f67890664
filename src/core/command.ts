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
  .regex(/^(slack|teams|person):[A-Za-z0-9-]{2,64}$/)
  .refine((ref) => !holdsKey(ref));
const people = z.array(person).max(50);
/** Names, addresses or mentions as a person writes or pastes them: one a line, or divided by commas. */
const names = typed;
const email = z.string().max(254).transform(tidyProse).pipe(z.string().min(1));
const day = z.iso.date();

/** What a person can ask of us, in the same words on every platform. */
export const Command = z.discriminatedUnion('type', [
  /** Typed words, still to be understood. `dialog`: a form can be opened at once (a slash command can, a message cannot). */
  z.strictObject({ type: z.literal('say'), text: typed, dialog: z.boolean() }),
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
  z.strictObject({ type: z.literal('approve'), request: id, version: z.number().int().min(1) }),
  /** Opens the form that asks for the reason. */
  z.strictObject({ type: z.literal('refuse'), request: id, version: z.number().int().min(1) }),
  z.strictObject({ type: z.literal('deny'), request: id, version: z.number().int().min(1), reason: prose }),

  z.strictObject({ type: z.literal('mine'), page }),
  /** Everything about one holding, and all that can be done with it. */
  z.strictObject({ type: z.literal('holding'), holding: id }),
  z.strictObject({ type: z.literal('show-key'), holding: id }),
  /** Opens the form; sends it: this key does not work. */
  z.strictObject({ type: z.literal('report-form'), holding: id }),
  z.strictObject({ type: z.literal('report-key'), holding: id, reason: prose }),
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
    quantity: z.coerce.number().int().min(1).max(100_000).optional(),
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
  /** What one person holds. */
  z.strictObject({ type: z.literal('person'), person }),
  z.strictObject({ type: z.literal('add-person-form') }),
  z.strictObject({ type: z.literal('add-person'), id, name: prose, email }),

  z.strictObject({ type: z.literal('stock'), page }),
  /** Who holds a benefit, and who waits for it. */
  z.strictObject({ type: z.literal('holders'), benefit: id, page }),
  /** What lapses when. */
  z.strictObject({ type: z.literal('calendar'), page }),
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
  accept: 'decides',
  decline: 'decides',
  queue: 'reads',
  approve: 'decides',
  refuse: 'reads',
  deny: 'decides',
  mine: 'reads',
  holding: 'reads',
  'show-key': 'reveals',
  'report-form': 'reads',
  'report-key': 'decides',
  'plan-form': 'reads',
  'plan-token': 'reads',
  'use-form': 'reads',
  use: 'decides',
  'return-form': 'reads',
  return: 'decides',
  keep: 'decides',
  tasks: 'reads',
  task: 'reads',
  'claim-task': 'decides',
  finish: 'reads',
  done: 'decides',
  'give-up': 'reads',
  'could-not': 'decides',
  'assign-form': 'reads',
  assign: 'decides',
  'reassign-form': 'reads',
  reassign: 'decides',
  'remove-form': 'reads',
  remove: 'decides',
  people: 'reads',
  person: 'reads',
  'add-person-form': 'reads',
  'add-person': 'decides',
  stock: 'reads',
  holders: 'reads',
  calendar: 'reads',
};

/** The commands whose values a person enters in a form. */
export const formTypes = [
  'request',
  'deny',
  'report-key',
  'plan-token',
  'use',
  'return',
  'done',
  'could-not',
  'assign',
  'reassign',
  'remove',
  'add-person',
] as const satisfies CommandType[];
