/**
 * The server as one file of JavaScript, made once for all tests of a run: they start it about a hundred times, and each
 * time a third of the work was to compile the same TypeScript. Packages are loaded from where they are.
 */
import { readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { build, type Plugin } from 'esbuild';

const ROOT = join(__dirname, '../..');
/** Where the file is; the tests' own processes are handed it. */
const PLACE = 'QUALITY_MONTH_SERVER_FILE';

/** Content, migrations and the browser app are found from where the code was, not from where the one file is. */
const atHome: Plugin = {
  name: 'at home',
  setup: (esbuild) => {
    esbuild.onLoad({ filter: /\.ts$/ }, ({ path }) => {
      const source = readFileSync(path, 'utf8');
      if (!source.includes('__dirname')) return undefined;
      return { loader: 'ts', contents: `const __dirname = ${JSON.stringify(dirname(path))};${source}` };
    });
  },
};

export async function makeServerFile(): Promise<void> {
  if (process.env[PLACE] !== undefined) return;
  // Below node_modules, so that it finds the packages.
  const outfile = join(ROOT, `node_modules/.cache/quality-month/server-${process.pid}.js`);
  await build({
    absWorkingDir: ROOT,
    entryPoints: ['server/main.ts'],
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    packages: 'external',
    plugins: [atHome],
    logLevel: 'warning',
  });
  process.env[PLACE] = outfile;
}

export function removeServerFile(): void {
  const file = process.env[PLACE];
  if (file === undefined) return;
  rmSync(file, { force: true });
  Reflect.deleteProperty(process.env, PLACE);
}

/** What Node is to run: the one file, or the source where nobody made one. */
export function serverArguments(): string[] {
  const file = process.env[PLACE];
  return file === undefined ? ['--import', 'tsx', 'server/main.ts'] : [file];
}
