import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cityAround, covers, levelOf, NATION } from './region';
import { childrenOf, displayNameOf, fullNameOf, nameOf, pathTo, regionExists } from './region-names';

const everyCode = (code: string): string[] => [code, ...childrenOf(code).flatMap(everyCode)];

test('the table is what its script makes of the package', () => {
  const script = join(__dirname, '../../scripts/make-regions.mjs');
  const made = execFileSync(process.execPath, [script, '--print'], { encoding: 'utf8' });
  const stored = readFileSync(join(__dirname, 'region-data.ts'), 'utf8');
  expect(stored).toBe(made);
  expect(Buffer.byteLength(stored)).toBeLessThan(48 * 1024);
});

describe('names', () => {
  test.each([
    // code, own name, full name, as an event shows it
    ['100000', '全国', '全国', '全国'],
    ['540000', '西藏自治区', '西藏自治区', '西藏自治区'],
    ['540100', '拉萨市', '西藏自治区拉萨市', '拉萨市'],
    ['540102', '城关区', '西藏自治区拉萨市城关区', '拉萨市城关区'],
    ['542500', '阿里地区', '西藏自治区阿里地区', '阿里地区'],
    ['542523', '噶尔县', '西藏自治区阿里地区噶尔县', '阿里地区噶尔县'],
    ['540481', '米林市', '西藏自治区林芝市米林市', '林芝市米林市'],
    ['110000', '北京市', '北京市', '北京市'],
    ['110100', '北京市', '北京市', '北京市'],
    ['110101', '东城区', '北京市东城区', '北京市东城区'],
    ['500200', '重庆市', '重庆市', '重庆市'],
    ['500229', '城口县', '重庆市城口县', '重庆市城口县'],
    ['429004', '仙桃市', '湖北省仙桃市', '湖北省仙桃市'],
    ['659001', '石河子市', '新疆维吾尔自治区石河子市', '新疆维吾尔自治区石河子市'],
    ['441900', '东莞市', '广东省东莞市', '东莞市'],
    ['320102', '玄武区', '江苏省南京市玄武区', '南京市玄武区'],
    ['710000', '台湾省', '台湾省', '台湾省'],
    ['810000', '香港特别行政区', '香港特别行政区', '香港特别行政区'],
    ['820000', '澳门特别行政区', '澳门特别行政区', '澳门特别行政区'],
  ])('%s is %s', (code, own, full, shown) => {
    expect(regionExists(code)).toBe(true);
    expect(nameOf(code)).toBe(own);
    expect(fullNameOf(code)).toBe(full);
    expect(displayNameOf(code)).toBe(shown);
  });

  test.each([
    ['no such county', '540199'],
    ['no such province', '990000'],
    ['a township, which the standard does not number', '441901'],
    ['a development zone', '320571'],
    ['too short', '5401'],
    ['empty', ''],
    ['not a code', '__proto__'],
  ])('%s: unknown', (_name, code) => {
    expect(regionExists(code)).toBe(false);
    expect([nameOf(code), fullNameOf(code), displayNameOf(code)]).toEqual([null, null, null]);
    expect(childrenOf(code)).toEqual([]);
  });
});

describe('children', () => {
  test('the country has its 34 provinces', () => {
    expect(childrenOf(NATION)).toHaveLength(34);
    expect(childrenOf(NATION).every((code) => levelOf(code) === 'province')).toBe(true);
  });

  test('Tibet has its seven', () => {
    expect(childrenOf('540000').map((code) => [code, nameOf(code)])).toEqual([
      ['540100', '拉萨市'],
      ['540200', '日喀则市'],
      ['540300', '昌都市'],
      ['540400', '林芝市'],
      ['540500', '山南市'],
      ['540600', '那曲市'],
      ['542500', '阿里地区'],
    ]);
    expect(childrenOf('540000').flatMap(childrenOf)).toHaveLength(74);
  });

  test('a municipality shows its districts at once', () => {
    expect(childrenOf('110000')).toHaveLength(16);
    expect(childrenOf('110000')[0]).toBe('110101');
    expect(childrenOf('500000')).toHaveLength(38);
    expect(childrenOf('110100')).toEqual([]);
  });

  test('counties under the province itself stand beside its cities', () => {
    const hubei = childrenOf('420000').map(nameOf);
    expect(hubei).toEqual(expect.arrayContaining(['武汉市', '仙桃市', '神农架林区']));
    expect(hubei).not.toContain(null);
  });

  test('every child lies in its parent, exists, has a name, and is listed once', () => {
    const codes = everyCode(NATION);
    expect(new Set(codes).size).toBe(codes.length);
    expect(codes.length).toBeGreaterThan(3000);
    for (const code of codes) {
      expect(regionExists(code)).toBe(true);
      expect(nameOf(code)).toMatch(/[市区县州盟旗省国会]$/);
      for (const child of childrenOf(code)) expect(covers(code, child)).toBe(true);
    }
  });
});

test('around a county is its city, by the name that the table has; around anything else nothing larger', () => {
  for (const code of everyCode(NATION)) {
    const name = displayNameOf(code) ?? '';
    const around = cityAround(code, name);
    expect(displayNameOf(around.code)).toBe(around.name);
    expect(covers(around.code, code)).toBe(true);
  }
  expect(cityAround('540102', '拉萨市城关区')).toEqual({ code: '540100', name: '拉萨市' });
  expect(cityAround('542523', '阿里地区噶尔县')).toEqual({ code: '542500', name: '阿里地区' });
  expect(cityAround('110101', '北京市东城区')).toEqual({ code: '110101', name: '北京市东城区' });
});

test.each([
  ['540102', ['100000', '540000', '540100', '540102']],
  ['110101', ['100000', '110000', '110101']],
  ['100000', ['100000']],
  ['540000', ['100000', '540000']],
  ['999999', []],
])('the path to %s', (code, path) => {
  expect(pathTo(code)).toEqual(path);
});
