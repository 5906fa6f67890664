import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A project with one source, and a compiler that takes its time and notes what it does. */
const compiler = `
const { appendFileSync, mkdirSync, writeFileSync } = require('node:fs');
appendFileSync('compiled', 'begins\\n');
setTimeout(() => {
  mkdirSync('dist/src', { recursive: true });
  writeFileSync('dist/src/main.js', '');
  appendFileSync('compiled', 'ends\\n');
}, 400);
`;
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'benefits-build-'));
  for (const name of ['src', 'scripts', 'node_modules/typescript/bin'])
    mkdirSync(join(folder, name), { recursive: true });
  for (const name of ['prepare.mjs', 'build.mjs'])
    cpSync(join(__dirname, '../../scripts', name), join(folder, 'scripts', name));
  writeFileSync(join(folder, 'src/main.ts'), '');
  writeFileSync(join(folder, 'node_modules/typescript/bin/tsc'), compiler);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const ended = (child: ChildProcess) => new Promise<number | null>((done) => child.on('close', done));
const builds = () => ended(spawn(process.execPath, [join(folder, 'scripts/build.mjs')], { cwd: folder }));
const compiled = () => readFileSync(join(folder, 'compiled'), 'utf8').trim().split('\n');

test('several who build at once build once, and each ends when all is there', async () => {
  const told = await Promise.all(
    [1, 2, 3].map(async () => ({ code: await builds(), found: compiled().at(-1) })),
  );
  expect(told).toEqual(Array(3).fill({ code: 0, found: 'ends' }));
  expect(compiled()).toEqual(['begins', 'ends']);
});

test('whoever was killed while building is in nobody’s way', async () => {
  const gone = spawn(process.execPath, ['--version']);
  await ended(gone);
  mkdirSync(join(folder, 'dist'));
  writeFileSync(join(folder, 'dist/.building'), String(gone.pid));
  expect(await builds()).toBe(0);
  expect(compiled()).toEqual(['begins', 'ends']);
});

test('what does not compile is no build, and the next one tries again', async () => {
  writeFileSync(join(folder, 'node_modules/typescript/bin/tsc'), 'process.exit(2)');
  expect(await builds()).toBe(2);
  writeFileSync(join(folder, 'node_modules/typescript/bin/tsc'), compiler);
  expect(await builds()).toBe(0);
});
