// Strict types, and the direction of imports: pages, packages → features → blocks → sync, ui, i18n → platform → domain ← server.
import importX from 'eslint-plugin-import-x';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

const forbid = (target, from, message, except = []) => ({ target, from, except, message });
const layers = [
  forbid('./src/domain', './src/!(domain)/**/*', 'domain imports nothing of ours'),
  forbid('./src/platform', './src/!(platform|domain)/**/*', 'platform imports domain only'),
  forbid('./src/sync', './src/!(sync|platform|domain)/**/*', 'sync imports platform and domain only'),
  forbid('./src/i18n', './src/!(i18n|domain)/**/*', 'i18n imports domain only'),
  forbid('./src/ui', './src/!(ui|i18n|platform|domain)/**/*', 'ui knows no feature and no store'),
  forbid('./src/blocks', './src/{features,pages,packages}/**/*', 'blocks do not know who uses them'),
  forbid('./src/features', './src/{pages,packages}/**/*', 'features do not know where they are shown'),
  forbid('./server', './src/!(domain)/**/*', 'the server shares only the domain'),
  forbid('./src', './server', 'the phone knows the server by its API only'),
  forbid('./src', './{e2e,bench}', 'the app does not know its tests'),
  forbid('./server', './{e2e,bench}', 'the server does not know its tests'),
];
const features = [
  'calendar',
  'sign-up',
  'nearby',
  'slogans',
  'complaint-12315',
  'inbox',
  'home',
  'event',
  'programme',
  'region',
  'settings',
  'tickets',
  'privacy',
];
const apart = features.map((name) =>
  forbid(`./src/features/${name}`, './src/features', 'features never import each other', [`./${name}`]),
);

const noDateParsing = [
  {
    selector:
      "NewExpression[callee.name='Date'][arguments.length>0], MemberExpression[object.name='Date'][property.name='parse']",
    message: 'Times are epoch milliseconds; parse and format them with src/domain/time.ts.',
  },
];

export default tseslint.config(
  { ignores: ['dist/', 'node_modules/', 'data/', 'coverage/', 'e2e/engine/fixture/', 'src/domain/region-data.ts'] },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
  },
  {
    files: ['**/*.mjs', '**/*.js'],
    languageOptions: { globals: { process: 'readonly', console: 'readonly', module: 'writable', require: 'readonly' } },
  },
  {
    files: ['**/*.{ts,tsx}'],
    plugins: { 'import-x': importX, 'react-hooks': reactHooks },
    settings: {
      'import-x/resolver-next': [importX.createNodeResolver({ extensions: ['.ts', '.tsx', '.js', '.json'] })],
    },
    rules: {
      'import-x/no-restricted-paths': ['error', { zones: [...layers, ...apart], basePath: import.meta.dirname }],
      'import-x/no-cycle': ['error', { ignoreExternal: true }],
      'react-hooks/rules-of-hooks': 'error',
      'react-hooks/exhaustive-deps': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/explicit-module-boundary-types': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      'no-restricted-syntax': ['error', ...noDateParsing],
    },
  },
  {
    files: ['src/**/*.{ts,tsx}'],
    ignores: ['src/platform/**', 'src/app.config.ts', '**/*.test.*'],
    rules: {
      'no-restricted-imports': [
        'error',
        { paths: [{ name: '@tarojs/taro', message: 'Only src/platform talks to the phone.' }] },
      ],
    },
  },
  // Typed by `Shot`; the rule does not see that within a list.
  { files: ['e2e/shots/*.ts'], rules: { '@typescript-eslint/explicit-module-boundary-types': 'off' } },
  { files: ['src/domain/time.ts', '**/*.test.ts', '**/*.test.tsx'], rules: { 'no-restricted-syntax': 'off' } },
);
