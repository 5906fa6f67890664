import { calledBy, isTelling, nameKey, readingsIn, wordsOf } from '../../src/core/names';

/** Who is known here; an address or a whole name is one of them. */
const known = [
  ['Eve Employee', 'eve@contoso.example'],
  ['Mei Lin', 'mei@contoso.example'],
  ['Dana Okay', 'dana@contoso.example'],
  ['Okay', 'okay@contoso.example'],
  ['陳大文', 'chen@contoso.example'],
  ['陳和平', 'peace@contoso.example'],
  ['林 美 和 子', 'miwako@contoso.example'],
  ['Smith and Sons', 'smith@contoso.example'],
].map(([name = '', email = '']) => ({ id: name, name, email }));
const find = (words: string) =>
  known.filter(({ name, email }) => [nameKey(name), nameKey(email)].includes(nameKey(words)));

/** Who is named, with a question mark after words that name nobody. */
const named = (text: string): string[] =>
  readingsIn(text)
    .flatMap((reading) => calledBy(reading, find))
    .map(({ said, people }) => people.map(({ name }) => name).join('|') || `${said}?`);

test.each<[text: string, ...people: string[]]>([
  ['Eve Employee', 'Eve Employee'],
  ['  eve   EMPLOYEE ', 'Eve Employee'],
  ['Ｅｖｅ Employee', 'Eve Employee'],
  ['@Mei Lin', 'Mei Lin'],
  ['mei@contoso.example', 'Mei Lin'],
  ['Mei Lin <mei@contoso.example>', 'Mei Lin'],
  ['e', 'e?'],
  ['Eve', 'Eve?'],
  ['陳和平', '陳和平'],
  ['陳和平、陳大文', '陳和平', '陳大文'],
  ['陳和平 和 陳大文', '陳和平', '陳大文'],
  ['陳大文和陳和平', '陳大文和陳和平?'],
  ['陳及文', '陳及文?'],
  ['林 美 和 子', '林 美 和 子'],
  ['Smith and Sons', 'Smith and Sons'],
  ['Smith and Sons, Nobody', 'Smith and Sons', 'Nobody?'],
  ['Eve Employee and Mei Lin', 'Eve Employee', 'Mei Lin'],
  ['Eve Employee & Mei Lin, Dana Okay', 'Eve Employee', 'Mei Lin', 'Dana Okay'],
  ['Okay, Dana', 'Dana Okay'],
  ['Okay，Dana', 'Dana Okay'],
  ['Okay, Dana <dana@contoso.example>', 'Dana Okay'],
  // The address is somebody else's: these are two.
  ['Okay, Dana <mei@contoso.example>', 'Okay', 'Mei Lin'],
  ['Okay, Mei Lin', 'Okay', 'Mei Lin'],
  ['Okay, Dana\nLin, Mei', 'Dana Okay', 'Mei Lin'],
  ['Okay, Dana; Lin, Mei', 'Dana Okay', 'Mei Lin'],
  ['Eve Employee, Mei Lin', 'Eve Employee', 'Mei Lin'],
  ['Okay, Dana, Mei Lin', 'Okay', 'Dana?', 'Mei Lin'],
  ['<@slack:U1> <@slack:U2>', '<@slack:U1>?', '<@slack:U2>?'],
  [' ,;\n,'],
])('%j names', (text, ...people) => {
  expect(named(text)).toEqual(people);
});

test('everything is looked for that a reading may ask about', () => {
  const asked: string[] = [];
  const text = 'Okay, Dana <dana@contoso.example>\nEve and Mei Lin; 陳 和 平';
  for (const reading of readingsIn(text)) {
    const looked = wordsOf(reading).map(nameKey);
    calledBy(reading, (words) => {
      asked.push(words);
      expect(looked).toContain(nameKey(words));
      return [];
    });
  }
  expect(asked).toContain('Dana Okay');
});

test.each([
  ['e', false],
  ['ev', false],
  ['eve', true],
  ['陳', false],
  ['陳大', true],
  ['123', false],
])('%j is enough to look somebody up: %s', (beginning, enough) => {
  expect(isTelling(beginning)).toBe(enough);
});
