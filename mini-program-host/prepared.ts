/**
 * What every launch of a build needs, made once for all tests of a run: the host as one script, and the build compiled.
 * A process that nobody has handed it makes its own.
 */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { CompiledApp } from './compile';

export interface Prepared {
  readonly host: string;
  readonly app: CompiledApp;
}

/** Where the file is; the tests' own processes are handed it. */
const PLACE = 'QUALITY_MONTH_ENGINE_FILE';

let host: Promise<string> | undefined;

async function bundle(): Promise<string> {
  const { build } = await import('esbuild');
  const result = await build({
    entryPoints: [path.join(__dirname, 'host.ts')],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'chrome120',
    sourcemap: 'inline',
    logLevel: 'silent',
  });
  return result.outputFiles[0]?.text ?? '';
}

/** The compilers are loaded only by a process that has to make something. */
async function make(folder: string): Promise<Prepared> {
  const { compileApp } = await import('./compile');
  const app = compileApp(folder);
  host ??= bundle();
  return { host: await host, app };
}

const known = new Map<string, Prepared>();

function readKept(): Prepared | undefined {
  const file = process.env[PLACE];
  return file === undefined ? undefined : (JSON.parse(readFileSync(file, 'utf8')) as Prepared);
}

/** A build does not change while it is tested. Throws where WeChat would refuse it. */
export async function prepare(folder: string): Promise<Prepared> {
  if (known.size === 0) {
    const kept = readKept();
    if (kept) {
      known.set(kept.app.folder, kept);
      host = Promise.resolve(kept.host);
    }
  }
  const prepared = known.get(folder) ?? (await make(folder));
  known.set(folder, prepared);
  return prepared;
}

export async function keepPrepared(folder: string): Promise<void> {
  const file = path.join(tmpdir(), `quality-month-engine-${process.pid}.json`);
  writeFileSync(file, JSON.stringify(await prepare(folder)));
  process.env[PLACE] = file;
}

export function removePrepared(): void {
  const file = process.env[PLACE];
  if (file !== undefined) rmSync(file, { force: true });
  Reflect.deleteProperty(process.env, PLACE);
}
