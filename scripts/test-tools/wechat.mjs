// WeChat's own compilers (wcc, wcsc) and packer (miniprogram-ci), from npm, without an account.
import { spawnSync } from 'node:child_process';
import { chmodSync } from 'node:fs';
import path from 'node:path';
import { fetchTool } from './fetch.mjs';

const COMPILERS = { linux: 'linux', darwin: 'mac', win32: 'windows' };

/** `{ compilers, modules }`, or `{ missing }` where WeChat ships no binary that runs. Rejects where npm cannot fetch them. */
export async function prepareWechat() {
  const none = {
    missing: `微信没有提供本平台的编译器 / WeChat ships no compiler for ${process.platform} ${process.arch}`,
  };
  const folder = COMPILERS[process.platform];
  if (folder === undefined || (process.platform === 'linux' && process.arch !== 'x64')) return none;
  const modules = await fetchTool('wechat', {
    zh: '微信的编译与打包工具',
    en: 'WeChat’s compilers',
  });
  const compilers = path.join(modules, 'miniprogram-compiler/bin', folder);
  if (process.platform !== 'win32') for (const name of ['wcc', 'wcsc']) chmodSync(path.join(compilers, name), 0o755);
  // They are x64: a Mac with Apple silicon needs Rosetta, and Alpine cannot load them.
  const { error } = spawnSync(path.join(compilers, 'wcc'), ['--help'], { stdio: 'ignore' });
  return error === undefined ? { compilers, modules } : none;
}
