/**
 * The classes of people that the table tells apart. Where a row could be right for two reasons, the class is such that only one rule is
 * left to say no: whoever asks is named by the policy like those who are asked, and only that it is their own speaks against them.
 */
export type Actor =
  /** A guest of the workspace. */
  | 'guest'
  /** Asked in every stage, but the directory does not answer. */
  | 'silent'
  /** Was asked in every stage, and has left. */
  | 'left'
  /** Somebody of the company whom it does not concern. */
  | 'employee'
  /** Asked for it, in a colleague's name; and the colleague. */
  | 'requester'
  | 'assignee'
  /** Of the requester; an employee whom the stages name. */
  | 'manager'
  /** An approver whom both stages ask. */
  | 'asked'
  /** An approver whom only the second stage asks; and one whom neither does. */
  | 'askedNext'
  | 'notAsked'
  /** An approver who agreed in the first stage. */
  | 'answered'
  /** An approver to whom it was handed over; and the one who did. */
  | 'delegate'
  | 'handedOver'
  /** An approver who asked for it; and one who is to have it. */
  | 'forThemself'
  | 'getsIt'
  /** An approver whom both stages ask, with the e-mail address of the requester. */
  | 'twin'
  /** An approver whom both stages ask, from an account that was never linked. */
  | 'unlinked'
  /** Was asked in every stage, and has become an employee whom no stage names. */
  | 'demoted'
  /** An admin whom both stages ask; one whom neither does; one who asked for it; one from an account that was never linked. */
  | 'adminAsked'
  | 'admin'
  | 'adminForThemself'
  | 'adminUnlinked';

/** All of them, in the order of the table. */
export const actors = [
  'guest',
  'silent',
  'left',
  'employee',
  'requester',
  'assignee',
  'manager',
  'asked',
  'askedNext',
  'notAsked',
  'answered',
  'delegate',
  'handedOver',
  'forThemself',
  'getsIt',
  'twin',
  'unlinked',
  'demoted',
  'adminAsked',
  'admin',
  'adminForThemself',
  'adminUnlinked',
] as const satisfies Actor[];
