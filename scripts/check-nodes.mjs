// `npm run check:nodes`: rules, components and the server's tests on every Node that the README promises, the oldest
// exactly. Each Node comes from npm. `npm run check:nodes -- 24 domain/time` takes one Node, and of the tests those whose
// path has that in it. Its last line is `N passed, N failed`.
import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { npmEnvironment, toolsFolder } from './test-tools/fetch.mjs';
import { prepareTools } from './test-tools/prepare.mjs';
import { passSignalsTo } from './test-tools/signals.mjs';

const root = path.resolve(import.meta.dirname, '..');
const platform = `${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
const jest = path.join(root, 'node_modules/jest/bin/jest.js');
const chosen = process.argv.slice(2);
const ALL = ['20.19.0', '22', '24', '26'];
const NODES = chosen.some((each) => ALL.includes(each)) ? ALL.filter((each) => chosen.includes(each)) : ALL;
const paths = chosen.filter((each) => !ALL.includes(each));

/** The executable of one Node; the newest of its line at every run, since that is what people install. */
function fetchNode(version) {
  const folder = path.join(toolsFolder, `node-${version}`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, 'package.json'), '{ "private": true }\n');
  const args = [
    'install',
    '--ignore-scripts',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
    `node-${platform}@${version}`,
  ];
  execFileSync('npm', args, {
    cwd: folder,
    env: npmEnvironment(),
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  const bin = path.join(folder, 'node_modules', `node-${platform}`, 'bin');
  const executable = [path.join(bin, 'node'), path.join(bin, 'node.exe')].find((file) => existsSync(file));
  if (executable === undefined) throw new Error(`the package of Node ${version} holds no executable`);
  return executable;
}

async function testsOn(node, env) {
  const report = path.join(root, '.cache/check-nodes.json');
  rmSync(report, { force: true });
  const args = [jest, '--ci', '--maxWorkers=2', '--silent', '--json', `--outputFile=${report}`];
  args.push('--selectProjects', 'unit', 'component', 'server');
  if (paths.length > 0) args.push('--testPathPatterns', ...paths);
  const child = spawn(node, args, {
    cwd: root,
    stdio: 'inherit',
    // The tests start servers by `process.execPath`; a `node` found by its name has to be this one too.
    env: {
      ...process.env,
      ...env,
      PATH: `${path.dirname(node)}${path.delimiter}${process.env.PATH ?? ''}`,
      NODE_OPTIONS: '--experimental-vm-modules --no-warnings',
      TZ: 'UTC',
    },
  });
  passSignalsTo(child);
  await new Promise((resolve) => child.on('close', resolve));
  try {
    const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites } = JSON.parse(readFileSync(report, 'utf8'));
    return { passed: numPassedTests, failed: numFailedTests + numRuntimeErrorTestSuites };
  } catch {
    return { passed: 0, failed: 1 };
  }
}

const tools = await prepareTools();
for (const line of tools.missing) console.error(line);
const total = { passed: 0, failed: tools.missing.length };
const lines = [];
for (const version of tools.missing.length === 0 ? NODES : []) {
  try {
    const node = fetchNode(version);
    const exact = execFileSync(node, ['--version'], { encoding: 'utf8' }).trim();
    const { passed, failed } = await testsOn(node, tools.env);
    total.passed += passed;
    total.failed += failed;
    lines.push(`${failed === 0 ? 'ok  ' : 'FAIL'} Node ${exact}: ${passed} passed, ${failed} failed`);
  } catch (error) {
    total.failed += 1;
    lines.push(`FAIL Node ${version}: ${error.message}`);
  }
}
await tools.stop();
console.log(`\n${lines.join('\n')}\n${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed === 0 ? 0 : 1);
