import path from 'node:path';
import { defineConfig, type UserConfigExport } from '@tarojs/cli';
import { NormalModuleReplacementPlugin } from 'webpack';
import { apiBaseOfWeapp } from './api-base';
import production from './prod';
import development from './dev';
import { PreloadPage } from './plugins/preload-page';
import { ReactFirst } from './plugins/react-first';

/** Builds for this machine, which cannot be released. */
const LOCAL_MODES = ['local', 'development'];

/** The browser build asks the server that it came from. */
function apiBaseOf(target: string, mode: string): string {
  const address = process.env.TARO_APP_API_BASE;
  if (target === 'h5') return address ?? '';
  const isRelease = !LOCAL_MODES.includes(mode);
  const found = apiBaseOfWeapp(address, isRelease);
  if (!found.ok) {
    console.error(found.why);
    process.exit(1);
  }
  if (!isRelease)
    console.log(`这个构建只连 ${found.base}，不能上传 / this build asks that address only: do not upload it`);
  return found.base;
}

/** Packages that come in newer JavaScript than the oldest browser of `browserslist` reads; e2e/old-phones.test.ts finds them. */
const isNewer = (file: string): boolean => /[\\/]node_modules[\\/](?:query-string|uqr|@noble)[\\/]/.test(file);

/** Rules and words, shared with the server, beside Taro's own folder of sources. */
const isShared = (file: string): boolean =>
  ['domain', 'words'].some((room) => file.startsWith(path.resolve(__dirname, '..', room) + path.sep));

/** They do nothing while they load, so what no page uses of them is left out, with all that it alone needs. */
const leaveOutUnused = { module: { rule: { inert: { test: isShared, sideEffects: false } } } };

/** What no source names: the picture of forwarded pages, which pages WeChat's search may read, icons of theme.json. */
const weappFiles = (folder: string): { from: string; to: string }[] =>
  ['assets/share.png', 'assets/tab', 'sitemap.json'].map((file) => ({ from: `src/${file}`, to: `${folder}/${file}` }));

/** The picture that index.html and the server's share pages name. */
const browserFiles = (folder: string): { from: string; to: string }[] => [
  { from: 'src/assets/share.png', to: `${folder}/share.png` },
];

export default defineConfig((merge, { mode }) => {
  const target = process.env.TARO_ENV ?? 'weapp';
  // Apart from a release, so that no test run leaves a build for this machine where the upload takes its files from.
  const output = target === 'weapp' && mode !== 'production' ? 'dist/weapp-local' : `dist/${target}`;
  const base: UserConfigExport = {
    projectName: 'quality-month',
    date: '2026-11-23',
    // Sizes are written in real CSS pixels and stay so: text and touch targets must not shrink on a small phone.
    designWidth: 375,
    deviceRatio: { 375: 1, 750: 0.5 },
    sourceRoot: 'src',
    outputRoot: output,
    plugins: [path.resolve(__dirname, 'plugins/aria.ts')],
    defineConstants: {
      API_BASE: JSON.stringify(apiBaseOf(target, mode)),
      LOCATION_OFFERED: JSON.stringify(process.env.TARO_APP_LOCATION === 'on'),
    },
    copy: { patterns: target === 'weapp' ? weappFiles(output) : browserFiles(output), options: {} },
    framework: 'react',
    compiler: { type: 'webpack5', prebundle: { enable: false } },
    // A release is built from its sources alone: webpack's kept modules once gave a mini-program a part without its module.
    cache: { enable: mode === 'development' },
    mini: {
      runtime: { enableInnerHTML: false },
      webpackChain(chain) {
        chain.merge(leaveOutUnused);
        chain
          .plugin('no-html')
          .use(NormalModuleReplacementPlugin, [
            /^\.\/(?:inner-html\/)?parser\.js$/,
            path.resolve(__dirname, 'no-html-parser.ts'),
          ]);
      },
      compile: { include: [isNewer, isShared, path.join(__dirname, 'no-html-parser.ts')] },
      optimizeMainPackage: { enable: true },
      // Collapsing drops `</input>`, and WeChat's compiler refuses a template without it; WeChat compresses by itself.
      minifyXML: { collapseWhitespace: false },
      // This plugin alone carries out `#ifdef`; it leaves every size as it is.
      postcss: { pxtransform: { enable: true, config: { methods: ['platform'] } } },
    },
    h5: {
      // This folder, too: it has what replaces parts of packages.
      compile: { include: [isNewer, isShared, __dirname] },
      publicPath: '/',
      staticDirectory: 'static',
      router: { mode: 'hash' },
      htmlPluginOption: { chunks: ['runtime', 'react', 'app'], chunksSortMode: 'manual' },
      output: { filename: 'js/[name].[contenthash:8].js', chunkFilename: 'js/[name].[contenthash:8].js' },
      miniCssExtractPluginOption: {
        ignoreOrder: true,
        filename: 'css/[name].[contenthash:8].css',
        chunkFilename: 'css/[name].[contenthash:8].css',
      },
      webpackChain(chain) {
        chain.resolve.alias.set('@tarojs/components$', path.resolve(__dirname, 'browser-components.ts'));
        chain.resolve.alias.set('jsonp-retry$', path.resolve(__dirname, 'no-jsonp.ts'));
        chain
          .plugin('browser-clipboard')
          .use(NormalModuleReplacementPlugin, [
            /^\.\/device\/clipboard\.js$/,
            path.resolve(__dirname, 'browser-clipboard.ts'),
          ]);
        chain.module.strictExportPresence(true);
        chain.merge(leaveOutUnused);
        // Most visits begin at home: one round trip fewer before anything is seen.
        chain.entry('app').add(path.resolve(__dirname, '../src/pages/home/index.tsx'));
        chain.plugin('react-first').use(ReactFirst);
        if (mode === 'production') chain.plugin('preload-page').use(PreloadPage);
        // It knows every file's name, and would give React's a new one with each release.
        chain.optimization.runtimeChunk({ name: 'runtime' });
        // What several screens share is fetched and parsed once, not once a screen.
        chain.optimization.splitChunks({
          chunks: 'all',
          minSize: 12_000,
          maxInitialRequests: 6,
          maxAsyncRequests: 6,
          cacheGroups: {
            defaultVendors: false,
            default: { minChunks: 2, reuseExistingChunk: true },
          },
        });
      },
      postcss: {
        autoprefixer: { enable: true, config: {} },
        pxtransform: { enable: false, config: {} },
      },
    },
  };
  return merge({}, base, mode === 'development' ? development : production);
});
