import { enteredIn, inputsOf } from '../../../src/bot/slack/form';
import { limits } from '../../../src/bot/slack/limits';
import type { Field } from '../../../src/core/card';

const drawn = (field: Field) => inputsOf([field])[0];
const elementOf = (field: Field) => drawn(field)?.element;

describe('what is asked is drawn as', () => {
  test.each<[string, Field, object]>([
    [
      'a line with something in it',
      { name: 'email', label: 'E-mail', kind: 'text', lines: 'one', most: 9, initial: 'a@b.example' },
      {
        type: 'plain_text_input',
        action_id: 'value',
        multiline: false,
        max_length: 9,
        initial_value: 'a@b.exam…',
      },
    ],
    [
      'an empty line',
      { name: 'email', label: 'E-mail', kind: 'text', lines: 'one', most: 9, initial: '' },
      { type: 'plain_text_input', action_id: 'value', multiline: false, max_length: 9 },
    ],
    [
      'a text that must not be too short',
      { name: 'reason', label: 'Why', kind: 'text', lines: 'many', least: 20, most: 1000 },
      { type: 'plain_text_input', action_id: 'value', multiline: true, min_length: 20, max_length: 1000 },
    ],
    [
      'a text that may be no longer than it must be',
      { name: 'reason', label: 'Why', kind: 'text', lines: 'one', least: 20, most: 9 },
      { type: 'plain_text_input', action_id: 'value', multiline: false, min_length: 9, max_length: 9 },
    ],
    [
      'a person',
      { name: 'person', label: 'Who', kind: 'person' },
      { type: 'users_select', action_id: 'value' },
    ],
    [
      'people',
      { name: 'people', label: 'Who', kind: 'people', most: 20 },
      { type: 'multi_users_select', action_id: 'value', max_selected_items: 20 },
    ],
    [
      'at least one person',
      { name: 'people', label: 'Who', kind: 'people', most: 0 },
      { type: 'multi_users_select', action_id: 'value', max_selected_items: 1 },
    ],
    ['a day', { name: 'until', label: 'Until', kind: 'day' }, { type: 'datepicker', action_id: 'value' }],
    [
      'a day that is proposed',
      { name: 'until', label: 'Until', kind: 'day', initial: '2028-02-29' },
      { type: 'datepicker', action_id: 'value', initial_date: '2028-02-29' },
    ],
    [
      'a day, without a proposal that is none',
      { name: 'until', label: 'Until', kind: 'day', initial: '2026-02-29' },
      { type: 'datepicker', action_id: 'value' },
    ],
    [
      'a choice whose values are not what is read',
      {
        name: 'level',
        label: 'Level',
        kind: 'choice',
        choices: [
          { value: 'pro', label: 'Professional' },
          { value: 'ent', label: 'Enterprise' },
        ],
        initial: 'ent',
      },
      {
        type: 'static_select',
        action_id: 'value',
        options: [
          { value: 'pro', text: { type: 'plain_text', text: 'Professional', emoji: false } },
          { value: 'ent', text: { type: 'plain_text', text: 'Enterprise', emoji: false } },
        ],
        initial_option: { value: 'ent', text: { type: 'plain_text', text: 'Enterprise', emoji: false } },
      },
    ],
  ])('%s', (_, field, element) => expect(elementOf(field)).toEqual(element));

  test('a choice of what can be carried whole', () => {
    const long = 'x'.repeat(limits.optionValue + 1);
    const choices = [
      { value: long, label: 'Never cut' },
      { value: 'kept', label: long },
      { value: 'same', label: '' },
      { value: ' ', label: 'Nothing' },
    ];
    expect(elementOf({ name: 'level', label: 'Level', kind: 'choice', choices })).toMatchObject({
      options: [
        { value: 'kept', text: { text: expect.stringMatching(/^x+…$/) } },
        { value: 'same', text: { text: 'same' } },
      ],
    });
  });

  test('nothing where there is nothing to choose', () =>
    expect(drawn({ name: 'level', label: 'Level', kind: 'choice', choices: [] })).toBeUndefined());

  test.each<Field>([
    { name: 'reason', label: 'x', kind: 'text', lines: 'many', most: 9 },
    { name: 'quantity', label: 'x', kind: 'number', least: 1, most: 2, initial: 1 },
    { name: 'level', label: 'x', kind: 'choice', choices: [{ value: 'a', label: 'A' }] },
    { name: 'until', label: 'x', kind: 'day' },
    { name: 'person', label: 'x', kind: 'person' },
    { name: 'people', label: 'x', kind: 'people', most: 2 },
  ])('$kind: optional only when it says so', (field) => {
    expect(drawn(field)).toMatchObject({ block_id: field.name, optional: false });
    expect(drawn({ ...field, optional: true })).toMatchObject({ optional: true });
  });
});

describe('what was entered', () => {
  test.each<[string, unknown, Record<string, unknown>]>([
    ['a person', { person: { value: { selected_user: 'U2' } } }, { person: 'slack:U2' }],
    ['people', { people: { value: { selected_users: ['U2', 'W3'] } } }, { people: ['slack:U2', 'slack:W3'] }],
    ['a day', { until: { value: { selected_date: '2026-12-31' } } }, { until: '2026-12-31' }],
    ['nobody', { person: { value: { selected_user: null } }, people: { value: { selected_users: [] } } }, {}],
    ['an element of another name', { person: { other: { selected_user: 'U2' } } }, {}],
    ['a body of another shape', { person: { value: { selected_users: 'U2' } } }, {}],
    ['nothing at all', undefined, {}],
  ])('%s', (_, values, entered) => expect(enteredIn(values)).toEqual(entered));
});
