import type { Counted, FileKind, ReportLine } from '../../file';
import type { Role } from '../../person';

/** English. */
export const fileWords = {
  files: {
    reading: (name: string) => `Reading ${name} …`,
    read: (name: string) => `${name}: this is what it would do`,
    done: (name: string) => `${name} was imported`,
    doneBy: (who: string, name: string) => `${who} imported ${name}`,
    unexpected: (who: string) =>
      `If you did not expect this, ask ${who} now, and look at who may do what: say “people”.`,
    refused: (name: string) => `${name} was not taken`,
    nothingWritten: 'Nothing was written.',
    which: (name: string) => `What kind of file is ${name}?`,
    whichText: 'Its columns do not say so. Nothing has been written.',
    kind: 'Kind of file',
    kinds: {
      keys: 'Product keys',
      membership: 'Benefits of a package',
      people: 'People of the company',
      'visual-studio': 'Export of the Visual Studio portal',
    } satisfies Record<FileKind, string>,
    counts: {
      rows: 'Rows read',
      new: 'New',
      changed: 'Changed',
      unchanged: 'Unchanged',
      skipped: 'Left out',
      unmatched: 'Without a benefit',
      units: 'Units added',
      leaving: 'Leaving',
      same: 'The same here',
      over: 'Differences that are over',
      standing: 'Differences as before',
    } satisfies Record<Counted, string>,
    about: {
      skipped: 'Left out',
      unmatched: 'No benefit has the name',
      nameless: 'Keys without the name of a product',
      made: 'New benefit, with so many units',
      leaving: 'No longer in the file, so they leave',
      role: 'Another role',
      granted: 'New, and more than an employee',
      moved: 'Another account or address of somebody who decides',
      elsewhere: 'The account has spoken to me as somebody else, and remains that person until they link it',
      missing: 'No longer in the file, and left as they are',
      difference: 'New difference',
      level: 'No benefit has the level',
    } satisfies Record<ReportLine['about'], string>,
    roles: { employee: 'employee', approver: 'approver', admin: 'admin' } satisfies Record<Role, string>,
    names: 'Names that are unknown here',
    whichBenefit: 'Which benefit?',
    thisOne: 'This one',
    inFile: (name: string) => `In the file it is called ${name}.`,
    means: (benefit: string) => `means ${benefit}`,
    couldBeMade:
      'What you leave as it is, is left out. Or benefits can be made for it: software of the package that runs, as many units as its keys allow.',
    makeThem: 'Make them as new benefits',
    areMade: 'Benefits are made for all names that are left.',
    makeNone: 'Make none',
    nearest: (name: string) => `nearest: ${name}`,
    lines: (at: string, more: boolean) => `line ${at}${more ? ', …' : ''}`,
    more: (count: number) => `and ${count} more`,
    forPackage: 'For the package',
    noPackage:
      'There is no package that could take it. The first membership, and a renewal, are brought in at the terminal: benefits import membership.',
    tooManyLeave:
      'More than half of the people would leave: that may be the wrong file. If it is meant, bring it in at the terminal, with --leaving-is-meant.',
    nothingToDo: 'There is nothing to change.',
    keptFor: (minutes: number) =>
      `The file is kept sealed for ${minutes} minutes, for you alone. Import does all of it or nothing.`,
    pleaseDelete:
      'Please delete the file from this chat now: I may not delete what somebody else has sent, and whoever opens this chat later could read it.',
    importFor: (name: string) => `Import for ${name}`,
    why: {
      empty: 'no text',
      placeholder: 'a placeholder',
      'junk-id': 'a test row of Microsoft',
      legacy: 'ten digits of old products',
      html: 'a web text',
      'key-in-text': 'a key inside a sentence',
      'wrong-shape': 'not five groups of five',
      sentence: 'a sentence, not a key',
      'too-long': 'too long',
      'not-keyed': 'of a benefit that is not handed over by a key',
    },
  },
};
