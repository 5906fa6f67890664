import { type Company, openCompany } from '../support/company';
import { ada, dana, eve, type Figure, omar } from '../support/people';
import { report } from '../support/soak';
import type { Somebody } from '../support/somebody';

const copies = 50;
/** As long as it may take until everybody sees that it is decided, in milliseconds. */
const within = 5_000;
/** So many goes. */
const most = 3;

/** Approvers who are of one chat only, half of them of each. */
const approvers: Figure[] = Array.from({ length: copies - 2 }, (_, n) => {
  const number = String(n).padStart(3, '0');
  const inSlack = n % 2 === 0;
  return {
    name: `Approver ${number}`,
    email: `approver${number}@contoso.example`,
    role: 'approver',
    slackId: inSlack ? `U0MANY${number}` : '',
    teamsId: inSlack ? '' : `7a1f0c52-2c55-4d5b-9a0e-5d5f3a1c2${number}`,
    locale: 'en-US',
  };
});

let company: Company;
beforeAll(async () => {
  company = await openCompany({ people: [eve, dana, omar, ada, ...approvers] }, {}, 'on');
  for (const { name, email, slackId, teamsId, locale } of approvers)
    if (slackId)
      company.slack.addPerson({
        id: slackId,
        name: email.split('@')[0] as string,
        realName: name,
        email,
        locale,
      });
    else company.teams.addPerson({ aadObjectId: teamsId, name, email, locale });
  await company.at('teams', omar).asks('help');
});
afterAll(() => company.close());

test('50 copies of one decision, in both chats at their own pace, show the outcome within 5 s', async () => {
  const readers: Somebody[] = [
    company.at('slack', dana),
    company.at('teams', omar),
    ...approvers.map((one) => company.at(one.slackId ? 'slack' : 'teams', one)),
  ];
  const employee = company.at('slack', eve);
  /** One request and its decision. Resolves with how long it took until the last one saw it: after the first press, after the decision. */
  const round = async (number: number) => {
    await employee.opensFormFor('visio');
    await employee.fills({ Reason: `Diagrams ${number}` }, 'Request');
    await employee.closesWindow();
    await Promise.all(readers.map((one) => one.sees(`Diagrams ${number}`)));

    const begun = performance.now();
    await readers[0]?.presses('Deny');
    await readers[0]?.fills({ Reason: `Please share one of ${number}` }, 'Deny');
    await readers[0]?.closesWindow();
    const pressed = performance.now();
    await Promise.all(readers.map((one) => one.sees(`Please share one of ${number}`)));
    const last = performance.now();
    return { pressing: last - begun, decision: last - pressed };
  };
  // A machine that builds much else may be held up for a while: then once more, and what counts is how fast the bot can be.
  const took = [await round(1)];
  while (took.length < most && Math.min(...took.map(({ pressing }) => pressing)) >= within)
    took.push(await round(took.length + 1));
  const best = took.reduce((one, other) => (other.pressing < one.pressing ? other : one));
  for (const one of readers) expect(one.messages().join()).not.toContain('Hand over');
  /** How many calls of this kind of notice a chat refused because they came too fast. */
  const refused = (kind: string): number =>
    company
      .log()
      .split('\n')
      .filter((line) => line.includes(`"kind":"${kind}"`) && /"reason":"(ratelimited|Throttled)"/.test(line))
      .length;
  report('fifty-copies', [
    `${copies} copies of one card, half in Slack, half in Teams, both counting what is written to them`,
    `the last showed the outcome ${Math.round(best.pressing)} ms after the first press, ${Math.round(best.decision)} ms after the decision (best of ${took.length})`,
    `calls refused because they came too fast: ${refused('decided')} of the outcome, ${refused('to-decide')} of the first messages (two calls each to people who never spoke, where Teams takes 50 a second of all of them)`,
  ]);
  expect(best.pressing).toBeLessThan(within);
  expect(refused('decided')).toBe(0);
});
