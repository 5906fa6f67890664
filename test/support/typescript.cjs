/**
 * Lets a plain Node run the project's TypeScript, for tests that need a process of their own to kill:
 * `node --require test/support/typescript.cjs child.ts`. Types are checked elsewhere.
 */
const { transformFileSync } = require('@swc/core');

require('node:module')._extensions['.ts'] = (module, file) => {
  const { code } = transformFileSync(file, {
    jsc: { target: 'es2022', parser: { syntax: 'typescript' } },
    module: { type: 'commonjs' },
    sourceMaps: 'inline',
    swcrc: false,
  });
  module._compile(code, file);
};
