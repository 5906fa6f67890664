import type { Person } from '../people';
import type { Workspace } from '../workspace';

/**
 * Turns what a person types into what Slack sends: & < > become entities, @handle, @Full Name and #channel become references,
 * addresses become links. docs.slack.dev/messaging/formatting-message-text
 * In a slash command references carry the name as well (`should_escape`, docs.slack.dev/interactivity/implementing-slash-commands).
 */
export function asSent(workspace: Workspace, typed: string, place: 'message' | 'command'): string {
  const parts = typed.split(marked(workspace.directory()));
  return parts
    .map((part, index) => (index % 2 === 0 ? escaped(part) : reference(workspace, part, place)))
    .join('');
}

/** What is more than words. The longest name first: Ann Lee must not hide Ann Lee-Smith. */
function marked(people: readonly Person[]): RegExp {
  const names = people
    .map(({ realName, id }) => (realName || id).replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'))
    .sort((one, other) => other.length - one.length)
    .join('|');
  return new RegExp(
    `(<[@#][UWC]\\w+>|https?:\\/\\/[^\\s<>]+|[\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)+|@(?:${names})(?![\\w-])|[@#][\\w.-]*\\w)`,
  );
}

function reference(workspace: Workspace, part: string, place: 'message' | 'command'): string {
  const name = part.replace(/^<?[@#]|>$/g, '');
  if (part.startsWith('<@') || part.startsWith('@')) {
    const person = workspace
      .directory()
      .find((found) => (part.startsWith('<') ? [found.id] : [found.name, found.realName]).includes(name));
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
