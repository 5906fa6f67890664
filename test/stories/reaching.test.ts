import { connect } from '../../src/store/database';
import { type Company, openCompany } from '../support/company';
import { ada, dana, eve, type Figure } from '../support/people';
import type { Somebody } from '../support/somebody';
import { blocks, policyOf } from '../support/unreached';
import { until } from '../support/until';

const card = 'Eve Employee asks for Visio Professional 2024';
const minute = 60_000;
/** Whoever is asked here is one person alone, and an admin where they are not there. */
const few = [eve, dana, ada];

async function asksForVisio(who: Somebody) {
  await who.opensFormFor('visio');
  await who.fills({ Reason: 'Diagrams' }, 'Request');
  await who.sees('You asked for Visio Professional 2024');
  await who.closesWindow();
}

/** What somebody reads in the channel of a platform. */
function inChannel(company: Company, platform: 'slack' | 'teams', { slackId, teamsId }: Figure): string[] {
  return platform === 'slack'
    ? company.slack.messages(slackId, '#help').map(({ reading }) => reading)
    : company.teams.messages(company.teams.person(teamsId), company.teams.channel).map(({ text }) => text);
}

async function withChannel(company: Company, platform: 'slack' | 'teams') {
  const { slack, teams } = company;
  const members = [slack.app.botUserId, dana.slackId, eve.slackId];
  slack.addChannel({ id: 'C0HELP', name: 'help', members });
  await policyOf(company, {
    channel: platform === 'slack' ? { slack: 'C0HELP' } : { teams: teams.channel.id },
  });
}

describe.each(['slack', 'teams'] as const)('in %s', (platform) => {
  const elsewhere = platform === 'slack' ? 'teams' : 'slack';
  let company: Company;
  let [asker, approver, admin]: Somebody[] = [];
  const people = () => [asker, approver, admin] as [Somebody, Somebody, Somebody];
  beforeEach(async () => {
    company = await openCompany({ people: few });
    [asker, approver, admin] = [eve, dana, ada].map((figure) => company.at(platform, figure));
    for (const one of [approver, admin]) await one?.asks('help');
  });
  afterEach(() => company.close());

  test('whoever has blocked the bot is told in the other chat', async () => {
    const [employee] = people();
    await company.at(elsewhere, dana).asks('help');
    await company.at(platform, dana).asks('help');
    blocks(company, platform, dana);
    await asksForVisio(employee);
    await company.at(elsewhere, dana).sees(card);
    expect(inChannel(company, platform, eve)).toEqual([]);
  });

  test('whoever has blocked it in both is called in the channel, without a word of what it is about', async () => {
    const [employee, decider, keeper] = people();
    await withChannel(company, platform);
    const both = [blocks(company, 'slack', dana), blocks(company, 'teams', dana)];
    await asksForVisio(employee);
    const called = await until('they are called', () => inChannel(company, platform, eve)[0]);
    expect(called).toContain('Dana Decider');
    expect(called).toContain('there is something for you');
    expect(called).not.toMatch(/Visio|Eve|Diagrams/);

    // They know that there is something: nobody has to tell them.
    await company.moveTime(2 * minute);
    await keeper.sees(card);
    await keeper.sees('too few of them can answer');
    await employee.types('requests');
    await employee.sees(/Ada Admin[\s\S]*Dana Decider \(could not be reached\)/);
    await keeper.types('tasks');
    await keeper.sees('There is nothing to do.');

    for (const unblock of both) unblock();
    await decider.says('help');
    await decider.sees(card);
    await decider.presses('Approve');
    await employee.sees('Visio Professional 2024 is yours');
    expect(inChannel(company, platform, eve)).toHaveLength(1);
  });

  test('where no channel helps it is a task for the admins, others are asked, and in the end it arrives', async () => {
    const [employee, decider, keeper] = people();
    const both = [blocks(company, 'slack', dana), blocks(company, 'teams', dana)];
    await asksForVisio(employee);
    const task = await keeper.sees('Reach Dana Decider');
    expect(task).toContain('dana@contoso.example');
    expect(task).not.toContain('Open Partner Center');

    await company.moveTime(2 * minute);
    await keeper.sees(card);
    await employee.types('requests');
    await employee.sees('Dana Decider (could not be reached)');

    for (const unblock of both) unblock();
    await keeper.presses('Done', 'Reach Dana Decider');
    await keeper.fills({ Evidence: 'Spoke to her' }, 'Done');
    await keeper.closesWindow();
    await keeper.sees('Done by');
    await decider.sees(card);
    await decider.presses('Approve');
    await employee.sees('Visio Professional 2024 is yours');
  });

  test('what was lost arrives as soon as they write', async () => {
    const [employee, decider, keeper] = people();
    await asksForVisio(employee);
    await decider.sees('Hand over');
    const both = [blocks(company, 'slack', eve), blocks(company, 'teams', eve)];
    await decider.presses('Approve');
    await keeper.sees('Reach Eve Employee');
    for (const unblock of both) unblock();
    expect(employee.messages().join()).not.toContain('is yours');
    await company.moveTime(2 * minute);
    await employee.says('help');
    await employee.sees('Visio Professional 2024 is yours');
    expect(employee.messages().join().split('is yours')).toHaveLength(2);
    // Nobody has to talk to them any more.
    await keeper.sees('They can be reached again');
    await keeper.types('tasks');
    await keeper.sees('There is nothing to do.');
  });

  test('whoever has left need not be reached', async () => {
    const [employee, , keeper] = people();
    for (const at of ['slack', 'teams'] as const) blocks(company, at, dana);
    await asksForVisio(employee);
    await keeper.sees('Reach Dana Decider');
    await run(company, `update people set active = false where name = 'Dana Decider'`);
    await keeper.sees(/Reach Dana Decider[\s\S]*the person has left/);
    await keeper.types('tasks');
    await keeper.sees('There is nothing to do.');
  });

  test('what could not be delivered about it makes no further task, and one is enough for each person', async () => {
    const [employee, , keeper] = people();
    for (const figure of [dana, ada])
      for (const at of ['slack', 'teams'] as const) blocks(company, at, figure);
    await asksForVisio(employee);
    await until('the operator knows', () => company.log().includes('notice-undeliverable'));
    await company.moveTime(2 * minute);
    await until('the admin is asked in vain', () => company.log().split('notice-undeliverable').length > 3);
    await company.moveTime(2 * minute);
    await keeper.types('help');
    await employee.types('requests');
    await employee.sees('could not be reached');
    const tasks = await rowsOf(
      company,
      `select p.name from tasks t join people p on p.id = t.person_id order by p.name`,
    );
    expect(tasks.map(({ name }) => name)).toEqual(['Dana Decider']);
  });

  test('whom no chat knows counts as out of reach after a day', async () => {
    await company.close();
    const nobody: Figure = { ...dana, slackId: '', teamsId: '', email: 'dana@nowhere.example' };
    company = await openCompany({ people: [eve, nobody, ada] });
    const [employee, keeper] = [company.at(platform, eve), company.at(platform, ada)];
    await asksForVisio(employee);
    await company.moveTime(23 * 60 * minute);
    const [row] = await until('they were looked for again', async () => {
      const found = await rowsOf(
        company,
        `select state from outbox where way = 'tell' and (state = 'dead' or due_at > now() + interval '22 hours')`,
      );
      return found.length > 0 ? found : undefined;
    });
    expect(row).toEqual({ state: 'due' });
    await keeper.asks('tasks', 'There is nothing to do.');
    await company.moveTime(62 * minute);
    await keeper.sees('Reach Dana Decider');
    await company.moveTime(2 * minute);
    await keeper.sees(card);
  });

  test('a copy whose change was given up is mended, for as long as it takes', async () => {
    const [employee, decider, keeper] = people();
    await asksForVisio(employee);
    await decider.sees(card);
    await decider.sees('Hand over');
    const stuck = platform === 'slack' ? stuckInSlack(company) : stuckInTeams(company);
    await employee.types('requests');
    await employee.presses('Cancel request');
    await until('the change fails', async () => (await redraws(company)).some((row) => row.last_failure));
    await run(
      company,
      `update outbox set attempts = 299, due_at = '2020-01-01' where way = 'redraw' and state = 'due'`,
    );
    await until('it was given up', async () => (await redraws(company)).some((row) => row.state === 'dead'));
    stuck();
    expect(decider.messages().join()).toContain('Approve');

    await company.moveTime(30 * minute);
    await keeper.asks('help');
    expect(decider.messages().join()).toContain('Approve');
    await company.moveTime(32 * minute);
    await decider.sees('Cancelled by Eve Employee');
    expect(decider.messages().join()).not.toContain('Hand over');
  });

  test('a card in a chat that shut us out shows the outcome some time after we are let in again', async () => {
    const [employee, decider] = people();
    await asksForVisio(employee);
    await decider.sees('Hand over');
    const both = [blocks(company, 'slack', dana), blocks(company, 'teams', dana)];
    await employee.types('requests');
    await employee.presses('Cancel request');
    await until('it was given up', async () => (await redraws(company)).some((row) => row.state === 'dead'));
    for (const unblock of both) unblock();
    expect(decider.messages().join()).toContain('Approve');

    await company.moveTime(62 * minute);
    await decider.sees('Cancelled by Eve Employee');
    expect(decider.messages().join()).not.toContain('Hand over');
  });

  test('what is asked and cancelled before it arrives disturbs nobody', async () => {
    const [employee, decider, keeper] = people();
    const before = [decider, keeper].map((one) => one.messages().length);
    const quiet = platform === 'slack' ? stuckInSlack(company) : stuckInTeams(company);
    // With ten of them nobody may ask any more on that day.
    for (let time = 0; time < 9; time++) {
      await asksForVisio(employee);
      await employee.types('requests');
      await employee.presses('Cancel request');
      await employee.sees('Cancelled by Eve Employee');
    }
    // What was on its way already when it was cancelled may still arrive: it has failed as the others before the chat is well again.
    await until('nothing is on its way', async () => (await onTheirWay(company)).length === 0);
    quiet();
    await company.moveTime(10 * minute);
    await asksForVisio(employee);
    await decider.sees('Hand over');
    expect([decider, keeper].map((one, at) => one.messages().length - (before[at] as number))).toEqual([
      1, 0,
    ]);
  });
});

/** Slack is in trouble with every message to Dana. */
function stuckInSlack(company: Company): () => void {
  const chat = company.slack.conversations(dana.slackId).find(({ kind }) => kind === 'im')?.id;
  return company.slack.faults.every(({ method, body }) =>
    method.startsWith('chat.') && body.channel === chat ? { status: 503, body: 'trouble' } : undefined,
  );
}

/** Teams is in trouble with every message to Dana. */
function stuckInTeams(company: Company): () => void {
  const chat = company.teams.chat(company.teams.person(dana.teamsId)).id;
  const fault = ({ conversationId, method }: { conversationId?: string; method: string }) =>
    conversationId === chat && method !== 'GET' ? { status: 503 } : undefined;
  company.teams.faults.push(fault);
  return () => {
    company.teams.faults.splice(company.teams.faults.indexOf(fault), 1);
  };
}

type Row = Record<string, string | null>;

async function rowsOf(company: Company, query: string): Promise<Row[]> {
  const sql = connect(company.database.url, 'answering', 1);
  try {
    return (await sql.raw(query)).rows ?? [];
  } finally {
    await sql.destroy();
  }
}
const run = rowsOf;
const redraws = (company: Company) =>
  rowsOf(
    company,
    `select o.state, o.last_failure from outbox o join people p on p.id = o.person_id where p.name = 'Dana Decider' and o.way = 'redraw'`,
  );
/** Notices some courier holds at this moment. */
const onTheirWay = (company: Company) => rowsOf(company, 'select id from outbox where lease is not null');
