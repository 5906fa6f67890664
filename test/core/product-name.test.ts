import fc from 'fast-check';
import { nearest, normalName, tidyName } from '../../src/core/product-name';

test.each([
  ['SharePoint Server 2010, Enterprise ', 'SharePoint Server 2010, Enterprise'],
  ['Visual Studio Enterprise  (MPN)', 'Visual Studio Enterprise (MPN)'],
  ['Partner\u2019s Toolkit', "Partner's Toolkit"],
  ['Windows\u00A0Server 2019', 'Windows Server 2019'],
  ['WINDOWS server 2019', 'Windows Server 2019'],
  ['Ｗｉｎｄｏｗｓ １１', 'Windows 11'],
  ['Windows® 11™', 'Windows 11'],
  ['System Center – Standard', 'System Center - Standard'],
  ['Windows\u3164 11\u115F\u2800\uFFA0', 'Windows 11'],
  ['Visio\u200B Professional\r\n2021', 'Visio Professional 2021'],
])('%j is the same product as %j', (one, other) => {
  expect(normalName(one)).toBe(normalName(other));
});

test('years and editions are part of a name', () => {
  expect(normalName('Visio Professional 2019')).not.toBe(normalName('Visio Professional 2021'));
  expect(normalName('Windows Server CAL')).not.toBe(normalName('Windows Server'));
});

test('a name is normal after one turn, and its tidy form is the same name', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (name) => {
      // A letter that changes twice under Unicode's own case rules is no name of a product.
      fc.pre(name.normalize('NFKC').toLowerCase() === name.normalize('NFKC').toLowerCase().normalize('NFKC'));
      expect(normalName(normalName(name))).toBe(normalName(name));
      expect(normalName(tidyName(name))).toBe(normalName(name));
    }),
    { numRuns: 500 },
  );
});

const benefits = [
  'Windows Enterprise (Current Branch or LTSC 2019)',
  'Windows Server 2019 Standard',
  'Windows Server 2019 CAL',
  'SQL Server 2019 Standard',
  'Office Professional Plus 2019',
  'Visio Professional 2019',
  'Project Professional 2019',
  'Exchange Server 2019 Standard',
  'SharePoint Server 2019 Enterprise',
  'Visual Studio Professional Subscription',
  '台灣專用的 Office',
];

test.each([
  ['Office Professional Plus 2021 (setup.office.com)', 'Office Professional Plus 2019'],
  ['Visio Professional 2021', 'Visio Professional 2019'],
  ['Exchange Server 2016 Enterprise', 'Exchange Server 2019 Standard'],
  ['SharePoint Server 2010, Standard', 'SharePoint Server 2019 Enterprise'],
  ['Visual Studio 2010 Premium', 'Visual Studio Professional Subscription'],
  ['visio profesional', 'Visio Professional 2019'],
  ['台灣專用', '台灣專用的 Office'],
  ['Groove 2007', undefined],
  ['', undefined],
])('nearest to %j is %j', (name, expected) => {
  expect(nearest(name, benefits)?.name).toBe(expected);
});

test('the same name has the score 1', () => {
  expect(nearest('WINDOWS  Server 2019 standard', benefits)).toEqual({
    name: 'Windows Server 2019 Standard',
    score: expect.closeTo(1),
  });
  expect(nearest('anything', [])).toBeUndefined();
});
