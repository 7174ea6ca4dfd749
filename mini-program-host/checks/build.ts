import { readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import type { AppConfig } from '../manifest';
import type { Fault } from './fault';
import { locationCallsIn } from './script';
import { wxmlFaults } from './wxml';
import { wxsFaults } from './wxs';
import { wxssFaults } from './wxss';

/** What WeChat's compilers and its check of submitted code refuse of a build's files, a line each. */
export function fileProblems(folder: string, files: readonly string[], app: AppConfig): string[] {
  const known = new Set(files);
  return files.flatMap((file) => {
    const beside = (path: string): boolean =>
      known.has(posix.join(path.startsWith('/') ? '' : posix.dirname(file), path));
    const read = (): string => readFileSync(join(folder, file), 'utf8');
    const said = (faults: readonly Fault[]): string[] =>
      faults.map(({ line, column, message }) => `${file}:${line}:${column} ${message}`);
    switch (posix.extname(file)) {
      case '.wxml':
        return said(wxmlFaults(read(), beside));
      case '.wxs':
        return said(wxsFaults(read()));
      case '.wxss':
        return said(wxssFaults(read(), (path) => beside(path) || beside(`${path}.wxss`)));
      case '.js':
        return locationCallsIn(read())
          .filter((name) => app.requiredPrivateInfos?.includes(name) !== true)
          .map((name) => `${file}: 代码包中地理位置相关接口( wx.${name} )暂未开通`);
      default:
        return [];
    }
  });
}
