import type { Change } from './change';
import type { Background, Notice } from './notice';
import type { Request } from './request';
import type { Task } from './task';
import { shownTo } from './tell-reviewers';

/** A copy of somebody's card shows what is true no more: it is drawn anew, and nobody is told anything. */
const drawnAnew = (reader: string, subject: string, notice: Notice): Change => ({
  steps: [],
  notices: [{ to: reader, subject, way: 'redraw', notice }],
  audit: [],
});

/** What somebody's card of a request must show now: what it shows to them while it waits, and then how it ended. */
export const mendRequest = (request: Request, background: Background, reader: string): Change =>
  drawnAnew(
    reader,
    request.id,
    request.state === 'pending' ? shownTo(request, background, reader) : { kind: 'decided', request },
  );

/** What an admin's card of a task must show once it is over; undefined while it is not. */
export const mendTask = (task: Task, reader: string): Change | undefined =>
  task.state === 'open' ? undefined : drawnAnew(reader, task.id, { kind: 'task-done', task });
