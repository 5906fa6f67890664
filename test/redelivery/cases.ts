import { randomUUID } from 'node:crypto';
import type { Command, CommandType } from '../../src/core/command';
import type { effectOf } from '../../src/core/command-effects';
import type { Sender } from '../../src/store/store';
import { senderOf } from '../support/door';
import { heldFile } from '../support/held-file';
import { ada, dana, type Figure, mei, omar } from '../support/people';
import { absent, asker, returning, type Scene, withOneChat } from './stage';

/** What somebody says, and who. */
export interface Said {
  from: Sender;
  command: Command;
}

/** A command with an effect: what must be there before, who says it, and how its answer begins or what stands in it. */
export interface Case {
  make(scene: Scene): Promise<Said>;
  answer: RegExp;
  /** Pressed twice it means two things: each press is a statement of its own. */
  eachCounts?: true;
}

/** While an admin is asked what happened to the ledger nobody is shown a key, so that has its own test (`test/ledger/accepting`). */
type Deciding = {
  [T in Exclude<CommandType, 'accept-ledger'>]: (typeof effectOf)[T] extends 'reads' ? never : T;
}[Exclude<CommandType, 'accept-ledger'>];

const by = (who: Figure, command: Command): Said => ({ from: senderOf(who), command });
const reason = 'For the work';

/** Every command with an effect, and where it has several, a case for each. One without a case does not compile. */
export const cases: Record<Deciding, Record<string, Case>> = {
  request: {
    'for oneself': {
      make: async ({ benefit }) =>
        by(asker, { type: 'request', request: randomUUID(), benefit: await benefit('key'), reason }),
      answer: /^You asked for/,
    },
    'for a colleague': {
      make: async ({ benefit, person }) =>
        by(asker, {
          type: 'request',
          request: randomUUID(),
          benefit: await benefit('key'),
          person: `person:${await person(mei)}`,
          reason,
        }),
      answer: /^You asked for .+ for Mei Lin/,
    },
  },
  cancel: {
    'while it waits': {
      make: async ({ asked }) => by(asker, { type: 'cancel', request: await asked('key') }),
      answer: /Cancelled by Ivy Asker/,
    },
  },
  accept: {
    'an offer': {
      make: async ({ offered }) => by(asker, { type: 'accept', request: await offered() }),
      answer: /Approved and delivered/,
    },
  },
  decline: {
    'an offer': {
      make: async ({ offered }) => by(asker, { type: 'decline', request: await offered() }),
      answer: /Ivy Asker left it to the next one/,
    },
  },
  approve: {
    'with a key': {
      make: async ({ asked }) => by(dana, { type: 'approve', request: await asked('key'), version: 1 }),
      answer: /Approved and delivered/,
    },
    'with a task': {
      make: async ({ asked }) => by(dana, { type: 'approve', request: await asked('seat'), version: 1 }),
      answer: /an admin is setting it up/,
    },
    fewer: {
      make: async ({ asked }) =>
        by(dana, { type: 'approve', request: await asked('key'), version: 1, quantity: 1 }),
      answer: /Quantity: 1 of the 2 cores asked for\n.+Approved and delivered/s,
    },
    'as the first of two': {
      make: async ({ asked }) => by(dana, { type: 'approve', request: await asked('staged'), version: 1 }),
      answer: /Waiting for approval\nStage 1: 1 of 2 has agreed: Dana Decider\n/,
    },
    'as the second of two, before another stage': {
      async make({ asked, says }) {
        const request = await asked('staged');
        await says(omar, { type: 'approve', request, version: 1 });
        return by(dana, { type: 'approve', request, version: 1 });
      },
      answer: /Waiting for approval\nStage 1: Omar Okay, Dana Decider agreed\n/,
    },
    'as the last of two stages': {
      async make({ asked, says }) {
        const request = await asked('staged');
        for (const who of [omar, absent]) await says(who, { type: 'approve', request, version: 1 });
        return by(dana, { type: 'approve', request, version: 2 });
      },
      answer: /Approved and delivered/,
    },
  },
  deny: {
    'for a reason': {
      make: async ({ asked }) =>
        by(dana, { type: 'deny', request: await asked('key'), version: 1, reason: 'Not this year' }),
      answer: /State: Denied/,
    },
  },
  remark: {
    'a question': {
      make: async ({ asked }) =>
        by(dana, { type: 'remark', remark: randomUUID(), request: await asked('key'), what: 'For whom?' }),
      answer: /Dana Decider asks: For whom\?/,
    },
    'the answer to one': {
      async make({ asked, says }) {
        const request = await asked('key');
        await says(dana, { type: 'remark', remark: randomUUID(), request, what: 'For whom?' });
        return by(asker, { type: 'remark', remark: randomUUID(), request, what: 'For the lab' });
      },
      answer: /Ivy Asker answers: For the lab/,
    },
  },
  reply: {
    'to a message about a request': {
      async make({ asked, door: { sql } }) {
        const request = await asked('key');
        await sql.raw(
          `insert into posted (outbox_id, person_id, subject, platform, ref, posted_at)
           select id, person_id, subject, 'slack', jsonb_build_object('ts', subject), now() from outbox where subject = ? limit 1`,
          [request],
        );
        return by(dana, { type: 'reply', to: { ts: request }, text: 'For which machine?' });
      },
      answer: /Dana Decider asks: For which machine\?/,
      eachCounts: true,
    },
  },
  'take-on': {
    'what waits': {
      make: async ({ asked }) => by(dana, { type: 'take-on', request: await asked('key'), version: 1 }),
      answer: /On it: Dana Decider/,
    },
  },
  'hand-over': {
    'to a colleague': {
      make: async ({ asked, person }) =>
        by(dana, {
          type: 'hand-over',
          request: await asked('key'),
          version: 1,
          person: `person:${await person(ada)}`,
        }),
      answer: /Waits for: .*Ada Admin/,
    },
  },
  change: {
    'to fewer': {
      make: async ({ asked }) =>
        by(asker, {
          type: 'change',
          request: await asked('key'),
          version: 1,
          quantity: 1,
          reason: 'One will do',
        }),
      answer: /Quantity: 1 core\nReason: One will do/,
    },
    'after somebody agreed': {
      async make({ asked, says }) {
        const request = await asked('staged');
        await says(dana, { type: 'approve', request, version: 1 });
        return by(asker, { type: 'change', request, version: 1, quantity: 1, reason: 'One will do' });
      },
      answer: /Quantity: 1 core\nReason: One will do/,
    },
  },
  nudge: {
    'whoever decides': {
      make: async ({ asked }) => by(asker, { type: 'nudge', request: await asked('key') }),
      answer: /^You asked for/,
    },
  },
  override: {
    'a yes': {
      make: async ({ asked }) =>
        by(ada, {
          type: 'override',
          request: await asked('staged'),
          version: 1,
          verdict: 'approve',
          reason: 'The server is down and nobody answers',
        }),
      answer: /Approved and delivered/,
    },
    'a no': {
      make: async ({ asked }) =>
        by(ada, {
          type: 'override',
          request: await asked('staged'),
          version: 1,
          verdict: 'deny',
          reason: 'The licence is under dispute this week',
        }),
      answer: /State: Denied/,
    },
  },
  away: {
    'with somebody who stands in': {
      async make({ says, person }) {
        await says(absent, { type: 'back' });
        const until = '2098-01-08';
        return by(absent, {
          type: 'away',
          from: '2098-01-01',
          until,
          person: `person:${await person(omar)}`,
        });
      },
      answer: /^You are away from 1 January 2098/,
      eachCounts: true,
    },
  },
  back: {
    again: {
      async make({ says }) {
        await says(returning, { type: 'away', from: '2098-01-01', until: '2098-01-08' });
        return by(returning, { type: 'back' });
      },
      answer: /^You are back/,
      eachCounts: true,
    },
  },
  link: {
    'a code': {
      async make({ door: { sql } }) {
        await sql('link_codes').del();
        return by(dana, { type: 'link' });
      },
      answer: /^Link your other account/,
      eachCounts: true,
    },
  },
  'read-file': {
    'of keys': {
      make: async ({ keys }) => by(ada, { type: 'read-file', name: 'keys.csv', content: await keys() }),
      answer: /^keys.csv: this is what it would do/,
      eachCounts: true,
    },
  },
  'file-kind': {
    'of a file nobody could tell': {
      make: async ({ door, keys, person }) =>
        by(ada, {
          type: 'file-kind',
          file: await heldFile(door.store, await person(ada), await keys()),
          kind: 'keys',
        }),
      answer: /^keys.csv: this is what it would do/,
      eachCounts: true,
    },
  },
  'name-means': {
    'one of ours': {
      make: async ({ door, keys, person, benefit }) =>
        by(ada, {
          type: 'name-means',
          file: await heldFile(door.store, await person(ada), await keys(), 'keys', ['Visio Profesional']),
          name: 0,
          benefit: await benefit('key'),
        }),
      answer: /Visio Profesional: means /,
      eachCounts: true,
    },
  },
  'make-benefits': {
    'for the rest': {
      make: async ({ door, keys, person }) =>
        by(ada, {
          type: 'make-benefits',
          file: await heldFile(door.store, await person(ada), await keys(), 'keys'),
          make: true,
        }),
      answer: /Benefits are made for all names that are left/,
      eachCounts: true,
    },
  },
  'import-file': {
    'that was read': {
      make: async ({ door, keys, person }) =>
        by(ada, {
          type: 'import-file',
          file: await heldFile(door.store, await person(ada), await keys(), 'keys'),
        }),
      answer: /^keys.csv was imported/,
    },
  },
  'settle-difference': {
    'with the portal': {
      make: async ({ differs }) => by(ada, { type: 'settle-difference', difference: await differs() }),
      answer: /State: Agreed by Ada Admin/,
    },
  },
  'leave-difference': {
    'with a reason': {
      make: async ({ differs }) => by(ada, { type: 'leave-difference', difference: await differs(), reason }),
      answer: /State: Left as it is by Ada Admin/,
    },
  },
  'link-code': {
    'of the other chat': {
      async make({ door: { store }, says, person, run }) {
        const who = withOneChat(run);
        await says(who, { type: 'help' });
        const code = await store.ledger.makeLinkCode(await person(who), 'slack', randomUUID(), new Date());
        if (!code) throw new Error('no code was made');
        return { from: senderOf(who, 'teams'), command: { type: 'link-code', code } };
      },
      answer: /^Your accounts are linked/,
      // A code is good once: typed again it fits nothing.
      eachCounts: true,
    },
  },
  'show-key': {
    'of one’s own': {
      make: async ({ held }) => by(asker, { type: 'show-key', holding: await held('key') }),
      answer: /^Your key/,
      eachCounts: true,
    },
  },
  'report-key': {
    'that does not work': {
      make: async ({ held }) =>
        by(asker, {
          type: 'report-key',
          report: randomUUID(),
          holding: await held('key'),
          reason: 'It is refused',
        }),
      answer: /^Please try your key for .+ once more/,
    },
  },
  use: {
    'an incident': {
      make: async ({ held }) =>
        by(asker, {
          type: 'use',
          use: randomUUID(),
          holding: await held('incidents'),
          quantity: 1,
          what: 'A restore',
        }),
      answer: /^Noted down/,
    },
  },
  return: {
    'a key': {
      make: async ({ held }) => by(asker, { type: 'return', holding: await held('key') }),
      answer: /^You gave back/,
    },
  },
  keep: {
    'what was asked about': {
      async make({ held, door: { sql } }) {
        const holding = await held('key');
        await sql('holdings')
          .where({ id: holding })
          .update({ inquired_at: new Date(), answer_by: new Date('2098-01-01') });
        return by(asker, { type: 'keep', holding });
      },
      answer: /^You keep/,
    },
  },
  'claim-task': {
    'that is open': {
      make: async ({ granted, taskOf }) =>
        by(ada, { type: 'claim-task', task: await taskOf(await granted('seat')) }),
      answer: /On it: Ada Admin/,
    },
  },
  done: {
    'what was set up': {
      make: async ({ granted, taskOf }) =>
        by(ada, { type: 'done', task: await taskOf(await granted('seat')), evidence: 'Case 17' }),
      answer: /Done by: Ada Admin/,
    },
    'what was activated': {
      make: async ({ granted, taskOf }) =>
        by(ada, { type: 'done', task: await taskOf(await granted('incidents')) }),
      answer: /Done by: Ada Admin/,
    },
  },
  'could-not': {
    'be set up': {
      make: async ({ granted, taskOf }) =>
        by(ada, { type: 'could-not', task: await taskOf(await granted('seat')), reason: 'Refused' }),
      answer: /Could not be done/,
    },
  },
  assign: {
    'to two': {
      make: async ({ benefit, person }) =>
        by(ada, {
          type: 'assign',
          assignment: randomUUID(),
          benefit: await benefit('key'),
          people: [`person:${await person(mei)}`, `person:${await person(asker)}`],
          reason,
        }),
      answer: /: assigned\nMei Lin: .+\nIvy Asker: /,
    },
  },
  reassign: {
    'to somebody else': {
      make: async ({ held, person }) =>
        by(ada, {
          type: 'reassign',
          request: randomUUID(),
          holding: await held('key'),
          person: `person:${await person(mei)}`,
          reason,
        }),
      answer: / goes to Mei Lin/,
    },
  },
  remove: {
    'from its holder': {
      make: async ({ held }) => by(ada, { type: 'remove', holding: await held('key'), reason }),
      answer: /of Ivy Asker was taken back/,
    },
  },
  'add-person': {
    'whom nobody knows': {
      make: async () => {
        const id = randomUUID();
        return by(ada, { type: 'add-person', id, name: 'Fay Fresh', email: `fay-${id}@contoso.example` });
      },
      answer: /^Fay Fresh was added/,
    },
  },
};
