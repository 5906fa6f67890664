/**
 * Lets a plain Node run the project's TypeScript, for tests that need a process of their own to kill:
 * `node --require test/support/typescript.cjs child.ts`. Types are checked elsewhere.
 */
const Module = require('node:module');
const { transformFileSync } = require('@swc/core');

Module._extensions['.ts'] = (module, file) => {
  const { code } = transformFileSync(file, {
    jsc: { target: 'es2022', parser: { syntax: 'typescript' } },
    module: { type: 'commonjs' },
    sourceMaps: 'inline',
    swcrc: false,
  });
  module._compile(code, file);
};

/** Where a file is loaded when it is needed, it is named as it is in the build. */
const asWritten = Module._resolveFilename;
Module._resolveFilename = (name, ...rest) => {
  try {
    return asWritten(name, ...rest);
  } catch (error) {
    if (!/^\.{1,2}\/.*\.js$/.test(name)) throw error;
    return asWritten(name.slice(0, -'.js'.length), ...rest);
  }
};
