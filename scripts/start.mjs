// `npm start`: from a fresh checkout to a running server. The server runs in this very process, so that a signal
// to it reaches the server.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const { engines } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
const [, least] = /(\d+\.\d+)/.exec(engines.node);

const [major, minor] = process.versions.node.split('.').map(Number);
const [leastMajor, leastMinor] = least.split('.').map(Number);
if (major < leastMajor || (major === leastMajor && minor < leastMinor)) {
  console.error(`需要 Node ${least} 或更高版本，当前是 ${process.versions.node} / Node ${least} or newer is needed`);
  process.exit(1);
}

// npm runs this in a shell that dies of a signal without passing it on: a server that lost that shell was told to stop.
if (process.env.npm_lifecycle_event !== undefined) {
  const shell = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === shell) return;
    clearInterval(watch);
    process.kill(process.pid, 'SIGTERM');
  }, 200).unref();
}

try {
  const { buildH5IfChanged } = await import('./build-h5.mjs');
  const { buildConsoleIfChanged } = await import('./build-console.mjs');
  const { buildDoorIfChanged } = await import('./build-door.mjs');
  // Console and door are built in the shadow of the app, which takes several times as long.
  await Promise.all([buildH5IfChanged(), buildConsoleIfChanged().then(buildDoorIfChanged)]);
  const { buildServerIfChanged } = await import('./build-server.mjs');
  await buildServerIfChanged();
} catch (error) {
  console.error(`构建失败 / the build failed: ${error.message}`);
  process.exit(1);
}

require('../dist/server.js');
