import fc from 'fast-check';
import { report } from '../support/soak';
import { Driver } from './drive';
import { type CommandKind, commandKinds, histories as drawn, settle } from './histories';
import { Model } from './model';
import { seeds, unmended } from './seeds';
import { type Command, told } from './world';

/** Some histories, and many in a soak. */
const runs = Number(process.env.MODEL_RUNS ?? (process.env.SOAK ? 500 : 25));
/** A difference prints its seed; with it the same histories come again. */
const seed = Number(process.env.MODEL_SEED ?? Date.now() % 2 ** 31);
/** So long a history that went wrong is made shorter, in milliseconds. */
const shortenFor = 90_000;

/** Where bot and model part: the history up to there, and how they differ. */
class Difference extends Error {
  constructor(
    readonly history: Command[],
    readonly how: string[],
  ) {
    super(
      [
        'The bot and the model part after this history:',
        ...history.map((command, at) => `${String(at + 1).padStart(3)}. ${told(command)}`),
        ...how.map((line) => `     ${line}`),
        '     as a case of seeds.ts:',
        ...history.map((command) => `       ${JSON.stringify(command)},`),
      ].join('\n'),
    );
  }
}

let driver: Driver;
const counts = new Map<CommandKind, { done: number; refused: number }>();
/** How often each refusal was given. */
const refused = new Map<string, number>();
let commands = 0;

beforeAll(async () => {
  driver = await Driver.start();
}, 240_000);
afterAll(() => driver.stop());

/** Lives through a history on both sides. @throws Difference at the first command after which they part */
async function live(next: (model: Model, at: number) => Command | undefined | 'end', count: boolean) {
  const model = new Model();
  await driver.begin();
  const history: Command[] = [];
  const part = (how: string[]) => {
    throw new Difference(history, how);
  };
  for (let at = 0; ; at++) {
    const command = next(model, at);
    if (command === 'end') break;
    if (!command) continue;
    history.push(command);
    const should = model.do(command);
    const was = await driver.do(command);
    if (count) {
      commands++;
      const of = counts.get(command.do) ?? { done: 0, refused: 0 };
      if (should.includes('done')) of.done++;
      else of.refused++;
      counts.set(command.do, of);
      for (const why of should.split(', ')) if (why !== 'done') refused.set(why, (refused.get(why) ?? 0) + 1);
    }
    if (was !== should) part([`the model answers: ${should}`, `the bot answers:   ${was}`]);
    const [shouldSee, saw] = [model.seen(), await driver.seen()];
    const [missing, extra] = [
      shouldSee.filter((line) => !saw.includes(line)),
      saw.filter((line) => !shouldSee.includes(line)),
    ];
    if (missing.length + extra.length > 0)
      part([
        ...missing.map((line) => `the model sees: ${line}`),
        ...extra.map((line) => `the bot has:    ${line}`),
      ]);
    if (at % 15 === 14) await keepsTheLaws(part);
  }
  await keepsTheLaws(part);
}

async function keepsTheLaws(part: (how: string[]) => void): Promise<void> {
  const broken = await driver.brokenLaws();
  if (broken.length > 0) part(broken.map((law) => `a law is broken: ${law}`));
}

/** The same difference, or another, after fewer commands. */
async function shortened(found: Difference): Promise<Difference> {
  const until = performance.now() + shortenFor;
  let shortest = found;
  for (let size = Math.ceil(found.history.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2))
    for (let from = shortest.history.length - size; from > -size; from -= size) {
      if (performance.now() > until) return shortest;
      const { history } = shortest;
      const shorter = history.filter((_, at) => at < from || at >= from + size);
      try {
        await live(follow(shorter), false);
      } catch (error) {
        // Without what was left out, a command may be about something that is not there.
        if (error instanceof Difference) shortest = error;
      }
    }
  return shortest;
}

const follow = (history: Command[]) => (_: Model, at: number) => history[at] ?? 'end';

describe('what once went wrong', () => {
  for (const [what, history] of Object.entries(seeds)) test(what, () => live(follow(history), false), 60_000);
  for (const [what, history] of Object.entries(unmended))
    test(`still: ${what}`, async () => {
      await expect(live(follow(history), false)).rejects.toThrow(Difference);
    }, 240_000);
});

test(`${runs} random histories: the bot does what the model does`, async () => {
  const begun = performance.now();
  const property = fc.asyncProperty(drawn, ({ about, commands: rough }) =>
    live((model, at) => {
      const one = rough[at];
      if (!one) return 'end';
      return settle(model, about, one);
    }, true),
  );
  // What went wrong is made shorter below, by whole commands: that is faster than by their numbers.
  let histories = 0;
  const check = async (from: number, numRuns: number) => {
    const outcome = await fc.check(property, { seed: from, numRuns, endOnFailure: true });
    histories += outcome.numRuns;
    if (!outcome.failed) return;
    const error = outcome.errorInstance;
    const why = error instanceof Difference ? await shortened(error) : (error as Error).stack;
    throw new Error(`MODEL_SEED=${from}, history ${outcome.numRuns}.\n${why}`);
  };
  const never = () => commandKinds.filter((kind) => !counts.get(kind)?.done);
  await check(seed, runs);
  // A kind of command that is never carried out proves nothing: chance may leave one out, but not for long.
  for (let more = 1; more <= 5 && never().length > 0; more++) await check(seed + more, 10);
  report('model', [
    `${histories} histories with ${commands} commands (seed ${seed}): 0 differences, in ${((performance.now() - begun) / 1000).toFixed(0)} s`,
    ...commandKinds.map(
      (kind) => `${kind}: ${counts.get(kind)?.done ?? 0} done, ${counts.get(kind)?.refused ?? 0} refused`,
    ),
    `refused as ${[...refused]
      .sort()
      .map(([why, times]) => `${why} (${times})`)
      .join(', ')}`,
  ]);
  expect(never()).toEqual([]);
}, 1_800_000);
