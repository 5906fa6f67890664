import { randomUUID } from 'node:crypto';
import type { Command } from '../../src/core/command';
import type { Sender } from '../../src/store/store';
import { benefitNamed, reading, senderOf } from '../support/door';
import { ada, type Figure, figure } from '../support/people';
import { applyPolicy, policyOf } from '../support/policy';
import { chatOf } from './record';
import { openStage, type Stage, stepLength } from './stage';

const minute = 60_000;
const hour = 60 * minute;
const length = 5 * minute;

/** Somebody whom both chats know, or one of them alone: each a third. */
function somebody(number: number, name: string, role: Figure['role']): Figure {
  const one = figure(number, `${name}${number} ${name}son`, role);
  return [one, { ...one, teamsId: '' }, { ...one, slackId: '' }][number % 3] as Figure;
}
export const approvers = Array.from({ length: 12 }, (_, n) => somebody(300 + n, 'Judge', 'approver'));
const askers = Array.from({ length: 10 }, (_, n) => somebody(600 + n, 'Asker', 'employee'));
/** Whom others ask for. */
const holders = Array.from({ length: 4 }, (_, n) => somebody(900 + n, 'Holder', 'employee'));
export const everybody = [...approvers, ...askers, ...holders, ada];
/** Whom a chat shuts us out of from the second minute on: of both chats one, and of one chat the only ones of theirs. */
const [inBoth, inSlack, inTeams] = approvers as [Figure, Figure, Figure, ...Figure[]];

export { inSlack, inTeams };

/** What is approved, by the button of a card; anything else is denied. */
const approved = 'Windows Server CAL';

/** What is asked for and decided: when, in milliseconds of the storm, and the words by which everybody knows it again. */
export const wishes = ['Visio Professional 2024', 'Windows Server CAL', 'Office 365 E3'].flatMap(
  (benefit, third) =>
    askers.map((asker, at) => {
      const n = third * askers.length + at;
      // The last ten ask at once: more than one person may get in a second.
      const last = Math.max(0, n - 20);
      const askedAt = (n - last) * 8_000;
      return {
        id: randomUUID(),
        asker,
        /** Whom it is for, where that is somebody else. */
        holder: benefit === approved ? holders[at] : undefined,
        benefit,
        isApproved: benefit === approved,
        by: approvers[(n * 5) % approvers.length] as Figure,
        askedAt,
        decidedAt: askedAt + 14_000 + (last || n % 4) * 7_000,
        reason: `Reason-${n}.`,
        answer: `Answer-${n}.`,
      };
    }),
);
export type Wish = (typeof wishes)[number];

/** Lives through five minutes of storm, then calm, until nothing is on its way and what was wrong had the time to be mended. */
export async function fiveMinutes(seed: number): Promise<Stage> {
  const stage = await openStage(everybody, seed);
  const { slack, teams, weather } = stage;
  const members = [slack.app.botUserId, ...everybody.map(({ slackId }) => slackId).filter(Boolean)];
  const help = slack.addChannel({ id: 'C0HELP', name: 'help', members, archived: true });
  const channel = { slack: help.id, teams: teams.channel.id };
  await applyPolicy(stage.database.url, policyOf([], { channel }));

  let letIn = () => {};
  const shutting = async () => {
    letIn = shutOut(stage);
  };
  const reopening = async () => {
    help.archived = false;
  };
  const acts = [
    ...wishes.flatMap((wish) => [
      { at: wish.askedAt, act: () => asks(stage, wish) },
      { at: wish.decidedAt, act: () => (wish.isApproved ? approves(stage, wish) : denies(stage, wish)) },
    ]),
    // Whoever can be reached says a word now and then: then what they could not be told comes after all.
    ...approvers
      .filter((one) => ![inSlack, inTeams].includes(one))
      .flatMap((one, at) =>
        [1, 2, 3, 4].map((n) => ({
          at: n * minute + at * 5_000,
          act: () => speaks(stage, one, { type: 'help' }),
        })),
      ),
    { at: minute, act: shutting },
    { at: 3 * minute, act: reopening },
  ].sort((a, b) => a.at - b.at);
  for (let at = 0; at < length; at += stepLength) {
    while (acts[0] && acts[0].at <= at) await acts.shift()?.act();
    if (Math.floor(at / 10_000) > Math.floor((at - stepLength) / 10_000)) await stage.rounds.once();
    await stage.leap(stepLength);
  }

  letIn();
  weather.isCalm = true;
  await untilAllIsSettled(stage);
  for (const one of [...approvers, ...askers, ...holders]) await speaks(stage, one, { type: 'help' });
  await untilAllIsSettled(stage);
  await stage.leap(25 * hour);
  await untilAllIsSettled(stage);
  return stage;
}

/** What somebody says to the bot, in a chat that knows them. */
async function speaks({ door, look, teams }: Stage, one: Figure, command: Command): Promise<string> {
  const says = async (sender: Sender) => reading((await door.handle(command, sender, randomUUID())).card);
  if (one.slackId) return says(senderOf(one, 'slack'));
  // The roster of a chat that shuts us out shows nobody: who is of it is taken at their word there.
  if (!teams.person(one.teamsId).installed) return says(senderOf(one, 'teams'));
  // Whom the roster does not show just now nothing is done for; they say it again.
  for (let tries = 0; tries < 50; tries++) {
    const profile = await look(one);
    const answer = await says({ ...senderOf(one, 'teams'), profile });
    if (profile.standing === 'member') return answer;
    if (!refusals.some((words) => answer.includes(words))) throw new Error(`a stranger was told: ${answer}`);
  }
  throw new Error(`the roster never showed ${one.name}`);
}

const refusals = ['I only serve members of this company', 'I could not check who you are just now'];

async function asks(
  stage: Stage,
  { asker, holder, benefit: name, id: request, reason }: Wish,
): Promise<void> {
  const { sql } = stage.door;
  const benefit = await benefitNamed(sql, name);
  const person = holder && ({ person: `person:${await idOf(stage, holder)}` } as const);
  const answer = await speaks(stage, asker, {
    type: 'request',
    request,
    benefit,
    quantity: 1,
    reason,
    ...person,
  });
  if (!answer.startsWith('You asked for')) throw new Error(`${asker.name} was refused: ${answer}`);
}

async function denies(stage: Stage, { by, id: request, answer: reason }: Wish): Promise<void> {
  const answer = await speaks(stage, by, { type: 'deny', request, version: 1, reason });
  if (!answer.includes(reason)) throw new Error(`${by.name} could not deny: ${answer}`);
}

const idOf = async ({ door }: Stage, { email }: Figure): Promise<string> =>
  (await door.sql('people').where({ email }).first('id')).id;

/** How many approved by the button of a card they had; the others had none yet, and said it in words. */
export let pressed = 0;

/** Somebody presses Approve on the card they have of it, with a word for whoever asked. */
async function approves(stage: Stage, { by, id: request, reason, answer }: Wish): Promise<void> {
  const onCard = approveOn(stage, by, reason);
  if (onCard) pressed += 1;
  const command = { ...(onCard ?? { type: 'approve', request, version: 1 }), reason: answer } as Command;
  const read = await speaks(stage, by, command);
  if (!read.includes('Approved')) throw new Error(`${by.name} could not approve: ${read}`);
}

/** What the button Approve of a card holds, as its platform would send it; undefined while somebody has no such card. */
function approveOn({ slack, teams }: Stage, one: Figure, reason: string): object | undefined {
  const cards: unknown[] = [
    ...(one.slackId ? slack.messages(one.slackId) : [])
      .filter(({ reading: words }) => words.includes(reason))
      .map(({ blocks }) => blocks),
    ...(one.teamsId ? teams.messages(teams.person(one.teamsId)) : [])
      .filter((message) => JSON.stringify(message.cards).includes(reason))
      .map((message) => message.cards),
  ];
  const held = cards.flatMap(buttonsIn).find(({ label }) => label === 'Approve')?.holds;
  return typeof held === 'string' ? JSON.parse(held) : (held as object | undefined);
}

/** The buttons of a card of either platform. */
function buttonsIn(card: unknown): Array<{ label: unknown; holds: unknown }> {
  if (typeof card !== 'object' || card === null) return [];
  const { type, text, title, value, data } = card as Record<string, unknown>;
  if (type === 'button') return [{ label: (text as { text?: unknown }).text, holds: value }];
  if (type === 'Action.Execute') return [{ label: title, holds: data }];
  return Object.values(card).flatMap(buttonsIn);
}

/** Nothing reaches two people any more in the only chat they have, and somebody else in one of two. */
function shutOut(stage: Stage): () => void {
  const closed = [inBoth, inSlack].flatMap((one) => [one.slackId, chatOf(stage, one, 'slack')]);
  const open = stage.slack.faults.every(({ body }) =>
    closed.includes(String(body.channel ?? body.users))
      ? { status: 200, body: { ok: false, error: 'channel_not_found' } }
      : undefined,
  );
  const person = stage.teams.person(inTeams.teamsId);
  person.installed = false;
  return () => {
    open();
    person.installed = true;
  };
}

/** Time goes on for as long as something is on its way. */
async function untilAllIsSettled(stage: Stage): Promise<void> {
  const until = stage.now() + 20 * minute;
  await stage.rounds.once();
  while ((await stage.door.store.ledger.backlog()).due > 0) {
    if (stage.now() > until) throw new Error('something is on its way for ever');
    for (let step = 0; step < 5; step++) await stage.leap(stepLength);
    await stage.rounds.once();
  }
}
