import { defineConfig } from '@tarojs/cli';

/** The yardstick for size: Taro's own starting point with React, nothing added, built as the app is. */
export default defineConfig({
  projectName: 'empty',
  date: '2026-11-23',
  designWidth: 375,
  deviceRatio: { 375: 1, 750: 0.5 },
  sourceRoot: 'src',
  outputRoot: 'dist',
  framework: 'react',
  compiler: { type: 'webpack5', prebundle: { enable: false } },
  mini: { optimizeMainPackage: { enable: true }, minifyXML: { collapseWhitespace: true } },
});
