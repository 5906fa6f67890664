import { parseArgs } from 'node:util';
import { audits } from './cli/audit';
import { doctorVerb } from './cli/doctor';
import { exported } from './cli/export';
import { failureOf } from './cli/failure';
import { helpFor } from './cli/help';
import { imports } from './cli/import';
import { keyVerbs } from './cli/keys';
import { migrateVerb } from './cli/migrate';
import { peopleVerbs } from './cli/people';
import { policies } from './cli/policy';
import { reportVerb } from './cli/report';
import { setVerb } from './cli/set';
import { type Answer, BadCommand, type Verb } from './cli/verb';

const verbs: Record<string, Verb> = {
  migrate: migrateVerb,
  set: setVerb,
  report: reportVerb,
  doctor: doctorVerb,
};
/** Verbs of two words. */
const families: Record<string, Record<string, Verb>> = {
  import: imports,
  policy: policies,
  audit: audits,
  keys: keyVerbs,
  export: exported,
  people: peopleVerbs,
};
const allVerbs = [verbs, ...Object.values(families)].flatMap((some) => Object.values(some));

/**
 * Runs the `benefits` command.
 *
 * @param words what was typed after its name
 * @returns the exit code: 0 when it was done, 1 when not
 */
async function benefits(words: string[]): Promise<0 | 1> {
  const asJson = words.includes('--json');
  const print = ({ ok, json, text, written }: Answer): 0 | 1 => {
    if (written) return ok ? 0 : 1;
    const said = asJson ? JSON.stringify({ ok, ...json }) : text;
    // A file that is printed ends with its own last line.
    process.stdout.write(said.endsWith('\n') ? said : `${said}\n`);
    return ok ? 0 : 1;
  };
  try {
    return print(await answerTo(words));
  } catch (error) {
    const { sentences, ...failure } = failureOf(error);
    if (asJson) console.log(JSON.stringify({ ok: false, ...failure, sentences }));
    else for (const sentence of sentences) console.error(sentence);
    return 1;
  }
}

async function answerTo([first, ...rest]: string[]): Promise<Answer> {
  if (first === undefined || ['help', '--help', '-h', '--json'].includes(first)) return helpFor(allVerbs);
  const [verb, typed] = verbOf(first, rest);
  const { values, positionals } = parsed(verb, typed);
  if (values.help) return helpFor([verb]);
  return verb.run({
    words: positionals,
    options: values,
    env: process.env,
    say: (sentence) => console.error(sentence),
  });
}

function verbOf(first: string, rest: string[]): [Verb, string[]] {
  const known = Object.hasOwn(verbs, first) ? verbs[first] : undefined;
  if (known) return [known, rest];
  const family = Object.hasOwn(families, first) ? families[first] : undefined;
  if (!family) throw new BadCommand('There is no such verb; “help” lists them.');
  const [kind = '', ...typed] = rest;
  const verb = Object.hasOwn(family, kind) ? family[kind] : undefined;
  if (!verb)
    throw new BadCommand(
      `${first[0]?.toUpperCase()}${first.slice(1)} what? One of ${Object.keys(family).join(', ')}.`,
    );
  return [verb, typed];
}

function parsed(verb: Verb, typed: string[]) {
  const options = {
    ...verb.options,
    json: { type: 'boolean' },
    help: { type: 'boolean', short: 'h' },
  } as const;
  try {
    return parseArgs({ args: typed, options, allowPositionals: true, strict: true }) as {
      values: Record<string, string | boolean | undefined>;
      positionals: string[];
    };
  } catch (error) {
    const option = /'(-[^' ]*)/.exec((error as Error).message)?.[1] ?? 'An option';
    const { code } = error as { code?: string };
    const why =
      code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION' ? 'is not an option of this verb' : 'is given in a wrong way';
    throw new BadCommand(`${option} ${why}. It is typed so: ${verb.usage}`);
  }
}

if (require.main === module)
  void benefits(process.argv.slice(2)).then((code) => {
    process.exitCode = code;
  });
