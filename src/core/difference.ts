import { type Assigning, type Given, mayNotAssign, noteDown } from './assign';
import type { AuditEntry } from './audit';
import { ofRequest } from './audit';
import type { Change } from './change';
import { redrawFor, tellAll } from './change';
import type { Named, Person, Speaker } from './person';
import type { BenefitInRequest, Decision, Fulfilled } from './request';
import { pickBenefit, refuse } from './request';
import { mayNotDoTasks } from './task';
import type { Day, Instant } from './time';

/**
 * How Microsoft's portal and we differ about somebody and a benefit. `there-only`: assigned there, and not held here. `here-only`: held
 * here, and assigned to nobody of that address there. `gone`: assigned there to somebody who has left, or whom nobody here knows. `over`:
 * more are assigned there than the package allows; it is about nobody in particular.
 */
export const differenceKinds = ['there-only', 'here-only', 'gone', 'over'] as const;
export type DifferenceKind = (typeof differenceKinds)[number];

/** Where the portal and we differ, as an export shows it. */
export interface Apart {
  kind: DifferenceKind;
  benefit: BenefitInRequest;
  /** Whom it is about: a person of ours, or the words of the portal where it is nobody of ours; nobody of one that is about a number. */
  person?: { id?: string; name: string; email?: string };
  /** Of `over`: so many too many. */
  quantity: number;
  /** Of `here-only`: what is held. */
  holding?: string;
  /** Since when it is assigned there, where the export says so. */
  assigned?: Day;
}

interface Found extends Apart {
  id: string;
  /** The day of the export. */
  exported: Day;
  foundAt: Instant;
}

interface Settled {
  by: Named;
  at: Instant;
}

/**
 * A difference between the portal and us, which an admin settles. `agreed`: it is being mended there; that it was, only a newer export
 * shows. `adopted`: what is assigned there is held here from now on. `left`: it is as it should be, and why. `over`: a newer export does
 * not have it any more.
 */
export type Difference = Found &
  (
    | { state: 'open' }
    | ({ state: 'agreed' } & Settled)
    | ({ state: 'adopted' } & Settled)
    | ({ state: 'left'; why: string } & Settled)
    | { state: 'over'; at: Instant; until: Day }
  );
export type OpenDifference = Extract<Difference, { state: 'open' }>;

/** What an admin is proposed to do about it. */
export type Proposal = 'adopt' | 'assign-there' | 'remove-there' | 'fewer-there';
const proposals: Record<DifferenceKind, Proposal> = {
  'there-only': 'adopt',
  'here-only': 'assign-there',
  gone: 'remove-there',
  over: 'fewer-there',
};
/** What is proposed about a difference; by its kind alone. */
export const proposalFor = ({ kind }: Pick<Difference, 'kind'>): Proposal => proposals[kind];

/** Whether somebody still has to do or say something about it. */
export const isUnsettled = ({ state }: Difference): boolean => state === 'open' || state === 'agreed';

/** Everything that settling must know; `adopting` where something is to be held here. */
export interface Settling {
  difference: Difference;
  by: Speaker;
  admins: Person[];
  now: Instant;
  adopting?: Omit<Assigning, 'by' | 'wish' | 'now'> | undefined;
}

/** An admin agrees to what is proposed: what is assigned there is held here, or will be mended there. */
export function settle(a: Settling): Decision<Difference> {
  const { difference, by, now } = a;
  const obstacle = mayNotDoTasks(by);
  if (obstacle) return refuse(obstacle);
  if (difference.state !== 'open') return refuse({ why: 'already-decided' });
  const settled: Settled = { by: { id: by.id, name: by.name }, at: now };
  if (proposalFor(difference) !== 'adopt') return ended(a, { ...difference, state: 'agreed', ...settled });
  if (!a.adopting) return refuse({ why: 'gone' });
  const adopted = adopt(difference, a.adopting, by, now);
  if (!adopted.ok) return adopted;
  const whole = ended(a, { ...difference, state: 'adopted', ...settled });
  return {
    ...whole,
    change: {
      steps: [...adopted.change.steps, ...whole.change.steps],
      notices: [...adopted.change.notices, ...whole.change.notices],
      audit: [...adopted.change.audit, ...whole.change.audit],
    },
  };
}

/** An admin leaves it as it is, and says why; as long as newer exports have it too, nobody is asked again. */
export function leaveAsItIs(a: Omit<Settling, 'adopting'>, why: string): Decision<Difference> {
  const { difference, by, now } = a;
  const obstacle = mayNotDoTasks(by);
  if (obstacle) return refuse(obstacle);
  if (!isUnsettled(difference)) return refuse({ why: 'already-decided' });
  const settled = { by: { id: by.id, name: by.name }, at: now };
  return ended(a, { ...difference, state: 'left', why, ...settled });
}

/** It is held here by what the portal says: assigned by the admin who agrees, with the export as its proof. */
function adopt(
  difference: Difference,
  adopting: NonNullable<Settling['adopting']>,
  by: Speaker,
  now: Instant,
): Decision<Fulfilled> {
  const proof = proofOf(difference);
  const assigning: Assigning = { ...adopting, by, wish: { reason: proof }, now };
  const obstacle = mayNotAssign(assigning);
  if (obstacle) return refuse(obstacle);
  const { benefit, assignee } = assigning;
  if (benefit.stock.held >= benefit.quantity) return refuse({ why: 'none-left', benefit: benefit.name });
  const named = { id: by.id, name: by.name };
  const given: Given = {
    id: assigning.id,
    version: 0,
    state: 'pending',
    requester: named,
    assignee: { id: assignee.id, name: assignee.name },
    way: { is: 'assigned' },
    benefit: pickBenefit(benefit),
    quantity: 1,
    reason: proof,
    askedAt: now,
    asked: [],
    by: named,
    at: now,
  };
  const { is, steps, notices } = noteDown(given, assigning, { evidence: proof });
  return {
    ok: true,
    is,
    change: {
      steps: [{ do: 'ask', request: is }, { do: 'take', benefit: benefit.id, quantity: 1 }, ...steps],
      notices,
      audit: [ofRequest('request.assigned', is, { by: by.id, why: proof })],
    },
  };
}

/** What an auditor reads, in the words of the ledger: English, as the words of the portal are. */
const proofOf = ({ exported, assigned }: Pick<Found, 'exported' | 'assigned'>): string =>
  `From the portal's export of ${exported}${assigned ? `: assigned there on ${assigned}` : ''}`;

/** Every copy of its card shows how it stands. */
function ended({ admins }: Pick<Settling, 'admins'>, is: Exclude<Difference, { state: 'open' | 'over' }>) {
  const { id, state } = is;
  const entry: AuditEntry = {
    action: `difference.${state}`,
    by: is.by.id,
    subject: id,
    // About somebody whom nobody here knows, or a number, it is about whoever says so.
    person: is.person?.id ?? is.by.id,
    benefit: is.benefit.id,
    ...(state === 'left' && { why: is.why }),
  };
  const change: Change = {
    steps: [{ do: 'settle-difference', difference: is }],
    notices: redrawFor(admins, id, { kind: 'difference', difference: is }),
    audit: [entry],
  };
  return { ok: true as const, is: is as Difference, change };
}

/** So many new ones are a card each; of more, the admins get one card with the way to all of them. */
const mostCards = 5;

/**
 * What an export has brought: new differences, each a card for the admins, and those that a newer one does not have any more. The
 * ledger has one row of the import.
 */
export function reconciled(
  found: ReadonlyArray<{ print: string; difference: OpenDifference }>,
  over: readonly Extract<Difference, { state: 'over' }>[],
  { admins, exported, subject }: { admins: Person[]; exported: Day; subject: string },
): Pick<Change, 'steps' | 'notices'> {
  const told: Change['notices'] =
    found.length > mostCards
      ? tellAll(admins, subject, { kind: 'differences', found: found.length, exported })
      : found.flatMap(({ difference }) => tellAll(admins, difference.id, { kind: 'difference', difference }));
  return {
    steps: [
      ...found.map((one) => ({ do: 'find-difference' as const, ...one })),
      ...over.map((difference) => ({ do: 'settle-difference' as const, difference })),
    ],
    notices: [
      ...over.flatMap((difference) => redrawFor(admins, difference.id, { kind: 'difference', difference })),
      ...told,
    ],
  };
}
