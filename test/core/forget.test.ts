import fc from 'fast-check';
import { isUnmistakable, type Marks, pseudonymOf, unnamer } from '../../src/core/forget';

const marks: Marks = {
  id: '3f9c2a71-0000-4000-8000-000000000001',
  name: 'Eve Employee',
  unmistakable: true,
  addresses: ['eve@contoso.example'],
  accounts: ['U0PERSON1'],
};
const other = pseudonymOf(marks.id);

describe('a person is taken out of what others wrote', () => {
  test.each([
    ['by name', 'For Eve Employee, who is new', `For ${other}, who is new`],
    ['whatever the case and the blanks', 'EVE\n employee asked', `${other} asked`],
    ['in the middle of Chinese', '請給Eve Employee一組金鑰', `請給${other}一組金鑰`],
    ['by address', 'Mail eve@contoso.example.', `Mail ${other}.`],
    ['by a mention', 'ask <@U0PERSON1>', `ask <@${other}>`],
    ['not inside another name', 'Steve Employee and Eve Employees', 'Steve Employee and Eve Employees'],
    [
      'not inside another address',
      'steve@contoso.example, eve@contoso.example.tw, x.eve@contoso.example',
      'steve@contoso.example, eve@contoso.example.tw, x.eve@contoso.example',
    ],
    ['not by a first name alone, which may be anybody’s', 'Eve knows', 'Eve knows'],
  ])('%s', (_, said, becomes) => {
    expect(unnamer(marks)(said)).toBe(becomes);
  });

  test('a name without letters that divide words', () => {
    expect(unnamer({ ...marks, name: '王小明' })('請給王小明一組')).toBe(`請給${other}一組`);
  });

  test('a name with signs that mean something elsewhere', () => {
    const unnamed = unnamer({ ...marks, name: 'J. (Jo) O’Neil-Smith+ [x]' });
    expect(unnamed('by J. (Jo) O’Neil-Smith+ [x]!')).toBe(`by ${other}!`);
    expect(unnamed('by JX (Jo) O’Neil-Smith+ [x]!')).toBe('by JX (Jo) O’Neil-Smith+ [x]!');
  });

  test('where somebody else has the same name, only where an id says who is meant', () => {
    const unnamed = unnamer({ ...marks, unmistakable: false });
    expect(
      unnamed([
        { id: marks.id, name: 'Eve Employee', role: 'admin' },
        { id: 'another', name: 'Eve Employee' },
        'Eve Employee',
      ]),
    ).toEqual([
      { id: marks.id, name: other, role: 'admin' },
      { id: 'another', name: 'Eve Employee' },
      'Eve Employee',
    ]);
  });

  test.each([
    ['Eve Employee', true],
    ['Employee, Eve', true],
    ['王小明', true],
    ['Eve', false],
    ['approved', false],
    ['  Eve  ', false],
    [', Eve', false],
    ['王', false],
    ['visio  PROFESSIONAL', false],
    ['Steve Decider', false],
    ['Ｅｖｅ　Ｄｅｃｉｄｅｒ', false],
    ['Eve Decide', true],
    ['小明', false],
  ])('“%s” means one person wherever it stands: %s', (name, is) => {
    const others = ['Visio Professional 2024', 'Dr. Steve Decider', 'Eve Decider', '王小明明'];
    expect(isUnmistakable(name, name === '王小明' ? others.slice(0, 3) : others)).toBe(is);
  });

  test('the address of an open request of somebody else stays, and that of one that is over goes', () => {
    const [email] = marks.addresses;
    const request = (state: string, id: string) => ({
      state,
      assignee: { id },
      email,
      reason: `For ${email}`,
    });
    expect(
      unnamer(marks)({
        kind: 'to-decide',
        request: request('pending', 'another'),
        over: request('denied', 'another'),
        theirs: request('pending', marks.id),
      }),
    ).toEqual({
      kind: 'to-decide',
      request: { ...request('pending', 'another'), reason: `For ${other}` },
      over: { ...request('denied', 'another'), email: other, reason: `For ${other}` },
      theirs: { ...request('pending', marks.id), email: other, reason: `For ${other}` },
    });
  });

  test('whatever JSON holds: no text names them, the shape stays, and a second time changes nothing', () => {
    const words = fc.constantFrom(
      'Eve Employee',
      'eve@contoso.example',
      '<@U0PERSON1>',
      'and',
      '金鑰',
      ' ',
      '\n',
    );
    const text = fc.array(words, { maxLength: 8 }).map((parts) => parts.join(' '));
    const { tree } = fc.letrec((tie) => ({
      tree: fc.oneof(
        { maxDepth: 4 },
        text,
        fc.integer(),
        fc.boolean(),
        fc.constant(null),
        fc.array(tie('tree'), { maxLength: 4 }),
        fc.dictionary(fc.constantFrom('id', 'name', 'why', 'text'), tie('tree')),
      ),
    }));
    const shapeOf = (value: unknown): string =>
      JSON.stringify(value, (_, each) => (typeof each === 'string' ? '…' : each));
    fc.assert(
      fc.property(tree, (value) => {
        const unnamed = unnamer(marks)(value);
        expect(JSON.stringify(unnamed)).not.toMatch(/Eve Employee|eve@contoso|U0PERSON1/i);
        expect(shapeOf(unnamed)).toBe(shapeOf(value));
        expect(unnamer(marks)(unnamed)).toEqual(unnamed);
      }),
    );
  });
});
