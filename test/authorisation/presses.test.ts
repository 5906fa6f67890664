import { messageOf as slackMessageOf } from '../../src/bot/slack/view';
import { messageOf as teamsMessageOf } from '../../src/bot/teams/message';
import type { Card } from '../../src/core/card';
import type { Command } from '../../src/core/command';
import { type Company, openCompany } from '../support/company';
import { type Door, openDoor } from '../support/door';
import type { Figure } from '../support/people';
import { query } from '../support/query';
import { type Actor, actors } from './actors';
import { refusals } from './answers';
import { asa, parts, rita } from './cast';
import { holdings, type Refused, requests, tasks, type Word } from './matrix';
import { buildWorld, liveKey, sampleOfTable, type World } from './world';

type Platform = 'slack' | 'teams';
/** What decides, or shows a key: each with the state it is pressed in, and what is read where it happens. */
const decisive = {
  approve: { words: requests.approve, at: 2, happens: /Approved and delivered/ },
  deny: { words: requests.deny, at: 2, happens: /Denied/ },
  override: { words: requests.override, at: 2, happens: /Approved and delivered/ },
  'show-key': { words: holdings['show-key'], at: 0, happens: new RegExp(liveKey) },
  done: { words: tasks.done, at: 0, happens: /Done by/ },
} as const;
type Decisive = keyof typeof decisive;

let company: Company;
let door: Door;
let world: World;
let request: string;
let task: string;
beforeAll(async () => {
  company = await openCompany(sampleOfTable);
  door = await openDoor(company.database.url);
  // Nobody is told of anything here: it would only keep the couriers busy.
  await query(
    company.database.ownerUrl,
    `alter table outbox alter column state set default 'sent', alter column settled_at set default now()`,
  );
  world = await buildWorld(door);
  request = world.requests['stage 2'];
  task = world.tasks.open;
});
afterAll(async () => {
  await door.close();
  await company.close();
});

const versionOf = async (id: string): Promise<number> =>
  (await door.sql('requests').where({ id }).first('version')).version;

const commandOf: Record<Decisive, () => Promise<Command>> = {
  approve: async () => ({ type: 'approve', request, version: await versionOf(request) }),
  deny: async () => ({ type: 'deny', request, version: await versionOf(request), reason: 'Not this year' }),
  override: async () => ({
    type: 'override',
    request,
    version: await versionOf(request),
    verdict: 'approve',
    reason: 'The server is down and nobody answers',
  }),
  'show-key': async () => ({ type: 'show-key', holding: world.holdings.key.live }),
  done: async () => ({ type: 'done', task, evidence: 'Order 17' }),
};

/** What a decision or a look leaves behind. */
async function trace(): Promise<unknown> {
  const { rows } = await door.sql.raw(
    `select (select concat_ws(' ', state, version, stage) from requests where id = ?) as request, (select state from tasks where id = ?) as task,
            (select count(*) from reviews) as reviews, (select count(*) from holdings) as holdings, (select count(*) from key_views) as views,
            (select count(*) from audit) as audit`,
    [request, task],
  );
  return rows[0];
}

/** Puts a card with one button before somebody, whether it is any business of theirs or not: a button proves nothing. */
async function put(platform: Platform, { slackId, teamsId }: Figure, card: Card): Promise<void> {
  const { slack, teams } = company;
  const [url, token, message] =
    platform === 'slack'
      ? [
          `${slack.baseUrl}/api/chat.postMessage`,
          'xoxb-0-story',
          { channel: slackId, ...slackMessageOf(card) },
        ]
      : [
          `${teams.serviceUrl}v3/conversations/${teams.chat(teams.person(teamsId)).id}/activities`,
          'emulator',
          teamsMessageOf(card),
        ];
  const posted = await fetch(url, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json; charset=utf-8' },
    body: JSON.stringify(message),
  });
  const answer = (await posted.json()) as { ok?: boolean };
  if (!posted.ok || answer.ok === false) throw new Error(`the card was not taken: ${JSON.stringify(answer)}`);
}

/** What the directory of the chat says of somebody who plays this part; resolves with the way back. */
function appears(actor: Actor, platform: Platform): () => void {
  const { slack, teams } = company;
  const { slackId, teamsId, email } = asa;
  const person = teams.person(teamsId);
  switch (actor) {
    case 'guest':
      if (platform === 'teams') {
        person.userRole = 'guest';
        return () => {
          person.userRole = 'user';
        };
      }
      slack.change(slackId, { is_restricted: true });
      return () => slack.change(slackId, { is_restricted: false });
    case 'silent': {
      if (platform === 'slack')
        return slack.faults.every(({ method }) => (method === 'users.info' ? { status: 500 } : undefined));
      teams.faults.push(({ operation }) => (operation.startsWith('member') ? { status: 500 } : undefined));
      return () => void teams.faults.pop();
    }
    case 'twin':
      if (platform === 'teams') {
        person.email = rita.email;
        return () => {
          person.email = email;
        };
      }
      slack.change(slackId, { email: rita.email });
      return () => slack.change(slackId, { email });
    default:
      return () => {};
  }
}

/**
 * Lets somebody press, as who they have become, and takes back what they have become. Resolves with what came into sight, as soon as
 * what is expected stands in it.
 */
async function presses(actor: Actor, platform: Platform, type: Decisive, expected: RegExp): Promise<string> {
  const { figure, since } = parts[actor];
  const before = {
    people: await door
      .sql('people')
      .select('id', 'role', 'groups', 'email', 'imported', 'active', 'left_at', 'left_how'),
    accounts: await door.sql('accounts').select('platform', 'user_id', 'trusted'),
  };
  await since?.(door.sql, platform);
  const asBefore = appears(actor, platform);
  const who = company.at(platform, figure);
  try {
    await put(platform, figure, {
      title: `Attempt ${actor} ${type}`,
      blocks: [{ type: 'buttons', buttons: [{ label: 'Try it', press: await commandOf[type]() }] }],
      place: 'here',
      locale: 'en',
    });
    const known = [...who.messages(), ...toasts(platform, figure)];
    await who.presses('Try it');
    const fresh = () => without([...who.messages(), ...toasts(platform, figure)], known);
    const seen = () => [who.window() ?? '', ...fresh()].join('\n');
    const look = () => (saysIn(seen(), expected) ? seen() : undefined);
    return platform === 'slack'
      ? await company.slack.until(`${expected} for ${actor}`, look)
      : await company.teams.when(`${expected} for ${actor}`, look);
  } catch (error) {
    throw new Error(`${error}\n${who.screen()}`);
  } finally {
    await who.closesWindow();
    asBefore();
    for (const { id, ...row } of before.people) await door.sql('people').where({ id }).update(row);
    for (const { trusted, ...account } of before.accounts)
      await door.sql('accounts').where(account).update({ trusted });
  }
}

const toasts = (platform: Platform, { teamsId }: Figure): string[] =>
  platform === 'teams' ? company.teams.toasts(company.teams.person(teamsId)).map(({ text }) => text) : [];

/** Whether a line of what is seen says it. */
const saysIn = (seen: string, what: RegExp): boolean =>
  seen.split('\n').some((line) => what.test(line.trim()));

/** What of the first is not in the second, each as often as it stands there. */
function without(all: string[], known: string[]): string[] {
  const rest = [...known];
  return all.filter((one) => {
    const at = rest.indexOf(one);
    if (at >= 0) rest.splice(at, 1);
    return at < 0;
  });
}

describe.each(['slack', 'teams'] as const)('on %s', (platform) => {
  describe.each(Object.keys(decisive) as Decisive[])('%s', (type) => {
    const { words, at, happens } = decisive[type];
    test.each(actors)('pressed by: %s', async (actor) => {
      const word = words[actor][at] as Word;
      const before = await trace();
      if (word === 'does' || word === 'key') {
        await presses(actor, platform, type, happens);
        expect(await trace()).not.toEqual(before);
        if (type === 'done') task = await world.anew.task();
        else if (type !== 'show-key') request = await world.anew.inStage2();
        return;
      }
      expect(await presses(actor, platform, type, refusals[word as Refused])).not.toContain(liveKey);
      expect(await trace()).toEqual(before);
    });
  });
});
