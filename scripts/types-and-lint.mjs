// Types and lint in one process: both ask the same program about types, which takes longest to make.
// It prints what is wrong, and nothing else.
import path from 'node:path';
import { ESLint } from 'eslint';
import ts from 'typescript';
import { root } from './sources.mjs';

const PROJECTS = ['tsconfig.json', 'config/phones/tsconfig.json'];

/** What the projects share is read and parsed once. */
const parsed = new Map();
function hostOf(options) {
  const host = ts.createCompilerHost(options);
  const read = host.getSourceFile.bind(host);
  host.getSourceFile = (file, ...rest) => {
    if (!parsed.has(file)) parsed.set(file, read(file, ...rest));
    return parsed.get(file);
  };
  return host;
}

function programOf(file) {
  const { config, error } = ts.readConfigFile(path.join(root, file), ts.sys.readFile);
  if (error !== undefined) return { faults: [error] };
  const folder = path.dirname(path.join(root, file));
  const { fileNames, options, errors } = ts.parseJsonConfigFileContent(config, ts.sys, folder);
  const program = ts.createProgram({ rootNames: fileNames, options, host: hostOf(options) });
  return { program, faults: [...errors, ...ts.getPreEmitDiagnostics(program)] };
}

const projects = PROJECTS.map(programOf);
const programs = projects.map(({ program }) => program).filter((program) => program !== undefined);
const faults = ts.sortAndDeduplicateDiagnostics(projects.flatMap((project) => project.faults));
if (faults.length > 0) {
  const format = { getCanonicalFileName: (name) => name, getCurrentDirectory: () => root, getNewLine: () => '\n' };
  console.log(ts.formatDiagnostics(faults, format));
}

const eslint = new ESLint({
  cwd: root,
  overrideConfig: {
    files: ['**/*.{ts,tsx}'],
    languageOptions: { parserOptions: { projectService: false, programs } },
  },
});
const results = await eslint.lintFiles(['.']);
const formatter = await eslint.loadFormatter('stylish');
const text = await formatter.format(results);
if (text !== '') console.log(text);
const isClean = results.every(({ errorCount, fatalErrorCount }) => errorCount + fatalErrorCount === 0);
process.exitCode = isClean && faults.length === 0 ? 0 : 1;
