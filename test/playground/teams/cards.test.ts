import { actionsOf, textOf } from '../../../playground/teams/card-form';
import { fillIn } from '../../../playground/teams/card-inputs';
import { judgeCard } from '../../../playground/teams/card-laws';
import { attached, card, line, type Stage, stage } from './bots';

const execute = (title: string, more = {}) => ({ type: 'Action.Execute', title, verb: 'v', ...more });
const input = (id: string, more = {}) => ({ type: 'Input.Text', id, label: id, ...more });

const picker = {
  type: 'Input.ChoiceSet',
  id: 'person',
  label: 'Person',
  choices: [],
  'choices.data': { type: 'Data.Query', dataset: 'graph.microsoft.com/users' },
};

describe('the laws of a card', () => {
  test('a good card has nothing against it', () => {
    const good = card(
      [line('Benefit'), { type: 'FactSet', facts: [{ title: 'Left', value: '3' }] }, input('reason')],
      [execute('Request'), { type: 'Action.ShowCard', title: 'More', card: card([input('note')]) }],
    );
    expect(judgeCard(good)).toEqual({ errors: [], warnings: [] });
  });

  // Microsoft's own parser at 1.5 says so; a client then shows its fallback sentence.
  test.each<[string, unknown, RegExp]>([
    ['not a card', { type: 'HeroCard' }, /not an AdaptiveCard/],
    ['a version Teams does not draw', { ...card([line('x')]), version: '1.6' }, /1\.6/],
    ['an unknown element', card([{ type: 'Marquee' }]), /Unknown element type "Marquee"/],
    [
      'an unknown element deep down',
      card([{ type: 'Container', items: [{ type: 'Marquee' }] }]),
      /"Marquee"/,
    ],
    ['an unknown action', card([], [{ type: 'Action.Dance', title: 'x' }]), /Unknown action type/],
    ['an input without id', card([{ type: 'Input.Text' }]), /unique Id/],
    ['two inputs with one id', card([input('a'), input('a')]), /Duplicate Id "a"/],
    ['a value that is none', card([{ ...line('x'), size: 'Gigantic' }]), /Invalid value "Gigantic"/],
    ['a choice without choices', card([{ type: 'Input.ChoiceSet', id: 'a' }]), /at least one choice/],
    [
      'a choice without choices beside a people picker',
      card([picker, { type: 'Input.ChoiceSet', id: 'a', label: 'a' }]),
      /at least one choice/,
    ],
    ['a picker of nothing', card([{ ...picker, 'choices.data': { type: 'Data.Query' } }]), /Data\.Query/],
    ['a date in another form', card([{ type: 'Input.Date', id: 'a', value: '14/01/2027' }]), /YYYY-MM-DD/],
    ['a day that never comes', card([{ type: 'Input.Date', id: 'a', max: '2027-02-30' }]), /YYYY-MM-DD/],
  ])('%s', (_name, bad, reason) => {
    expect(judgeCard(bad).errors.join('\n')).toMatch(reason);
  });

  test('a people picker is one of the things that Teams takes before the parser does', () => {
    expect(judgeCard(card([picker]))).toEqual({ errors: [], warnings: [] });
  });

  // cards-format: up to six primary buttons, the rest goes into the overflow menu
  test('the seventh button of a set moves into the overflow menu', () => {
    const seven = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((title) => execute(title));
    expect(judgeCard(card([], seven))).toEqual({
      errors: [],
      warnings: [expect.stringContaining('"g" moves into the overflow menu')],
    });
    expect(judgeCard(card([{ type: 'ActionSet', actions: seven }])).warnings).toHaveLength(1);
    expect(judgeCard(card([{ type: 'ActionSet', actions: seven.slice(0, 3) }], seven.slice(3)))).toEqual({
      errors: [],
      warnings: [],
    });
    const secondary = [...seven.slice(0, 6), execute('g', { mode: 'secondary' })];
    expect(judgeCard(card([], secondary)).warnings).toEqual([]);
  });

  test('a required input should say what is wrong when it is empty', () => {
    const silent = judgeCard(card([input('a', { isRequired: true })]));
    expect(silent.errors).toEqual([]);
    expect(silent.warnings.join()).toMatch(/error message/);
  });
});

describe('the form of a card', () => {
  const nested = card(
    [
      input('outer', { value: 'as it was' }),
      { type: 'Container', selectAction: execute('row'), items: [line('text')] },
    ],
    [
      execute('Save'),
      execute('Leave', { associatedInputs: 'none' }),
      { type: 'Action.ShowCard', title: 'Deny', card: card([input('reason')], [execute('Send')]) },
    ],
  );

  test('every button in reading order, with the inputs it sends along', () => {
    const found = actionsOf(nested).map((a) => [a.path, a.label, a.inputs.map((i) => i.id).join(' ')]);
    expect(found).toEqual([
      ['body.1.selectAction', 'row', 'outer'],
      ['actions.0', 'Save', 'outer'],
      ['actions.1', 'Leave', ''],
      ['actions.2', 'Deny', 'outer'],
      ['actions.2.card.actions.0', 'Send', 'outer reason'],
    ]);
  });

  test('reads like prose', () => {
    expect(textOf(nested)).toBe('outer\ntext\n[Save]\n[Leave]\n[Deny]');
  });

  test.each<[string, object, string | undefined, string | undefined]>([
    ['empty and free', input('x'), undefined, undefined],
    ['empty and required', input('x', { isRequired: true, errorMessage: 'Say why' }), undefined, 'Say why'],
    ['required and preset', input('x', { isRequired: true, value: 'so' }), undefined, undefined],
    ['required, preset and emptied', input('x', { isRequired: true, value: 'so' }), '', 'required'],
    ['too long', input('x', { maxLength: 3 }), 'four', 'At most 3'],
    ['wrong form', input('x', { regex: '^\\d+$' }), 'abc', 'right form'],
    ['not a number', { type: 'Input.Number', id: 'x' }, 'two', 'number'],
    ['too few', { type: 'Input.Number', id: 'x', min: 1 }, '0', 'At least 1'],
    ['too many', { type: 'Input.Number', id: 'x', max: 3 }, '4', 'At most 3'],
    ['off the list', { type: 'Input.ChoiceSet', id: 'x', choices: [{ value: 'a' }] }, 'b', 'list'],
    [
      'several',
      { type: 'Input.ChoiceSet', id: 'x', isMultiSelect: true, choices: [{ value: 'a' }, { value: 'b' }] },
      'a,b',
      undefined,
    ],
    ['a day', { type: 'Input.Date', id: 'x' }, '2028-02-29', undefined],
    ['no day at all', { type: 'Input.Date', id: 'x' }, '2027-02-29', 'date'],
    ['a day written otherwise', { type: 'Input.Date', id: 'x' }, '1.2.2027', 'date'],
    ['too early', { type: 'Input.Date', id: 'x', min: '2027-01-02' }, '2027-01-01', 'Not before'],
    ['too late', { type: 'Input.Date', id: 'x', max: '2027-01-02' }, '2027-01-03', 'Not after'],
    ['unticked', { type: 'Input.Toggle', id: 'x', isRequired: true }, undefined, 'required'],
    ['ticked', { type: 'Input.Toggle', id: 'x', isRequired: true }, 'true', undefined],
  ])('%s', (_name, one, value, problem) => {
    const { problems } = fillIn([one as Record<string, unknown>], value === undefined ? {} : { x: value });
    expect(problems).toEqual(
      problem === undefined ? [] : [{ id: 'x', message: expect.stringContaining(problem) }],
    );
  });

  test('what belongs to another button stays where it is', () => {
    expect(fillIn([input('x')], { x: '1', y: '2' }, [input('x'), input('y')]).values).toEqual({ x: '1' });
  });

  test('nobody can fill in what is not there', () => {
    expect(() => fillIn([input('x')], { y: '1' })).toThrow('The card has no input y; it has: x');
  });
});

describe('what a person sees of a card', () => {
  let on: Stage;
  beforeAll(async () => {
    on = await stage();
  });
  afterAll(() => on.close());
  const send = async (content: unknown, more = {}) => {
    const ada = on.teams.person('Ada Lin');
    const path = `/v3/conversations/${encodeURIComponent(on.teams.chat(ada).id)}/activities`;
    await on.call('POST', path, { type: 'message', attachments: [attached(content)], ...more });
    return on.teams.messages(ada).at(-1)!;
  };

  test('a broken card is taken by the connector, and the client shows a sentence in its place', async () => {
    const seen = await send(card([{ type: 'Marquee' }], [execute('Go')]), { summary: 'News' });
    expect(seen).toMatchObject({
      problem: 'This card could not be displayed',
      cards: [],
      actions: [],
      notification: 'News',
    });
    expect(on.teams.ledger.last('send').warnings.join()).toContain('Unknown element type "Marquee"');
  });

  test('the notification is the summary, else the text, else nobody knows', async () => {
    expect((await send(card([line('x')]), { summary: 'In short' })).notification).toBe('In short');
    const silent = await send(card([line('x')]));
    expect(silent.notification).toBe('Sent a card');
    expect(on.teams.ledger.last('send').warnings).toEqual([expect.stringContaining('without summary')]);
  });

  test('text and card in one activity is warned of: Teams splits them', async () => {
    await send(card([line('x')]), { text: 'Hello' });
    expect(on.teams.ledger.last('send').warnings).toEqual([expect.stringContaining('split')]);
  });
});
