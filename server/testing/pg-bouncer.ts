/** PgBouncer in session mode in front of a database, where this machine has it. */
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from './free-port';
import { waitUntil } from './wait-until';

const PLACES = ['/usr/sbin/pgbouncer', '/usr/bin/pgbouncer', '/usr/local/bin/pgbouncer', '/opt/homebrew/bin/pgbouncer'];
const STARTS_MS = 20_000;

export interface PgBouncer {
  readonly port: number;
  readonly stop: () => Promise<void>;
}

const isListening = (port: number): Promise<true | undefined> =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => {
      resolve(undefined);
    });
  });

/** `null`: this machine has none. */
export async function startPgBouncer(databasePort: number): Promise<PgBouncer | null> {
  const program = PLACES.find((place) => existsSync(place));
  if (program === undefined) return null;
  const folder = await mkdtemp(join(tmpdir(), 'quality-month-bouncer-'));
  const port = await freePort();
  const settings = {
    listen_addr: '127.0.0.1',
    listen_port: port,
    unix_socket_dir: '',
    auth_type: 'any',
    pool_mode: 'session',
    default_pool_size: 20,
    server_login_retry: 1,
    ignore_startup_parameters: 'statement_timeout,idle_in_transaction_session_timeout',
  };
  const lines = Object.entries(settings).map(([name, value]) => `${name} = ${value}`);
  const file = join(folder, 'pgbouncer.ini');
  const databases = `[databases]\npostgres = host=127.0.0.1 port=${databasePort} user=postgres\n`;
  await writeFile(file, `${databases}[pgbouncer]\n${lines.join('\n')}\n`);
  const isRoot = process.getuid?.() === 0;
  if (isRoot) {
    chmodSync(folder, 0o755);
    execFileSync('chown', ['-R', 'nobody', folder]);
  }
  const child = spawn(program, [...(isRoot ? ['-u', 'nobody'] : []), file], { cwd: folder, stdio: 'ignore' });
  const closed = once(child, 'close');
  await waitUntil(() => isListening(port), STARTS_MS);
  return {
    port,
    stop: async () => {
      child.kill('SIGQUIT');
      await closed;
      await rm(folder, { recursive: true, force: true });
    },
  };
}
