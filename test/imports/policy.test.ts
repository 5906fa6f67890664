import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ownPolicy } from '../../src/core/policy/policy';
import { BadPolicy, policyIn, readPolicy } from '../../src/imports/policy';
import { BadFile } from '../../src/imports/problem';
import { folder } from './files';

const file = folder();

/** Every problem of a text; none where it is a policy. */
function problemsOf(text: string): string[] {
  try {
    policyIn(text);
    return [];
  } catch (error) {
    if (error instanceof BadPolicy) return error.sentences;
    throw error;
  }
}

/** A policy of one stage, with more in it. */
const withStage = (more: string) => `rules: [{ name: Everything, stages: [{ ask: approvers, ${more} }] }]`;
/** A rule before the one that fits everything, from the second line on. */
const withRule = (rule: string) => `rules:\n  - ${rule}\n  - { name: Everything, approve: at once }`;
/** Beside the rules, in the first line. */
const beside = (more: string) => `${more}\nrules: [{ name: Everything, approve: at once }]`;

const whole = `# Who decides what.
hours: { from: "08:30", to: "18:00", days: [mon, wed, sun], zone: Asia/Taipei }
digest-above: 8
requests-per-day: 20
never-ping: [CFO@contoso.example]
channel: { slack: C0123ABCD, teams: "19:abc@thread.tacv2" }
rules:
  - name: CALs for developers
    when: { category: software, benefit: [Windows  Server “2025” CAL], group: Developers, on-behalf: no, holds: { at-most: 0 }, left: { at-least: 5 } }
    approve: { up-to: 1 }
  - name: No second one
    when: { benefit: Visual Studio Enterprise Subscription, holds: { at-least: 1, at-most: 9 } }
    refuse: You hold one already. Please return it first.
  - name: Visual Studio
    when: { category: [visual-studio, cloud], on-behalf: true }
    stages:
      - ask: [manager]
        otherwise: [admins]
        remind-after: 8h
      - ask: [{ group: IT-leads }, { person: Ada@contoso.example }]
        may: admins
        need: all
        escalate: { after: 2d, to: approvers }
        expire-after: 1w
  - name: Everything else
    stages: { ask: approvers, need: 2 }
`;

test('a file that says everything there is to say', async () => {
  expect(await readPolicy(file('policy.yaml', whole))).toEqual({
    text: whole,
    lines: [8, 11, 14, 25],
    policy: {
      hours: { from: '08:30', to: '18:00', days: [1, 3, 7], zone: 'Asia/Taipei' },
      digestAbove: 8,
      perDay: 20,
      neverPing: ['cfo@contoso.example'],
      channel: { slack: 'C0123ABCD', teams: '19:abc@thread.tacv2' },
      rules: [
        {
          name: 'CALs for developers',
          when: {
            category: ['software'],
            benefit: ['windows server "2025" cal'],
            group: ['developers'],
            onBehalf: false,
            holds: { atMost: 0 },
            left: { atLeast: 5 },
          },
          yields: { is: 'approve', limit: 1 },
        },
        {
          name: 'No second one',
          when: { benefit: ['visual studio enterprise subscription'], holds: { atLeast: 1, atMost: 9 } },
          yields: { is: 'refuse', reason: 'You hold one already. Please return it first.' },
        },
        {
          name: 'Visual Studio',
          when: { category: ['visual-studio', 'cloud'], onBehalf: true },
          yields: {
            is: 'ask',
            stages: [
              {
                ask: [{ is: 'manager' }],
                may: [],
                need: 1,
                otherwise: [{ is: 'admins' }],
                silence: { remind: 8 },
              },
              {
                ask: [
                  { is: 'group', group: 'IT-leads' },
                  { is: 'person', email: 'ada@contoso.example' },
                ],
                may: [{ is: 'admins' }],
                need: 'all',
                otherwise: [],
                silence: { escalate: { after: 48, to: [{ is: 'approvers' }] }, expire: 168 },
              },
            ],
          },
        },
        {
          name: 'Everything else',
          when: {},
          yields: {
            is: 'ask',
            stages: [{ ask: [{ is: 'approvers' }], may: [], need: 2, otherwise: [], silence: {} }],
          },
        },
      ],
    },
  });
});

test('what a file does not say is as in the policy of our own; JSON is YAML too', () => {
  const { policy } = policyIn('{"rules":[{"name":"Everything","approve":"at once"}]}');
  expect(policy).toEqual({
    rules: [{ name: 'Everything', when: {}, yields: { is: 'approve' } }],
    hours: ownPolicy.hours,
    neverPing: [],
    channel: {},
  });
  expect(policyIn(beside('hours: { zone: Europe/Berlin }')).policy.hours).toEqual({
    ...ownPolicy.hours,
    zone: 'Europe/Berlin',
  });
});

test('the example in the README is a policy, and its table has every word', () => {
  const readme = readFileSync(join(__dirname, '../../README.md'), 'utf8');
  const [, example = ''] = /```yaml\n([^`]+)```/.exec(readme) ?? [];
  expect(policyIn(example).policy.rules.map(({ name }) => name)).toEqual([
    'A few CALs at once',
    'Visual Studio',
    'Any approver decides',
  ]);
  const words = whole.match(/[a-z]+(-[a-z]+)*(?=: )/g) ?? [];
  const table = readme.slice(readme.indexOf('| word | means | left out |'), readme.indexOf('## Words'));
  const known = [...new Set(words)].filter((word) => !['rules', 'name', 'from', 'to', 'days'].includes(word));
  expect(known.filter((word) => !table.includes(word))).toEqual([]);
  expect(known.length).toBeGreaterThan(15);
});

test.each([
  ['an empty list of those who are never written to', beside('never-ping: []')],
  ['a limit before the rule that fits everything', withRule('{ name: A, approve: { up-to: 2 } }')],
  ['an empty “when” at the end', 'rules: [{ name: A, when: {}, approve: at once }]'],
  [
    'a name that is a number, and another alphabet',
    withRule('{ name: 2025, when: { group: 工程 }, refuse: 不行 }'),
  ],
  [
    'a comment at the end, and a beginning that says YAML',
    `%YAML 1.2\n---\n${beside('digest-above: 1')} # done`,
  ],
  [
    'the words of YAML 1.1',
    `%YAML 1.1\n---\n${withRule('{ name: A, when: { on-behalf: yes }, refuse: Sorry }')}`,
  ],
])('good: %s', (_, text) => {
  expect(problemsOf(text)).toEqual([]);
});

const who = 'it must be approvers, admins, manager, { group: … } or { person: … }.';

test.each<[string, string, ...string[]]>([
  // The whole
  ['nothing but a comment', '# nothing', 'Line 1: “the policy” must have names with values below it.'],
  ['a list', '- a', 'Line 1: “the policy” must have names with values below it.'],
  ['no rules', 'digest-above: 3', 'Line 1: There are no rules; the last one must fit everything.'],
  ['an empty list of rules', '\nrules: []', 'Line 2: There are no rules; the last one must fit everything.'],
  ['rules that are no list', 'rules: { a: 1 }', 'Line 1: “rules” must be a list.'],
  [
    'an unknown word',
    beside('digest: 3'),
    'Line 1: “digest” is not known in the policy; there are hours, digest-above, requests-per-day, never-ping, channel, rules.',
  ],
  [
    'a word of JavaScript',
    beside('__proto__: { rules: [] }'),
    'Line 1: “__proto__” is not known in the policy; there are hours, digest-above, requests-per-day, never-ping, channel, rules.',
  ],
  ['a word without a value', beside('hours:'), 'Line 1: “hours” is missing in the policy.'],
  [
    'a word twice',
    beside('digest-above: 1\ndigest-above: 2'),
    'Line 2: “digest-above” stands twice in the policy.',
  ],
  ['two documents', 'rules: []\n---\nrules: []', 'Line 2: Another document begins here; a policy is one.'],
  [
    'a quotation mark without an end',
    'rules: "a',
    'Line 1: A quotation mark or a bracket is opened and not closed.',
  ],
  ['a tab', 'rules:\n\t- a', 'Line 2: There is a tab at the beginning of a line; YAML takes blanks only.'],
  [
    'a name by which something is found again',
    'rules: &all []\nnever-ping: *all',
    'Line 1: Anchors, aliases and tags are not taken here; please write it out.',
    'Line 2: Anchors, aliases and tags are not taken here; please write it out.',
  ],
  ['a tag', 'rules: !!set {}', 'Line 1: Anchors, aliases and tags are not taken here; please write it out.'],
  [
    'a digest of nothing, too many requests',
    beside('digest-above: 0\nrequests-per-day: 1.5'),
    'Line 1: “digest-above” must be a whole number from 1 to 1000.',
    'Line 2: “requests-per-day” must be a whole number from 1 to 1000.',
  ],
  ['somebody without an address', beside('never-ping: [the boss]'), 'Line 1: This is not an e-mail address.'],
  [
    'a channel by its name',
    beside('channel: { slack: "#help", teams: Help }'),
    'Line 1: “slack” must be the id of a channel, such as C0123ABCD.',
    'Line 1: “teams” must be the id of a channel, such as 19:…@thread.tacv2.',
  ],
  ['no channel', beside('channel: C0123ABCD'), 'Line 1: “channel” must have names with values below it.'],
  // Hours
  [
    'hours that are none',
    beside('hours: { from: 9, to: "25:00" }'),
    'Line 1: “from” must be a time of the day such as "09:00".',
    'Line 1: “to” must be a time of the day such as "09:00".',
  ],
  [
    'a list of hours',
    beside('hours: { from: [1] }'),
    'Line 1: “from” must be a time of the day such as "09:00".',
  ],
  [
    'the end before the beginning',
    beside('hours: { to: "08:00" }'),
    'Line 1: “from” must be earlier than “to”: working hours lie within one day. Of a night write the part before or after midnight.',
  ],
  [
    'a night across midnight',
    beside('hours: { from: "22:00", to: "06:00" }'),
    'Line 1: “from” must be earlier than “to”: working hours lie within one day. Of a night write the part before or after midnight.',
  ],
  [
    'a day without an hour',
    beside('hours: { from: "09:00", to: "09:00" }'),
    'Line 1: “from” must be earlier than “to”: working hours lie within one day. Of a night write the part before or after midnight.',
  ],
  [
    'a day in full',
    beside('hours: { days: monday }'),
    'Line 1: “days” must be one of mon, tue, wed, thu, fri, sat, sun.',
  ],
  ['no days', beside('hours: { days: [] }'), 'Line 1: “days” must not be an empty list.'],
  [
    'a zone of nowhere',
    beside('hours: { zone: Mars }'),
    'Line 1: “zone” must be a time zone such as Europe/Berlin.',
  ],
  [
    'a zone that is only so many hours',
    beside('hours: { zone: "+02:00" }'),
    'Line 1: “zone” must be a time zone such as Europe/Berlin.',
  ],
  // Rules
  ['a rule without a name', withRule('{ refuse: No }'), 'Line 2: “name” is missing in a rule.'],
  ['a rule that is a word', withRule('deny'), 'Line 2: “a rule” must have names with values below it.'],
  [
    'a name of nothing',
    withRule('{ name: " ", when: { group: a }, refuse: No }'),
    'Line 2: “name” must be a text of 1 to 100 characters.',
  ],
  [
    'one name for two',
    withRule('{ name: EVERYTHING, when: { group: a }, refuse: No }'),
    'Line 3: A rule called “Everything” stands already in line 2.',
  ],
  [
    'a rule without an outcome',
    withRule('{ name: A, when: { group: a } }'),
    'Line 2: The rule “A” must have exactly one of: approve, refuse, stages.',
  ],
  [
    'a rule with two',
    withRule('{ name: A, when: { group: a }, refuse: No, approve: at once }'),
    'Line 2: The rule “A” must have exactly one of: approve, refuse, stages.',
  ],
  [
    'a rule that hides those below it',
    withRule('{ name: A, refuse: No }'),
    'Line 2: The rule “A” fits everything, so that those below it are never reached.',
  ],
  [
    'a last rule that does not fit everything',
    'rules: [{ name: A, when: { group: a }, refuse: No }]',
    'Line 1: The last rule, “A”, must fit everything: leave out its “when”, or add a rule without one below it.',
  ],
  [
    'a last rule with a limit',
    'rules: [{ name: A, approve: { up-to: 1 } }]',
    'Line 1: The last rule, “A”, must fit everything: it cannot approve only up to a number.',
  ],
  [
    'approving somehow',
    withRule('{ name: A, when: { group: a }, approve: yes }'),
    'Line 2: “approve” must be one of at once, { up-to: 1 }.',
  ],
  [
    'approving up to nothing',
    withRule('{ name: A, when: { group: a }, approve: { up-to: 0 } }'),
    'Line 2: “up-to” must be a whole number from 1 to 1000000.',
  ],
  [
    'a key in words that people read',
    withRule('{ name: A, when: { group: a }, refuse: "Take N4WQB-FAKEQ-7TMKX-P9RHD-C2V8J" }'),
    'Line 2: There is a product key in “refuse”, where people would read it.',
  ],
  [
    'a file of keys in the place of a policy',
    '"N4WQB-FAKEQ-7TMKX-P9RHD-C2V8J": mak',
    'Line 1: “[•••••]” is not known in the policy; there are hours, digest-above, requests-per-day, never-ping, channel, rules.',
    'Line 1: There are no rules; the last one must fit everything.',
  ],
  // What a rule looks at
  [
    'a category that there is not',
    withRule('{ name: A, when: { category: [software, games] }, refuse: No }'),
    'Line 2: “category” must be one of software, cloud, visual-studio, support.',
  ],
  [
    'lists of nothing, by which a rule would never fit',
    withRule('{ name: A, when: { category: [], benefit: [], group: [] }, refuse: No }'),
    'Line 2: “category” must not be an empty list.',
    'Line 2: “benefit” must not be an empty list.',
    'Line 2: “group” must not be an empty list.',
  ],
  [
    'maybe',
    withRule('{ name: A, when: { on-behalf: maybe }, refuse: No }'),
    'Line 2: “on-behalf” must be yes or no.',
  ],
  [
    'a number without an end to it',
    withRule('{ name: A, when: { holds: 3 }, refuse: No }'),
    'Line 2: “holds” must have names with values below it.',
  ],
  [
    'from much to little',
    withRule('{ name: A, when: { left: { at-least: 5, at-most: 4 } }, refuse: No }'),
    'Line 2: “left” needs at-least, at-most, or both, and the first not above the second.',
  ],
  // Stages
  [
    'four stages',
    withRule(`{ name: A, when: { group: a }, stages: [${'{ ask: admins }, '.repeat(4)}] }`),
    'Line 2: The rule “A” has 4 stages; one to three are possible.',
  ],
  [
    'no stage',
    withRule('{ name: A, when: { group: a }, stages: [] }'),
    'Line 2: “stages” must not be an empty list.',
  ],
  [
    'a stage that asks nobody',
    'rules: [{ name: A, stages: [{ may: admins }] }]',
    'Line 1: “ask” is missing in a stage.',
  ],
  [
    'a stage that asks none',
    'rules: [{ name: A, stages: { ask: [] } }]',
    'Line 1: “ask” must not be an empty list.',
  ],
  ['somebody', withStage('may: ada@contoso.example'), `Line 1: “ada@contoso.example” says nobody: ${who}`],
  [
    'a person who is a group',
    withStage('may: { group: a, person: a@b.example }'),
    `Line 1: “…” says nobody: ${who}`,
  ],
  [
    'a person without an address',
    withStage('may: { person: Ada }'),
    'Line 1: This is not an e-mail address.',
  ],
  ['more than everybody', withStage('need: most'), 'Line 1: “need” must be a whole number from 1 to 20.'],
  [
    'times without a unit, of nothing and of years',
    withStage('remind-after: 8, expire-after: 53w, escalate: { after: 0h, to: admins }'),
    'Line 1: “remind-after” must be working hours such as 8h: a working day has no 24 of them.',
    'Line 1: “after” must be a number with h for hours, d for days or w for weeks, such as 8h, 2d or 1w, of at most a year.',
    'Line 1: “expire-after” must be a number with h for hours, d for days or w for weeks, such as 8h, 2d or 1w, of at most a year.',
  ],
  [
    'an escalation after the end',
    withStage('escalate: { after: 2d, to: admins }, expire-after: 48h'),
    'Line 1: “escalate” comes no earlier than “expire-after”, so that it would never happen.',
  ],
  [
    'brackets that hide behind others in quotation marks',
    `rules: ["]", ${'["]", '.repeat(30)}`,
    'Line 1: The file is nested deeper than any policy is.',
  ],
  [
    'colons in a text',
    'rules:\n  - name: A: B',
    'Line 2: There is one colon too many; a text with a colon in it stands in quotation marks.',
  ],
  ['half an escalation', withStage('escalate: { after: 2d }'), 'Line 1: “to” is missing in escalate.'],
])('bad: %s', (_, text, ...sentences) => {
  expect(problemsOf(text)).toEqual(sentences);
});

test('everything that is wrong is said at once, in the order of the lines, and no word of it can steer a terminal', () => {
  const bad = `hours: { zone: Mars }
rules:
  - name: "A\\e[31m"
    when: { group: a }
    refuse: No
    stages: { ask: admins }
  - name: B
    approve: now
"c\\e[31m": red
`;
  expect(problemsOf(bad)).toEqual([
    'Line 1: “zone” must be a time zone such as Europe/Berlin.',
    'Line 3: The rule “A[31m” must have exactly one of: approve, refuse, stages.',
    'Line 8: “approve” must be one of at once, { up-to: 1 }.',
    'Line 9: “c[31m” is not known in the policy; there are hours, digest-above, requests-per-day, never-ping, channel, rules.',
  ]);
  const many = problemsOf(beside('x: 1\n'.repeat(60)));
  expect(many).toHaveLength(51);
  expect(many.at(-1)).toBe('And 10 more.');
});

test('a text that makes no sense is not looked at to its end, and the same of one line is said once', () => {
  expect(problemsOf('}\n'.repeat(30_000)).at(-1)).toBe('And 1 more.');
  expect(problemsOf(beside('never-ping: [Ada, Ben]'))).toEqual(['Line 1: This is not an e-mail address.']);
});

test('how an editor ends its lines makes no other policy', async () => {
  const { text, lines } = await readPolicy(file('windows.yaml', whole.replaceAll('\n', '\r\n')));
  expect([text, lines]).toEqual([whole, [8, 11, 14, 25]]);
});

const most = 64 * 1024;
const filled = (piece: (at: number) => string): string => {
  let text = '';
  for (let at = 0; text.length < most - 100; at++) text += piece(at);
  return text;
};

test.each<[string, string, RegExp]>([
  [
    'a billion laughs',
    `a: &a0 [x, x]\n${Array.from({ length: 30 }, (_, at) => `b${at}: &a${at + 1} [*a${at}, *a${at}]\n`).join('')}`,
    /^Line 1: Anchors/,
  ],
  ['thousands of aliases', `a: &a x\nb:\n${filled(() => '- *a\n')}`, /^Line 1: Anchors/],
  ['thousands of words', filled((at) => `${at.toString(36)}:\n`), /is not known in the policy/],
  [
    'thousands of words in one line',
    `{${filled((at) => `${at.toString(36)}, `)}}`,
    /is not known in the policy/,
  ],
  ['one word, thousands of times', filled(() => 'rules: []\n'), /^Line 1: There are no rules/],
  ['thousands of rules', `rules:\n${filled(() => '- \n')}`, /^Line 2: “a rule” must have names/],
  ['a flow of brackets', '['.repeat(most), /^Line 1: The file is nested deeper/],
  ['brackets that close what nobody opened', '}'.repeat(most), /^Line 1: This is not YAML/],
  ['dashes in a row', `${'- '.repeat(most / 2)}`, /^Line 1: The file is nested deeper/],
  ['steps of one blank', filled((at) => `${' '.repeat(at % 60)}a:\n`), /^Line 24: The file is nested deeper/],
  ['nothing but colons', ': '.repeat(most / 2), /^Line 1: /],
  ['escapes without a meaning', `a: "${'\\u'.repeat(most / 2 - 10)}"`, /^Line 1: A backslash/],
  ['thousands of tags', filled(() => '- !x y\n'), /^Line 1: Anchors/],
  ['a key as long as the file', `? ${'x'.repeat(most - 100)}\n: 1`, /^Line 1: “x{59}…” is not known/],
])('hostile: %s is refused within a second', async (_, text, sentence) => {
  const path = file('hostile.yaml', text);
  // Of its own work: other tests may keep the machine busy.
  const begun = process.cpuUsage();
  const error = await readPolicy(path).catch((refused: unknown) => refused);
  const { user, system } = process.cpuUsage(begun);
  expect((user + system) / 1000).toBeLessThan(1000);
  expect(error).toBeInstanceOf(BadPolicy);
  const { sentences } = error as BadPolicy;
  expect(sentences[0]).toMatch(sentence);
  expect(sentences.length).toBeLessThan(52);
  for (const one of sentences) expect(one.length).toBeLessThan(250);
});

test.each<[string, string | Buffer, string]>([
  ['too large', '#'.repeat(most + 1), 'The file is larger than 64 KB.'],
  ['empty', '', 'The file is empty.'],
  [
    'in another encoding',
    Buffer.from('rules: \xe4', 'latin1'),
    'Line 1: The text is neither UTF-8 nor UTF-16 with a byte order mark; save the file as UTF-8.',
  ],
  [
    'with a NUL',
    'rules:\n\0',
    'Line 2: There is a NUL character in the text; the file is damaged or not a text.',
  ],
])('a file %s is refused as every other that comes in', async (_, content, sentence) => {
  const error = await readPolicy(file('bad.yaml', content)).catch((refused: unknown) => refused);
  expect(error).toBeInstanceOf(BadFile);
  expect((error as BadFile).message).toBe(sentence);
});
