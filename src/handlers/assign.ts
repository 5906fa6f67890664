import { createHash } from 'node:crypto';
import { assign as decide } from '../core/assign';
import { unavailable } from '../core/available';
import { kindOf } from '../core/benefit';
import { comingTo } from '../core/eligible';
import { adminsOf } from '../core/person';
import type { Refusal } from '../core/refusal';
import { mayNotDoTasks } from '../core/task';
import { type Answer, assigned, type Chosen, assignForm as draw, mostAtOnce } from '../core/views/assigning';
import type { KnownPerson } from '../store/people';
import { type Here, no, type Of, type Verb } from './verb';
import { everybodyCalled, personCalled, personNamed, type Whom } from './whom';

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

/** Somebody whom an admin named, or why it is not clear whom they meant. */
type Meant = { name: string; whom: Whom };

/** Everybody whom an admin named, once each, in their order; or so many that they were only counted. */
async function everybodyNamed(
  here: Here,
  { people = [], names = '' }: Of<'assign'>,
): Promise<Meant[] | { tooMany: number }> {
  const written = await everybodyCalled(here, names);
  const given = new Set([...people, ...written.map(({ said }) => said)]).size;
  if (given > mostAtOnce) return { tooMany: given };
  const meant: Meant[] = [];
  const seen = new Set<string>();
  const add = (said: string, whom: Whom) => {
    const key = whom.is === 'somebody' ? whom.person.id : said;
    if (seen.has(key)) return;
    seen.add(key);
    meant.push({ name: whom.is === 'somebody' ? whom.person.name : said, whom });
  };
  for (const ref of people) add(nameOf(here, ref), await personNamed(here, ref));
  for (const called of written) add(called.said, await personCalled(here, called));
  return meant;
}

const nameOf = (here: Here, ref: string): string => {
  const account = here.from.named.find((one) => one.ref === ref);
  return account?.profile.standing === 'member' ? account.profile.name : ref.replace(/^[a-z]+:/, '');
};

/** An admin gives a benefit to people: one command, one transaction, and one answer per person. */
export const assign: Verb<'assign'> = async (here, command) => {
  const { ledger, view } = here;
  const mayNot = mayNotDoTasks(here.speaker);
  if (mayNot) return no(here, mayNot);
  // Who is meant is found out before anything is locked: meeting somebody waits for others who meet them.
  const meant = await everybodyNamed(here, command);
  if ('tooMany' in meant) return no(here, { why: 'too-many-people', given: meant.tooMany, most: mostAtOnce });
  if (meant.length === 0) return no(here, { why: 'no-person-named' });

  const assignees = meant.flatMap(({ whom }) => (whom.is === 'somebody' ? [whom.person] : []));
  // Nobody has two credits, and the other may be of another benefit: so the people are locked before the benefit is.
  const about = await ledger.benefit(command.benefit);
  if (about && kindOf(about) === 'credit') await ledger.lockPeople(assignees.map(({ id }) => id));
  // Others who give or get the same wait here, and what they changed is seen in all that is read afterwards.
  const stock = await ledger.lockStock(command.benefit);
  if (!stock) return no(here, { why: 'gone' });
  const facts = await gather(here, command, assignees);
  const answers: Answer[] = [];
  for (const { name, whom } of meant)
    answers.push(
      whom.is === 'somebody'
        ? await giveOne(here, command, whom.person, facts)
        : { name, is: 'refused', refusal: whom.refusal },
    );
  const [only, ...others] = answers;
  if (only?.is === 'refused' && others.length === 0) return no(here, only.refusal);
  const card = assigned(view, stock.benefit.name, answers);
  return answers.some(({ is }) => is === 'given') ? here.answer(card) : card;
};

/** What is the same for all of them, or is read for all of them at once: a form has as long as one answer may take. */
async function gather({ ledger }: Here, { assignment, benefit }: Of<'assign'>, assignees: KnownPerson[]) {
  const ids = assignees.map(({ id }) => id);
  return {
    before: new Map(
      (await ledger.requestsById(ids.map((id) => idFor(assignment, id)))).map((one) => [one.id, one]),
    ),
    open: await ledger.openRequestsOf(ids),
    holdings: await ledger.holdingsOfAll(ids),
    accountEmail: await ledger.accountEmail(benefit),
    timesGiven: await ledger.timesGiven(benefit),
    frees: await ledger.nextFree(benefit),
    admins: adminsOf(await ledger.deciders()),
  };
}

/** Decides about one of them, on the stock that those before have left. */
async function giveOne(
  here: Here,
  command: Of<'assign'>,
  assignee: KnownPerson,
  { before, open, holdings, ...same }: Awaited<ReturnType<typeof gather>>,
): Promise<Answer> {
  const { ledger, speaker, view } = here;
  const { name } = assignee;
  const id = idFor(command.assignment, assignee.id);
  const earlier = before.get(id);
  if (earlier) return { name, is: 'before', request: earlier };

  const stock = await ledger.lockStock(command.benefit);
  if (!stock) throw new Error('a benefit that is locked stays');
  const { benefit, handover, lastRefund } = stock;
  const decision = decide({
    id,
    by: speaker,
    assignee,
    benefit,
    handover,
    wish: command,
    open: open.find((one) => one.assignee.id === assignee.id && one.benefit.id === benefit.id),
    holdings: holdings.filter(({ person }) => person.id === assignee.id),
    coming: comingTo(assignee.id, open),
    ...same,
    holding: here.newId(),
    task: here.newId(),
    lastRefund,
    now: view.now,
  });
  if (!decision.ok) return { name, is: 'refused', refusal: decision.refusal };
  await here.recordPart(decision.change);
  return { name, is: 'given', request: decision.is };
}

/** The id of the request of one person within one form: the same form sent again means the same requests. */
function idFor(assignment: string, person: string): string {
  const bytes = createHash('sha256').update(`${assignment}/${person}`).digest().subarray(0, 16);
  // Version 8 (made by a rule of one's own) and the variant of RFC 9562, 2024.
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x80, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
