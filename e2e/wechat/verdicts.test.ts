/** The table by which the host engine refuses is what WeChat's own compilers say. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import verdicts from '../../mini-program-host/checks/wechat-verdicts.json';
import { compile } from './tools';

/** Files that a case may name. */
const BESIDE = {
  'other.wxml': '<template name="other"><view/></template>',
  'other.wxs': 'module.exports = {};',
  'other.wxss': '.other { color: red }',
};
const COMPILERS = {
  wxml: ['wcc', '-d', 'case.wxml', 'other.wxml', 'other.wxs'],
  wxss: ['wcsc', 'case.wxss', 'other.wxss'],
} as const;

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'quality-month-verdicts-'));
  for (const [name, text] of Object.entries(BESIDE)) writeFileSync(path.join(folder, name), text);
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function judge(kind: keyof typeof COMPILERS, source: string): Promise<string | null> {
  writeFileSync(path.join(folder, `case.${kind}`), source);
  const [tool, ...args] = COMPILERS[kind];
  return compile(tool, folder, args);
}

describe.each(['wxml', 'wxss'] as const)('%s', (kind) => {
  test.each(verdicts[kind].taken)('WeChat takes: %s', async (source) => {
    expect(await judge(kind, source)).toBeNull();
  });

  test.each(verdicts[kind].refused)('WeChat refuses: %s', async (source) => {
    expect(await judge(kind, source)).not.toBeNull();
  });
});
