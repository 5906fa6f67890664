import { textOf } from './files';

type Packages = Record<string, string>;
interface Manifest {
  dependencies: Packages;
  devDependencies: Packages;
  optionalDependencies: Packages;
}
interface Entry extends Partial<Manifest> {
  version?: string;
  resolved?: string;
  integrity?: string;
  link?: boolean;
}

const manifest: Manifest = JSON.parse(textOf('package.json'));
const lock: Record<string, Entry> = JSON.parse(textOf('package-lock.json')).packages;
const kinds = ['dependencies', 'devDependencies', 'optionalDependencies'] as const;
const wanted = kinds.flatMap((kind) => Object.entries(manifest[kind]));

/** What is wrong with an entry of the lock file, in words. */
function wrongWith(path: string, { resolved, integrity, link, version }: Entry): string[] {
  const isOurs =
    path === '' || path.startsWith('stubs/') || (link === true && /^stubs\//.test(resolved ?? ''));
  const wrong: string[] = [];
  if (!isOurs && !/^sha512-[A-Za-z0-9+/]{86}==$/.test(integrity ?? '')) wrong.push('has no checksum');
  if (!isOurs && !/^\d+\.\d+\.\d+/.test(version ?? '')) wrong.push('has no version');
  // Whoever installs takes it from their own registry; the checksum says that it is the same.
  if (!isOurs && resolved !== undefined && !resolved.startsWith('https://registry.npmjs.org/'))
    wrong.push('comes from elsewhere');
  return wrong.map((what) => `${path} ${what}`);
}

test('every package has a checksum, and none names the registry of one workplace', () => {
  expect(Object.keys(lock).length).toBeGreaterThan(400);
  expect(Object.entries(lock).flatMap(([path, entry]) => wrongWith(path, entry))).toEqual([]);
});

test.each<[Entry, string]>([
  [{ version: '1.0.0' }, 'x has no checksum'],
  [{ version: '1.0.0', integrity: 'sha1-abc=' }, 'x has no checksum'],
  [
    { version: '1.0.0', integrity: `sha512-${'a'.repeat(86)}==`, resolved: 'http://mirror.local/x.tgz' },
    'x comes from elsewhere',
  ],
])('a bad entry is found: %j', (entry, sentence) => {
  expect(wrongWith('x', entry)).toEqual([sentence]);
});

test('package.json names exact versions, and the lock file has just those', () => {
  for (const [name, version] of wanted) {
    expect([name, version]).toEqual([
      name,
      expect.stringMatching(/^(\d+\.\d+\.\d+(-[\w.]+)?|file:stubs\/[\w-]+)$/),
    ]);
    const entry = lock[`node_modules/${name}`];
    expect([name, entry?.link ? `file:${entry.resolved}` : entry?.version]).toEqual([name, version]);
  }
  for (const kind of kinds) expect(lock['']?.[kind]).toEqual(manifest[kind]);
});

test('installing runs no script of a package, and .npmrc holds no secret', () => {
  expect(textOf('.npmrc')).toMatch(/^ignore-scripts=true$/m);
  expect(textOf('.npmrc')).toMatch(/^save-exact=true$/m);
  expect(textOf('.npmrc')).not.toMatch(/registry|token|auth=|_password/i);
});
