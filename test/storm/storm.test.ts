import { findCanary } from '../support/canary';
import { brokenLaws } from '../support/invariants';
import { ada, type Figure } from '../support/people';
import { report } from '../support/soak';
import { approvers, everybody, fiveMinutes, inSlack, inTeams, pressed, wishes } from './five-minutes';
import { type Call, callsTo, inChannels, messagesTo, mostWithin, tooEarly } from './record';
import type { Stage } from './stage';
import { Weather } from './weather';

const seed = process.env.SOAK ? Math.floor(Math.random() * 2 ** 32) : 20261129;

/** Something that somebody has to be told: the words by which it is known, and whether it was over before it could arrive. */
interface Told {
  person: Figure;
  words: string;
  overtaken: boolean;
}
let stage: Stage;
let calls: Call[];
let told: Told[];
/** Messages as people see them at the end. */
let messages: Map<Figure, string[]>;
beforeAll(async () => {
  stage = await fiveMinutes(seed);
  calls = callsTo(stage);
  told = await allThatWasTold();
  messages = new Map(everybody.map((one) => [one, messagesTo(stage, one)]));
}, 180_000);
afterAll(async () => {
  report('storm', await summary());
  await stage.close();
});

/** Of whom the outbox says that they are to be told, and every answer that anybody waits for, whatever the outbox says. */
async function allThatWasTold(): Promise<Told[]> {
  const over = stage.log.filter(({ event }) => event === 'notice-overtaken').map(({ notice }) => notice);
  const rows: Array<{ id: number; name: string; subject: string }> = await stage.door
    .sql('outbox')
    .join('people', 'people.id', 'person_id')
    .where({ way: 'tell' })
    .whereRaw(`notice->>'kind' = 'to-decide'`)
    .select('outbox.id', 'name', 'subject');
  const asked = rows.map(({ id, name, subject }) => ({
    person: approvers.find((one) => one.name === name) as Figure,
    words: wishes.find((wish) => wish.id === subject)?.reason ?? '',
    overtaken: over.includes(id),
  }));
  const answered = wishes.flatMap(({ asker, holder, benefit, answer }) => [
    { person: asker, words: answer, overtaken: false },
    // The card by which they heard that it was asked for them tells the outcome too: known by its title, the message of it is one.
    ...(holder ? [{ person: holder, words: `${benefit} is approved`, overtaken: false }] : []),
  ]);
  return [...asked, ...answered];
}

const copiesOf = ({ person, words }: Told): string[] =>
  (messages.get(person) ?? []).filter((message) => message.includes(words));
const lost = () => told.filter((one) => !one.overtaken && copiesOf(one).length === 0);
const doubles = () => told.reduce((sum, one) => sum + Math.max(0, copiesOf(one).length - 1), 0);
const arrived = () => told.filter((one) => copiesOf(one).length > 0).length;
/** A card that asks for a decision shows the outcome when it has an answer, and nothing to press. */
const wrong = () =>
  wishes.flatMap(({ reason, answer }) =>
    approvers.flatMap((person) =>
      copiesOf({ person, words: reason, overtaken: false }).filter(
        (card) => !card.includes(answer) || card.includes('Hand over'),
      ),
    ),
  );
const failed = () => [...stage.weather.struck.values()].reduce((sum, times) => sum + times, 0);

test('it was a storm: three calls in ten failed, in every way in which a call can fail', () => {
  expect(failed() / stage.weather.calls).toBeGreaterThan(0.27);
  expect(Weather.ways.filter((way) => !stage.weather.struck.has(way))).toEqual([]);
  expect(told.length).toBeGreaterThan(300);
});

test('some were approved by the button of a card, and whom the roster did not show was served when they came again', () => {
  expect(wishes.filter(({ isApproved, holder }) => isApproved && holder).length).toBe(4);
  expect(pressed).toBeGreaterThan(0);
});

test('nothing is lost: whoever is to be told something has it in the end', () => {
  expect(lost()).toEqual([]);
});

test('at most one message in a hundred came twice, and none whose answer was not lost', () => {
  const { unanswered, late } = stage.weather;
  expect(doubles()).toBeLessThanOrEqual(unanswered.length + late);
  expect((doubles() - late) / arrived()).toBeLessThanOrEqual(0.01);
});

test('no call came while its platform had asked to be left alone', () => {
  expect(calls.filter(({ retryAfter }) => retryAfter).length).toBeGreaterThan(20);
  expect(tooEarly(calls)).toEqual([]);
});

test('a conversation in Slack got one message a second, one in Teams seven calls', () => {
  const posts = calls.filter(
    ({ platform, does, nowhere }) => platform === 'slack' && does === 'post' && !nowhere,
  );
  // What is sent a second apart may arrive a little closer together.
  expect(mostWithin(posts, 800)).toBe(1);
  const writes = calls.filter(({ platform, does }) => platform === 'teams' && does !== 'other');
  expect(mostWithin(writes, 800)).toBeLessThanOrEqual(7);
});

test('in the end every copy shows the outcome, but for one that nobody knows of because its answer was lost', () => {
  expect(wrong().length).toBeLessThanOrEqual(doubles());
});

test('whom no chat lets in is called in the channel without a word of what it is about, or an admin has to reach them', () => {
  const calledFor = inChannels(stage);
  expect(calledFor.filter((words) => !words.includes('there is something for you'))).toEqual([]);
  // The channel in Slack was archived when it was needed first, the one in Teams was there.
  const tasks = (messages.get(ada) ?? []).join();
  expect(tasks).toContain(`Reach ${inSlack.name}`);
  expect(tasks.includes(`Reach ${inTeams.name}`) || calledFor.join().includes(inTeams.name)).toBe(true);
  expect(calledFor).not.toEqual([]);
});

test('no law of the ledger is broken, and no key stands anywhere', async () => {
  expect(await brokenLaws(stage.door.sql)).toEqual([]);
  expect(stage.door.troubles).toEqual([]);
  const { database, slack, teams, log } = stage;
  expect(await findCanary({ url: database.url, slack, teams, log: JSON.stringify(log) })).toEqual([]);
});

async function summary(): Promise<string[]> {
  const by = (name: string) => stage.log.filter(({ event }) => event === name).length;
  return [
    `seed ${seed}: ${told.length} things to tell, ${wishes.length} requests, ${pressed} approved on a card, ${calls.length} calls of the bot, of ${stage.weather.calls} in the storm ${failed()} failed`,
    `${lost().length} lost, ${arrived()} arrived, ${told.filter(({ overtaken }) => overtaken).length} were over before they could`,
    `${doubles()} came twice; ${stage.weather.unanswered.length} answers were lost after the message was taken, ${stage.weather.late} because this machine was too slow`,
    `${by('notice-called-only')} times somebody was only called, ${by('notice-undeliverable')} notices were given up meanwhile`,
    `${tooEarly(calls).length} calls before their Retry-After`,
    `${wrong().length} copies do not show the outcome, each one whose answer was lost`,
  ];
}
