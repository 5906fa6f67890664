import { distinct } from '../change';
import { type Course, type Review, stillAsked } from '../course';
import type { Holding } from '../holding';
import type { Decider, Request } from '../request';
import type { Words } from '../words';
import { amount } from './amount';

type Fact = [label: string, value: string];

/** Who said yes or no, as it is read: a rule says that it is one. */
export const saidBy = (words: Words, { name, rule }: Decider): string =>
  rule ? words.review.byRule(name) : name;

/** Since when somebody has something, and on whose word. */
export const heldSince = (
  words: Words,
  { way, since, approvedBy }: Pick<Holding, 'way' | 'since' | 'approvedBy'>,
): string => words.mine.since[way](words.moment(since), saidBy(words, approvedBy));

/** Who decided it; and that they did so alone, where it was an emergency. */
export const decidedBy = (words: Words, { by, course }: Pick<Request, 'course'> & { by: Decider }): string =>
  course?.alone ? words.review.alone(by.name) : saidBy(words, by);

/** Everybody to whose yes it is owed, not only who said the last one. */
export function approvedBy(words: Words, request: Pick<Request, 'course'> & { by: Decider }): string {
  const { alone, reviews = [] } = request.course ?? {};
  const all = distinct(reviews.map(({ by }) => by));
  return alone || all.length < 2 ? decidedBy(words, request) : words.list(all.map(({ name }) => name));
}

/** How much: and of how much that was asked for, where less was approved. */
export function quantityIn(words: Words, { benefit, quantity, course }: Request): string {
  const asked = course?.reviews[0]?.quantity ?? quantity;
  return asked > quantity
    ? words.review.ofAsked(quantity, amount(words, benefit.unit, asked))
    : amount(words, benefit.unit, quantity);
}

/** What became of a request on its way, beside who agreed: what was changed, what was said with a yes, and why somebody decided alone. */
export function onTheWay(words: Words, request: Request): Fact[] {
  const { course, state } = request;
  if (!course) return [];
  const said = course.reviews.flatMap(({ by, why }) => (why ? [words.labelled(by.name, why)] : []));
  return [
    ...changedIn(words, request),
    ...(said.length > 0 ? [[words.fields.answer, said.join(' · ')] as Fact] : []),
    // Of a no, the reason is its answer.
    ...(course.alone && state !== 'denied' ? [[words.fields.whyAlone, course.alone.why] as Fact] : []),
  ];
}

const became = (what: string, [was, is]: [string | number, string | number]): string =>
  `${what} ${was} → ${is}`;

function changedIn({ fields, ...words }: Words, { course, version }: Request): Fact[] {
  if (!course?.changed) return [];
  const { at, what } = course.changed;
  const parts = what
    ? [
        ...(what.quantity ? [became(fields.quantity, what.quantity)] : []),
        ...(what.language ? [became(fields.language, what.language)] : []),
        ...(what.system ? [became(fields.system, what.system)] : []),
        ...(what.email ? [fields.alternativeEmail] : []),
        ...(what.reason ? [fields.reason] : []),
      ]
    : [words.review.version(version)];
  return [[fields.changedOn, `${words.moment(at)} · ${words.list(parts)}`]];
}

/** Who has agreed, in which stage; and how far the present one has come. */
export function agreedIn(words: Words, { course, state }: Request): Fact[] {
  if (!course) return [];
  const { reviews, stage, stages } = course;
  const names = (of: Review[]): string => words.list(of.map((one) => agreedBy(words, one)));
  if (stages === 1) return reviews.length > 0 ? [[words.fields.agreed, names(reviews)]] : [];
  return Array.from({ length: stage }, (_, at) => at + 1).flatMap((one): Fact[] => {
    const here = reviews.filter((review) => review.stage === one);
    const label = words.review.stageLabel(one);
    if (state === 'pending' && one === stage)
      return [[label, soFar(words, course, here.length, names(here))]];
    return here.length > 0 ? [[label, words.review.agreed(names(here))]] : [];
  });
}

const agreedBy = (words: Words, { by, for: whom }: Review): string =>
  whom ? words.review.agreedFor(by.name, whom.name) : by.name;

function soFar({ review }: Words, course: Course, have: number, names: string): string {
  const need = course.need === 'all' ? have + stillAsked(course).length : course.need;
  return have === 0
    ? review.nobodyYet(course.need === 'all' ? 'all' : need)
    : review.someOf(names, have, Math.max(need, have));
}
