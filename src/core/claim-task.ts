import { ofTask } from './audit';
import { type Change, redrawFor } from './change';
import { toBoth } from './hand-over';
import type { Person, Speaker } from './person';
import { type Decision, refuse } from './request';
import { mayNotDoTasks, type OpenTask, type Task } from './task';
import type { Instant } from './time';

/**
 * An admin says that they are on it, which every admin's copy then shows. Another admin may take it over: somebody who has gone on
 * holiday must not block it. Whoever is on it already changes nothing by saying so again.
 */
export function claim(task: Task, by: Speaker, admins: Person[], now: Instant): Decision<OpenTask> {
  const obstacle = mayNotDoTasks(by);
  if (obstacle) return refuse(obstacle);
  if (task.state !== 'open') return refuse({ why: 'already-decided' });
  if (task.claimed?.by.id === by.id)
    return { ok: true, is: task, change: { steps: [], notices: [], audit: [] } };

  const is: OpenTask = { ...task, claimed: { by: { id: by.id, name: by.name }, at: now } };
  return {
    ok: true,
    is,
    change: {
      steps: [{ do: 'touch-task', task: is }],
      notices: [
        ...redrawFor(admins, task.id, { kind: 'task-claimed', task: is }),
        ...seenByThoseWhoWait(is, by),
      ],
      audit: [ofTask('task.claimed', task, { by: by.id })],
    },
  };
}

/** Whoever waits for it sees on their card who is on it. What Microsoft has, nobody here can hurry. */
function seenByThoseWhoWait({ duty }: OpenTask, { id, name }: Speaker): Change['notices'] {
  if (!('request' in duty) || duty.kind === 'record-ids') return [];
  const { request } = duty;
  const claimedBy = { id, name };
  return toBoth(request, 'redraw', (to) => ({ kind: 'approved', request, to, claimedBy }));
}
