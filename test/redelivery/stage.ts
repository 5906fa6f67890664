import { randomUUID } from 'node:crypto';
import type { Command } from '../../src/core/command';
import { makeRounds } from '../../src/handlers/rounds';
import type { TestDatabase } from '../support/database';
import { differing } from '../support/differing';
import { benefitNamed, type Door, openDoor, reading, senderOf, stockedDatabase } from '../support/door';
import { keysFile } from '../support/held-file';
import { ada, dana, type Figure, figure, mei, omar } from '../support/people';
import { applyPolicy, policyOf, rule, stage } from '../support/policy';
import type { Sample } from '../support/sample';

/** What a case plays with: each a benefit of its own for each run, so that nothing stands in the way of anything. */
const kinds = {
  /** Keys that many may have, in cores. */
  key: { category: 'software', unit: 'core', delivery: 'key' },
  /** The same, but two approvers must agree, and then one more. */
  staged: { category: 'software', unit: 'core', delivery: 'key' },
  /** A key that one may have. */
  scarce: { category: 'software', unit: 'licence', delivery: 'key' },
  /** An admin sets it up. */
  seat: { category: 'cloud', unit: 'seat', delivery: 'assign' },
  studio: { category: 'visual-studio', unit: 'subscription', delivery: 'assign' },
  incidents: { category: 'support', unit: 'incident', delivery: 'assign' },
} as const;
export type Kind = keyof typeof kinds;

/** Who asks. */
export const asker = figure(40, 'Ivy Asker', 'employee');
/** Who has, and gives back, what somebody waits for. */
const first = figure(41, 'Otto First', 'employee');
/** Who may decide as well, and goes away. */
export const absent = figure(42, 'Abe Absent', 'approver');
/** Who comes back: somebody else, so that neither undoes what the other does, whichever comes first. */
export const returning = figure(43, 'Rita Return', 'approver');

/** Somebody whom the people file names by their address alone: their account in Slack may decide, a second one may not before it is linked. */
export const withOneChat = (run: number): Figure => ({
  ...figure(50 + run, `Lin${run} Linker`, 'approver'),
  unnamed: true,
});

/** Where a case prepares what its command is about. */
export interface Scene {
  door: Door;
  run: number;
  /** A benefit of this case and run alone. */
  benefit(kind: Kind): Promise<string>;
  /** Ivy asks for one; resolves with the request. */
  asked(kind: Kind): Promise<string>;
  /** Of a request: its version now. */
  version(request: string): Promise<number>;
  /** Ivy asks, and it is approved; resolves with the request. */
  granted(kind: Kind): Promise<string>;
  held(kind: 'key' | 'incidents'): Promise<string>;
  /** The portal says that somebody has a subscription who is gone. */
  differs(): Promise<string>;
  /** A file with a key for the benefit of this case and run. */
  keys(): Promise<Uint8Array<ArrayBuffer>>;
  taskOf(request: string): Promise<string>;
  /** Ivy waits for the only one, and it is offered to her. */
  offered(): Promise<string>;
  says(who: Figure, command: Command): Promise<void>;
  person(who: Figure): Promise<string>;
}

export interface Stage {
  door: Door;
  scene(called: string, run: number): Scene;
  close(): Promise<void>;
}

const nameOf = (kind: Kind, called: string, run: number): string => `${kind} ${called} ${run}`;

/** Opens the door of a company with a benefit of each kind for each of the cases and runs. */
export async function openStage(cases: string[], runs: number): Promise<Stage> {
  const all = Array.from({ length: runs }, (_, run) => run);
  const places = all.flatMap((run) => cases.map((called) => ({ called, run })));
  const benefits: Sample['benefits'] = [];
  const keys: Sample['keys'] = [];
  for (const { called, run } of places)
    for (const [kind, is] of Object.entries(kinds) as Array<[Kind, (typeof kinds)[Kind]]>) {
      const benefit = nameOf(kind, called, run);
      const quantity = kind === 'scarce' ? 1 : 8;
      benefits.push({ ...is, benefit, quantity });
      if (is.delivery === 'key')
        keys.push({
          benefit,
          key: keyOf(keys.length),
          ...(kind === 'scarce' ? { key_type: 'retail' } : { key_type: 'mak', seats: 8 }),
        });
    }
  const people = [mei, dana, omar, ada, asker, first, absent, returning, ...all.map(withOneChat)];
  const database: TestDatabase = await stockedDatabase({ people, benefits, keys });
  const door = await openDoor(database.url, () => new Date(), { unhurried: true });
  await applyPolicy(
    database.url,
    policyOf([
      rule('three of them', [stage([{ is: 'approvers' }], { need: 2 }), stage([{ is: 'approvers' }])], {
        benefit: places.map(({ called, run }) => nameOf('staged', called, run).toLowerCase()),
      }),
    ]),
  );
  for (const who of [mei, dana, omar, ada, asker, first, absent, returning])
    await door.handle({ type: 'help' }, senderOf(who), randomUUID());
  return {
    door,
    scene: (called, run) => sceneOf(door, called, run),
    async close() {
      await door.close();
      await database.drop();
    },
  };
}

/** Keys that are in no sample. */
let filed = 3_000;

const letters = 'BCDFGHJKMPQRTVWXY';
/** A key of which there is no other. */
const keyOf = (at: number): string => {
  const part = [289, 17, 1].map((size) => letters[Math.floor(at / size) % letters.length]).join('');
  return `AG${part}-FAKE2-9QK7M-C3XJT-4HRBD`;
};

function sceneOf(door: Door, called: string, run: number): Scene {
  const { sql } = door;
  const says = async (who: Figure, command: Command) => {
    const answer = reading((await door.handle(command, senderOf(who), randomUUID())).card);
    if (/^(Not this time|This is not open to you|Please look at this again)/.test(answer))
      throw new Error(`${who.name}, ${command.type}: ${answer}`);
  };
  const scene: Scene = {
    door,
    run,
    says,
    benefit: (kind) => benefitNamed(sql, nameOf(kind, called, run)),
    async asked(kind) {
      const request = randomUUID();
      await says(asker, {
        type: 'request',
        request,
        benefit: await scene.benefit(kind),
        ...((kind === 'key' || kind === 'staged') && { quantity: 2 }),
        ...(kind === 'incidents' && { email: 'second@contoso.example' }),
        reason: 'For the work',
      });
      return request;
    },
    async granted(kind) {
      const request = await scene.asked(kind);
      await says(dana, { type: 'approve', request, version: 1 });
      return request;
    },
    version: async (id) => (await sql('requests').where({ id }).first('version')).version,
    taskOf: async (id) => (await sql('tasks').where({ request_id: id, state: 'open' }).first('id')).id,
    async held(kind) {
      const request = await scene.granted(kind);
      if (kind === 'incidents')
        for (const step of ['activated', 'noted down'])
          await says(ada, {
            type: 'done',
            task: await scene.taskOf(request),
            evidence: step,
            accessId: 'A-1',
            contractId: 'C-1',
          });
      return (await sql('holdings').where({ request_id: request }).first('id')).id;
    },
    async offered() {
      const benefit = await scene.benefit('scarce');
      const reason = 'The only one';
      await says(ada, {
        type: 'assign',
        assignment: randomUUID(),
        benefit,
        people: [`person:${await scene.person(first)}`],
        reason,
      });
      const request = await scene.granted('scarce');
      const { id: holding } = await sql('holdings').where({ benefit_id: benefit }).first('id');
      await says(first, { type: 'return', holding });
      await roundsOf(door).once();
      return request;
    },
    keys: async () => keysFile(nameOf('key', called, run), keyOf(filed++)),
    differs: async () => differing(sql, await scene.benefit('studio'), `Gus Gone ${called} ${run}`),
    person: async ({ email }) => (await sql('people').where({ email }).first('id')).id,
  };
  return scene;
}

const roundsOf = ({ store }: Door) =>
  makeRounds({
    store,
    now: () => new Date(),
    changed() {},
    report: (_, error) => {
      throw error;
    },
  });
