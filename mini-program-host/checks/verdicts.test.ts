import verdicts from './wechat-verdicts.json';
import { wxmlFaults } from './wxml';
import { wxssFaults } from './wxss';

/** The table is what WeChat's own compilers say; e2e/wechat/verdicts.test.ts holds it against them. */
const KINDS = {
  wxml: (source: string) => wxmlFaults(source, (path) => path === './other.wxs'),
  wxss: (source: string) => wxssFaults(source, (path) => ['other.wxss', './other.wxss'].includes(path)),
};

describe.each(['wxml', 'wxss'] as const)('%s', (kind) => {
  test.each(verdicts[kind].taken)('is taken: %s', (source) => {
    expect(KINDS[kind](source)).toEqual([]);
  });

  test.each(verdicts[kind].refused)('is refused: %s', (source) => {
    expect(KINDS[kind](source)).not.toEqual([]);
  });
});
