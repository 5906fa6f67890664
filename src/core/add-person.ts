import { isPlainAddress } from './eligible';
import type { Named, Speaker } from './person';
import { type Decision, refuse } from './request';
import { mayNotDoTasks } from './task';
import type { Instant } from './time';

/** Somebody whom an admin names before they have ever spoken to us. */
export interface Adding {
  id: string;
  by: Speaker;
  name: string;
  email: string;
  /** Whoever has this address already. */
  taken: Named | undefined;
  now: Instant;
}

/** Somebody who was added: they can be given something, and are known by their address when they first speak. */
export type Added = Named & { email: string };

/** An admin adds somebody to the people. Letters that only look like others prove nobody, so an address is plain ASCII. */
export function addPerson({ id, by, name, email, taken, now }: Adding): Decision<Added> {
  const mayNot = mayNotDoTasks(by);
  if (mayNot) return refuse(mayNot);
  if (!isPlainAddress(email)) return refuse({ why: 'not-an-address', said: email });
  if (taken) return refuse({ why: 'email-taken', person: taken.name });
  const is: Added = { id, name: name.replace(/\s+/g, ' '), email };
  return {
    ok: true,
    is,
    change: {
      steps: [{ do: 'add-person', person: is, at: now }],
      notices: [],
      audit: [{ action: 'person.added', by: by.id, subject: id, person: id }],
    },
  };
}
