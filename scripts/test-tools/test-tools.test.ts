/** What `npm test` says where a tool is not to be had: one line that names what to install, never a download in vain. */
import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

interface Machine {
  readonly platform: string;
  readonly arch: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** The answer of one of the tools' modules on a machine of another kind. */
function answerOn({ platform, arch, env = {} }: Machine, module: string, call: string): { readonly missing?: string } {
  const file = path.resolve(__dirname, `${module}.mjs`);
  const script = `
    for (const [name, value] of Object.entries(${JSON.stringify({ platform, arch })})) {
      Object.defineProperty(process, name, { value });
    }
    const tools = await import(${JSON.stringify(pathToFileURL(file).href)});
    console.log(JSON.stringify(await tools.${call}({ packagedOnly: true })));
  `;
  const output = execFileSync(process.execPath, ['--input-type=module', '--eval', script], {
    encoding: 'utf8',
    env: { ...process.env, CHROMIUM: '', TEST_DATABASE_URL: '', ...env },
  });
  return JSON.parse(output) as { readonly missing?: string };
}

test.each([
  ['Linux on ARM', { platform: 'linux', arch: 'arm64' }, 'apt-get install chromium fonts-noto-cjk'],
  ['macOS', { platform: 'darwin', arch: 'arm64' }, 'install Google Chrome'],
  ['Windows', { platform: 'win32', arch: 'x64' }, 'install Google Chrome'],
  ['a wrong CHROMIUM', { platform: 'linux', arch: 'x64', env: { CHROMIUM: '/nowhere' } }, 'there is no such file'],
])('no Chromium: %s', (_name, machine, said) => {
  const { missing } = answerOn(machine, 'chromium', 'prepareChromium');
  expect(missing).toContain(said);
  expect(missing).not.toContain('\n');
});

test.each([
  ['a platform without a package', { platform: 'freebsd', arch: 'x64' }, 'start one, or set TEST_DATABASE_URL'],
  [
    'a database that does not answer',
    { platform: 'linux', arch: 'x64', env: { TEST_DATABASE_URL: 'postgresql://postgres@127.0.0.1:1/postgres' } },
    'does not answer',
  ],
])('no PostgreSQL: %s', (_name, machine, said) => {
  const { missing } = answerOn(machine, 'postgres', 'preparePostgres');
  expect(missing).toContain(said);
  expect(missing).not.toContain('\n');
});

test.each([
  ['Linux on ARM', { platform: 'linux', arch: 'arm64' }],
  ['another system', { platform: 'freebsd', arch: 'x64' }],
])('no compiler of WeChat’s: %s', (_name, machine) => {
  expect(answerOn(machine, 'wechat', 'prepareWechat').missing).toContain(`${machine.platform} ${machine.arch}`);
});

test.each(['darwin', 'win32'])('fonts are the system’s own on %s', (platform) => {
  expect(answerOn({ platform, arch: 'x64' }, 'fonts', 'prepareFonts')).toEqual({});
});
