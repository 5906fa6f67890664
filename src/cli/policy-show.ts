import type { Policy } from '../core/policy/policy';
import { spelled } from '../core/policy/spelling';
import { saysOf } from '../core/views/policy';
import { wordsIn } from '../core/words';
import { policiesIn } from '../store/policies';
import { type PolicyVersion, policyVersions } from '../store/policy-versions';
import { withDatabase } from './database';
import { numberAmong } from './policy-words';
import { section, shown, table } from './table';
import { BadCommand, type Verb } from './verb';

const words = wordsIn('en');
const days = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/** `policy show`: the rules that count, or those of an earlier version, in plain sentences. */
export const showPolicyVerb: Verb = {
  usage: 'policy show [--version <number>]',
  purpose: 'the rules about who decides, as sentences, and every version there was',
  options: { version: { type: 'string' } },
  async run(asked) {
    if (asked.words.length > 0) throw new BadCommand('It takes no words; --version names an earlier one.');
    const wanted = numberAmong(asked, 'version', 1_000_000);
    return withDatabase(asked, 'needed', async ({ database }) => {
      const versions = await policyVersions(database);
      const version = wanted ?? versions[0]?.version ?? 0;
      if (wanted !== undefined && !versions.some((one) => one.version === wanted))
        throw new BadCommand(`There is no version ${wanted} of the rules.`);
      const policies = policiesIn(database, new Map());
      const policy = await policies.policyOf(version);
      const written = { ...policy, rules: spelled(policy.rules, await policies.spellings()) };
      return {
        ok: true,
        json: { policy, versions },
        text: [
          ...rulesOf(written),
          ...['', 'Beside the rules:', table(besideOf(policy))],
          ...section(
            'Versions:',
            versions.map((one, at) => versionLine(one, at === 0)),
          ),
        ].join('\n'),
      };
    });
  },
};

const rulesOf = (policy: Policy): string[] => [
  words.policy.version(policy.version),
  ...policy.rules.flatMap((rule, at) => [
    '',
    `${at + 1}. ${shown(policy.version === 0 ? words.review.ownRule : rule.name)}`,
    ...saysOf(words, rule, policy.rules).map((line) => `   ${line}`),
  ]),
];

function besideOf({ hours, digestAbove, perDay, neverPing, channel }: Policy): Array<[string, string]> {
  const at = Object.entries(channel).map(([platform, id]) => `${platform} ${id}`);
  return [
    [
      'hours',
      `${hours.from} to ${hours.to}, ${hours.days.map((day) => days[day - 1]).join(' ')}, ${hours.zone}`,
    ],
    ['digest-above', digestAbove === undefined ? 'off' : String(digestAbove)],
    ['requests-per-day', perDay === undefined ? 'as many as they like' : String(perDay)],
    ['never-ping', neverPing.length === 0 ? 'nobody' : neverPing.join(', ')],
    ['channel', at.length === 0 ? 'none' : at.join(', ')],
  ];
}

const versionLine = ({ version, at, by }: PolicyVersion, counts: boolean): string =>
  `${version}  ${at.slice(0, 16).replace('T', ' ')} UTC${by ? `  ${shown(by)}` : ''}${counts ? '  counts now' : ''}`;
