import { ownPolicy, type Policy } from '../../src/core/policy/policy';
import { connect } from '../../src/store/database';
import type { Company } from './company';
import type { Figure } from './people';

/** Nothing the bot writes reaches somebody on a platform any more, until the returned function is called. */
export function blocks(
  company: Company,
  platform: 'slack' | 'teams',
  { slackId, teamsId }: Figure,
): () => void {
  if (platform === 'teams') {
    const person = company.teams.person(teamsId);
    person.botAccess = 'blockedByUser';
    return () => {
      person.botAccess = 'open';
    };
  }
  const chat = company.slack.conversations(slackId).find(({ kind }) => kind === 'im')?.id;
  return company.slack.faults.every(({ method, body }) =>
    (method === 'conversations.open' && body.users === slackId) ||
    (method.startsWith('chat.') && body.channel === chat)
      ? { status: 200, body: { ok: false, error: 'messages_tab_disabled' } }
      : undefined,
  );
}

/** The policy that the bot has of its own, otherwise in this. */
export async function policyOf(company: Company, more: Partial<Policy>): Promise<void> {
  const sql = connect(company.database.url, 'answering');
  const { version: _, ...policy } = { ...ownPolicy, ...more };
  await sql('policies').insert({
    text: 'of a test',
    policy: JSON.stringify(policy),
    applied_at: new Date(),
  });
  await sql.destroy();
}
