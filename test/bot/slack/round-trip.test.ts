import fc from 'fast-check';
import { hear } from '../../../src/bot/slack/hear';
import { modalOf } from '../../../src/bot/slack/view';
import type { Card, Field } from '../../../src/core/card';
import { commandIn } from '../../../src/core/heard';
import { type Scene, scene } from '../../playground/slack/throwaway-bot';
import { formsOfDeciding, longEnough } from '../forms-of-deciding';
import { card, home } from './fake-slack';

/** What a form asks, as Slack draws it, fills it in and sends it, is what the command says. */

const ada = { id: 'U1ADA', name: 'ada', realName: 'Ada Lovelace', email: 'ada@contoso.example' };
const others = [
  { id: 'U2BOB', name: 'bob', realName: 'Bob Stone', email: 'bob@contoso.example' },
  { id: 'U3BOBBY', name: 'bobby', realName: 'Bob Stone-Miller', email: 'b.miller@contoso.example' },
  { id: 'W4WEI', name: 'wei', realName: '陳偉', email: 'wei@contoso.example' },
  { id: 'U6ORLA', name: 'orla.again', realName: 'Orla', email: 'orla.again@contoso.example' },
  { id: 'U5ORLA', name: 'orla.o', realName: "Orla O'Neill (Cork)", email: 'orla@contoso.example' },
];
const everybody = [ada, ...others];

let s: Scene;
beforeAll(async () => {
  s = await scene({ people: everybody, rates: 'off', teamId: home });
});
afterAll(() => s.end());

const heard = () => {
  const spoken = hear(s.heard.at(-1)?.body, new Set([home]), s.slack.app.botUserId);
  return spoken?.heard.input;
};

/** Shows a form with these fields to Ada, who fills it in; resolves to the command, or to what her client says instead. */
const sent = (fields: Field[], values: Record<string, string | string[]>): Promise<unknown> =>
  sentFrom(
    card({
      place: 'dialog',
      blocks: [{ type: 'form', fields, submit: 'Send', press: { type: 'done', task: 't1' } }],
    }),
    values,
  );

async function sentFrom(form: Card, values: Record<string, string | string[]>): Promise<unknown> {
  s.reply(async ({ body }) => {
    expect(await s.call('views.open', { trigger_id: body.trigger_id, view: modalOf(form) })).toMatchObject({
      ok: true,
    });
    return undefined;
  });
  await s.slack.slash(ada.id, 'im', '/benefits');
  s.reply(() => undefined);
  const outcome = await s.slack.submit(ada.id, String(s.slack.views(ada.id).at(-1)?.id), values);
  return outcome.sent ? heard() : outcome.errors;
}

const somebody = fc.constantFrom(...everybody);
/** A person and one of the ways to name them. */
const named = somebody.chain((person) =>
  fc.constantFrom(person.id, person.name, person.realName, person.email).map((by) => ({ person, by })),
);
const day = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2100-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const choices = [
  { value: 'vs-pro', label: 'Professional' },
  { value: 'vs-ent', label: 'Enterprise' },
  // A value that reads like another one's label.
  { value: 'Professional', label: 'vs-pro' },
];

/** Every kind of field, each filled in or left empty: what is typed or picked, and what the command is to say. */
const filled = fc.record(
  {
    reason: fc
      .string({ unit: 'binary', minLength: 1, maxLength: 60 })
      .map((text) => ({ put: text, says: text })),
    quantity: fc.integer({ min: 2, max: 40 }).map((count) => ({ put: `${count}`, says: `${count}` })),
    level: fc.constantFrom(...choices).map(({ value }) => ({ put: value, says: value })),
    until: day.map((text) => ({ put: text, says: text })),
    person: named.map(({ person, by }) => ({ put: by, says: `slack:${person.id}` })),
    people: fc
      .uniqueArray(named, { minLength: 1, maxLength: 3, selector: ({ person }) => person.id })
      .map((all) => ({
        put: all.map(({ by }) => by).join(', '),
        says: all.map(({ person }) => `slack:${person.id}`),
      })),
  },
  { requiredKeys: [] },
);

const fields: Field[] = [
  { name: 'reason', label: 'Reason', kind: 'text', lines: 'many', most: 100, optional: true },
  { name: 'quantity', label: 'How many', kind: 'number', least: 2, most: 40, initial: 2, optional: true },
  { name: 'level', label: 'Level', kind: 'choice', choices, optional: true },
  { name: 'until', label: 'Until', kind: 'day', optional: true },
  { name: 'person', label: 'For whom', kind: 'person', optional: true },
  { name: 'people', label: 'For whom else', kind: 'people', most: 3, optional: true },
];

test('what is picked is what the command says, and what is left empty it does not say', async () => {
  await fc.assert(
    fc.asyncProperty(filled, async (answers) => {
      const put = Object.fromEntries(Object.entries(answers).map(([name, answer]) => [name, answer.put]));
      const says = Object.fromEntries(Object.entries(answers).map(([name, answer]) => [name, answer.says]));
      expect(await sent(fields, { quantity: '', ...put })).toEqual({ type: 'done', task: 't1', ...says });
    }),
    { numRuns: 60 },
  );
});

test('what is proposed is what the command says when nothing is changed', async () => {
  const proposed: Field[] = [
    { name: 'email', label: 'E-mail', kind: 'text', lines: 'one', most: 99, initial: 'ada@contoso.example' },
    { name: 'quantity', label: 'How many', kind: 'number', least: 1, most: 5, initial: 3 },
    { name: 'level', label: 'Level', kind: 'choice', choices, initial: 'vs-ent' },
    { name: 'until', label: 'Until', kind: 'day', initial: '2028-02-29' },
  ];
  expect(await sent(proposed, {})).toEqual({
    type: 'done',
    task: 't1',
    email: 'ada@contoso.example',
    quantity: '3',
    level: 'vs-ent',
    until: '2028-02-29',
  });
});

test('what must be filled in stands in the way until it is', async () => {
  const needed = fields
    .filter(({ kind }) => kind !== 'number')
    .map(({ optional, ...field }): Field => field as Field);
  const errors = (await sent(needed, {})) as Record<string, string>;
  expect(Object.keys(errors)).toEqual(needed.map(({ name }) => name));
  expect(await sent(needed, { people: everybody.map(({ id }) => id) })).toMatchObject({
    people: 'Please choose no more than 3.',
  });
});

describe('every form of deciding is sent as it was filled in', () => {
  const forms = formsOfDeciding({ typed: 'Bob Stone', ref: 'slack:U2BOB' });

  test.each(Object.entries(forms))('%s', async (_, { form, put, says }) => {
    expect(commandIn(await sentFrom(form, put))).toEqual(says);
  });

  test('too short a reason does not leave the client, and neither does none', async () => {
    const { form } = forms['a decision alone'] as (typeof forms)[string];
    const put = { verdict: 'approve', reason: longEnough.slice(1) };
    expect(await sentFrom(form, put)).toEqual({ reason: expect.stringMatching(/at least 20/) });
    expect(await sentFrom(form, { verdict: 'approve' })).toEqual({ reason: expect.any(String) });
    expect(await sentFrom(form, { reason: longEnough })).toEqual({ verdict: expect.any(String) });
  });
});

describe('mentions', () => {
  const word = fc
    .string({ unit: fc.constantFrom(...'abcXYZ019&<>;|*`~_.,"金鑰'), minLength: 1, maxLength: 8 })
    .map((text) => ({ typed: text, says: text }));
  const mention = named
    .filter(({ by }) => !/@/.test(by))
    .map(({ person, by }) => ({
      typed: by === person.id ? `<@${by}>` : `@${by}`,
      says: `<@slack:${person.id}>`,
    }));
  const sentence = fc.array(fc.oneof(word, mention), { minLength: 1, maxLength: 8 });

  test('are ids, all else is as it was typed: in a command and in a message', async () => {
    s.reply(() => undefined);
    await fc.assert(
      fc.asyncProperty(sentence, async (parts) => {
        const typed = parts.map((part) => part.typed).join(' ');
        const says = parts.map((part) => part.says).join(' ');
        await s.slack.slash(ada.id, 'im', '/benefits', typed);
        expect(heard()).toEqual({ type: 'say', text: says, dialog: true });
        await s.slack.say(ada.id, 'im', typed);
        expect(heard()).toEqual({ type: 'say', text: says, dialog: false });
      }),
      { numRuns: 60 },
    );
  });

  test('of ourselves are none', async () => {
    s.reply(() => undefined);
    await s.slack.slash(ada.id, 'im', '/benefits', '@benefits assign Visio to @Bob Stone');
    expect(heard()).toMatchObject({ text: 'assign Visio to <@slack:U2BOB>' });
    await s.slack.say(ada.id, '#general', '@benefits assign Visio to @bobby');
    expect(heard()).toMatchObject({ text: 'assign Visio to <@slack:U3BOBBY>' });
  });
});
