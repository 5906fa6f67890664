import type { Activity } from './activity';

/**
 * Whether an activity says that the app came into its conversation or was taken out of it. Teams tells each in two ways, in any order: by
 * what became of the installation and by who is in the conversation. A new version of the app is neither.
 * https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/subscribe-to-conversation-events (2026-11)
 */
export function comingIn(activity: Activity): 'came' | 'went' | undefined {
  const { type, action, recipient, membersAdded = [], membersRemoved = [] } = activity;
  if (type === 'installationUpdate') {
    if (action === 'add') return 'came';
    return action === 'remove' ? 'went' : undefined;
  }
  if (type !== 'conversationUpdate' || recipient?.id === undefined) return undefined;
  const isUs = ({ id }: { id: string }) => id === recipient.id;
  if (membersAdded.some(isUs)) return 'came';
  return membersRemoved.some(isUs) ? 'went' : undefined;
}
