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
  globalSetup: '<rootDir>/test/support/before-all.ts',
  globalTeardown: '<rootDir>/test/support/after-all.ts',
  // Where a file is loaded when it is needed, it is named as it is in the build.
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  // Stories wait for the network, the database and processes: on two cores two workers share them best.
  maxWorkers: 2,
  testTimeout: 30_000,
};
