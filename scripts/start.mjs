// `npm start`: the real bot when a chat platform is set up, else the playground. Before dependencies are installed only Node's own
// modules may be imported, and an old Node may lack even some of those.
const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`This needs Node 20.19 or newer; here is ${process.versions.node}. See https://nodejs.org`);
  process.exit(1);
}

const { spawn } = await import('node:child_process');
const { existsSync, readFileSync } = await import('node:fs');
const { join } = await import('node:path');
const { parseEnv } = await import('node:util');
const { ensureBuilt, ensureInstalled, root } = await import('./prepare.mjs');

const settings = {
  ...(existsSync('.env') ? parseEnv(readFileSync('.env', 'utf8')) : {}),
  ...process.env,
};
const isReal =
  settings.NODE_ENV === 'production' || Object.keys(settings).some((name) => /^(SLACK|TEAMS)_/.test(name));

await ensureInstalled();
await ensureBuilt();

// The channel tells the playground when this process is gone, however it went.
const child = spawn(
  process.execPath,
  ['--enable-source-maps', join(root, 'dist', isReal ? 'src' : 'playground', 'main.js')],
  {
    stdio: isReal ? 'inherit' : ['inherit', 'inherit', 'inherit', 'ipc'],
    env: isReal ? process.env : settings,
  },
);

// From a terminal the whole group gets the signal, the child too; a second one does no harm.
let told = false;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
  process.on(signal, () => {
    told = true;
    child.kill(signal);
  });

child.on('error', (error) => {
  console.error(`The ${isReal ? 'bot' : 'playground'} could not be started: ${error.message}`);
  process.exit(1);
});
child.on('exit', (code, signal) => {
  if (signal && !told)
    console.error(`The ${isReal ? 'bot' : 'playground'} was ended from outside (${signal}).`);
  else if (code && !told)
    console.error(`The ${isReal ? 'bot' : 'playground'} ended; what stands above says why.`);
  process.exit(code ?? (told ? 0 : 1));
});
