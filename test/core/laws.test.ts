import fc from 'fast-check';
import { type Asked, ask } from '../../src/core/ask';
import type { Stocked } from '../../src/core/benefit';
import type { Change } from '../../src/core/change';
import { approve, cancel, deny } from '../../src/core/decide';
import { finish } from '../../src/core/finish-task';
import type { Handover } from '../../src/core/hand-over';
import type { Speaker } from '../../src/core/person';
import { ownPolicy } from '../../src/core/policy/policy';
import { type Decision, isOpen, type Request } from '../../src/core/request';
import type { Task } from '../../src/core/task';
import {
  ada,
  company,
  credit,
  dana,
  deciders,
  eve,
  id,
  mei,
  now,
  omar,
  server,
  studio,
  visio,
  withEmail,
} from './examples';

/**
 * What must hold whoever presses whatever, in any order, on cards of any age. The world here keeps what the store would keep; core
 * alone decides.
 */
interface World {
  benefits: Map<string, Stocked>;
  requests: Map<string, Request>;
  tasks: Map<string, Task>;
  /** Every state a request went through, oldest first. */
  history: Map<string, Request[]>;
  next: number;
}

const people: Speaker[] = [eve, mei, dana, omar, ada];
const benefits = [server, visio, studio, credit].map(
  (benefit): Stocked => ({
    ...benefit,
    // So little that somebody soon has to wait.
    quantity: Math.min(benefit.quantity, 3),
    languages: [],
    systems: [],
    stock: { ...benefit.stock, held: 0, waiting: 0 },
  }),
);

type Press = {
  who: number;
  what: number;
  quantity: number;
  age: number;
  verb: 'ask' | 'approve' | 'deny' | 'cancel' | 'finish';
};

const presses = fc.array(
  fc.record<Press>({
    who: fc.nat(people.length - 1),
    what: fc.nat(benefits.length - 1),
    quantity: fc.integer({ min: 1, max: 4 }),
    age: fc.nat(1),
    verb: fc.constantFrom('ask', 'ask', 'approve', 'approve', 'deny', 'cancel', 'finish'),
  }),
  { maxLength: 60, size: 'max' },
);

function carryOut(world: World, { who, what, quantity, age, verb }: Press): void {
  const by = people[who] as Speaker;
  const fresh = () => id(1000 + world.next++);
  const chosen = <T>(all: Map<string, T>): T | undefined =>
    [...all.values()][(what + quantity) % (all.size || 1)];
  let decision: Decision<unknown> | Asked | undefined;

  if (verb === 'ask') {
    const benefit = world.benefits.get(benefits[what]?.id as string) as Stocked;
    const open = [...world.requests.values()].find(
      (one) => one.requester.id === by.id && one.benefit.id === benefit.id && isOpen(one),
    );
    const wish = { quantity, reason: 'A test' };
    decision = ask({
      id: fresh(),
      requester: by,
      assignee: withEmail(by),
      benefit,
      wish,
      open,
      policy: ownPolicy,
      people: deciders,
      groups: [],
      askedToday: 0,
      holdings: [],
      accountEmail: undefined,
      now,
    });
  } else if (verb === 'finish') {
    const task = chosen(world.tasks);
    if (task) decision = finish({ task, by, evidence: undefined, holding: fresh(), admins: [ada], now });
  } else {
    const request = chosen(world.requests);
    if (!request) return;
    const version = Math.max(1, request.version - age);
    const benefit = world.benefits.get(request.benefit.id) as Stocked;
    if (verb === 'deny') decision = deny({ ...deciding(request), request, version, by, why: 'No', now });
    else if (verb === 'cancel') decision = cancel(request, by, now);
    else
      decision = approve({
        request,
        version,
        by,
        benefit,
        assignee: withEmail(by),
        handover: handoverOf(benefit),
        holding: fresh(),
        task: fresh(),
        lastRefund: false,
        admins: [ada],
        ...deciding(request),
        background: { leftAfter: 0, holds: [] },
        now,
      });
  }
  if (decision?.ok && 'change' in decision) record(world, decision.change);
}

/** Who decides a request, whomever it concerns. */
const deciding = ({ requester, assignee }: Request) => ({
  policy: ownPolicy,
  company: company(deciders, { concerned: [requester, assignee] }),
});

/** Each benefit has a pool of its own, and the pool its name. */
const handoverOf = ({ id: pool, delivery, stock }: Stocked): Handover => {
  if (delivery !== 'key') return { by: 'task' };
  return stock.freeUnits ? { by: 'unit', unit: '1', key: id(1), pool } : { by: 'nothing' };
};

function record(world: World, { steps }: Change): void {
  for (const step of steps)
    switch (step.do) {
      case 'ask':
      case 'move':
        queue(world, step.request);
        world.requests.set(step.request.id, step.request);
        world.history.set(step.request.id, [...(world.history.get(step.request.id) ?? []), step.request]);
        break;
      case 'take': {
        const benefit = world.benefits.get(step.benefit) as Stocked;
        const stock = { ...benefit.stock, held: benefit.stock.held + step.quantity };
        world.benefits.set(step.benefit, { ...benefit, stock });
        break;
      }
      case 'unit': {
        const benefit = world.benefits.get(step.pool) as Stocked;
        world.benefits.set(benefit.id, {
          ...benefit,
          stock: { ...benefit.stock, freeUnits: (benefit.stock.freeUnits as number) - 1 },
        });
        break;
      }
      case 'open-task':
      case 'finish-task':
        world.tasks.set(step.task.id, step.task);
        break;
      default:
        break;
    }
}

/** Who joins the waiting list of a benefit, and who leaves it, is counted with the benefit. */
function queue(world: World, request: Request): void {
  const before = world.requests.get(request.id)?.state === 'waiting';
  const benefit = world.benefits.get(request.benefit.id) as Stocked;
  const waiting = benefit.stock.waiting + Number(request.state === 'waiting') - Number(before);
  world.benefits.set(benefit.id, { ...benefit, stock: { ...benefit.stock, waiting } });
}

const after = (all: Press[]): World => {
  const world: World = {
    benefits: new Map(benefits.map((benefit) => [benefit.id, benefit])),
    requests: new Map(),
    tasks: new Map(),
    history: new Map(),
    next: 0,
  };
  for (const press of all) carryOut(world, press);
  return world;
};

/** Looks at every world that some sequence of presses leads to. */
const always = (look: (world: World) => void) =>
  fc.assert(
    fc.property(presses, (all) => look(after(all))),
    { numRuns: 300 },
  );

test('a request is decided once, and who decided stays', () => {
  always(({ history }) => {
    for (const states of history.values()) {
      const decided = states.filter(({ state }) => state !== 'pending');
      const deciders = decided.flatMap((one) => ('by' in one ? [one.by.id] : []));
      expect(states[0]?.state).toBe('pending');
      expect(new Set(deciders).size).toBeLessThanOrEqual(1);
      const path = states.map(({ state }) => state).join(' ');
      expect(path).toMatch(
        /^pending( fulfilled| denied| cancelled| waiting( cancelled)?| approved( fulfilled)?)?$/,
      );
    }
  });
});

test('nobody decides their own, and nobody is asked to', () => {
  always(({ requests }) => {
    for (const request of requests.values()) {
      expect(request.asked.map(({ id }) => id)).not.toContain(request.requester.id);
      if ('by' in request) expect(request.by.id).not.toBe(request.requester.id);
    }
  });
});

test('only approvers and admins decide, and only admins finish', () => {
  const role = new Map(people.map((person) => [person.id, person.role]));
  always(({ requests, tasks }) => {
    for (const request of requests.values())
      if ('by' in request) expect(role.get(request.by.id)).not.toBe('employee');
    for (const task of tasks.values()) if (task.state === 'done') expect(role.get(task.by.id)).toBe('admin');
  });
});

test('an approval never takes more than is left', () => {
  always(({ benefits, requests }) => {
    for (const { id, quantity, stock } of benefits.values()) {
      const given = [...requests.values()].filter(
        (one) => one.benefit.id === id && (one.state === 'approved' || one.state === 'fulfilled'),
      );
      expect(given.reduce((sum, one) => sum + one.quantity, 0)).toBe(stock.held);
      expect(stock.held).toBeLessThanOrEqual(quantity);
      expect(stock.freeUnits ?? 0).toBeGreaterThanOrEqual(0);
    }
  });
});

test('versions only grow, one at a time', () => {
  always(({ history }) => {
    for (const states of history.values())
      expect(states.map(({ version }) => version)).toEqual(states.map((_, at) => at + 1));
  });
});

test('nobody waits twice for the same', () => {
  always(({ requests }) => {
    const open = [...requests.values()].filter(isOpen);
    const names = open.map(({ requester, benefit }) => `${requester.id} ${benefit.id}`);
    expect(new Set(names).size).toBe(names.length);
  });
});

test('these worlds are not empty: every state is reached in some of them', () => {
  const seen = new Set<string>();
  always(({ history }) => {
    for (const states of history.values()) for (const { state } of states) seen.add(state);
  });
  expect([...seen].sort()).toEqual(['approved', 'cancelled', 'denied', 'fulfilled', 'pending', 'waiting']);
});
