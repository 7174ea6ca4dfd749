// Node, with the one Playwright of the worker: read by each test file again, it takes longer than many a test, and in
// Jest's sandbox it runs slower.
const { TestEnvironment } = require('jest-environment-node');
const playwright = require('playwright-core');

module.exports = class extends TestEnvironment {
  async setup() {
    await super.setup();
    this.global.playwrightOfWorker = playwright;
  }
};
