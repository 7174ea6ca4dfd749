import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { allRegions, displayNameOf } from './region-names';
import { searchRegions } from './region-search';

const found = (query: string): (string | null)[] => searchRegions(query, () => true).map(displayNameOf);

test('the readings are what their script makes of the names', () => {
  const script = join(__dirname, '../../scripts/make-readings.mjs');
  const made = execFileSync(process.execPath, [script, '--print'], { encoding: 'utf8' });
  expect(readFileSync(join(__dirname, 'region-readings.ts'), 'utf8')).toBe(made);
});

test.each([
  ['拉萨', '拉萨市'],
  ['拉萨市', '拉萨市'],
  ['lasa', '拉萨市'],
  ['LaSa', '拉萨市'],
  ['ls', '拉萨市'],
  ['lsa', '拉萨市'],
  ['las', '拉萨市'],
  ["la'sa", '拉萨市'],
  ['ｌａｓａ', '拉萨市'],
  ['rikaze', '日喀则市'],
  ['chengdu', '成都市'],
  ['chongqing', '重庆市'],
  ['cq', '重庆市'],
  ['luan', '六安市'],
  ['xian', '西安市'],
  ['lvliang', '吕梁市'],
  ['luliang', '吕梁市'],
  ['quanguo', '全国'],
  ['xizang', '西藏自治区'],
  ['yuxian', '张家口市蔚县'],
  ['拉萨市城关', '拉萨市城关区'],
])('%s finds %s', (query, name) => {
  expect(found(query)).toContain(name);
});

test('what begins so comes first, and what covers more before what it covers', () => {
  expect(found('成都')[0]).toBe('成都市');
  expect(found('beijing')[0]).toBe('北京市');
  expect(found('chaoyang').slice(0, 2)).toEqual(['朝阳市', '北京市朝阳区']);
});

test.each(['', ' ', 'xyz', '不存在', '1', '%'])('%p finds nothing', (query) => {
  expect(found(query)).toEqual([]);
});

test('the list is short, and codes that are not offered take no place in it', () => {
  expect(found('市')).toHaveLength(20);
  expect(searchRegions('chengguan', (code) => code === '540102')).toEqual(['540102']);
});

test('a region is found by its own name, wherever in the standard it is', () => {
  for (const [index, code] of allRegions().entries()) {
    if (index % 60 !== 0) continue;
    expect(searchRegions(displayNameOf(code) ?? '', (each) => each === code)).toEqual([code]);
  }
});
