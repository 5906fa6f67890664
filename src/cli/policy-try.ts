import type { Named } from '../core/person';
import type { Policy } from '../core/policy/policy';
import { type Rehearsal, rehearse, type StageRehearsed } from '../core/policy/rehearse';
import type { Request } from '../core/request';
import { readPolicy } from '../imports/policy';
import { type AskedLately, askedLately } from '../store/asked-lately';
import { withDatabase } from './database';
import { fileAmong, numberAmong } from './policy-words';
import { shown } from './table';
import type { Verb } from './verb';

/** So many are looked at when nobody says how many. */
const usual = 50;
const most = 1000;

interface Tried {
  was: AskedLately;
  would: Rehearsal;
}

/** `policy try`: what the rules of a file would have made of the last requests. Nothing is changed. */
export const tryPolicyVerb: Verb = {
  usage: 'policy try <file.yaml> [--last <number>]',
  purpose: `what a file with rules would have made of the last requests (${usual}, at most ${most})`,
  options: { last: { type: 'string' } },
  async run(asked) {
    const { policy } = await readPolicy(fileAmong(asked));
    const last = numberAmong(asked, 'last', most) ?? usual;
    const tried = await withDatabase(asked, 'needed', async ({ database, now }) =>
      (await askedLately(database, policy, last, now)).map(
        (was): Tried => ({ was, would: rehearse(policy, was.facts, was.company) }),
      ),
    );
    const counts = countsOf(tried);
    return {
      ok: counts.own === 0,
      json: { ...counts, requests: tried.map(jsonOf) },
      text: [...tried.flatMap((one) => [...linesOf(one), '']), ...summaryOf(counts)].join('\n'),
    };
  },
};

const among = (tried: Tried[], so: (one: Tried) => boolean): number => tried.filter(so).length;
const inStages = (tried: Tried[], so: (stage: StageRehearsed) => boolean): number =>
  among(tried, ({ would }) => would.stages.some(so));

const countsOf = (tried: Tried[]) => ({
  tried: tried.length,
  asks: among(tried, ({ would }) => would.rule.yields.is === 'ask'),
  approves: among(tried, ({ would }) => would.rule.yields.is === 'approve'),
  refuses: among(tried, ({ would }) => would.rule.yields.is === 'refuse'),
  own: inStages(tried, ({ own }) => own.length > 0),
  leftOut: inStages(tried, ({ leftOut }) => leftOut.length > 0),
  stuck: among(tried, ({ would }) => !would.ends),
});

function summaryOf({
  tried,
  asks,
  approves,
  refuses,
  own,
  leftOut,
  stuck,
}: ReturnType<typeof countsOf>): string[] {
  if (tried === 0) return ['Nobody has asked for anything yet.'];
  return [
    `${tried} tried: ${asks} would be asked about, ${approves} approved at once, ${refuses} refused.`,
    own === 0
      ? 'Nobody could approve their own.'
      : `In ${own} somebody could approve their own: do not apply this.`,
    ...(leftOut > 0
      ? [`In ${leftOut} a stage names somebody whom the request concerns; they are left out.`]
      : []),
    ...(stuck > 0
      ? [
          `${stuck} could not be asked: too few people could answer, who are not concerned and differ from stage to stage.`,
        ]
      : []),
  ];
}

function linesOf({ was: { request, facts, factsOf }, would }: Tried): string[] {
  const { requester, assignee, benefit, quantity, askedAt } = request;
  const whom = facts.onBehalf ? ` for ${shown(assignee.name)}` : '';
  return [
    `${askedAt.slice(0, 10)}  ${shown(requester.name)}${whom}: ${quantity > 1 ? `${quantity} × ` : ''}${shown(benefit.name)}`,
    `    was:      ${truthOf(request)}${request.course ? `, under ${ruleThen(request.course)}` : ''}`,
    `    would be: ${yieldOf(would)}, by “${shown(would.rule.name)}”${factsOf === 'today' ? ' (as things are today)' : ''}`,
    ...would.stages.flatMap((stage, at) => stageLines(stage, at + 1)),
    ...(would.ends || would.stages.some(({ ends }) => !ends)
      ? []
      : ['              the same people would be needed in more than one stage']),
  ];
}

const ruleThen = ({ policy, rule }: { policy: Policy['version']; rule: string }): string =>
  policy === 0 ? 'the bot’s own rule' : `“${shown(rule)}” of version ${policy}`;

function yieldOf({ rule: { yields } }: Rehearsal): string {
  switch (yields.is) {
    case 'approve':
      return 'approved at once';
    case 'refuse':
      return `refused (${shown(yields.reason)})`;
    case 'ask':
      return yields.stages.length === 1 ? 'asked in one stage' : `asked in ${yields.stages.length} stages`;
  }
}

function stageLines({ need, asked, may, leftOut, own, ends }: StageRehearsed, at: number): string[] {
  const margin = '              ';
  const needed = need === 'all' ? 'all of' : need === 1 ? 'any of' : `${need} of`;
  return [
    `${margin}${at}. ${needed} ${namesOf(asked)}${may.length > 0 ? `; unasked: ${namesOf(may)}` : ''}`,
    ...(leftOut.length > 0 ? [`${margin}   left out, because it concerns them: ${namesOf(leftOut)}`] : []),
    ...(own.length > 0 ? [`${margin}   could approve their own: ${namesOf(own)}`] : []),
    ...(ends ? [] : [`${margin}   too few could answer`]),
  ];
}

const namesOf = (people: Named[]): string =>
  people.length === 0 ? 'nobody' : people.map(({ name }) => shown(name)).join(', ');

/** What was decided in truth. */
function truthOf(request: Request): string {
  switch (request.state) {
    case 'pending':
      return 'waits for an answer';
    case 'denied':
      return `denied by ${byOf(request.by)}`;
    case 'cancelled':
      return request.because === 'expired' ? 'expired without an answer' : 'cancelled';
    default:
      return `approved by ${byOf(request.by)}`;
  }
}

const byOf = ({ name, rule }: Named & { rule?: true }): string => (rule ? 'a rule' : shown(name));

const jsonOf = ({ was: { request, factsOf }, would }: Tried) => ({
  request: request.id,
  askedAt: request.askedAt,
  requester: request.requester.name,
  assignee: request.assignee.name,
  benefit: request.benefit.name,
  was: { said: truthOf(request), policy: request.course?.policy, rule: request.course?.rule },
  facts: factsOf,
  would: {
    rule: would.rule.name,
    is: would.rule.yields.is,
    ends: would.ends,
    stages: would.stages.map(({ need, asked, may, leftOut, own, ends }) => ({
      need,
      asked: asked.map(({ name }) => name),
      may: may.map(({ name }) => name),
      leftOut: leftOut.map(({ name }) => name),
      own: own.map(({ name }) => name),
      ends,
    })),
  },
});
