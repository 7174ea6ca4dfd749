// What tests, benches and pictures need besides Node, found on this machine or fetched from npm.
// TEST_TOOLS=packaged leaves out what the machine has, as a machine with only Node would.
import { prepareChromium } from './chromium.mjs';
import { prepareFonts } from './fonts.mjs';
import { preparePostgres } from './postgres.mjs';
import { endInOrder } from './signals.mjs';

/** A line that says what is missing, in place of a failure to fetch it. */
async function orMissing(what, promise) {
  try {
    return await promise;
  } catch (error) {
    return { missing: `${what}: ${error.message}` };
  }
}

/**
 * `env`: the variables by which tests find the tools; `missing`: one line for each tool that is not to be had;
 * `stop`: ends what was started.
 */
export async function prepareTools() {
  const options = { packagedOnly: process.env.TEST_TOOLS === 'packaged' };
  // One after the other: two downloads at once would mix their progress.
  const chromium = await orMissing('Chromium', prepareChromium(options));
  const fonts = await orMissing('fonts', prepareFonts(options));
  const postgres = await orMissing('PostgreSQL', preparePostgres(options));
  const { missing: noFonts, ...fontSettings } = fonts;
  const stop = postgres.stop ?? (() => Promise.resolve());
  endInOrder(stop);
  return {
    env: {
      ...fontSettings,
      ...(chromium.executable && { CHROMIUM: chromium.executable }),
      ...(postgres.url && { TEST_DATABASE_URL: postgres.url }),
    },
    missing: [chromium.missing, noFonts, postgres.missing].filter((line) => line !== undefined),
    stop,
  };
}
