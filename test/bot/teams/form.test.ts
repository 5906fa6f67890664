import { commandIn, payloadOf } from '../../../src/bot/teams/form';
import type { Field } from '../../../src/core/card';

const person = '0A1B2C3D-0000-4000-8000-000000000001';
const other = '0a1b2c3d-0000-4000-8000-000000000002';
const press = { type: 'done' as const, task: 't1', person: 'p1' };
const fields: Field[] = [
  { name: 'person', label: 'Person', kind: 'person' },
  { name: 'people', label: 'People', kind: 'people', most: 5 },
  { name: 'until', label: 'Until', kind: 'day', optional: true },
  { name: 'evidence', label: 'Evidence', kind: 'text', lines: 'one', most: 80, optional: true },
];

/** What the client sends: the values of the inputs laid over the payload of the button. */
const sent = (values: Record<string, unknown>, waiting: Parameters<typeof payloadOf>[0]) =>
  commandIn({ ...payloadOf(waiting), ...values });

describe('the command behind the button of a form', () => {
  const waiting = { type: 'done' as const, task: 't1' };

  test.each<[string, Record<string, unknown>, Record<string, unknown>]>([
    ['nothing filled in', {}, {}],
    ['empty values', { person: '', people: ' ', until: '', evidence: '  ' }, {}],
    ['a day', { until: '2027-01-14' }, { until: '2027-01-14' }],
    ['a person', { person }, { person: `teams:${person.toLowerCase()}` }],
    [
      'people',
      { people: `${person},${other}` },
      { people: [`teams:${person.toLowerCase()}`, `teams:${other}`] },
    ],
    ['people with gaps and twice', { people: `${other}, ,${other},` }, { people: [`teams:${other}`] }],
    ['one of several', { people: other }, { people: [`teams:${other}`] }],
    ['somebody of another platform', { person: 'slack:U1' }, { person: 'teams:slack:u1' }],
    ['what is no text', { person: 7, people: [other] }, { person: 7, people: [other] }],
    ['text with commas', { evidence: 'a,b' }, { evidence: 'a,b' }],
  ])('%s', (_what, values, expected) => {
    expect(sent(values, { fields, press: waiting })).toEqual({ ...waiting, ...expected });
  });

  test('no field takes the place of a part of the waiting command', () => {
    expect(sent({ person, until: '2027-01-14' }, { fields, press })).toEqual({
      ...press,
      until: '2027-01-14',
    });
    expect(sent({ type: 'approve', task: 't2', msteams: {} }, { fields, press })).toEqual(press);
  });

  test('a part of a command that bears the name of a picker is left as it is', () => {
    expect(sent({}, { fields: [], press })).toEqual(press);
    expect(commandIn({ ...press, people: 'a,b' })).toEqual({ ...press, people: 'a,b' });
  });

  test.each([[undefined], [null], ['text'], [[1]], [7]])(
    '%j is no form, and is left to the door',
    (value) => {
      expect(commandIn(value)).toBe(value);
    },
  );

  test('what pretends to be a form is no command that anybody knows', () => {
    expect(commandIn({ waiting: 'x', type: 'mine' })).toEqual({ type: 'mine' });
    expect(commandIn({ waiting: { press: null }, person })).toEqual({ person });
  });
});
