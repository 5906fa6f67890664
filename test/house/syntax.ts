import { parseSync } from '@swc/core';

type Node = { type: string; [part: string]: unknown };

/** One module that a source names: `import`, `export … from`, `import()`, `require()`, `import type`, `import('…').Type`. */
export interface Imported {
  /** As it is written. Undefined where it is worked out while the program runs, so that nobody can know it. */
  from: string | undefined;
  /** Gone when the program runs. */
  typeOnly: boolean;
}

/** What a source reaches for beyond itself, found in its syntax tree, so that words in strings and comments count for nothing. */
export function readSource(path: string, source: string): { imports: Imported[]; globals: string[] } {
  const typescript = /\.[cm]?ts$/.test(path);
  const tree = parseSync(
    source,
    typescript ? { syntax: 'typescript', target: 'es2022' } : { syntax: 'ecmascript', target: 'es2022' },
  );
  const imports: Imported[] = [];
  const globals: string[] = [];
  visit(tree, (node) => {
    const imported = importIn(node);
    if (imported) imports.push(imported);
    const global = globalIn(node);
    if (global) globals.push(global);
  });
  return { imports, globals };
}

function visit(value: unknown, look: (node: Node) => void): void {
  if (Array.isArray(value)) {
    for (const one of value) visit(one, look);
  } else if (typeof value === 'object' && value !== null) {
    const node = value as Node;
    if (typeof node.type === 'string') look(node);
    for (const [part, inner] of Object.entries(node)) if (part !== 'span') visit(inner, look);
  }
}

const literal = (node: unknown): string | undefined => {
  const { type, value } = (node ?? {}) as Node;
  return type === 'StringLiteral' ? String(value) : undefined;
};

function importIn(node: Node): Imported | undefined {
  switch (node.type) {
    case 'ImportDeclaration': {
      const specifiers = node.specifiers as Node[];
      const typeOnly =
        node.typeOnly === true ||
        (specifiers.length > 0 && specifiers.every((one) => one.isTypeOnly === true));
      return { from: literal(node.source), typeOnly };
    }
    case 'ExportAllDeclaration':
    case 'ExportNamedDeclaration':
      return node.source ? { from: literal(node.source), typeOnly: node.typeOnly === true } : undefined;
    case 'TsImportType':
      return { from: literal(node.argument), typeOnly: true };
    case 'TsExternalModuleReference':
      return { from: literal(node.expression), typeOnly: false };
    case 'CallExpression': {
      const callee = node.callee as Node;
      const object = callee.type === 'MemberExpression' ? (callee.object as Node) : callee;
      const isImport =
        callee.type === 'Import' || (object.type === 'Identifier' && object.value === 'require');
      const [first] = node.arguments as Array<{ expression: unknown }>;
      return isImport ? { from: literal(first?.expression), typeOnly: false } : undefined;
    }
    default:
      return undefined;
  }
}

/** Names whose mere mention reaches outside: time, chance, the machine. */
const outside = new Set([
  'process',
  'globalThis',
  'global',
  'crypto',
  'performance',
  'fetch',
  'setTimeout',
  'setInterval',
  'setImmediate',
  'queueMicrotask',
]);

function globalIn(node: Node): string | undefined {
  const named = (part: unknown): string | undefined => {
    const { type, value } = (part ?? {}) as Node;
    return type === 'Identifier' ? String(value) : undefined;
  };
  if (node.type === 'MemberExpression') {
    const object = named(node.object);
    const property = named(node.property);
    if (object === 'Date' && property === 'now') return 'Date.now';
    if (object === 'Math' && property === 'random') return 'Math.random';
    return object && outside.has(object) ? object : undefined;
  }
  const callee = named(node.callee);
  const given = (node.arguments as unknown[] | undefined)?.length ?? 0;
  if (node.type === 'NewExpression' && callee === 'Date' && given === 0) return 'new Date()';
  if (node.type === 'CallExpression' && callee === 'Date') return 'Date()';
  // Anywhere a value is: called, handed on, taken apart.
  const places = [
    node.callee,
    node.expression,
    node.init,
    node.argument,
    node.left,
    node.right,
    node.object,
    node.value,
  ];
  return places.map(named).find((name) => name !== undefined && outside.has(name));
}
