import { type LivedIn, livedInLedger } from '../store/lived-in';
import { type Desk, openDesk } from './command';

let ledger: LivedIn;
let desk: Desk;
beforeAll(async () => {
  ledger = await livedInLedger();
  await ledger.door.store.seal(new Date());
  desk = await openDesk({ DATABASE_URL: ledger.database.url });
}, 240_000);
afterAll(async () => {
  await desk?.close();
  await ledger?.close();
});

const today = new Date().toISOString().slice(0, 10);
const policy = 'rules:\n  - name: all\n    decide: { by: approvers }\n';

/**
 * A run of every verb that comes to something, by how the verb is typed. `lines`: a document on each line. What is missing here is red
 * below: a verb that is added has to be put in.
 */
const runs: Record<
  string,
  { words: (file: (name: string, text: string) => string) => string[]; lines?: true }
> = {
  migrate: { words: () => [] },
  set: { words: () => ['Visio Professional 2024'] },
  doctor: { words: () => [] },
  report: { words: () => [] },
  'import membership': {
    words: (file) => [
      file('membership.csv', 'category,benefit,quantity,unit,delivery\nsoftware,A thing,1,licence,key\n'),
      ...['--package', 'Another', '--partner-id', '7', '--starts', '2026-01-01', '--ends', '2026-12-31'],
    ],
  },
  'import people': {
    words: (file) => [file('people.csv', 'name,email,role\nZoe,zoe@contoso.example,employee\n')],
  },
  'import keys': {
    words: (file) => [
      file('keys.csv', 'benefit,key,key_type,seats\nA thing,AAAAA-FAKE1-CCCCC-DDDDD-EEEEE,retail,\n'),
    ],
  },
  'import visual-studio': {
    words: (file) => [
      file(
        'portal.csv',
        'Subscriber Name,Email,Notification Email Address,Microsoft Entra group,Subscription Level,Assigned,Activated,Expiration Date (UTC),Reference,Downloads,Country,Language,Subscription Status,Subscription GUID,Usage Status\n',
      ),
    ],
  },
  'keys rotate': { words: () => [] },
  'people export': { words: () => ['Omar Okay'] },
  'people forget': { words: () => ['Nobody Known', '--by', 'ada@contoso.example'] },
  'policy check': { words: (file) => [file('policy.yaml', policy)] },
  'policy apply': { words: (file) => [file('policy.yaml', policy), '--by', 'nobody@contoso.example'] },
  'policy show': { words: () => [] },
  'policy try': { words: (file) => [file('policy.yaml', policy)] },
  'audit export': { words: () => ['--as-of', today] },
  'audit verify': { words: () => [] },
  'audit accept': { words: () => ['--by', 'ada@contoso.example', '--reason', 'A restored copy'] },
  'audit stream': { words: () => [], lines: true },
  'export holdings': { words: () => [] },
  'export stock': { words: () => [] },
  'export requests': { words: () => [] },
  'export visual-studio': { words: () => [] },
};

/** The one or two words of a verb, out of how it is typed. */
const nameOf = (usage: string): string => /^[a-z]+(?: [a-z][a-z-]*)?(?= |$)/.exec(usage)?.[0] ?? usage;

test('every verb there is takes --json, and answers a program with nothing else on standard output', async () => {
  const { verbs } = (await desk.run('help', '--json')).json as { verbs: Array<{ usage: string }> };
  const names = verbs.map(({ usage }) => nameOf(usage));
  expect([...names].sort()).toEqual(Object.keys(runs).sort());
  for (const [name, { words, lines }] of Object.entries(runs)) {
    const ran = await desk.runPlain(...name.split(' '), ...words(desk.file), '--json');
    const documents = lines ? ran.out.trimEnd().split('\n') : [ran.out];
    const parsed = documents.map((text) => JSON.parse(text));
    expect({ name, err: ran.err, is: parsed.every((one) => typeof one === 'object') }).toEqual({
      name,
      err: '',
      is: true,
    });
    expect({ name, newline: ran.out.endsWith('\n') }).toEqual({ name, newline: true });
    if (lines) expect(parsed.length).toBeGreaterThan(5);
    else expect({ name, ok: parsed[0].ok }).toEqual({ name, ok: ran.code === 0 });
  }
}, 240_000);

test.each(Object.keys(runs))('%s: what is typed wrongly is said to a program as well', async (name) => {
  const { code, out, err } = await desk.runPlain(...name.split(' '), '--no-such-option', '--json');
  expect({ code, err }).toEqual({ code: 1, err: '' });
  expect(JSON.parse(out)).toMatchObject({ ok: false, code: 'bad-command', sentences: [expect.any(String)] });
});
