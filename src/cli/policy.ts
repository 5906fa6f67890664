import { readPolicy } from '../imports/policy';
import { applyPolicy } from '../store/imports/policy';
import { surroundingsOf } from '../store/policy-surroundings';
import { withDatabase } from './database';
import { dryRunOption, importing } from './importing';
import { sayDoubts } from './policy-doubts';
import { showPolicyVerb } from './policy-show';
import { tryPolicyVerb } from './policy-try';
import { fileAmong } from './policy-words';
import { section, shown } from './table';
import { BadCommand, type Verb } from './verb';

/** `policy check`: whether a file is a policy, and what in it means nobody or nothing today. */
const checkPolicyVerb: Verb = {
  usage: 'policy check <file.yaml>',
  purpose: 'whether a file with rules can be applied, and what in it looks doubtful',
  options: {},
  async run(asked) {
    const file = await readPolicy(fileAmong(asked));
    const doubts = await withDatabase(asked, 'needed', async ({ database, now }) =>
      sayDoubts(file.policy, await surroundingsOf(database, file.policy, now), file.lines),
    );
    const count = file.policy.rules.length;
    return {
      ok: true,
      json: { rules: count, doubts },
      text: [
        `${count} ${count === 1 ? 'rule' : 'rules'}; the file can be applied.`,
        ...section('Doubtful today:', doubts),
      ].join('\n'),
    };
  },
};

/** `policy apply`: from now on these rules count for what is asked. */
const applyPolicyVerb: Verb = {
  usage: 'policy apply <file.yaml> --by <address> [--dry-run]',
  purpose: 'let a file with rules count from now on, as a further version; an admin says so, by address',
  options: { by: { type: 'string' }, ...dryRunOption },
  async run(asked) {
    const { by } = asked.options;
    if (typeof by !== 'string') throw new BadCommand('Who applies it? Say --by and the address of an admin.');
    return importing(asked, async ({ database, now, path, adminEmails, importing, openVault }) => {
      const file = await readPolicy(path);
      const { chain } = await openVault(database);
      const outcome = await applyPolicy(database, file, { ...importing, by, adminEmails, chain });
      const doubts = sayDoubts(file.policy, await surroundingsOf(database, file.policy, now), file.lines);
      const { version } = outcome;
      return {
        ok: true,
        json: { version, new: outcome.new, doubts, dryRun: importing.dryRun },
        text: [
          ...(outcome.new === 0
            ? [`Nothing has changed: version ${version} says the same.`]
            : importing.dryRun
              ? ['This was a dry run: nothing was written.']
              : [
                  `Version ${version} counts from now on, applied by ${shown(outcome.by)}.`,
                  'What was asked before goes on under the version it was asked under.',
                ]),
          ...section('Doubtful today:', doubts),
        ].join('\n'),
      };
    });
  },
};

/** What can be done with the rules about who decides, by the word after `policy`. */
export const policies: Record<string, Verb> = {
  check: checkPolicyVerb,
  apply: applyPolicyVerb,
  show: showPolicyVerb,
  try: tryPolicyVerb,
};
