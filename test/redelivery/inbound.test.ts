import type { Knex } from 'knex';
import type { Delivery } from '../../playground/slack/ledger';
import type { Entry } from '../../playground/teams/ledger';
import { connect } from '../../src/store/database';
import { type Company, openCompany } from '../support/company';
import { dana, eve, omar } from '../support/people';
import type { Somebody } from '../support/somebody';
import { difference, type EndState, endState } from './end-state';
import { shuffled } from './shuffled';

/** What the chat answered at once, with what stands in it. */
type Answer = { status: number; body: string };

/** A body that the chat sent, and how it comes again: under a signature of its own, or byte for byte. */
interface Recorded {
  kind: string;
  first: Answer;
  again(nth: number): Promise<Answer>;
  replay(): Promise<number>;
}

let company: Company;
let sql: Knex;
beforeAll(async () => {
  company = await openCompany();
  sql = connect(company.database.url, 'answering', 2);
});
afterAll(async () => {
  await sql.destroy();
  await company.close();
});

const visio = 'Visio Professional 2024';
/** Its key is everybody's: whoever reports it keeps it. */
const server = 'SQL Server 2022 Standard';

/** What is true, once everything that had to be told has been. */
async function settled(): Promise<EndState> {
  for (let looks = 0; ; looks++) {
    const { rows } = await sql.raw(`select count(*)::int as due from outbox where state = 'due'`);
    if (rows[0].due === 0) return endState(sql);
    if (looks > 5_000) throw new Error('notices are not delivered');
  }
}

/** Somebody asks; somebody else asks them something, says that they are back, and approves. */
async function lived(
  at: (who: typeof eve) => Somebody,
  benefit: string,
  asked: () => void,
  decided: () => void,
) {
  const [employee, approver] = [at(eve), at(dana)];
  for (const one of [employee, approver, at(omar)]) await one.says('help');
  await employee.opensFormFor(benefit);
  await employee.fills({ Reason: 'For the plans' }, 'Request');
  await employee.sees(`You asked for ${benefit}`);
  asked();
  await employee.closesWindow();
  await approver.sees(`Eve Employee asks for ${benefit}`);
  await approver.replies('For which floor?', `Eve Employee asks for ${benefit}`);
  await employee.sees('For which floor?');
  await approver.presses('Approve', benefit);
  await employee.sees(`${benefit} is yours`);
  decided();
}

/** Delivers everything five times in a shuffled order, and each twenty times at once. */
async function comesAgain(
  recorded: Recorded[],
  screens: () => Record<string, string[]>,
  more: EndState,
): Promise<void> {
  const before = await settled();
  const shown = screens();
  for (const [nth, one] of shuffled(Array.from({ length: 5 }, () => recorded).flat()).entries())
    expect({ kind: one.kind, ...(await one.again(nth + 1)) }).toEqual({ kind: one.kind, ...one.first });
  for (const one of recorded) {
    const answers = await Promise.all(Array.from({ length: 20 }, (_, nth) => one.again(100 + nth)));
    for (const answer of answers)
      expect({ kind: one.kind, ...answer }).toEqual({ kind: one.kind, ...one.first });
  }
  expect(difference(before, await settled())).toEqual(more);
  // Whoever looks sees what they saw, and where an answer came again, the same.
  for (const [who, messages] of Object.entries(screens())) {
    const known = shown[who] as string[];
    expect(messages.slice(0, known.length)).toEqual(known);
    for (const message of messages.slice(known.length)) expect(known).toContain(message);
  }
  for (const one of recorded) {
    const status = await one.replay();
    expect([one.kind, status >= 400 && status < 500]).toEqual([one.kind, true]);
  }
}

test('in Slack: every kind of body with an effect happens once, however often it comes', async () => {
  const { slack } = company;
  const at = (who: typeof eve) => company.at('slack', who);
  const channel = slack.addChannel({
    id: 'C0BENEFITS',
    name: 'benefits',
    members: [dana.slackId, slack.app.botUserId],
  });
  const kept: Recorded[] = [];
  const keep = (kind: string, delivery: Delivery | undefined) => {
    if (!delivery?.answer) throw new Error(`nothing of the kind ${kind} was sent`);
    const first = answerOf(delivery.answer);
    kept.push({
      kind,
      first,
      async again(nth) {
        const seconds = Number(delivery.headers['x-slack-request-timestamp']) - nth;
        const again = await slack.raw.post(delivery.raw, {
          contentType: delivery.headers['content-type'] as 'application/json',
          headers: { ...slack.raw.sign(delivery.raw, seconds), 'x-slack-retry-num': '1' },
        });
        return answerOf(again.answer);
      },
      async replay() {
        const again = await slack.raw.replay(delivery);
        return answerOf(again.answer).status;
      },
    });
  };
  const last = (kind: string) => slack.ledger.deliveries(kind).at(-1);
  const event = (text: string) =>
    slack.ledger
      .deliveries('event_callback')
      .find(({ body }) => (body.event as { text?: string } | undefined)?.text === text);

  await lived(
    at,
    visio,
    () => keep('a submitted window', last('view_submission')),
    () => {
      keep('a pressed button', last('block_actions'));
      keep('a reply in a thread', event('For which floor?'));
    },
  );
  await at(dana).says('back');
  await at(dana).sees('You are back');
  await slack.settled();
  keep('a message', event('back'));
  await slack.say(dana.slackId, channel.id, `<@${slack.app.botUserId}> back`);
  await slack.settled();
  keep('a mention', event(`<@${slack.app.botUserId}> back`));
  await at(dana).types('back');
  keep('a slash command', last('slash_command'));

  expect(kept.map(({ first }) => first.status)).toEqual(kept.map(() => 200));
  await comesAgain(kept, () => ({ eve: at(eve).messages(), dana: at(dana).messages() }), {});
});

test('in Teams: every kind of activity with an effect happens once, however often it comes', async () => {
  const { teams } = company;
  const at = (who: typeof omar) => company.at('teams', who);
  const kept: Recorded[] = [];
  const keep = async (kind: string, entry: Entry) => {
    const again = async () => {
      const answer = await teams.redeliver(entry);
      if (answer.came !== 'answer') throw new Error(`${kind}: no answer`);
      return { status: answer.status, body: answer.text };
    };
    kept.push({
      kind,
      // The ledger leaves out what a dialog shows, so the first is the first that came again.
      first: await again(),
      again,
      async replay() {
        const answer = await teams.replay(entry);
        return answer.came === 'answer' ? answer.status : 0;
      },
    });
  };
  const [entries, taken]: [Map<string, Entry>, (kind: string, as: string) => void] = [
    new Map(),
    (kind, as) => void entries.set(as, teams.ledger.last(kind)),
  ];
  await lived(
    at,
    server,
    () => taken('invoke task/submit', 'a submitted form'),
    () => {
      taken('invoke adaptiveCard/action', 'a pressed button');
      taken('message', 'a reply');
    },
  );
  await at(dana).says('back');
  await at(dana).sees('You are back');
  taken('message', 'a message');
  await at(eve).presses('Show key', server);
  await at(eve).sees('SQLST-FAKE');
  taken('invoke task/fetch', 'the opening of a dialog that shows a key');
  await at(eve).presses('This key does not work');
  await at(eve).fills({ Reason: 'It is refused' }, 'This key does not work');
  await at(eve).sees('Everybody in the company uses this key');
  taken('invoke task/submit', 'a submitted dialog');
  await at(eve).closesWindow();
  await teams.install(teams.person(omar.teamsId));
  taken('installationUpdate', 'the coming of the app');
  for (const [kind, entry] of entries) await keep(kind, entry);

  const looks = 25;
  await comesAgain(
    kept,
    () => ({ eve: at(eve).messages(), dana: at(dana).messages(), omar: at(omar).messages() }),
    // Words that come again are answered again: each answer to the reply shows the request, and is one more message to be kept right.
    { key_views: looks, audit: looks, posted: looks },
  );
});

function answerOf(answer: NonNullable<Delivery['answer']>): Answer {
  if (answer.kind !== 'answered') throw new Error(`no answer: ${answer.kind}`);
  return { status: answer.status, body: answer.body };
}
