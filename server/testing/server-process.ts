/** A real server process on a port of its own choosing. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { TOKEN } from './app';
import { builtProgram } from './built-server';

const ADDRESS = /^质量月 (http:\S+)$/m;
const ROOT = join(__dirname, '../..');
/** The key of `SEALER`, as a setting. */
export const PII_KEYS = `test:${Buffer.alloc(32, 1).toString('base64')}`;

export interface ServerProcess {
  readonly url: string;
  readonly pid: number;
  readonly kill: (signal: NodeJS.Signals) => void;
  /** The exit code, or the signal that ended it. */
  readonly ended: Promise<number | NodeJS.Signals | null>;
  /** All that it said so far. */
  readonly output: () => string;
}

export interface EndedProcess {
  readonly ended: number | NodeJS.Signals | null;
  readonly output: string;
}

interface Launched {
  readonly pid: number;
  readonly kill: (signal: NodeJS.Signals) => void;
  readonly address: Promise<string | null>;
  readonly ended: Promise<number | NodeJS.Signals | null>;
  readonly output: () => string;
}

const running = new Set<ChildProcess>();

/** Whatever a test left running, in whichever way it ended. */
export async function killServers(): Promise<void> {
  await Promise.all(
    [...running].map(async (child) => {
      child.kill('SIGKILL');
      await once(child, 'close');
    }),
  );
}

function launch(environment: Readonly<Record<string, string>>, command: readonly string[]): Launched {
  const settings = {
    // Jest's own, of which the server is to know nothing.
    NODE_OPTIONS: '',
    NODE_ENV: '',
    HOST: '127.0.0.1',
    PORT: '0',
    PUBLISHER_TOKEN: TOKEN,
    RATE_LIMIT: 'off',
    LOG_LEVEL: 'warn',
    SAMPLE: 'off',
  };
  const child = spawn(process.execPath, command, {
    cwd: ROOT,
    env: { ...process.env, ...settings, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.add(child);
  let output = '';
  const ended = new Promise<number | NodeJS.Signals | null>((resolve) => {
    child.on('close', (code, signal) => {
      running.delete(child);
      resolve(signal ?? code);
    });
  });
  const address = new Promise<string | null>((resolve) => {
    const listen = (text: Buffer): void => {
      output += text.toString();
      const url = ADDRESS.exec(output)?.[1];
      if (url !== undefined) resolve(url);
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    void ended.then(() => {
      resolve(null);
    });
  });
  return { pid: child.pid ?? 0, kill: (signal) => child.kill(signal), address, ended, output: () => output };
}

/** Resolves once it serves; throws with what it said if it ended instead. */
export async function startServer(
  environment: Readonly<Record<string, string>>,
  command: readonly string[] = [builtProgram('server')],
): Promise<ServerProcess> {
  const { address, output, ...launched } = launch(environment, command);
  const url = await address;
  if (url === null) throw new Error(`the server did not start: ${output()}`);
  return { url, output, ...launched };
}

/** For a start that is expected to fail. */
export async function runServer(environment: Readonly<Record<string, string>>): Promise<EndedProcess> {
  const { address, ended, output, kill } = launch(environment, [builtProgram('server')]);
  if ((await address) !== null) kill('SIGKILL');
  return { ended: await ended, output: output() };
}
