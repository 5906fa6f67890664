/** Tests run straight from TypeScript; types are checked by `tsc` beside them. */
module.exports = {
  testEnvironment: 'node',
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.ts'],
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        jsc: { target: 'es2022', parser: { syntax: 'typescript' } },
        module: { type: 'commonjs' },
        sourceMaps: 'inline',
      },
    ],
  },
  testSequencer: '<rootDir>/test/support/longest-first.cjs',
  setupFiles: ['<rootDir>/test/support/channel-keys.ts'],
  globalSetup: '<rootDir>/test/support/before-all.ts',
  globalTeardown: '<rootDir>/test/support/after-all.ts',
  // Where a file is loaded when it is needed, it is named as it is in the build.
  moduleNameMapper: {
    '^(\\.{1,2}/.*)\\.js$': '$1',
    '^\\./thread-path$': '<rootDir>/test/support/thread-path.ts',
    '^\\./drawing-path$': '<rootDir>/test/support/drawing-path.ts',
  },
  // Stories mostly wait, for a clock that is looked at or a chat that takes one message a second: two cores carry four of them.
  maxWorkers: 4,
  // A limit for what hangs, not for what is slow: build machines are three times slower than a desk.
  testTimeout: 90_000,
};
