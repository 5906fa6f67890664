import { randomUUID } from 'node:crypto';
import type { Command } from '../../src/core/command';
import { makeRounds } from '../../src/handlers/rounds';
import { openVault, type Vault } from '../../src/store/vault';
import type { TestDatabase } from '../support/database';
import { differing } from '../support/differing';
import {
  benefitNamed,
  type Door,
  openDoor,
  reading,
  senderOf,
  stockedDatabase,
  wrappingKey,
} from '../support/door';
import { heldFile } from '../support/held-file';
import type { Figure } from '../support/people';
import type { Sample, SampleBenefit, SampleKey } from '../support/sample';
import { adam, alan, ann, bea, cast, dele, hanna, nina, rita, sam, xena } from './cast';
import { givenKeys } from './commands';
import type { holdingStates, requestStates, taskStates } from './matrix';

type RequestState = (typeof requestStates)[number]['is'];
type HoldingState = (typeof holdingStates)[number];
type TaskState = (typeof taskStates)[number];

/** What there is: one benefit for each thing that is looked at, called after it. */
const keyed = ['any one', 'stage 1', 'stage 2', 'fulfilled', 'denied', 'cancelled', 'fresh', 'ended'];
const scarce = ['waiting', 'offered'];
const byTask = ['approved', 'failed', 'done'];
const tokens = ['live token', 'ended token'];
const contracts = ['live incidents', 'ended incidents'];

const benefits: SampleBenefit[] = [
  ...keyed.map((benefit) => ({
    category: 'software',
    benefit,
    quantity: 100,
    unit: 'core',
    delivery: 'key',
  })),
  {
    category: 'visual-studio',
    benefit: 'studio',
    quantity: 5,
    unit: 'subscription',
    delivery: 'assign',
  },
  ...scarce.map((benefit) => ({
    category: 'software',
    benefit,
    quantity: 1,
    unit: 'licence',
    delivery: 'key',
  })),
  ...byTask.map((benefit) => ({
    category: 'cloud',
    benefit,
    quantity: 10,
    unit: 'seat',
    delivery: 'assign',
  })),
  ...tokens.map((benefit) => ({ category: 'cloud', benefit, quantity: 5, unit: 'seat', delivery: 'key' })),
  ...contracts.map((benefit) => ({
    category: 'support',
    benefit,
    quantity: 10,
    unit: 'incident',
    delivery: 'assign',
  })),
];

/** Letters of which every key is another one. */
const letterOf = (at: number): string => 'BCDFGHJKMPQRTVWXY'[at] as string;
const keyOf = (at: number): string => `MTRX${letterOf(at)}-FAKE2-9QK7M-C3XJT-4HRBD`;
const keys: SampleKey[] = [
  ...keyed.map((benefit, at) => ({ benefit, key: keyOf(at), key_type: 'mak', seats: 100 })),
  ...scarce.map((benefit, at) => ({ benefit, key: keyOf(keyed.length + at), key_type: 'retail' })),
  ...tokens.map((benefit, at) => ({
    benefit,
    key: keyOf(keyed.length + scarce.length + at),
    key_type: 'token',
    seats: 5,
  })),
];
/** The key of what the assignee has. */
export const liveKey = keyOf(keyed.indexOf('fulfilled'));

/** What is asked of any one approver, and what two stages decide: of the first two must agree, of the second one. */
const policy = {
  rules: [
    {
      name: 'one is enough',
      when: { benefit: ['any one', 'fresh'] },
      yields: { is: 'ask', stages: [stage([{ is: 'approvers' }], 1, [{ is: 'admins' }])] },
    },
    {
      name: 'two stages',
      when: {},
      yields: {
        is: 'ask',
        stages: [
          stage([{ is: 'group', group: 'Stage one' }, { is: 'manager' }], 2),
          stage([{ is: 'group', group: 'Stage two' }, { is: 'manager' }], 1),
        ],
      },
    },
  ],
  hours: { from: '09:00', to: '17:00', days: [1, 2, 3, 4, 5], zone: 'UTC' },
  neverPing: [],
  channel: {},
};

function stage(ask: object[], need: number, may: object[] = []) {
  return { ask, may, need, otherwise: [], silence: {} };
}

/** A company in which everything is in every state at once, and every request is Rita's, for Alan. */
export interface World {
  door: Door;
  vault: Vault;
  requests: Record<RequestState, string>;
  /** By what a command is about: a key, a token, incidents. */
  holdings: Record<'key' | 'token' | 'incidents', Record<HoldingState, string>>;
  tasks: Record<TaskState, string>;
  benefit: string;
  /** Somebody whom nobody knows has a subscription in Microsoft's portal. */
  difference: string;
  /** A file that Bea gave. */
  file: string;
  person(figure: Figure): string;
  version(request: string): number;
  /** A request in the second stage once more, and a task: those before were decided and done. */
  anew: { inStage2(): Promise<string>; task(): Promise<string> };
}

/** The people, the benefits and the keys of the table's company. */
export const sampleOfTable: Sample = { people: cast, benefits, keys };

/** The world behind the door alone. */
export async function openWorld(): Promise<World & { close(): Promise<void> }> {
  const database: TestDatabase = await stockedDatabase(sampleOfTable);
  const door = await openDoor(database.url);
  return {
    ...(await buildWorld(door)),
    async close() {
      await door.close();
      await database.drop();
    },
  };
}

/** Builds it by what people do, where the sample has been brought in. */
export async function buildWorld(door: Door): Promise<World> {
  const { sql } = door;
  await sql('policies').insert({ text: '', policy: JSON.stringify(policy), applied_at: new Date() });

  const says = async (who: Figure, command: Command, platform: 'slack' | 'teams' = 'slack') => {
    const answer = reading((await door.handle(command, senderOf(who, platform), randomUUID())).card);
    if (/^(Not this time|This is not open to you|Please look at this again|Something)/.test(answer))
      throw new Error(`${who.name}, ${command.type}: ${answer}`);
  };
  for (const who of cast)
    for (const platform of ['slack', 'teams'] as const) await says(who, { type: 'help' }, platform);
  const people = new Map(
    (await sql('people').select('id', 'email')).map((row) => [row.email as string, row.id as string]),
  );
  const person = ({ email }: Figure): string => people.get(email) as string;

  const versionOf = async (id: string): Promise<number> =>
    (await sql('requests').where({ id }).first('version')).version;
  const asks = async (name: string): Promise<string> => {
    const request = randomUUID();
    const email = contracts.includes(name) ? { email: 'second@contoso.example' } : {};
    await says(rita, {
      type: 'request',
      request,
      benefit: await benefitNamed(sql, name),
      ...(keyed.includes(name) && { quantity: 2 }),
      person: `person:${person(alan)}`,
      reason: 'For the work',
      ...email,
    });
    return request;
  };
  const agrees = async (who: Figure, request: string) =>
    says(who, { type: 'approve', request, version: await versionOf(request) });
  const handsOver = async (request: string) =>
    says(hanna, {
      type: 'hand-over',
      request,
      version: await versionOf(request),
      person: `person:${person(dele)}`,
    });
  const granted = async (name: string): Promise<string> => {
    const request = await asks(name);
    for (const who of [ann, sam, nina]) await agrees(who, request);
    return request;
  };
  const taskOf = async (request: string): Promise<string> =>
    (await sql('tasks').where({ request_id: request, state: 'open' }).first('id')).id;
  const isDone = async (request: string): Promise<string> => {
    const task = await taskOf(request);
    await says(adam, { type: 'done', task, accessId: 'A-1', contractId: 'C-1' });
    return task;
  };
  const holdingOf = async (request: string): Promise<string> =>
    (await sql('holdings').where({ request_id: request }).first('id')).id;
  const returned = async (who: Figure, holding: string): Promise<string> => {
    await says(who, { type: 'return', holding });
    return holding;
  };
  const supported = async (name: string): Promise<string> => {
    const request = await granted(name);
    await isDone(request);
    await isDone(request);
    return holdingOf(request);
  };
  const taken = async (name: string): Promise<void> =>
    says(bea, {
      type: 'assign',
      assignment: randomUUID(),
      benefit: await benefitNamed(sql, name),
      people: [`person:${person(xena)}`],
      reason: 'The only one',
    });

  const first = await asks('stage 1');
  await agrees(ann, first);
  await handsOver(first);
  const inStage2 = async (): Promise<string> => {
    const request = await asks('stage 2');
    await agrees(ann, request);
    await agrees(sam, request);
    await handsOver(request);
    return request;
  };
  const second = await inStage2();
  for (const name of scarce) await taken(name);
  const [waiting, offered] = [await granted('waiting'), await granted('offered')];
  const scarcely = await sql('holdings').where({ benefit_id: await benefitNamed(sql, 'offered') });
  await returned(xena, scarcely[0].id);
  const rounds = makeRounds({
    store: door.store,
    now: () => new Date(),
    changed() {},
    report: (_, error) => {
      throw error;
    },
  });
  await rounds.once();

  const fulfilled = await granted('fulfilled');
  const denied = await asks('denied');
  await says(sam, { type: 'deny', request: denied, version: 1, reason: 'Not this year' });
  const cancelled = await asks('cancelled');
  await says(rita, { type: 'cancel', request: cancelled });
  const failed = await granted('failed');
  await says(bea, { type: 'could-not', task: await taskOf(failed), reason: 'Microsoft refused it' });
  const requests: World['requests'] = {
    'any one': await asks('any one'),
    'stage 1': first,
    'stage 2': second,
    waiting,
    offered,
    approved: await granted('approved'),
    fulfilled,
    denied,
    cancelled,
    failed,
  };
  const pair = async (live: string, ended: string) => ({ live, ended: await returned(alan, ended) });
  const holdings: World['holdings'] = {
    key: await pair(await holdingOf(fulfilled), await holdingOf(await granted('ended'))),
    token: await pair(
      await holdingOf(await granted('live token')),
      await holdingOf(await granted('ended token')),
    ),
    incidents: await pair(await supported('live incidents'), await supported('ended incidents')),
  };
  await sql('holdings')
    .where({ id: holdings.key.live })
    .update({ inquired_at: new Date(), answer_by: new Date('2098-01-01') });
  // A message about each of them that stands in both chats, to be replied to.
  for (const [platform, id] of ['slack', 'teams'].flatMap((one) =>
    Object.values(requests).map((id) => [one, id]),
  ))
    await sql.raw(
      `insert into posted (outbox_id, person_id, subject, platform, ref, posted_at, live)
       select max(id), person_id, subject, ?, jsonb_build_object('message', subject), now(), true from outbox where subject = ? group by person_id, subject limit 1`,
      [platform as string, id as string],
    );
  const versions = new Map(
    (await sql('requests').select('id', 'version')).map((row) => [row.id, row.version]),
  );
  return {
    door,
    vault: await openVault(sql, new Map([[1, wrappingKey]]), new Date()),
    requests,
    holdings,
    tasks: { open: await taskOf(requests.approved), done: await isDone(await granted('done')) },
    benefit: await benefitNamed(sql, 'fresh'),
    difference: await differing(sql, await benefitNamed(sql, 'studio'), 'Gus Gone'),
    file: await heldFile(door.store, person(bea), givenKeys, 'keys', ['Visio Profesional']),
    person,
    version: (request) => versions.get(request) as number,
    anew: { inStage2, task: async () => taskOf(await granted('approved')) },
  };
}
