import { parseSync } from '@swc/core';

/** Rules of the house that a text alone can break. Each takes a path and its text and says in words what is wrong. */
export type Rule = (path: string, text: string) => string[];

const vague = [
  'util',
  'utils',
  'helper',
  'helpers',
  'manager',
  'service',
  'process',
  'data',
  'info',
  'common',
  'misc',
];
const isSource = (path: string): boolean => /\.(ts|mjs|cjs|js)$/.test(path);
const isPart = (path: string, ...parts: string[]): boolean =>
  parts.some((part) => path.startsWith(`${part}/`));

/** A name says what a thing is. `bot-process.ts` would be as vague as `process.ts`, so every word of a name counts. */
export const namesSaySomething: Rule = (path) =>
  path
    .split('/')
    .flatMap((name) =>
      name
        .replace(/([a-z])([A-Z])/g, '$1-$2')
        .toLowerCase()
        .split(/[^a-z]+/),
    )
    .filter((word) => vague.includes(word))
    .map((word) => `“${word}” says nothing`);

const mostLines = 250;
/** At so many lines a second subject has moved in. Tables of tests may be long: they are read row by row. */
export const filesStayShort: Rule = (path, text) => {
  const lines = text.split('\n').length - 1;
  const counts =
    isSource(path) && isPart(path, 'src', 'playground', 'scripts', 'migrations', 'bench', 'manifest');
  return counts && lines > mostLines ? [`${lines} lines: which second subject moved in?`] : [];
};

/** Marks that were to be temporary, and paths of somebody's machine. In words as they are written, so that a rule can be told from its breach. */
const leftBehind: Array<[what: string, pattern: RegExp]> = [
  ['a path of one machine', /(?<![\w.~:/-])\/(?:work|Users|home\/(?!node\b|app\b)[a-z]+)\//],
  ['a path of one machine', /\b[A-Z]:\\Users\\/],
  ['something still to be done', /\b(?:TO(?=DO)DO|FIX(?=ME)ME|XX(?=X)X:|HA(?=CK)CK\b)/],
  ['one test alone', /\b(?:test|it|describe)\.on(?=ly)ly\b|\bf(?=describe|it\()(?:describe|it)\(/],
  [
    'a test that does not run',
    /\b(?:test|it|describe)\.(?:sk(?=ip)ip|to(?=do)do)\b|\bx(?=describe|it\(|test\()(?:describe|it|test)\(/,
  ],
  [
    'a rule switched off without a reason',
    /biome-ignore [\w/]+:\s*$|@ts-(?:ignore|nocheck)|@ts-expect-error\s*$/m,
  ],
];
export const nothingIsLeftBehind: Rule = (path, text) =>
  /(^|\/)package-lock\.json$/.test(path)
    ? []
    : leftBehind.filter(([, pattern]) => pattern.test(text)).map(([what]) => what);

const fiveByFive = /(?<![A-Za-z0-9-])[A-Za-z0-9]{5}(?:-[A-Za-z0-9]{5}){4}(?![A-Za-z0-9-])/g;
/** Masked keys and the example of Microsoft's documentation (Partner Center, October 2023), which readers of files must know. */
const noKeys = /^(?:([A-Z0-9]{5})-\1-\1|AAAA1-BBBB2-CCCC3-DDDD4-EEEE5$)/i;
/** A key in this repository is made up and says so. */
export const keysAreMadeUp: Rule = (_, text) =>
  (text.match(fiveByFive) ?? [])
    .filter((key) => !/^[A-Z0-9]{5}-FAKE/i.test(key) && !noKeys.test(key))
    .map((key) => `${key.slice(0, 5)}-… looks like a real key: its second group must begin with FAKE`);

/** What a module offers to others is described where it stands: what goes in and out, and where a rule comes from. */
export const exportsAreDescribed: Rule = (path, text) => {
  if (!isPart(path, 'src') || !path.endsWith('.ts') || path.endsWith('.d.ts')) return [];
  // The parser counts bytes from wherever it began last; one space before the text makes its first statement's place known.
  const tree = parseSync(`;${text}`, { syntax: 'typescript', target: 'es2022', comments: true });
  const bytes = Buffer.from(`;${text}`);
  const from = tree.body[0]?.span.start ?? 1;
  return tree.body.flatMap((node) => {
    if (node.type !== 'ExportDeclaration') return [];
    const names = declared(node.declaration as never);
    const before = bytes
      .subarray(0, node.span.start - from)
      .toString()
      .trimEnd();
    return before.endsWith('*/') && before.slice(before.lastIndexOf('/*')).startsWith('/**')
      ? []
      : names.map((name) => `${name} has no description`);
  });
};

function declared(declaration: {
  type: string;
  identifier?: { value: string };
  declarations?: Array<{ id: { value?: string } }>;
}): string[] {
  switch (declaration.type) {
    case 'FunctionDeclaration':
    case 'ClassDeclaration':
      return [String(declaration.identifier?.value)];
    case 'VariableDeclaration':
      return (declaration.declarations ?? []).map(({ id }) => String(id.value));
    default:
      return [];
  }
}
