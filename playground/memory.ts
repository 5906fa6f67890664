import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import type { Conversation, Message } from './slack/conversations';
import type { Workspace } from './slack/workspace';
import type { Memory as TeamsMemory } from './teams/memory';
import type { World } from './world';

/** What both chats remember over a restart: messages, never open modals or dialogs, which may show a key. */
export type Memory = {
  offset: number;
  seen: [string, string][];
  slack: { id: string; messages: Omit<Message, 'entered'>[] }[];
  /** Accounts that are deactivated in Slack; Teams remembers its own. Absent in what an earlier version kept. */
  deactivated?: string[];
  teams: TeamsMemory;
};

/** Reads what was kept; undefined when there is nothing that can be read, which only costs old messages. */
export function readMemory(file: string): Memory | undefined {
  if (!existsSync(file)) return undefined;
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Memory;
  } catch {
    return undefined;
  }
}

/** Puts back what the Slack side and the page remember. */
export function recall(world: World, memory: Memory): void {
  for (const [key, id] of memory.seen) world.seen.set(key, id);
  for (const id of memory.deactivated ?? [])
    if (world.slack.people.some((person) => person.id === id)) world.slack.change(id, { deleted: true });
  for (const { id, messages } of memory.slack) {
    const conversation = conversationsOf(world).find((one) => one.id === id);
    if (conversation) conversation.messages = messages.map((message) => ({ ...message, entered: new Map() }));
  }
}

/** Messages of a conversation that are kept. */
const most = 300;

/** Writes everything down soon after each change, and at once when asked. */
export function keepMemory(world: World, file: string): { flush(): void } {
  const flush = () => {
    const memory: Memory = {
      offset: world.offset,
      seen: [...world.seen],
      slack: conversationsOf(world).map(({ id, messages }) => ({
        id,
        messages: messages.slice(-most).map(({ entered: _, ...message }) => message),
      })),
      deactivated: world.slack.people.filter(({ deleted }) => deleted).map(({ id }) => id),
      teams: world.teams.remember(),
    };
    writeFileSync(`${file}.new`, JSON.stringify(memory), { mode: 0o600 });
    renameSync(`${file}.new`, file);
  };
  let due: NodeJS.Timeout | undefined;
  world.onChange(() => {
    due ??= setTimeout(() => {
      due = undefined;
      flush();
    }, 1_000);
    due.unref();
  });
  return {
    flush() {
      clearTimeout(due);
      due = undefined;
      flush();
    },
  };
}

/** The live conversations. The local Slack hands out copies only; what stands behind them is reached by its raw side. */
const conversationsOf = ({ slack }: World): Conversation[] =>
  (slack.raw as unknown as { workspace: Workspace }).workspace.conversations;
