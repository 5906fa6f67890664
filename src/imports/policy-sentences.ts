import { withoutKey } from '../core/key-text';
import { clip } from '../core/prose';

/** What is wrong at one place of a policy file. Facts are the file's own words, made fit for a terminal when they are said. */
export type PolicyProblem =
  | { code: 'syntax' | 'tab' | 'indent' | 'unclosed' | 'colon' | 'escape' | 'two-documents' }
  | { code: 'alias' }
  | { code: 'too-deep' }
  | { code: 'not-a-list'; of: string }
  | { code: 'not-a-map'; of: string }
  | { code: 'unknown'; name: string; of: string; known: readonly string[] }
  | { code: 'missing'; name: string; of: string }
  | { code: 'twice'; name: string; of: string }
  | { code: 'no-rules' }
  | { code: 'same-name'; name: string; firstLine: number }
  | { code: 'one-outcome'; rule: string }
  | { code: 'stages'; rule: string; found: number }
  | { code: 'last-has-when'; rule: string }
  | { code: 'last-has-limit'; rule: string }
  | { code: 'unreachable'; rule: string }
  | { code: 'text'; name: string; most: number }
  | { code: 'key'; name: string }
  | { code: 'whole'; name: string; least: number; most: number }
  | { code: 'choice'; name: string; choices: readonly string[] }
  | { code: 'yes-or-no'; name: string }
  | { code: 'duration'; name: string }
  | { code: 'working-time'; name: string }
  | { code: 'too-late' }
  | { code: 'time'; name: string }
  | { code: 'times' }
  | { code: 'zone' }
  | { code: 'address' }
  | { code: 'who'; said: string }
  | { code: 'empty'; name: string }
  | { code: 'channel'; name: 'slack' | 'teams' }
  | { code: 'range'; name: string };

/** A file of keys may be taken for a policy: none is ever repeated. */
const quoted = (words: string): string => {
  const tame = withoutKey(words.replace(/[\p{Cc}\p{Cf}\p{Surrogate}]/gu, ''));
  return `“${clip(tame, 60)}”`;
};
const list = (words: readonly string[]): string => words.join(', ');

type Sentences = { [C in PolicyProblem['code']]: (facts: Extract<PolicyProblem, { code: C }>) => string };

const sentences: Sentences = {
  syntax: () => 'This is not YAML.',
  tab: () => 'There is a tab at the beginning of a line; YAML takes blanks only.',
  indent: () => 'The line does not begin below the one it belongs to.',
  unclosed: () => 'A quotation mark or a bracket is opened and not closed.',
  colon: () => 'There is one colon too many; a text with a colon in it stands in quotation marks.',
  escape: () => 'A backslash between quotation marks stands before something that it cannot stand before.',
  'two-documents': () => 'Another document begins here; a policy is one.',
  alias: () => 'Anchors, aliases and tags are not taken here; please write it out.',
  'too-deep': () => 'The file is nested deeper than any policy is.',
  'not-a-list': ({ of }) => `${quoted(of)} must be a list.`,
  'not-a-map': ({ of }) => `${quoted(of)} must have names with values below it.`,
  unknown: ({ name, of, known }) => `${quoted(name)} is not known in ${of}; there are ${list(known)}.`,
  missing: ({ name, of }) => `${quoted(name)} is missing in ${of}.`,
  twice: ({ name, of }) => `${quoted(name)} stands twice in ${of}.`,
  'no-rules': () => 'There are no rules; the last one must fit everything.',
  'same-name': ({ name, firstLine }) => `A rule called ${quoted(name)} stands already in line ${firstLine}.`,
  'one-outcome': ({ rule }) => `The rule ${quoted(rule)} must have exactly one of: approve, refuse, stages.`,
  stages: ({ rule, found }) => `The rule ${quoted(rule)} has ${found} stages; one to three are possible.`,
  'last-has-when': ({ rule }) =>
    `The last rule, ${quoted(rule)}, must fit everything: leave out its “when”, or add a rule without one below it.`,
  'last-has-limit': ({ rule }) =>
    `The last rule, ${quoted(rule)}, must fit everything: it cannot approve only up to a number.`,
  unreachable: ({ rule }) =>
    `The rule ${quoted(rule)} fits everything, so that those below it are never reached.`,
  text: ({ name, most }) => `${quoted(name)} must be a text of 1 to ${most} characters.`,
  key: ({ name }) => `There is a product key in ${quoted(name)}, where people would read it.`,
  whole: ({ name, least, most }) => `${quoted(name)} must be a whole number from ${least} to ${most}.`,
  choice: ({ name, choices }) => `${quoted(name)} must be one of ${list(choices)}.`,
  'yes-or-no': ({ name }) => `${quoted(name)} must be yes or no.`,
  duration: ({ name }) =>
    `${quoted(name)} must be a number with h for hours, d for days or w for weeks, such as 8h, 2d or 1w, of at most a year.`,
  'working-time': ({ name }) =>
    `${quoted(name)} must be working hours such as 8h: a working day has no 24 of them.`,
  'too-late': () => '“escalate” comes no earlier than “expire-after”, so that it would never happen.',
  time: ({ name }) => `${quoted(name)} must be a time of the day such as "09:00".`,
  times: () =>
    '“from” must be earlier than “to”: working hours lie within one day. Of a night write the part before or after midnight.',
  zone: () => '“zone” must be a time zone such as Europe/Berlin.',
  address: () => 'This is not an e-mail address.',
  who: ({ said }) =>
    `${quoted(said)} says nobody: it must be approvers, admins, manager, { group: … } or { person: … }.`,
  empty: ({ name }) => `${quoted(name)} must not be an empty list.`,
  channel: ({ name }) =>
    ({
      slack: '“slack” must be the id of a channel, such as C0123ABCD.',
      teams: '“teams” must be the id of a channel, such as 19:…@thread.tacv2.',
    })[name],
  range: ({ name }) =>
    `${quoted(name)} needs at-least, at-most, or both, and the first not above the second.`,
};

/** One clear sentence, with the line. */
export function sayPolicyProblem(line: number, problem: PolicyProblem): string {
  const say = sentences[problem.code] as (facts: PolicyProblem) => string;
  return `Line ${line}: ${say(problem)}`;
}
