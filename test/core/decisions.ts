import type { Asked } from '../../src/core/ask';
import type { Addressed } from '../../src/core/change';
import type { Reviewer } from '../../src/core/course';
import type { Refusal } from '../../src/core/refusal';
import type { Decision } from '../../src/core/request';
import { ada, boss, dana, eve, ida, mei, omar, zoe } from './examples';

/** What was decided; a refusal, or what a rule grants without asking, was not expected. */
export function granted<Is>(decision: Decision<Is> | Asked): Extract<Decision<Is>, { ok: true }> {
  if (!decision.ok) throw new Error(`refused: ${decision.refusal.why}`);
  if ('grants' in decision) throw new Error('granted by a rule');
  return decision as Extract<Decision<Is>, { ok: true }>;
}

/** Why nothing was decided. */
export function refusalOf(decision: Decision<unknown> | Asked): Refusal {
  if (decision.ok) throw new Error('nothing was refused');
  return decision.refusal;
}

const names = new Map([eve, mei, dana, omar, ada, zoe, boss, ida].map(({ id, name }) => [id, name]));

/** Who is told what, and how: `Dana Decider: tell to-decide`, and why it comes once more: `(nudged)`. */
export const told = (notices: Addressed[]): string[] =>
  notices.map(({ to, way, notice }) => {
    const again = 'again' in notice && notice.again ? ` (${notice.again})` : '';
    return `${names.get(to) ?? to}: ${way} ${notice.kind}${again}`;
  });

/**
 * Reviewers as one reads them: `Dana Decider`; whoever is not written to in brackets; in whose place somebody answers, and whether
 * the stage itself names them: `(Omar Okay for Dana Decider, otherwise)`.
 */
export const read = (reviewers: Reviewer[]): string[] =>
  reviewers.map(({ name, told, for: whom, through }) => {
    const words = [name + (whom ? ` for ${whom.name}` : ''), ...(through ? [through] : [])].join(', ');
    return told ? words : `(${words})`;
  });
