import { isAdmin, isApprover, isSelf, type Person, type Speaker } from './person';

/**
 * Who is asked to decide a request: every approver but those who ask and those who will have it, under whatever account; without any,
 * the admins. Until a policy says otherwise any one of them decides.
 */
export function askedToDecide(concerned: Array<Pick<Speaker, 'id' | 'twins'>>, deciders: Person[]): Person[] {
  const others = deciders.filter(({ id }) => !concerned.some((one) => isSelf(one, id)));
  const approvers = others.filter((person) => isApprover(person) && !isAdmin(person));
  return approvers.length > 0 ? approvers : others.filter(isAdmin);
}

/** Approvers and admins decide, from an account that is surely theirs. */
export const mayDecide = (speaker: Speaker): boolean => isApprover(speaker) && speaker.mayDecide;
