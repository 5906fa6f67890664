import { createHash } from 'node:crypto';
import { assign as decide } from '../core/assign';
import { unavailable } from '../core/available';
import { comingTo } from '../core/eligible';
import { adminsOf } from '../core/give-back';
import type { Person } from '../core/person';
import type { Refusal } from '../core/refusal';
import { mayNotDoTasks } from '../core/task';
import { type Answer, assigned, type Chosen, assignForm as draw, mostAtOnce } from '../core/views/assigning';
import type { KnownPerson } from '../store/people';
import { type Here, no, type Of, type Verb } from './verb';
import { namesIn, personCalled, personNamed, type Whom } from './whom';

/** Opens the form; whoever was named already stands in it. */
export const assignForm: Verb<'assign-form'> = async (here, { benefit: id, people = [] }) => {
  const mayNot = mayNotDoTasks(here.speaker);
  if (mayNot) return no(here, mayNot);
  const benefit = await here.ledger.benefit(id);
  if (!benefit) return no(here, { why: 'gone' });
  const obstacle = unavailable(benefit, here.view.now);
  if (obstacle) return no(here, obstacle);

  const chosen: Chosen[] = [];
  for (const ref of people) {
    const one = await chosenBy(here, ref);
    if ('refusal' in one) return no(here, one.refusal);
    chosen.push(one);
  }
  return draw(here.view, benefit, here.newId(), chosen);
};

/**
 * Whom a reference means, without meeting anybody: an account that nobody has met yet keeps the reference of its platform, and is met
 * when the form comes back.
 */
export async function chosenBy(here: Here, ref: string): Promise<Chosen | { refusal: Refusal }> {
  const whom = await personNamed(here, ref, 'look');
  if (whom.is === 'somebody') return { ref: `person:${whom.person.id}`, name: whom.person.name };
  const account = here.from.named.find((one) => one.ref === ref);
  return account?.profile.standing === 'member'
    ? { ref, name: account.profile.name }
    : { refusal: whom.refusal };
}

/** Everybody whom an admin named, once each, in their order; or why it is not clear whom they meant. */
type Meant = { name: string; whom: Whom };

async function everybodyNamed(here: Here, { people = [], names = '' }: Of<'assign'>): Promise<Meant[]> {
  const meant: Meant[] = [];
  const seen = new Set<string>();
  const add = (said: string, whom: Whom) => {
    if (whom.is === 'somebody' && seen.has(whom.person.id)) return;
    if (whom.is === 'somebody') seen.add(whom.person.id);
    meant.push({ name: whom.is === 'somebody' ? whom.person.name : said, whom });
  };
  for (const ref of people) add(nameOf(here, ref), await personNamed(here, ref));
  // What is pasted from a mail reads `Eve Employee <eve@contoso.example>`.
  for (const said of namesIn(names))
    add(said, await personCalled(here, /<([^<>@\s]+@[^<>\s]+)>/.exec(said)?.[1] ?? said));
  return meant.slice(0, mostAtOnce);
}

const nameOf = (here: Here, ref: string): string => {
  const account = here.from.named.find((one) => one.ref === ref);
  return account?.profile.standing === 'member' ? account.profile.name : ref.replace(/^[a-z]+:/, '');
};

/** An admin gives a benefit to people: one command, one transaction, and one answer per person. */
export const assign: Verb<'assign'> = async (here, command) => {
  const mayNot = mayNotDoTasks(here.speaker);
  if (mayNot) return no(here, mayNot);
  // Who is meant is found out before anything is locked: meeting somebody waits for others who meet them.
  const meant = await everybodyNamed(here, command);
  if (meant.length === 0) return no(here, { why: 'no-person-named' });

  const admins = adminsOf(await here.ledger.deciders());
  const answers: Answer[] = [];
  let benefit = '';
  for (const { name, whom } of meant) {
    if (whom.is === 'not-clear') answers.push({ name, is: 'refused', refusal: whom.refusal });
    else {
      const given = await giveOne(here, command, whom.person, admins);
      if (!given) return no(here, { why: 'gone' });
      benefit = given.benefit;
      answers.push(given.answer);
    }
  }
  const [only, ...others] = answers;
  if (only?.is === 'refused' && others.length === 0) return no(here, only.refusal);

  benefit ||= (await here.ledger.benefit(command.benefit))?.name ?? '';
  const card = assigned(here.view, benefit, answers);
  return answers.some(({ is }) => is === 'given') ? here.answer(card) : card;
};

/** Decides about one of them, on the stock that those before have left; undefined when the benefit is gone. */
async function giveOne(
  here: Here,
  command: Of<'assign'>,
  assignee: KnownPerson,
  admins: Person[],
): Promise<{ benefit: string; answer: Answer } | undefined> {
  const { ledger, speaker, view } = here;
  const { name } = assignee;
  const id = idFor(command.assignment, assignee.id);
  const before = await ledger.request(id);
  if (before) return { benefit: before.benefit.name, answer: { name, is: 'before', request: before } };

  const stock = await ledger.lockStock(command.benefit);
  if (!stock) return undefined;
  const { benefit, handover, lastRefund } = stock;
  const decision = decide({
    id,
    by: speaker,
    assignee,
    benefit,
    handover,
    wish: command,
    open: await ledger.openRequest(assignee.id, benefit.id),
    holdings: await ledger.holdingsOf(assignee.id),
    coming: comingTo(assignee.id, await ledger.requestsOf(assignee.id)),
    accountEmail: await ledger.accountEmail(benefit.id),
    timesGiven: await ledger.timesGiven(benefit.id),
    frees: await ledger.nextFree(benefit.id),
    holding: here.newId(),
    task: here.newId(),
    lastRefund,
    admins,
    now: view.now,
  });
  if (!decision.ok)
    return { benefit: benefit.name, answer: { name, is: 'refused', refusal: decision.refusal } };
  await here.recordPart(decision.change);
  return { benefit: benefit.name, answer: { name, is: 'given', request: decision.is } };
}

/** The id of the request of one person within one form: the same form sent again means the same requests. */
function idFor(assignment: string, person: string): string {
  const bytes = createHash('sha256').update(`${assignment}/${person}`).digest().subarray(0, 16);
  // Version 8 (made by a rule of one's own) and the variant of RFC 9562, 2024.
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x80, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
