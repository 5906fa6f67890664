import type { Bare } from './bare-bolt';
import { openDoor } from './door';
import { atLeast, atMost, type Figure, type Line, median, quantile, shown } from './figure';
import type { Load, Loaded } from './load';
import { freePort, Program, type RunningBot, signingSecret, slackSettings, startBot } from './programs';
import { fillSql, idOf, nameOf, requestsSql } from './rows';
import { type Act, bodyOf, signed } from './slack-bodies';
import { startSlackStub } from './slack-stub';

const aim = 0.3;
/** Slack waits for 3 s; well inside is a second. */
const answerAim = 1_000;

/** (a) The whole signed path of a list against an app that answers a constant, and how long people wait. */
export const listAnswers: Figure = {
  title: '(a) /benefits list, signed HTTP to answer, against a bare Bolt app that answers a constant',
  async run(effort, server) {
    const [rounds, seconds, paced] = effort === 'full' ? [5, 4, 30] : [1, 0.3, 1];
    // An approver is told once a second at most: more requests than that would measure a queue.
    const perSecond: Record<Act, number> = { list: 20, show: 20, request: 1, approve: 5 };
    const approvals = perSecond.approve * paced;
    const url = await server.database();
    const company = { benefits: 41, keyed: 'a third', units: 300, employees: 1_500 } as const;
    await server.run(url, fillSql(company));
    await server.run(url, requestsSql(1, approvals + 1, benefitAskedFor));

    const slack = await startSlackStub();
    const bot = await startBot('dist/src/main.js', { ...slackSettings(slack.url), DATABASE_URL: url });
    const [load, bare] = [new Program('load'), new Program('bare-bolt')];
    try {
      const responseUrl = `${slack.url}/respond`;
      const answer = await seesWhatAnotherGave(bot, url, approvals + 1, responseUrl);
      const barePort = await freePort();
      await bare.ask<Bare, string>({
        secret: signingSecret,
        slackApiUrl: `${slack.url}/api/`,
        port: barePort,
        answer: JSON.parse(answer),
      });

      let run = 0;
      const flood = (port: number, length: number): Promise<Loaded> => {
        run += 1;
        return load.ask<Load, Loaded>({
          kind: 'flood',
          port,
          secret: signingSecret,
          mark: `${Date.now()}.${run}`,
          responseUrl,
          most: Math.ceil(length * 12_000),
          seconds: length,
          connections: 20,
        });
      };
      await flood(bot.port, Math.min(seconds, 2));
      await flood(barePort, Math.min(seconds, 2));
      const ours: Loaded[] = [];
      const theirs: Loaded[] = [];
      for (let round = 0; round < rounds; round++) {
        ours.push(await flood(bot.port, seconds));
        theirs.push(await flood(barePort, seconds));
      }
      const people = await load.ask<Load, Loaded>({
        kind: 'pace',
        port: bot.port,
        secret: signingSecret,
        mark: `${Date.now()}.paced`,
        responseUrl,
        most: 10_000,
        seconds: paced,
        perSecond,
        from: 1,
      });
      const [made] = await server.run(
        url,
        `select (select count(*)::int from requests where id > '${idOf('request', 900_000)}') as request, (select count(*)::int from holdings) as approve`,
      );
      for (const loaded of [...ours, ...theirs, people])
        if (loaded.failed > 0) throw new Error(`${loaded.failed} answers were not 200.`);

      return [
        ...speed('the bot', ours),
        ...speed('bare Bolt', theirs),
        atLeast(
          'requests per second, the bot to bare Bolt',
          median(ours.map((one, round) => rate(one) / rate(theirs[round] as Loaded))),
          aim,
        ),
        hadEffect('request', made?.request, people.times.request?.length ?? 0),
        hadEffect('approve', made?.approve, (people.times.approve?.length ?? 0) + 1),
        ...Object.entries(people.times).map(([act, times]) =>
          atMost(
            `${act}: p99 of ${times.length} answers, ${perSecond[act as Act]} a second among ${sum(perSecond)}`,
            quantile(times, 0.99),
            answerAim,
            ' ms',
          ),
        ),
      ];
    } finally {
      await Promise.all([load.stop(), bare.stop(), bot.stop()]);
      slack.stop();
    }
  },
};

/** Two keyed benefits of the first page: request n is for one of them. */
const benefitAskedFor = '15 * (n % 2 + 1)';

/** An answer in time that says that something went wrong is no answer. */
const hadEffect = (act: Act, made: unknown, asked: number): Line => ({
  what: `${act}: had its effect`,
  measured: `${made} of ${asked}`,
  aim: { words: 'all', met: made === asked },
});

const rate = ({ times, seconds }: Loaded): number => (times.list?.length ?? 0) / seconds;
const sum = (rates: Record<Act, number>): number => Object.values(rates).reduce((all, one) => all + one, 0);

function speed(who: string, rounds: Loaded[]): Line[] {
  const times = rounds.flatMap((round) => round.times.list ?? []);
  return [
    {
      what: `${who}: requests per second, p50, p99, bytes of an answer (41 rows)`,
      measured: `${shown(median(rounds.map(rate)))}/s, ${shown(median(times))} ms, ${shown(quantile(times, 0.99))} ms, ${rounds[0]?.bytes}`,
    },
  ];
}

/** A list that was drawn shows a unit that another process gave away meanwhile. Resolves with the answer's JSON. */
async function seesWhatAnotherGave(
  { port }: RunningBot,
  url: string,
  request: number,
  responseUrl: string,
): Promise<string> {
  const ask = async (nth: number): Promise<string> => {
    const bytes = signed(bodyOf('list', nth, `${Date.now()}.stale`, responseUrl), signingSecret).toString();
    const [head = '', body = ''] = bytes.split('\r\n\r\n');
    const headers = Object.fromEntries(
      head
        .split('\r\n')
        .slice(1)
        .map((line) => line.split(': ') as [string, string])
        .filter(([name]) => /^(content-type|x-slack-)/i.test(name)),
    );
    const response = await fetch(`http://127.0.0.1:${port}/slack/events`, { method: 'POST', headers, body });
    return response.text();
  };
  const benefit = 15 * ((request % 2) + 1);
  const leftIn = (answer: string): string | undefined =>
    new RegExp(`${nameOf(benefit).replace(/[()]/g, '\\$&')}[^0-9]*(\\d+) of`).exec(answer)?.[1];

  // A cold bot on a busy machine may ask for patience at first.
  let before: string | undefined;
  for (let nth = 10; nth < 20 && before === undefined; nth++) before = leftIn(await ask(nth));
  const another = await openDoor(url);
  await another.approve(request);
  await another.close();
  const answer = await ask(3);
  if (before === undefined || Number(leftIn(answer)) !== Number(before) - 1)
    throw new Error(
      `The list is stale: ${before} left, one given by another process, ${leftIn(answer)} left.\n${answer.slice(0, 300)}`,
    );
  return answer;
}
