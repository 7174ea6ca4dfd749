import { findItem, itemLabel, type ImportItem } from './find-item';
import { findRegion, regionLabel } from './find-region';

const item = (id: string, name: string): ImportItem => ({ id, name, kind: '科普', audiences: ['公众'] });
const ITEMS = [
  item('t058', '检验检测机构开放日'),
  item('n007', '中国质量（南京）大会'),
  item('n020', '质量月主题宣传'),
  item('t020', '质量月主题宣传'),
  item('t056', '食品安全“进社区”课堂'),
];

test.each([
  ['the number', 't058', 't058'],
  ['the number in capitals and full width', 'Ｔ０５８', 't058'],
  ['the name', '检验检测机构开放日', 't058'],
  ['the name with blanks', ' 检验检测机构 开放日\u200b', 't058'],
  ['the name with other quotes and brackets', '中国质量(南京)大会', 'n007'],
  ['and without quotes', '食品安全进社区课堂', 't056'],
  ['as the list writes it', itemLabel(item('t020', '质量月主题宣传')), 't020'],
  ['number first', 't058 检验检测机构开放日', 't058'],
])('item by %s', (_, text, id) => {
  expect(findItem(text, ITEMS)).toEqual({ ok: true, value: id });
});

test.each([
  [
    'a name that two have',
    '质量月主题宣传',
    { code: 'item-ambiguous', detail: '质量月主题宣传（n020）、质量月主题宣传（t020）' },
  ],
  ['a part of a name', '开放日', { code: 'unknown-programme-item', detail: '检验检测机构开放日（t058）' }],
  ['another name', '春游', { code: 'unknown-programme-item' }],
  ['a number that is not there', 't999', { code: 'unknown-programme-item' }],
])('no item by %s', (_, text, refusal) => {
  expect(findItem(text, ITEMS)).toEqual({ ok: false, ...refusal });
});

test.each([
  ['a code', '540102', '540000', '540102'],
  ['a number with a fraction', '540102.0', '540000', '540102'],
  ['full-width digits', '５４０１０２', '540000', '540102'],
  ['the whole path', '西藏自治区拉萨市城关区', '540000', '540102'],
  ['a path with signs between', '西藏自治区/拉萨市 / 城关区', '540000', '540102'],
  ['a short path', '西藏 拉萨市 城关区', '540000', '540102'],
  ['a city', '拉萨市', '540000', '540100'],
  ['a city without its last character', '日喀则', '540000', '540200'],
  ['a county alone, where only one is inside', '城关区', '540000', '540102'],
  ['as the list writes it', regionLabel('540102'), '540000', '540102'],
  ['the province', '西藏自治区', '100000', '540000'],
  ['the whole country', '全国', '100000', '100000'],
  ['a district of a municipality', '北京市东城区', '100000', '110101'],
  ['a county under its province itself', '湖北省仙桃市', '100000', '429004'],
])('region by %s', (_, text, scope, code) => {
  expect(findRegion(text, scope)).toEqual({ ok: true, value: code });
});

test.each([
  ['a code that does not exist', '540199', '540000', { code: 'unknown-region' }],
  ['a code outside the scope', '110101', '540000', { code: 'region-outside-scope' }],
  ['a name outside the scope', '北京市东城区', '540000', { code: 'region-outside-scope' }],
  ['a name that is none', '火星', '540000', { code: 'unknown-region' }],
  ['the region above', '540000', '540100', { code: 'region-outside-scope' }],
])('no region by %s', (_, text, scope, refusal) => {
  expect(findRegion(text, scope)).toEqual({ ok: false, ...refusal });
});

test('a name that several have inside the scope is asked about', () => {
  expect(findRegion('城关区', '100000')).toMatchObject({ code: 'region-ambiguous' });
});
