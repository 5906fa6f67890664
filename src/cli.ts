import { parseArgs } from 'node:util';
import { type Answer, BadCommand, type Verb } from './cli/verb';

/** Verbs of one word. Each is loaded when it is wanted: what others stand on takes longer to load than most of them take to run. */
const verbs: Record<string, () => Promise<Verb>> = {
  migrate: async () => (await import('./cli/migrate.js')).migrateVerb,
  set: async () => (await import('./cli/set.js')).setVerb,
  report: async () => (await import('./cli/report.js')).reportVerb,
  doctor: async () => (await import('./cli/doctor.js')).doctorVerb,
};
/** Verbs of two words. */
const families: Record<string, () => Promise<Record<string, Verb>>> = {
  import: async () => (await import('./cli/import.js')).imports,
  policy: async () => (await import('./cli/policy.js')).policies,
  audit: async () => (await import('./cli/audit.js')).audits,
  keys: async () => (await import('./cli/keys.js')).keyVerbs,
  export: async () => (await import('./cli/export.js')).exported,
  people: async () => (await import('./cli/people.js')).peopleVerbs,
};

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
    const { failureOf } = await import('./cli/failure.js');
    const { sentences, ...failure } = failureOf(error);
    if (asJson) console.log(JSON.stringify({ ok: false, ...failure, sentences }));
    else for (const sentence of sentences) console.error(sentence);
    return 1;
  }
}

async function answerTo([first, ...rest]: string[]): Promise<Answer> {
  if (first === undefined || ['help', '--help', '-h', '--json'].includes(first))
    return help(await allVerbs());
  const [verb, typed] = await verbOf(first, rest);
  const { values, positionals } = parsed(verb, typed);
  if (values.help) return help([verb]);
  return verb.run({
    words: positionals,
    options: values,
    env: process.env,
    say: (sentence) => console.error(sentence),
  });
}

const help = async (some: Verb[]): Promise<Answer> => (await import('./cli/help.js')).helpFor(some);

/** In the order in which they are listed. */
async function allVerbs(): Promise<Verb[]> {
  const alone = await Promise.all(Object.values(verbs).map((load) => load()));
  const together = await Promise.all(Object.values(families).map((load) => load()));
  return [...alone, ...together.flatMap((family) => Object.values(family))];
}

async function verbOf(first: string, rest: string[]): Promise<[Verb, string[]]> {
  const known = Object.hasOwn(verbs, first) ? verbs[first] : undefined;
  if (known) return [await known(), rest];
  const family = Object.hasOwn(families, first) ? await families[first]?.() : undefined;
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
