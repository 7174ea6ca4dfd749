/**
 * Holds `wechat-verdicts.json`, by which the host engine is tested, against WeChat's own compilers.
 * `WECHAT_COMPILERS` names the folder with `wcc` and `wcsc`. Without it this fails: nothing was compared.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import verdicts from './wechat-verdicts.json';

type Kind = keyof typeof verdicts;

/** What the cases may name beside them. */
const BESIDE = {
  'other.wxml': '<template name="other"><view/></template>',
  'other.wxs': 'module.exports = {};',
  'other.wxss': '.other { color: red }',
};

const COMPILERS: Readonly<Record<Kind, readonly [program: string, ...args: string[]]>> = {
  wxml: ['wcc', '-d', 'case.wxml', 'other.wxml', 'other.wxs'],
  wxss: ['wcsc', 'case.wxss', 'other.wxss'],
};

function compile(programs: string, folder: string, kind: Kind, source: string): 'taken' | 'refused' {
  writeFileSync(path.join(folder, `case.${kind}`), source);
  const [program, ...args] = COMPILERS[kind];
  const { status, error } = spawnSync(path.join(programs, program), args, { cwd: folder });
  if (error) throw error;
  return status === 0 ? 'taken' : 'refused';
}

function main(): void {
  const programs = process.env.WECHAT_COMPILERS;
  if (programs === undefined || programs === '') throw new Error('WECHAT_COMPILERS names no folder with wcc and wcsc.');
  const folder = mkdtempSync(path.join(tmpdir(), 'verdicts-'));
  let [same, different] = [0, 0];
  try {
    for (const [name, text] of Object.entries(BESIDE)) writeFileSync(path.join(folder, name), text);
    for (const kind of ['wxml', 'wxss'] as const) {
      for (const expected of ['taken', 'refused'] as const) {
        for (const source of verdicts[kind][expected]) {
          if (compile(programs, folder, kind, source) === expected) same += 1;
          else {
            different += 1;
            console.error(`${kind}: not ${expected} by WeChat: ${source}`);
          }
        }
      }
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
  console.log(`${same} verdicts are WeChat's own, ${different} are not`);
  if (different > 0) process.exitCode = 1;
}

main();
