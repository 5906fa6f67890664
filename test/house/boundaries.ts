import { dirname, join } from 'node:path/posix';
import { type Imported, readSource } from './syntax';

/** The parts of the house, each with the parts it may lean on. What stands first in this list decides where a file belongs. */
const parts: Array<[part: string, leansOn: string[]]> = [
  ['src/core', []],
  ['src/store', ['src/core', 'src/imports', 'migrations']],
  ['src/handlers', ['src/store', 'src/core']],
  ['src/bot/slack', ['src/bot', 'src/handlers', 'src/store', 'src/core', 'src/log']],
  ['src/bot/teams', ['src/bot', 'src/handlers', 'src/store', 'src/core', 'src/log']],
  ['src/bot', ['src/handlers', 'src/store', 'src/core', 'src/log', 'src/metrics']],
  ['src/imports', ['src/core']],
  ['src/exports', ['src/core']],
  // What puts the parts together: the bot, the command, and what both stand on.
  ['src', ['src', 'manifest']],
  ['migrations', []],
  ['playground', []],
  ['bench', ['bench', 'src', 'playground', 'migrations']],
  ['manifest', []],
  ['scripts', []],
  ['test', ['src', 'playground', 'migrations', 'bench', 'manifest', 'scripts']],
];

/** Packages that one part alone may know, so that the day they are replaced costs one folder. */
const owned: Array<[packages: RegExp, owners: RegExp]> = [
  [/^@slack\//, /^src\/bot\/slack\//],
  [/^(botbuilder|botframework|@microsoft\/teams-ai|jsonwebtoken)/, /^src\/bot\/teams\//],
  [/^(knex|pg)(\/|$)/, /^(src\/store|migrations)\//],
];

const isIn = (path: string, part: string): boolean => path === part || path.startsWith(`${part}/`);
const partOf = (path: string): string | undefined => parts.find(([part]) => isIn(path, part))?.[0];

/** Every way in which a source reaches where it may not, in words; empty where all is well. */
export function breaches(path: string, source: string): string[] {
  const { imports, globals } = readSource(path, source);
  const found = imports.flatMap((imported) => {
    if (imported.from === undefined)
      return isIn(path, 'src') ? ['imports something that only shows when it runs'] : [];
    const wrong = imported.from.startsWith('.')
      ? withinTheHouse(path, join(dirname(path), imported.from), imported)
      : fromOutside(path, imported.from);
    return wrong ? [wrong] : [];
  });
  const impure = isIn(path, 'src/core') ? globals.map((name) => `core reaches for ${name}`) : [];
  return [...found, ...impure];
}

function withinTheHouse(path: string, target: string, { typeOnly }: Imported): string | undefined {
  const own = partOf(path);
  const other = partOf(target);
  if (!own || !other || own === other) return undefined;
  const leansOn = parts.find(([part]) => part === own)?.[1] ?? [];
  if (!leansOn.some((part) => isIn(target, part))) return `${own} imports ${other}`;
  if (isIn(own, 'src/bot') && other.startsWith('src/bot/')) return `${own} imports ${other}`;
  if (own === 'src/handlers' && other === 'src/store' && !typeOnly)
    return 'handlers import more than types of the store';
  return undefined;
}

function fromOutside(path: string, name: string): string | undefined {
  if (isIn(path, 'src/core') && name !== 'zod') return `core imports ${name}`;
  if (/^@microsoft\/teams-ai(\/lib\/?|\/lib\/index(\.js)?)?$/.test(name) && isIn(path, 'src'))
    return 'the index of teams-ai is imported, which loads all of it';
  if (!isIn(path, 'src') && !isIn(path, 'playground')) return undefined;
  const owner = owned.find(([packages]) => packages.test(name))?.[1];
  return owner && !owner.test(path) ? `${name} is imported outside of its own folder` : undefined;
}
