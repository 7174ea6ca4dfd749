import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { join, posix } from 'node:path';
import { TmplGroup } from 'glass-easel-template-compiler';
import { browserOnly, injectedNames } from './builtin';
import { appJsonProblems } from './checks/app-json';
import { fileProblems } from './checks/build';
import { propertyClassIn } from './checks/script';
import type { AppConfig, ComponentConfig, Manifest } from './manifest';
import type { Themes } from './theme';
import { compileSheet } from './wxss';

export interface CompiledApp {
  folder: string;
  manifest: Manifest;
  /** One style sheet for the whole app, each page's part scoped to that page. */
  styles: string;
  /** A script that registers every template. */
  templates: string;
  /** A script for each package that defines its modules without running them. */
  packages: Record<string, string>;
}

interface CompileNote {
  isError: boolean;
  level: string;
  message: string;
  path: string;
  startLine: number;
  startColumn: number;
}

const withoutExtension = (path: string): string => path.replace(/\.[^./]+$/, '');

function listFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      posix.normalize(
        join(entry.parentPath, entry.name)
          .slice(folder.length + 1)
          .replaceAll('\\', '/'),
      ),
    )
    .sort();
}

/** Reads a mini-program's build and prepares it for the browser. What WeChat's tools would refuse is refused here. */
export function compileApp(folder: string): CompiledApp {
  if (!existsSync(join(folder, 'app.json'))) throw new Error(`${folder} is no mini-program build: it has no app.json.`);
  const files = listFiles(folder);
  const app = parseAppConfig(readFileSync(join(folder, 'app.json'), 'utf8'));
  const packages = (app.subPackages ?? []).map((each) => each.root);
  const pages = [
    ...app.pages,
    ...(app.subPackages ?? []).flatMap((each) => each.pages.map((page) => posix.join(each.root, page))),
  ];
  const themes = readThemes(folder, app);
  const problems = [...appJsonProblems(folder, app, pages, files, themes), ...fileProblems(folder, files, app)];
  if (problems.length > 0) throw new Error(`WeChat would refuse this build:\n${problems.join('\n')}`);

  // A page needs no settings of its own.
  const configs: Record<string, ComponentConfig> = Object.fromEntries(pages.map((page) => [page, {}]));
  for (const file of files.filter(
    (each) => each.endsWith('.json') && files.includes(`${withoutExtension(each)}.wxml`),
  )) {
    configs[withoutExtension(file)] = JSON.parse(readFileSync(join(folder, file), 'utf8')) as ComponentConfig;
  }
  const scopes: Record<string, string> = {};
  for (const [path, config] of Object.entries(configs)) {
    if (config.component === true && !pages.includes(path) && existsSync(join(folder, `${path}.wxss`)))
      scopes[path] = `c${createHash('sha1').update(path).digest('hex').slice(0, 8)}`;
  }
  return {
    folder,
    manifest: { app, ...(themes === undefined ? {} : { themes }), pages, configs, scopes, packages },
    styles: compileStyles(folder, pages, scopes),
    templates: compileTemplates(folder, files),
    packages: compileModules(folder, files, packages),
  };
}

function readThemes(folder: string, { darkmode, themeLocation }: AppConfig): Themes | undefined {
  if (darkmode !== true || themeLocation === undefined || !existsSync(join(folder, themeLocation))) return undefined;
  return JSON.parse(readFileSync(join(folder, themeLocation), 'utf8')) as Themes;
}

function parseAppConfig(text: string): AppConfig {
  const config = JSON.parse(text) as AppConfig & { subpackages?: AppConfig['subPackages'] };
  const subPackages = (config.subPackages ?? config.subpackages ?? []).map((each) => ({
    ...each,
    root: each.root.replace(/^\/|\/$/g, ''),
  }));
  return { ...config, subPackages };
}

function compileStyles(folder: string, pages: string[], scopes: Record<string, string>): string {
  return [
    compileSheet(folder, 'app.wxss', '[data-route]'),
    ...Object.entries(scopes).map(([path, scope]) => compileSheet(folder, `${path}.wxss`, '[data-route]', scope)),
    ...pages.map((page) => compileSheet(folder, `${page}.wxss`, `[data-route="${page}"]`)),
  ].join('\n');
}

function compileTemplates(folder: string, files: string[]): string {
  const group = new TmplGroup();
  const problems: string[] = [];
  for (const file of files) {
    if (file.endsWith('.wxs')) {
      // A template names a script without its ending, another script names it with.
      for (const name of [withoutExtension(file), file])
        group.addScript(name, readFileSync(join(folder, file), 'utf8'));
    }
    if (!file.endsWith('.wxml')) continue;
    const notes = group.addTmpl(withoutExtension(file), readFileSync(join(folder, file), 'utf8')) as CompileNote[];
    for (const note of notes.filter((each) => each.isError || each.level === 'Error' || each.level === 'Fatal'))
      problems.push(`${file}:${note.startLine + 1}:${note.startColumn + 1} ${note.message}`);
  }
  const script = `__engine.templates(${group.getTmplGenObjectGroups()});`;
  group.free();
  if (problems.length > 0) throw new Error(`These templates do not compile:\n${problems.join('\n')}`);
  return script;
}

function compileModules(folder: string, files: string[], roots: string[]): Record<string, string> {
  const scripts: Record<string, string> = Object.fromEntries(['', ...roots].map((root) => [root, '']));
  const parameters = [...injectedNames, ...browserOnly].join(', ');
  for (const file of files.filter((each) => each.endsWith('.js'))) {
    const root = roots.find((each) => file.startsWith(`${each}/`)) ?? '';
    const code = readFileSync(join(folder, file), 'utf8');
    // The inner function lets a module declare a name that is also a parameter.
    const run = `function (${parameters}) { (function () {${code}\n})(); }`;
    const wrapped = `__engine.define(${JSON.stringify(file)}, ${run}, ${JSON.stringify(propertyClassIn(code) ?? null)});\n`;
    scripts[root] = `${scripts[root] ?? ''}${wrapped}`;
  }
  return scripts;
}
