/** Nothing is called that came later than the lowest base library that the release is set to, `libVersion` in project.config.json. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse, type Token, tokTypes } from 'acorn';
import ts from 'typescript';
import { compareVersions, hookNeeds, needsOf } from './wx-typings';

const root = path.resolve(__dirname, '..');
const { libVersion: FLOOR } = JSON.parse(readFileSync(path.join(root, 'project.config.json'), 'utf8')) as {
  libVersion: string;
};

/** Calls that a phone with the floor does not know, each with the reason why nothing breaks there. */
const GUARDED: Readonly<Record<string, string>> = {};
/** Taro's own, with nothing of WeChat's behind them. */
const TAROS_OWN = ['getCurrentPages'];
/** The page's function that each of Taro's hooks is called by, where the names differ. */
const CALLED_BY: Readonly<Record<string, string>> = { onDidShow: 'onShow', onDidHide: 'onHide' };

interface Call {
  readonly name: string;
  readonly options: readonly string[];
}

function literalOf(argument: ts.Expression | undefined): ts.ObjectLiteralExpression | undefined {
  if (argument === undefined || ts.isObjectLiteralExpression(argument)) return argument;
  if (!ts.isIdentifier(argument)) return undefined;
  let found: ts.ObjectLiteralExpression | undefined;
  const look = (node: ts.Node): void => {
    if (ts.isVariableDeclaration(node) && node.name.getText() === argument.text)
      found ??= node.initializer && literalOf(node.initializer);
    ts.forEachChild(node, look);
  };
  look(argument.getSourceFile());
  return found;
}

/** Every call of `Taro` in a source, with the options that it names. */
function callsIn(text: string): Call[] {
  const calls: Call[] = [];
  const look = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression)) {
      const { expression, name } = node.expression;
      if (expression.getText() === 'Taro') {
        const options = literalOf(node.arguments[0])?.properties.map((each) => each.name?.getText() ?? '') ?? [];
        calls.push({ name: name.text, options });
      }
    }
    ts.forEachChild(node, look);
  };
  look(ts.createSourceFile('any.tsx', text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX));
  return calls;
}

/** Every name that a built script asks `wx` for. */
function wxNamesIn(script: string): Call[] {
  const names: Call[] = [];
  let [before, last]: (Token | undefined)[] = [undefined, undefined];
  const onToken = (token: Token): void => {
    const isMember = last?.type === tokTypes.dot && before?.type === tokTypes.name && textOf(before) === 'wx';
    if (isMember) names.push({ name: textOf(token), options: [] });
    [before, last] = [last, token];
  };
  const textOf = ({ start, end }: Token): string => script.slice(start, end);
  parse(script, { ecmaVersion: 'latest', sourceType: 'script', onToken });
  return names;
}

/** What is wrong with some calls, each in a line. */
function tooNew(calls: readonly Call[]): string[] {
  return calls.flatMap(({ name, options }) => {
    if (TAROS_OWN.includes(name)) return [];
    const needs = needsOf(name, options);
    if (needs === null) return [`${name}: not WeChat's`];
    return [...needs]
      .filter(([what, version]) => compareVersions(version, FLOOR) > 0 && GUARDED[what] === undefined)
      .map(([what, version]) => `${what} needs ${version}`);
  });
}

const filesIn = (folder: string, ending: RegExp): string[] =>
  readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => ending.test(file) && !/\.test\.|-double\.|^testing\//.test(file))
    .map((file) => readFileSync(path.join(root, folder, file), 'utf8'));

test('what the app calls is not newer than the floor', () => {
  const calls = filesIn('src', /\.tsx?$/).flatMap(callsIn);
  expect(calls.length).toBeGreaterThan(30);
  expect(tooNew(calls)).toEqual([]);
});

test('the floor is no higher than what is called needs', () => {
  const versions = filesIn('src', /\.tsx?$/)
    .flatMap(callsIn)
    .flatMap(({ name, options }) => [...(needsOf(name, options)?.values() ?? [])]);
  expect(versions.sort(compareVersions).at(-1)).toBe(FLOOR);
});

test('pages listen to nothing newer than the floor', () => {
  const imported = filesIn('src', /\.tsx?$/).flatMap((text) => /import Taro, \{([^}]*)\} from/.exec(text)?.[1] ?? []);
  const hooks = imported
    .flatMap((names) => names.match(/use(?!Router)\w+/g) ?? [])
    .map((name) => name.replace('use', 'on'));
  expect(hooks).toContain('onShareTimeline');
  const needs = hooks.map((name) => [name, hookNeeds(CALLED_BY[name] ?? name)] as const);
  expect(needs.filter(([, version]) => version === null || compareVersions(version, FLOOR) > 0)).toEqual([]);
});

test('what built scripts ask wx for is not newer', () => {
  expect(tooNew(filesIn('dist/weapp-local', /\.js$/).flatMap(wxNamesIn))).toEqual([]);
});

test.each([
  ['a call', 'Taro.getSkylineInfo()', ['getSkylineInfo needs 2.26.2']],
  ['an option', "Taro.request({ url: '', redirect: 'manual' })", ['request.redirect needs 3.2.2']],
  [
    'an option in a variable',
    "const way = { appId: '', noRelaunchIfPathUnchanged: true }; void Taro.navigateToMiniProgram(way);",
    ['navigateToMiniProgram.noRelaunchIfPathUnchanged needs 2.24.0'],
  ],
  ['a call that there is not', 'Taro.fly()', ["fly: not WeChat's"]],
])('%s, planted too new, is refused', (_, text, said) => {
  expect(tooNew(callsIn(text))).toEqual(said);
});

test('so is one in a built script', () => {
  expect(tooNew(wxNamesIn('wx.login();wx.getSkylineInfo()'))).toEqual(['getSkylineInfo needs 2.26.2']);
});
