/** Builds the organisers' console into dist/console; scripts/build-console.mjs runs it. */

import { defineConfig } from 'vite';

const root = import.meta.dirname;

export default defineConfig({
  root,
  base: '/console/',
  build: {
    outDir: '../dist/console',
    emptyOutDir: true,
    // The browsers of package.json's browserslist that antd supports too.
    target: ['chrome85', 'edge85', 'firefox78', 'safari14'],
    assetsInlineLimit: 0,
    manifest: true,
    reportCompressedSize: false,
    // What counts is held by scripts/console-budget.mjs.
    chunkSizeWarningLimit: 1_000,
    rolldownOptions: {
      onLog(level, log, handle) {
        // antd's "use client" is for servers that render; there is none here.
        if (log.code !== 'MODULE_LEVEL_DIRECTIVE') handle(level, log);
      },
    },
  },
  html: { cspNonce: '__NONCE__' },
});
