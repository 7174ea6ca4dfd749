/** WeChat's own tools, run over a build. Their places are handed in by `npm test`: see scripts/test-tools/wechat.mjs. */
import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as v from 'valibot';

const ROOT = path.resolve(__dirname, '../..');
export const BUILD = path.join(ROOT, 'dist/weapp-local');
/** A mini-program of three pages: packed in a fraction of the time. */
export const SMALL_APP = path.join(ROOT, 'mini-program-host/fixture');

function fromEnvironment(name: string): string {
  const value = process.env[name];
  if (value === undefined) throw new Error(`${name} is not set: run these tests by npm test`);
  return value;
}

interface Ended {
  readonly code: number | null;
  readonly output: string;
  readonly errors: string;
}

function run(command: string, args: readonly string[], cwd: string): Promise<Ended> {
  const child = spawn(command, args, { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
  const output: Buffer[] = [];
  const errors: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => output.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => errors.push(chunk));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      resolve({ code, output: Buffer.concat(output).toString(), errors: Buffer.concat(errors).toString() });
    });
  });
}

export const filesOf = (folder: string, ...ends: readonly string[]): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => ends.some((end) => file.endsWith(end)))
    .map((file) => file.replaceAll('\\', '/'))
    .sort();

/** What one of the compilers says against its arguments; `null`: nothing. */
export async function compile(tool: 'wcc' | 'wcsc', folder: string, args: readonly string[]): Promise<string | null> {
  const { code, errors } = await run(path.join(fromEnvironment('WECHAT_COMPILERS'), tool), args, folder);
  return code === 0 ? null : errors.trim() || `${tool} ended with ${code ?? 'a signal'}`;
}

/** What WeChat's template compiler says against the templates of a folder; `null`: nothing. */
export const refuseTemplates = (folder: string): Promise<string | null> =>
  compile('wcc', folder, ['-d', ...filesOf(folder, '.wxml', '.wxs').map((file) => `./${file}`)]);

/** A sheet and those that it imports, which the compiler must be given too. */
function withImports(folder: string, file: string): string[] {
  const text = readFileSync(path.join(folder, file), 'utf8');
  const imported = Array.from(text.matchAll(/@import\s+["']([^"']+)["']/g), ([, address = '']) => address);
  return [file, ...imported.map((address) => path.posix.join(path.posix.dirname(file), address))];
}

/** What WeChat's style compiler says against the sheets of a folder, one by one, as WeChat compiles them. */
export async function refuseSheets(folder: string): Promise<readonly string[]> {
  const argsOf = (file: string): string[] => withImports(folder, file).map((each) => `./${each}`);
  const said = await Promise.all(filesOf(folder, '.wxss').map((file) => compile('wcsc', folder, argsOf(file))));
  return said.filter((each) => each !== null);
}

const PackedSchema = v.union([
  v.object({ refusal: v.string() }),
  v.object({
    files: v.array(v.object({ name: v.string(), bytes: v.number() })),
    checks: v.array(
      v.object({ name: v.string(), success: v.boolean(), text: v.string(), detail: v.optional(v.unknown()) }),
    ),
  }),
]);
export type Packed = v.InferOutput<typeof PackedSchema>;

/** What WeChat's packer makes of a build with the project's own settings, or its refusal. */
export async function pack(folder: string): Promise<Packed> {
  const project = mkdtempSync(path.join(tmpdir(), 'quality-month-pack-'));
  try {
    mkdirSync(path.join(project, 'dist'));
    cpSync(folder, path.join(project, 'dist/weapp'), { recursive: true });
    cpSync(path.join(ROOT, 'project.config.json'), path.join(project, 'project.config.json'));
    const script = path.join(__dirname, 'pack.cjs');
    const { output, errors } = await run(process.execPath, [script, fromEnvironment('WECHAT_MODULES'), project], ROOT);
    const line = output.trim().split('\n').at(-1) ?? '';
    if (!line.startsWith('{')) throw new Error(`the packer gave no answer: ${errors}`);
    return v.parse(PackedSchema, JSON.parse(line));
  } finally {
    rmSync(project, { recursive: true, force: true });
  }
}

/** A copy of a mini-program with one fault in it, for one judgement; removed afterwards. */
export async function withFault<T>(
  app: string,
  file: string,
  change: (text: string) => string,
  judge: (folder: string) => Promise<T>,
): Promise<T> {
  const copy = mkdtempSync(path.join(tmpdir(), 'quality-month-fault-'));
  try {
    cpSync(app, copy, { recursive: true });
    const target = path.join(copy, file);
    const before = readFileSync(target, 'utf8');
    const after = change(before);
    if (after === before) throw new Error(`the fault did not get into ${file}`);
    writeFileSync(target, after);
    return await judge(copy);
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}
