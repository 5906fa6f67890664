import { ofHolding } from './audit';
import type { Benefit } from './benefit';
import { type Change, redrawFor, tell } from './change';
import { type Ended, end } from './give-back';
import { type Holding, isLive } from './holding';
import type { SeveralBack } from './notice';
import type { Person, Speaker } from './person';
import { type Decision, refuse } from './request';
import { addHours, type Instant } from './time';

/** A question whether something is still needed: when it was asked, until when it waits, and when it was last repeated. */
export interface Inquiry {
  askedAt: Instant;
  answerBy: Instant;
  remindedAt?: Instant;
}

/** When a holder is next asked; undefined for a benefit of which nobody has set that. `since`: or since the last "I still need it". */
export const askFrom = (
  { stillNeededDays }: Pick<Benefit['settings'], 'stillNeededDays'>,
  since: Instant,
): Instant | undefined => (stillNeededDays ? addHours(since, stillNeededDays * 24) : undefined);

/** The holder is reminded at half of the time, and one day before its end; where both fall together, or the day is over, once. */
export function remindersOf({ askedAt, answerBy }: Pick<Inquiry, 'askedAt' | 'answerBy'>): Instant[] {
  const half = addHours(askedAt, (Date.parse(answerBy) - Date.parse(askedAt)) / 3_600_000 / 2);
  const dayBefore = addHours(answerBy, -24);
  return [...new Set([half, dayBefore])].filter((at) => at > askedAt && at < answerBy).sort();
}

/** What a question asks for now: nothing yet, a reminder (one, however many were missed), or an end. */
export function nextOf(inquiry: Inquiry, now: Instant): 'nothing' | 'reminder' | 'end' {
  if (now >= inquiry.answerBy) return 'end';
  const due = remindersOf(inquiry)
    .filter((at) => at <= now)
    .at(-1);
  return due && (!inquiry.remindedAt || inquiry.remindedAt < due) ? 'reminder' : 'nothing';
}

/** The holder is asked whether they still need it, and told until when and what happens otherwise. */
export function inquire(holding: Holding, { answerDays }: Benefit['settings'], now: Instant): Change {
  const { id, person } = holding;
  const answerBy = addHours(now, answerDays * 24);
  const asked: Holding = { ...holding, state: { is: 'inquired', answerBy } };
  return {
    steps: [{ do: 'inquire', holding: id, at: now, answerBy }],
    notices: [tell(person, id, { kind: 'still-needed', holding: asked, answerBy, reminder: false })],
    audit: [ofHolding('holding.inquired', holding)],
  };
}

/** The holder is asked again. */
export function remind(holding: Holding, { answerBy }: Inquiry, now: Instant): Change {
  const { id, person } = holding;
  return {
    steps: [{ do: 'remind-holder', holding: id, at: now }],
    notices: [tell(person, id, { kind: 'still-needed', holding, answerBy, reminder: true })],
    audit: [],
  };
}

/** The holder still needs it: every copy of the question says so, and the time begins anew. */
export function keep(holding: Holding, by: Speaker, now: Instant): Decision<Holding> {
  const { id, person, state } = holding;
  if (person.id !== by.id) return refuse({ why: 'not-your-holding' });
  if (!isLive(holding)) return refuse({ why: 'gone' });
  const is: Holding = { ...holding, state: { is: 'live' } };
  const nothing: Change = { steps: [], notices: [], audit: [] };
  if (state.is !== 'inquired') return { ok: true, is, change: nothing };
  return {
    ok: true,
    is,
    change: {
      steps: [{ do: 'keep', holding: id, at: now }],
      notices: redrawFor([person], id, {
        kind: 'still-needed',
        holding: is,
        answerBy: state.answerBy,
        reminder: false,
      }),
      audit: [ofHolding('holding.kept', holding, { by: by.id })],
    },
  };
}

/**
 * Nobody answered: each ends by the rules of its kind, and every admin gets one message about all of them (but for what they have to
 * remove, of which its task tells, and their own). `subject` is the id of that message.
 *
 * @returns several changes of one transaction, because no change names a row twice
 */
export function unanswered(silent: Ended[], admins: Person[], subject: string): Change[] {
  const ending = { how: 'unanswered' } as const;
  const changes = silent.map((a) => end(a, ending, undefined));
  const back = silent.flatMap(({ holding, now }, at): Holding[] => {
    const isTask = changes[at]?.steps.some((step) => step.do === 'open-task');
    return isTask ? [] : [{ ...holding, state: { is: 'ended', at: now, ...ending } }];
  });
  const notices = admins.flatMap((admin) => {
    const told = back.filter(({ person }) => person.id !== admin.id);
    const [holding, ...more] = told;
    if (!holding) return [];
    return [
      tell(
        admin,
        subject,
        more.length === 0
          ? { kind: 'came-back', holding, ending }
          : { kind: 'several-came-back', back: told.map(inOneLine) },
      ),
    ];
  });
  return [...changes, { steps: [], notices, audit: [] }];
}

const inOneLine = ({ person, benefit, quantity }: Holding): SeveralBack[number] => ({
  person: person.name,
  benefit: benefit.name,
  quantity,
  unit: benefit.unit,
});
