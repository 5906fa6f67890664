import type { Notice } from './notice';
import { addHours, type Instant } from './time';

/** So many messages about one thing somebody gets at most from a moment on. */
export interface Often {
  most: number;
  from: Instant;
}

/** In hours. */
const aDay = -24;

/**
 * How often somebody may hear of one thing; undefined where nobody can make it come again and again. Whoever hands a request to and fro,
 * or says that they are away and back, must not ring at a colleague's all day: what comes beyond is drawn onto the messages they have.
 */
export function mostOften(notice: Notice, now: Instant): Often | undefined {
  const today = addHours(now, aDay);
  switch (notice.kind) {
    case 'stands-in':
      return { most: 3, from: today };
    case 'to-decide': {
      const { since } = notice.request.course;
      // A stage that begins is news, whatever was said about the one before.
      if (!notice.again && since > today) return { most: 2, from: since };
      return { most: notice.again ? 8 : 2, from: today };
    }
    default:
      return undefined;
  }
}
