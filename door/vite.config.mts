/** Builds the page of the door into dist/door; scripts/build-door.mjs runs it. */

import { defineConfig } from 'vite';

export default defineConfig({
  root: import.meta.dirname,
  base: '/door/',
  build: {
    outDir: '../dist/door',
    emptyOutDir: true,
    target: ['chrome85', 'edge85', 'firefox78', 'safari14'],
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
  },
});
