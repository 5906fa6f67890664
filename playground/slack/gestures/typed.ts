import type { Workspace } from '../workspace';

/**
 * Turns what a person types into what Slack sends: & < > become entities, @handle and #channel become references,
 * addresses become links. docs.slack.dev/messaging/formatting-message-text
 * In a slash command references carry the name as well (`should_escape`, docs.slack.dev/interactivity/implementing-slash-commands).
 */
export function asSent(workspace: Workspace, typed: string, place: 'message' | 'command'): string {
  const parts = typed.split(/(<[@#][UC]\w+>|https?:\/\/[^\s<>]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|[@#][\w.-]*\w)/);
  return parts
    .map((part, index) => (index % 2 === 0 ? escaped(part) : reference(workspace, part, place)))
    .join('');
}

function reference(workspace: Workspace, part: string, place: 'message' | 'command'): string {
  const name = part.replace(/^<?[@#]|>$/g, '');
  if (part.startsWith('<@') || part.startsWith('@')) {
    const person = workspace
      .directory()
      .find((found) => (part.startsWith('<') ? found.id : found.name) === name);
    if (person) return place === 'command' ? `<@${person.id}|${person.name}>` : `<@${person.id}>`;
    return escaped(part);
  }
  if (part.startsWith('<#') || part.startsWith('#')) {
    const channel = workspace.conversations.find(
      (found) => found.kind === 'channel' && (part.startsWith('<') ? found.id : found.name) === name,
    );
    return channel ? `<#${channel.id}|${channel.name}>` : escaped(part);
  }
  const shown = escaped(part);
  return part.includes('://') ? `<${shown}>` : `<mailto:${shown}|${shown}>`;
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}
