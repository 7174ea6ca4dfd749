/** Which base library each call of `wx` needs, as WeChat's own typings say (npm `miniprogram-api-typings`). */
import { readFileSync } from 'node:fs';
import ts from 'typescript';

const NEEDS = /基础库：?\s*`?(\d+\.\d+\.\d+)/;
/** What has no version of its own came with the first. */
const FIRST = '1.0.0';

type Version = string;

interface Call {
  readonly since: Version;
  /** The interface of its first parameter; `undefined` where that is none. */
  readonly option: string | undefined;
}

function typings(file: string): ts.SourceFile {
  return ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
}

function sinceOf(node: ts.Node): Version {
  const text = node.getSourceFile().text.slice(node.getFullStart(), node.getStart());
  return NEEDS.exec(text.slice(text.lastIndexOf('/**')))?.[1] ?? FIRST;
}

const interfaces = new Map<string, ts.InterfaceDeclaration>();
function collect(node: ts.Node): void {
  if (ts.isInterfaceDeclaration(node)) interfaces.set(node.name.text, node);
  ts.forEachChild(node, collect);
}
collect(typings(require.resolve('miniprogram-api-typings/types/wx/lib.wx.api.d.ts')));
collect(typings(require.resolve('miniprogram-api-typings/types/wx/lib.wx.page.d.ts')));

function optionOf(method: ts.MethodSignature): string | undefined {
  const type = method.parameters[0]?.type;
  if (type === undefined || !ts.isTypeReferenceNode(type)) return undefined;
  const name = type.typeName.getText();
  const bound = method.typeParameters?.find((parameter) => parameter.name.text === name)?.constraint?.getText();
  return interfaces.has(bound ?? name) ? (bound ?? name) : undefined;
}

const calls = new Map<string, Call[]>();
for (const member of interfaces.get('Wx')?.members ?? []) {
  const name = member.name?.getText();
  if (name === undefined) continue;
  const option = ts.isMethodSignature(member) ? optionOf(member) : undefined;
  calls.set(name, [...(calls.get(name) ?? []), { since: sinceOf(member), option }]);
}

/** The functions of a page: `onShareTimeline`. */
const hooks = new Map(
  (interfaces.get('ILifetime')?.members ?? []).map((member) => [member.name?.getText() ?? '', sinceOf(member)]),
);

/** What a page's function needs; `null`: a page has no such function. */
export function hookNeeds(name: string): Version | null {
  return hooks.get(name) ?? null;
}

const numbers = (version: Version): number[] => version.split('.').map(Number);

/** Below zero: `one` is the older. */
export function compareVersions(one: Version, other: Version): number {
  const [a, b] = [numbers(one), numbers(other)];
  return a.map((part, index) => part - (b[index] ?? 0)).find((difference) => difference !== 0) ?? 0;
}

/** What a call with these options needs, each by its name; `null`: WeChat has no such call. */
export function needsOf(name: string, options: readonly string[]): ReadonlyMap<string, Version> | null {
  const forms = calls.get(name);
  if (forms === undefined) return null;
  const withOptions = forms.filter(({ option }) => option !== undefined);
  const meant = options.length > 0 && withOptions.length > 0 ? withOptions : forms;
  const [form] = [...meant].sort((a, b) => compareVersions(a.since, b.since));
  if (form === undefined) return null;
  const needs = new Map([[name, form.since]]);
  const known = form.option === undefined ? [] : (interfaces.get(form.option)?.members ?? []);
  for (const member of known) {
    const option = member.name?.getText() ?? '';
    if (options.includes(option)) needs.set(`${name}.${option}`, sinceOf(member));
  }
  return needs;
}
