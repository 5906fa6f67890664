import type { Conversation, Message } from './conversations';
import type { Events } from './events';
import { messageObject } from './payloads';
import type { Workspace } from './workspace';

/**
 * An app that listens to `message.im` also hears itself: its own posts, and `message_changed` for its own edits.
 * docs.slack.dev/reference/events/message.im
 */
export class OwnEvents {
  constructor(
    private readonly workspace: Workspace,
    private readonly events: Events,
    readonly enabled: boolean,
  ) {}

  posted(conversation: Conversation, message: Message): void {
    if (!this.hears(conversation, message)) return;
    this.send({
      ...messageObject(this.workspace, message),
      channel: conversation.id,
      event_ts: message.ts,
      channel_type: 'im',
    });
  }

  edited(conversation: Conversation, message: Message): void {
    if (!this.hears(conversation, message)) return;
    const ts = this.workspace.timestamps.next();
    this.send({
      type: 'message',
      subtype: 'message_changed',
      message: messageObject(this.workspace, message),
      channel: conversation.id,
      hidden: true,
      ts,
      event_ts: ts,
      channel_type: 'im',
    });
  }

  private hears(conversation: Conversation, message: Message): boolean {
    return this.enabled && conversation.kind === 'im' && message.onlyFor === undefined;
  }

  private send(event: Record<string, unknown>): void {
    this.events.send(event).catch(() => undefined);
  }
}
