import type { Role } from '../../core/person';
import type { KnownPerson, WholeRow } from './people-match';

/** What a file of people changes about who decides: whoever reads it before Import must not miss any of it. */
export interface WithASay {
  /** New people who may do more than an employee. */
  granted: Array<{ name: string; email: string; role: Role }>;
  /** People who decide, or will, and whose address or account is another: whoever has that account decides from now on. */
  moved: Array<{ name: string; role: Role; changes: Moved[] }>;
}

/** `from` is null where there was none, `to` where the file has none. */
interface Moved {
  what: 'email' | 'slack' | 'teams';
  from: string | null;
  to: string | null;
}

/** Finds it in rows and the people they speak of: the same place in both lists. */
export function withASay(
  rows: readonly WholeRow[],
  matches: ReadonlyArray<KnownPerson | undefined>,
): WithASay {
  const granted: WithASay['granted'] = [];
  const moved: WithASay['moved'] = [];
  for (const [at, { name, email, role, slackId, teamsId }] of rows.entries()) {
    const before = matches[at];
    if (!before) {
      if (role !== 'employee') granted.push({ name, email, role });
      continue;
    }
    if (role === 'employee' && before.role === 'employee') continue;
    const changes: Moved[] = [
      { what: 'email' as const, from: before.emailKey, to: email },
      { what: 'slack' as const, from: before.slackId, to: slackId },
      { what: 'teams' as const, from: before.teamsId, to: teamsId },
    ].filter(({ from, to }) => from !== to);
    if (changes.length > 0) moved.push({ name, role, changes });
  }
  return { granted, moved };
}
