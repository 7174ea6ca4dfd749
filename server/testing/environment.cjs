// Node, with the embedded engine compiled once a worker: V8 shares what it compiled while somebody keeps it.
const { readFileSync } = require('node:fs');
const { TestEnvironment } = require('jest-environment-node');

let kept;

module.exports = class extends TestEnvironment {
  async setup() {
    await super.setup();
    kept ??= WebAssembly.compile(readFileSync(require.resolve('@electric-sql/pglite/pglite.wasm')));
    await kept;
  }
};
