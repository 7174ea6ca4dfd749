// What tests get for `playwright-core`; see environment.cjs.
module.exports = globalThis.playwrightOfWorker;
