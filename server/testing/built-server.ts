/** The server as production runs it. Jest's global setups build it before any test starts, unless it is current. */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

const ROOT = join(__dirname, '../..');

export function buildServer(): void {
  execFileSync(process.execPath, [join(ROOT, 'scripts/build-server.mjs')], { stdio: 'inherit' });
}

export const builtProgram = (name: 'server' | 'feed' | 'new-epoch' | 'organisation' | 'audit'): string =>
  join(ROOT, 'dist', `${name}.js`);
