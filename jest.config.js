// Rules and shared code (node), components (jsdom), the server on real databases, the built app in a browser, and the
// mini-program's build under WeChat's own tools.
const babel = {
  '^.+\\.tsx?$': [
    'babel-jest',
    {
      configFile: false,
      babelrc: false,
      presets: [
        ['@babel/preset-env', { targets: { node: 'current' } }],
        ['@babel/preset-react', { runtime: 'automatic' }],
        '@babel/preset-typescript',
      ],
    },
  ],
};

const base = {
  rootDir: __dirname,
  transform: babel,
  moduleFileExtensions: ['ts', 'tsx', 'js', 'json'],
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/data/', '<rootDir>/.cache/'],
};

/** @type {import('jest').Config} */
module.exports = {
  testSequencer: '<rootDir>/scripts/longest-first.js',
  projects: [
    {
      ...base,
      displayName: 'unit',
      testEnvironment: 'node',
      testMatch: ['domain', 'src', 'config', 'scripts', 'bench'].map((folder) => `<rootDir>/${folder}/**/*.test.ts`),
      globals: { API_BASE: '', LOCATION_OFFERED: false },
      moduleNameMapper: { '^@tarojs/taro$': '<rootDir>/src/platform/taro-double.ts' },
    },
    {
      ...base,
      displayName: 'component',
      testEnvironment: 'jsdom',
      testMatch: ['<rootDir>/src/**/*.test.tsx'],
      globals: { API_BASE: '', LOCATION_OFFERED: false },
      moduleNameMapper: {
        '^@tarojs/taro$': '<rootDir>/src/platform/taro-double.ts',
        '^@tarojs/components$': '<rootDir>/src/ui/components-double.tsx',
        '\\.(scss|png|svg)$': '<rootDir>/src/ui/asset-double.ts',
      },
    },
    {
      ...base,
      displayName: 'console',
      testEnvironment: '<rootDir>/console/testing/environment.cjs',
      testMatch: ['console', 'words'].map((folder) => `<rootDir>/${folder}/**/*.test.{ts,tsx}`),
      setupFilesAfterEnv: ['<rootDir>/console/testing/browser.ts'],
    },
    {
      ...base,
      displayName: 'server',
      testEnvironment: 'node',
      testMatch: ['<rootDir>/server/**/*.test.ts'],
      globalSetup: '<rootDir>/server/testing/global-setup.ts',
      setupFilesAfterEnv: ['<rootDir>/e2e/setup.js'],
    },
    {
      ...base,
      displayName: 'e2e',
      testEnvironment: 'node',
      testMatch: ['<rootDir>/e2e/**/*.test.ts'],
      testPathIgnorePatterns: ['<rootDir>/e2e/wechat/'],
      // Pictures are read a pixel at a time, and in Jest's sandbox a global is ten times slower than handed in.
      sandboxInjectedGlobals: ['Math', 'Number', 'Array', 'Uint8Array', 'Uint8ClampedArray', 'Buffer'],
      globalSetup: '<rootDir>/e2e/global-setup.ts',
      globalTeardown: '<rootDir>/e2e/global-teardown.ts',
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
