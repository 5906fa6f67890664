import type { Conversation } from './conversations';
import { copy, type Json } from './json';
import type { Person } from './people';
import { chatOf, type World } from './world';

/** What a tenant remembers over a restart; plain JSON, to be kept in a file. */
export type Memory = {
  people: Person[];
  conversations: (Omit<Conversation, 'members' | 'botIsTyping'> & { members: string[] })[];
  ownCards: [key: string, card: Json][];
};

/** Everything worth keeping. Open dialogs are not: what they show is for one moment and one person. */
export const remember = (world: World): Memory => ({
  people: copy(world.people),
  conversations: [...world.conversations.values()].map(({ members, botIsTyping: _, ...conversation }) => ({
    ...copy(conversation),
    members: members.map((p) => p.id),
  })),
  ownCards: copy([...world.ownCards]),
});

/** Puts back what was kept: people by their id, chats with their messages. */
export function recall(world: World, memory: Memory, channel: Conversation): void {
  for (const person of memory.people) {
    const known = world.people.find((p) => p.id === person.id);
    if (known) Object.assign(known, person);
    else world.people.push(copy(person));
  }
  for (const { members, ...kept } of memory.conversations) {
    const people = world.people.filter((p) => members.includes(p.id));
    const [person] = people;
    const conversation: Conversation =
      kept.kind === 'personal' && kept.hasBot && person
        ? chatOf(world, person)
        : kept.id === channel.id
          ? channel
          : { ...kept, members: people, botIsTyping: false };
    conversation.messages = copy(kept.messages);
    conversation.hasBot = kept.hasBot;
    world.conversations.set(conversation.id, conversation);
  }
  for (const [key, card] of memory.ownCards) world.ownCards.set(key, copy(card));
}
