// WeChat's own compilers (wcc, wcsc) and packer (miniprogram-ci), from npm, without an account.
import { chmodSync } from 'node:fs';
import path from 'node:path';
import { fetchTool } from './fetch.mjs';

const COMPILERS = { linux: 'linux', darwin: 'mac', win32: 'windows' };

/** `{ compilers, modules }`, or `{ missing }` where WeChat ships no binary. Rejects where npm cannot fetch them. */
export async function prepareWechat() {
  const folder = COMPILERS[process.platform];
  const runs = folder !== undefined && (process.arch === 'x64' || process.platform !== 'linux');
  if (!runs) {
    return { missing: `微信没有提供本平台的编译器 / WeChat ships no compiler for ${process.platform} ${process.arch}` };
  }
  const modules = await fetchTool('wechat', {
    zh: '微信的编译与打包工具（约 90 MB）',
    en: 'WeChat’s compilers (about 90 MB)',
  });
  const compilers = path.join(modules, 'miniprogram-compiler/bin', folder);
  if (process.platform !== 'win32') for (const name of ['wcc', 'wcsc']) chmodSync(path.join(compilers, name), 0o755);
  return { compilers, modules };
}
