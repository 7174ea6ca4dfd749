// Rules and shared code (node), components (jsdom), the server on real databases, the mini-program's host on a small app,
// the built app in a browser, and the mini-program's build under WeChat's own tools.

/** Takes the types off; the rest stays as written, since tests run on the very Node that runs what they test. */
const stripTypes = (tsx) => [
  '@swc/jest',
  {
    swcrc: false,
    jsc: {
      target: 'es2022',
      parser: { syntax: 'typescript', tsx },
      transform: { react: { runtime: 'automatic' } },
    },
  },
];

const base = {
  rootDir: __dirname,
  transform: {
    '\\.ts$': stripTypes(false),
    '\\.tsx$': stripTypes(true),
    'node_modules/@noble/.+\\.js$': stripTypes(false),
  },
  // They come as ES modules only, which Jest's `require` does not read.
  transformIgnorePatterns: ['/node_modules/(?!@noble/)'],
  moduleFileExtensions: ['ts', 'tsx', 'js', 'json'],
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/data/', '<rootDir>/.cache/'],
};

const inBrowser = {
  testEnvironment: '<rootDir>/mini-program-host/environment.cjs',
  moduleNameMapper: { '^playwright-core$': '<rootDir>/mini-program-host/playwright.cjs' },
};

/** @type {import('jest').Config} */
module.exports = {
  testSequencer: '<rootDir>/scripts/longest-first.js',
  // What a file leaves in a worker is not given back: at gigabytes, collecting garbage takes longer than the tests.
  workerIdleMemoryLimit: '600MB',
  projects: [
    {
      ...base,
      displayName: 'unit',
      testEnvironment: 'node',
      testMatch: ['domain', 'words', 'src', 'door', 'config', 'scripts', 'bench'].map(
        (folder) => `<rootDir>/${folder}/**/*.test.ts`,
      ),
      globals: { API_BASE: '', LOCATION_OFFERED: false },
      moduleNameMapper: { '^@tarojs/taro$': '<rootDir>/src/testing/fake-taro.ts' },
    },
    {
      ...base,
      displayName: 'component',
      testEnvironment: 'jsdom',
      testMatch: ['src', 'door'].map((folder) => `<rootDir>/${folder}/**/*.test.tsx`),
      globals: { API_BASE: '', LOCATION_OFFERED: false },
      moduleNameMapper: {
        '^@tarojs/taro$': '<rootDir>/src/testing/fake-taro.ts',
        '^@tarojs/components$': '<rootDir>/src/testing/fake-components.tsx',
        '\\.(scss|png|svg|wasm\\?url)$': '<rootDir>/src/testing/fake-asset.ts',
      },
    },
    {
      ...base,
      displayName: 'console',
      testEnvironment: '<rootDir>/console/testing/environment.cjs',
      testMatch: ['<rootDir>/console/**/*.test.{ts,tsx}'],
      setupFilesAfterEnv: ['<rootDir>/console/testing/browser.ts'],
    },
    {
      ...base,
      displayName: 'server',
      testEnvironment: '<rootDir>/server/testing/environment.cjs',
      testMatch: ['<rootDir>/server/**/*.test.ts'],
      globalSetup: '<rootDir>/server/testing/global-setup.ts',
      setupFilesAfterEnv: ['<rootDir>/e2e/setup.js'],
    },
    {
      ...base,
      ...inBrowser,
      displayName: 'host',
      testMatch: ['<rootDir>/mini-program-host/**/*.test.ts'],
      setupFilesAfterEnv: ['<rootDir>/e2e/setup.js'],
    },
    {
      ...base,
      ...inBrowser,
      displayName: 'e2e',
      testMatch: ['<rootDir>/e2e/**/*.test.ts'],
      testPathIgnorePatterns: ['<rootDir>/e2e/wechat/'],
      // Pictures are read a pixel at a time, and in Jest's sandbox a global is ten times slower than handed in.
      sandboxInjectedGlobals: ['Math', 'Number', 'Array', 'Uint8Array', 'Uint8ClampedArray', 'Buffer'],
      globalSetup: '<rootDir>/e2e/global-setup.ts',
      globalTeardown: '<rootDir>/e2e/global-teardown.ts',
      setupFiles: ['<rootDir>/e2e/clock.cjs'],
      setupFilesAfterEnv: ['<rootDir>/e2e/setup.js'],
    },
    {
      ...base,
      displayName: 'wechat',
      testEnvironment: 'node',
      testMatch: ['<rootDir>/e2e/wechat/**/*.test.ts'],
      setupFilesAfterEnv: ['<rootDir>/e2e/setup.js'],
    },
  ],
};
