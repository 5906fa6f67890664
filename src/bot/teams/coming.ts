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

const mostRemembered = 10_000;

/** Where the app was greeted in since it came, so that the second way in which Teams tells it, and every repetition, stay without an answer. */
export function makeGreetings() {
  const greeted = new Set<string>();
  return {
    /** Whether a conversation is still to be greeted; from now on it is not. */
    isDue(conversation: string): boolean {
      if (greeted.has(conversation)) return false;
      greeted.add(conversation);
      if (greeted.size > mostRemembered) greeted.delete(greeted.values().next().value as string);
      return true;
    },
    /** The app is not there any more: when it comes back, it greets again. */
    forget: (conversation: string): void => {
      greeted.delete(conversation);
    },
  };
}
