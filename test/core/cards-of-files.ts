import type { Card } from '../../src/core/card';
import type { Difference } from '../../src/core/difference';
import type { FileReport } from '../../src/core/file';
import { nothingSaid, withMeaning, withUnknown } from '../../src/core/file-names';
import type { View } from '../../src/core/views/catalogue';
import { difference, differences, leaveForm } from '../../src/core/views/differences';
import { formForName } from '../../src/core/views/file-names';
import {
  fileDone,
  fileRead,
  fileRefused,
  fileUnwanted,
  readingFile,
  whichKind,
} from '../../src/core/views/files';
import { ada, eve, id, later, named, thereOnly } from './examples';

const by = { by: named(ada), at: later };
const hereOnly: Difference = { ...thereOnly, id: id(701), kind: 'here-only', holding: id(300) };
const { person: _, assigned: __, ...aboutNobody } = thereOnly;
const over: Difference = { ...aboutNobody, id: id(702), kind: 'over', quantity: 3 };
const gone: Difference = {
  ...thereOnly,
  id: id(703),
  kind: 'gone',
  person: { name: 'Gus Gone', email: 'gus@contoso.example' },
};

const file = { id: id(710), name: 'KeysExport.xml', meanings: nothingSaid };
const asked = withUnknown(nothingSaid, {
  kind: 'keys',
  counts: [],
  writes: false,
  lines: [
    { about: 'unmatched', what: 'Visio Profesional', count: 21, at: [3] },
    { about: 'nameless', what: '', count: 1, at: [9] },
    { about: 'unmatched', what: 'Projekt 2024', count: 2, at: [4, 5] },
  ],
});
const report: FileReport = {
  kind: 'keys',
  counts: [
    ['rows', 481],
    ['new', 124],
    ['unchanged', 257],
    ['skipped', 79],
    ['unmatched', 21],
    ['units', 5],
  ],
  lines: [
    { about: 'skipped', what: 'html', count: 75, at: [8, 9, 10, 11, 12] },
    { about: 'skipped', what: 'not-keyed', count: 4, at: [20, 21, 22, 23] },
    { about: 'unmatched', what: 'Visio Profesional', nearest: 'Visio Professional', count: 21, at: [3] },
  ],
  writes: true,
};
const members: FileReport = {
  kind: 'membership',
  package: 'Success Core',
  counts: [
    ['rows', 41],
    ['new', 1],
    ['changed', 2],
  ],
  lines: [
    { about: 'resized', what: 'Visio Professional 2024', under: '2 → 4', count: 1, at: [] },
    { about: 'added', what: 'Advisory hours', under: '20', count: 1, at: [] },
    { about: 'altered', what: 'SQL Server 2022 Standard', count: 1, at: [] },
    { about: 'missing', what: 'Azure AD Basic', count: 1, at: [] },
  ],
  writes: true,
};
const people: FileReport = {
  kind: 'people',
  counts: [
    ['rows', 20],
    ['new', 0],
    ['leaving', 18],
  ],
  lines: [
    { about: 'role', what: 'Dana Decider', role: { from: 'approver', to: 'admin' }, count: 1, at: [] },
    { about: 'granted', what: 'Mia Mason', role: { to: 'approver' }, count: 1, at: [] },
    {
      about: 'moved',
      what: 'Otto Orr',
      role: { to: 'admin' },
      under: 'otto@contoso.example → otto.orr@contoso.example',
      count: 1,
      at: [],
    },
    ...Array.from({ length: 18 }, (_, at) => ({
      about: 'leaving' as const,
      what: `Person ${at}`,
      count: 1,
      at: [],
    })),
  ],
  writes: true,
  tooManyLeave: true,
};
const portal: FileReport = {
  kind: 'visual-studio',
  counts: [
    ['rows', 12],
    ['new', 1],
    ['same', 11],
  ],
  lines: [
    { about: 'difference', what: 'Gus Gone', under: 'Visual Studio Enterprise', count: 1, at: [] },
    { about: 'level', what: 'MSDN Platforms', count: 2, at: [] },
  ],
  writes: true,
};
const packages = [
  { id: id(720), name: 'Success Core', ends: '2027-01-14' },
  { id: id(721), name: 'Launch', ends: '2027-05-01' },
];

/** Every card about what came in from a file. */
export const cardsOfFiles: Record<string, (view: View) => Card> = {
  'a file of somebody who may not bring in any': (view) => fileUnwanted(view, { why: 'not-an-admin' }),
  'held here and not in the portal': (view) => difference(view, hereOnly),
  'to be assigned in the portal': (view) => difference(view, { ...hereOnly, state: 'agreed', ...by }),
  'gone, and still in the portal': (view) => difference(view, gone),
  'to be removed in the portal': (view) => difference(view, { ...gone, state: 'agreed', ...by }),
  'somebody who left and is still in the portal': (view) =>
    difference(view, { ...gone, person: { ...named(eve), email: 'eve@contoso.example' } }),
  'more in the portal than there are': (view) => difference(view, over),
  'to be taken back in the portal': (view) => difference(view, { ...over, state: 'agreed', ...by }),
  'a difference that was noted down here': (view) =>
    difference(view, { ...thereOnly, state: 'adopted', ...by }),
  'a difference that is left as it is': (view) =>
    difference(view, { ...gone, state: 'left', ...by, why: 'He is on leave until March' }),
  'a difference that is over': (view) =>
    difference(view, { ...gone, state: 'over', at: later, until: '2026-11-28' }),
  'every difference': (view) =>
    differences(view, [thereOnly, hereOnly, gone, { ...over, state: 'agreed', ...by }], 1),
  'no difference': (view) => differences(view, [], 1),
  'a file is read': (view) => readingFile(view, file.name),
  'what a file of keys would do': (view) => fileRead(view, file, report, []),
  'a file of keys with names that nobody knows': (view) =>
    fileRead(view, { ...file, meanings: asked }, report, packages),
  'a file of keys with names of which one is known now': (view) =>
    fileRead(
      view,
      {
        ...file,
        meanings: withMeaning(asked, 2, { value: id(1), label: 'Project Professional 2024' }) ?? asked,
      },
      {
        ...report,
        lines: [...report.lines, { about: 'nameless', what: '', count: 1, at: [9] }],
      },
      packages,
    ),
  'a file of keys for which benefits are made': (view) =>
    fileRead(
      view,
      { ...file, meanings: { ...asked, make: true } },
      {
        ...report,
        lines: [
          { about: 'meant', what: 'Projekt 2024 → Project Professional 2024', count: 2, at: [] },
          { about: 'made', what: 'Visio Profesional', under: '21', count: 1, at: [] },
          { about: 'known', what: 'Visio Profesional → Visio Professional', count: 2, at: [7, 8] },
          { about: 'further', what: 'Project Professional 2024', under: '1', count: 1, at: [] },
          { about: 'into', what: 'Visio Profesional', under: '21', count: 1, at: [] },
          { about: 'unmatched', what: 'Projekt 2024', lookAlike: true, count: 2, at: [4, 5] },
        ],
      },
      packages,
    ),
  'the form that asks what a name means': (view) =>
    formForName(view, { ...file, kind: 'keys', meanings: asked }, 0, [
      { value: id(1), label: 'Project Professional 2024' },
      { value: id(2), label: 'Visio Professional' },
    ]),
  'a file of keys that changes nothing': (view) =>
    fileRead(view, file, { ...report, counts: [['rows', 3]], lines: [], writes: false }, []),
  'what a membership would do': (view) => fileRead(view, file, members, packages.slice(0, 1)),
  'a membership for one of two packages': (view) => fileRead(view, file, members, packages),
  'a membership that seems to be of another package': (view) =>
    fileRead(view, file, { ...members, otherPackage: true }, packages),
  'a membership without a package': (view) =>
    fileRead(view, file, { kind: 'membership', counts: [['rows', 41]], lines: [], writes: false }, []),
  'people of whom too many would leave': (view) => fileRead(view, file, people, []),
  'what an export of the portal would do': (view) => fileRead(view, file, portal, []),
  'a file was imported': (view) => fileDone(view, file, report),
  'the rest of what a file would do': (view) => fileRead(view, file, people, [], 2),
  'a file that does much was imported': (view) => fileDone(view, file, { ...people, more: 40 }),
  'a file was refused': (view) =>
    fileRefused(view, file, {
      refused: [{ line: 3, problem: { code: 'bad-number', column: 'seats', most: 1_000_000 } }],
    }),
  'a file was refused, for several reasons': (view) =>
    fileRefused(view, file, {
      refused: Array.from({ length: 17 }, (_, at) => ({
        line: at + 2,
        problem: { code: 'below-held', held: 5, by: at === 0 ? ['Eve Employee'] : [], quantity: 3 },
      })),
    }),
  'a file of which nobody can tell the kind': (view) => whichKind(view, file),
  'the form to leave a difference as it is': (view) => leaveForm(view, gone),
};
