import { readDay } from '../../src/imports/days';
import type { KeyRow } from '../../src/imports/keys-csv';
import { readKeysExport } from '../../src/imports/keys-export';
import type { Item } from '../../src/imports/problem';
import { all, folder, leftOut, refusal, rowsOf } from './files';

/**
 * What real exports of Microsoft hold that no description of them says, each quirk by its name. The words are those of the files; the keys
 * are not.
 */
const file = folder();
const [one, two] = ['N4WQB-FAKEQ-7TMKX-P9RHD-C2V8J', 'X8DKT-FAKER-3QWMB-H6PRC-J9V2G'];
const read = (text: string | Buffer): Promise<Item<KeyRow>[]> =>
  all(readKeysExport(file('export.xml', text)));
const under = (keys: string, name = 'Visio') =>
  `<root><YourKey><Product_Key Name="${name}" KeyRetrievalNote="">${keys}</Product_Key></YourKey></root>`;
const key = (text: string, attributes = 'ID="7" Type="Retail"') => `<Key ${attributes}>${text}</Key>`;
const only = async (text: string): Promise<KeyRow> => {
  const rows = rowsOf(await read(text));
  expect(rows).toHaveLength(1);
  return rows[0] as KeyRow;
};

describe('the four families', () => {
  test.each<[string, string, string | null]>([
    [
      'A, 2006-08: the key is an attribute, under a header of XML',
      `<?xml version="1.0"?>\n<Your_Product_Keys>\n<Product_Key Name="Visio" Key="${one}" Key_Type="Retail" Date_Key_Claimed="2006-11-20 17:36:11.787"/>\n</Your_Product_Keys>`,
      'Visio',
    ],
    [
      'B, 2012-18: YourKey is the root, in lines as Windows ends them',
      `<YourKey>\r\n  <Product_Key Name="Visio">\r\n    <Key ID="7" Type="Retail" ClaimedDate="">${one}</Key>\r\n  </Product_Key>\r\n</YourKey>`,
      'Visio',
    ],
    [
      'B with a namespace',
      `<YourKey xmlns="http://schemas.example/keys"><Product_Key Name="Visio">${key(one)}</Product_Key></YourKey>`,
      'Visio',
    ],
    [
      'C, since 2017: one line, subscriptions before the keys, two blanks before (MPN)',
      `<root><YourSubscription><Subscription Name="Visual Studio Enterprise  (MPN)" Type="PartnerCenter"><SubscriptionGuid>00000000-0000-4000-8000-000000000000</SubscriptionGuid></Subscription><Subscription Name="Other" Type="FTE"><SubscriptionGuid/></Subscription></YourSubscription><YourKey><Product_Key Name="Visio" KeyRetrievalNote="">${key(one)}</Product_Key></YourKey></root>`,
      'Visio',
    ],
    [
      'D, 2017: bare keys without a product',
      `<root><YourKey><Key ClaimedDate="2017-05-02T10:00:00" Notes="">${one}</Key></YourKey></root>`,
      null,
    ],
  ])('%s', async (_, text, product) => {
    expect(await only(text)).toMatchObject({ product, shown: one });
  });
});

describe('days on which a key was given out', () => {
  test.each<[string, string, string | undefined]>([
    ['absent', 'ID="7" Type="Static Activation Key"', undefined],
    ['empty', 'ID="7" ClaimedDate=""', undefined],
    ['a null date', 'ID="7" ClaimedDate="1/1/0001"', undefined],
    ['a null date with noughts', 'ID="7" ClaimedDate="01/01/0001"', undefined],
    ['a null date as .NET writes it', 'ID="7" ClaimedDate="0001-01-01T00:00:00"', undefined],
    ['M/D/YYYY', 'ID="7" ClaimedDate="3/4/2018"', '2018-03-04'],
    ['MM/DD/YYYY', 'ID="7" ClaimedDate="03/14/2018"', '2018-03-14'],
    ['MM-DD-YYYY', 'ID="7" ClaimedDate="03-14-2018"', '2018-03-14'],
    ['day first, where the month cannot be', 'ID="7" ClaimedDate="14/03/2018"', '2018-03-14'],
    ['ISO', 'ClaimedDate="2017-05-02T10:00:00"', '2017-05-02'],
    ['with milliseconds', 'Date_Key_Claimed="2006-11-20 17:36:11.787"', '2006-11-20'],
    ['no day at all', 'ClaimedDate="13/13/2018"', 'unclear'],
    ['a day that is not in the month', 'ClaimedDate="2/30/2018"', 'unclear'],
    ['words', 'ClaimedDate="yesterday"', 'unclear'],
  ])('%s', async (_, attributes, claimed) => {
    const { claimed: found } = await only(under(key(one, attributes)));
    expect(found).toBe(claimed);
  });

  test('the first of January of any other year is a day', () => {
    expect(readDay('1/1/2001')).toBe('2001-01-01');
  });
});

describe('attributes in other cases', () => {
  test.each(['notes="x"', 'Notes="x"', 'NOTES="" notes="x" Notes="y"'])('%s mean nothing', async (notes) => {
    expect(await only(under(key(one, `ID="7" Type="Retail" ${notes}`)))).toMatchObject({ type: 'retail' });
  });

  test('the case of Type and Id does not matter', async () => {
    expect(await only(under(key(one, 'Id="7" TYPE="Multiple Activation"')))).toMatchObject({ type: 'mak' });
    expect(leftOut(await read(under(key(one, 'id="-3" type="Retail"'))))).toEqual(['1: junk-id (Visio)']);
  });

  test('a key in two cases of one attribute is no key of which anybody could say which it is', async () => {
    const text = `<Your_Product_Keys><Product_Key Name="A" Key="${one}" key="${two}"/></Your_Product_Keys>`;
    const { problem, said } = await refusal(readKeysExport(file('twice.xml', text)));
    expect(problem).toEqual({ code: 'attribute-twice', name: 'key' });
    expect(said).not.toContain('FAKE');
  });
});

test.each([
  ['Retail', 'retail'],
  ['Retail Key', 'retail'],
  ['MultipleActivation', 'mak'],
  ['Multiple Activation Key', 'mak'],
  ['Multiple Activation Key (MAK)', 'mak'],
  ['VA 1.0', 'mak'],
  ['OEM Key', 'mak'],
  ['Static', 'static'],
  ['Static Activation Key', 'static'],
  ['Custom Key', 'custom'],
  ['Office Setup Key', 'token'],
  ['PIN', 'token'],
  ['DreamSpark Retail Key', 'retail'],
  ['DreamSpark MAK Key', 'mak'],
  ['DreamSpark Lab Key', 'mak'],
  ['DreamSpark KMS Key', 'unknown'],
  ['Microsoft Imagine Retail', 'retail'],
  ['Microsoft Imagine MAK', 'mak'],
  ['Microsoft Imagine Lab', 'mak'],
  ['Microsoft Imagine KMS', 'unknown'],
  ['Azure Dev Tools for Teaching Retail', 'retail'],
  ['Azure Dev Tools for Teaching Lab', 'mak'],
  ['Azure Dev Tools for Teaching MAK', 'mak'],
  ['Not Applicable', 'unknown'],
  ['N/A', 'unknown'],
  ['', 'unknown'],
  ['a type of next year', 'unknown'],
])('the type %j is %s', async (spelling, type) => {
  expect(await only(under(key(one, `ID="7" Type="${spelling}"`)))).toMatchObject({ type });
});

describe('what stands where a key should', () => {
  test.each<[string, string, string]>([
    ['ten digits of old products', key('000-1234567'), 'legacy'],
    ['no key is required', key('No key is required for this product.'), 'sentence'],
    [
      'sign in instead (MCT and MPN)',
      key('Sign in instead of using a key.', 'Type="Custom Key"'),
      'sentence',
    ],
    [
      'HTML',
      key(
        '&lt;p&gt;Go to &lt;a href=&quot;https://example.invalid&quot;&gt;setup&lt;/a&gt;&lt;/p&gt;',
        'Type="Custom Key"',
      ),
      'html',
    ],
    ['nothing', key(''), 'empty'],
    ['a row of a test', key('Test Key 1', 'ID="11177" Type="Retail"'), 'placeholder'],
    ['a number below nought', key('This is a VLK Key', 'ID="-3" Type="Retail"'), 'junk-id'],
    ['a product without any key', '', 'empty'],
  ])('%s is left out and named', async (_, keys, why) => {
    expect(leftOut(await read(under(keys)))).toEqual([`1: ${why} (Visio)`]);
  });

  test.each<[string, string]>([
    ['a blank behind it', `${one} `],
    ['a line break behind it', `${one}\n`],
    ['HTML around it alone', `&lt;p&gt;&lt;b&gt;${one}&lt;/b&gt;&lt;/p&gt;`],
    ['small letters', one.toLowerCase()],
    ['CDATA', `<![CDATA[${one}]]>`],
  ])('%s does no harm', async (_, text) => {
    expect(await only(under(key(text)))).toMatchObject({ shown: one });
  });
});

describe('names', () => {
  test.each<[string, string, string]>([
    ['a blank behind', 'Visio Professional 2021 ', 'Visio Professional 2021'],
    ['two blanks', 'Visual Studio Enterprise  (MPN)', 'Visual Studio Enterprise (MPN)'],
    ['a blank that does not break', 'SharePoint&#160;Server', 'SharePoint Server'],
    ['a typographic apostrophe', 'SharePoint Server\u2019s Add-on', 'SharePoint Server\u2019s Add-on'],
  ])('%s', async (_, written, name) => {
    expect(await only(under(key(one), written))).toMatchObject({ product: name });
  });
});

describe('many', () => {
  test('one row 410 times is 410 rows of one key', async () => {
    const rows = rowsOf(await read(under(key(one).repeat(410))));
    expect(rows).toHaveLength(410);
    expect(new Set(rows.map(({ canonical }) => canonical)).size).toBe(1);
  });

  test('one key under ten products', async () => {
    const products = Array.from(
      { length: 10 },
      (_, at) => `<Product_Key Name="P${at}">${key(one)}</Product_Key>`,
    );
    const rows = rowsOf(await read(`<root><YourKey>${products.join('')}</YourKey></root>`));
    expect(new Set(rows.map(({ product }) => product)).size).toBe(10);
    expect(new Set(rows.map(({ canonical }) => canonical)).size).toBe(1);
  });

  test('201 keys under one product', async () => {
    expect(rowsOf(await read(under(`${key(one)}${key(two)}${key(one).repeat(199)}`)))).toHaveLength(201);
  });
});

test('a note in HTML beside the keys is no key', async () => {
  const noted = under(key(one)).replace(
    'KeyRetrievalNote=""',
    `KeyRetrievalNote="&lt;p&gt;${two}&lt;/p&gt;"`,
  );
  expect(await only(noted)).toMatchObject({ shown: one });
});
