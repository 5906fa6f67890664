import type { Person } from '../../../playground/teams/people';
import type { Field } from '../../../src/core/card';
import { commandIn } from '../../../src/core/heard';
import { overrideForm } from '../../../src/core/views/deciding-forms';
import { wordsIn } from '../../../src/core/words';
import { now, pending } from '../../core/examples';
import { formsOfDeciding, longEnough } from '../forms-of-deciding';
import { card, type Stage, stage, until } from './stage';

/** What a form asks, as Teams draws it, fills it in and sends it, is what the command says. */

const picked = {
  typed: 'Bea Picked',
  ref: 'teams:7d9d3c7e-0000-4000-8000-000000000002',
};

let on: Stage;
let ada: Person;
beforeAll(async () => {
  on = await stage();
  ada = on.tenant.person('Ada Lin');
  on.tenant.addPerson({
    name: picked.typed,
    email: 'bea@contoso.example',
    aadObjectId: picked.ref.slice('teams:'.length),
  });
});
afterAll(() => on.close());

/** Shows a card with a form to Ada, who fills it in; resolves to what was heard, or to what her client says instead. */
async function sent(form: ReturnType<typeof card>, submit: string, put: Record<string, string>) {
  on.house(() => ({ card: form }));
  const before = on.tenant.messages(ada).length;
  await on.tenant.say(ada, on.tenant.chat(ada), 'away');
  const message = await until('the form', () => on.tenant.messages(ada)[before + 1]);
  on.house(() => ({ card: card('Done') }));
  const asked = on.asked.length;
  const outcome = await on.tenant.press(ada, message, { label: submit }, put);
  if (outcome.shows === 'invalid') return outcome.problems.map((problem) => problem.message);
  expect(on.asked.length).toBe(asked + 1);
  return commandIn(on.asked.at(-1)?.input);
}

test.each(Object.entries(formsOfDeciding(picked)))('%s', async (_, { form, submit, put, says }) => {
  expect(await sent(form, submit, put)).toEqual(says);
});

test.each([
  ['en', 'Reason: at least 20 characters.', 'Decision is needed.'],
  ['zh-TW', '「理由」至少需要 20 個字元。', '請填寫「決定」。'],
] as const)(
  'in %s too short a reason does not leave the client, and neither does none',
  async (locale, short, none) => {
    const words = wordsIn(locale);
    const form = overrideForm({ words, locale, now }, pending);
    const send = (put: Record<string, string>) => sent(form, words.buttons.decideAlone, put);
    expect(await send({ verdict: 'approve', reason: longEnough.slice(1) })).toEqual([short]);
    expect(await send({ reason: longEnough })).toEqual([none]);
    expect(await send({ verdict: 'approve' })).toEqual([short]);
    expect(await send({ verdict: 'approve', reason: longEnough })).toMatchObject({ type: 'override' });
  },
);

test('a text that may be left out may not be too short', async () => {
  const fields: Field[] = [
    { name: 'what', label: 'What', kind: 'text', lines: 'one', least: 5, most: 9, optional: true },
  ];
  const form = card('Use', {
    blocks: [{ type: 'form', fields, submit: 'Send', press: { type: 'back' } }],
  });
  expect(await sent(form, 'Send', { what: 'four' })).toEqual(['What: at least 5 characters.']);
  expect(await sent(form, 'Send', {})).toEqual({ type: 'back' });
});
