/** Builds the organisers' console into dist/console; scripts/build-console.mjs runs it. */
import path from 'node:path';
import { defineConfig } from 'vite';

const root = path.resolve(__dirname);

export default defineConfig({
  root,
  base: '/console/',
  build: {
    outDir: path.resolve(root, '../dist/console'),
    emptyOutDir: true,
    // The browsers of package.json's browserslist that antd supports too.
    target: ['chrome85', 'edge85', 'firefox78', 'safari14'],
    assetsInlineLimit: 0,
    manifest: true,
    reportCompressedSize: false,
  },
  html: { cspNonce: '__NONCE__' },
});
