import type { Named } from './person';
import type { Facts } from './policy/match';
import type { Instant } from './time';

/** Why somebody is asked to decide. */
export type Because =
  | { is: 'named' | 'approver' | 'admin' | 'manager' }
  /** They are of a group of the people file. */
  | { is: 'group'; group: string };

/** Somebody who may answer in a stage. */
export interface Reviewer extends Named {
  because: Because;
  /** The stage itself does not name them: too few of those could answer, or nobody did in time. */
  through?: 'otherwise' | 'escalated';
  /** In whose place they answer: it was handed to them, or that one is away. */
  for?: Named & { how: 'handed' | 'away' };
  /** False: may answer, and is never written to. */
  told: boolean;
  /** They have said that they look into it, since when. */
  onIt?: Instant;
  /** How often they were reminded, and when they are next. */
  reminders: number;
  remindAt?: Instant;
  /** They were written to about it, and it could not be delivered. */
  unreached?: true;
}

/** Somebody has agreed. */
export interface Review {
  stage: number;
  by: Named;
  /** In whose place. */
  for?: Named;
  at: Instant;
  /** So much was asked for then. They may leave less of it. */
  quantity?: number;
  /** What they say to whoever asked. */
  why?: string;
}

/** What was changed: how it was, and how it is. Of words that somebody wrote only that they are others. */
export interface Alteration {
  quantity?: [was: number, is: number];
  language?: [was: string, is: string];
  system?: [was: string, is: string];
  email?: true;
  reason?: true;
}

/** Something that was asked or said about a request. */
export interface Remark {
  id: string;
  by: Named;
  /** `question`: of somebody who decides. `answer`: to the last question. `word`: unasked, of whoever asked or will have it. */
  kind: 'question' | 'answer' | 'word';
  text: string;
  at: Instant;
}

/** How a request is being decided. */
export interface Course {
  /** The version of the policy it was made under; 0: the bot's own. */
  policy: number;
  /** The name of the rule that fits it. */
  rule: string;
  /** What the rules looked at when it was asked; not known of what was asked before there were rules. */
  facts?: Facts;
  /** Which stage it is in, from 1, of how many, and since when. */
  stage: number;
  stages: number;
  since: Instant;
  /** So many must agree in this stage. */
  need: number | 'all';
  /** When others are asked too, if nobody has answered by then; and since when they are. */
  escalateAt?: Instant;
  escalatedAt?: Instant;
  /** When nothing comes of it, if nobody has answered by then. */
  expireAt?: Instant;
  /** Who may answer in this stage, as it was when they were last looked for. */
  reviewers: Reviewer[];
  /** Who has agreed so far, in every stage. */
  reviews: Review[];
  remarks: Remark[];
  /** When whoever asked last called on those who decide: by a reminder, or by a change. */
  nudgedAt?: Instant;
  /** When whoever asked last changed it; and what, where that is known. */
  changed?: { at: Instant; what?: Alteration };
  /** An admin decided alone, in an emergency, and why. */
  alone?: { by: Named; why: string };
}

/** Whose place somebody answers in: their own, or that of whom they stand for. */
export const placeOf = ({ id, for: whom }: Pick<Reviewer, 'id' | 'for'>): string => whom?.id ?? id;

/** Those who are written to and have not answered in this stage, nor has anybody in their place. */
export function stillAsked({ reviewers, reviews, stage }: Course): Reviewer[] {
  const places = reviews.filter((one) => one.stage === stage).map(({ by, for: whom }) => whom?.id ?? by.id);
  return reviewers.filter((one) => one.told && !places.includes(placeOf(one)));
}

/** Of those who were ever asked, whoever is not written to by these reviewers: others decide now, or nobody has to tell them. */
export const noLongerTold = <One extends { id: string }>(
  asked: readonly One[],
  { reviewers }: Pick<Course, 'reviewers'>,
): One[] => asked.filter(({ id }) => !reviewers.some((one) => one.told && one.id === id));

/** The last question, while nobody has answered it. */
export function openQuestion({ remarks }: Pick<Course, 'remarks'>): Remark | undefined {
  const last = remarks.filter(({ kind }) => kind !== 'word').at(-1);
  return last?.kind === 'question' ? last : undefined;
}
