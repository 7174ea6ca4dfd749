import * as fc from 'fast-check';

import { campaignNamed } from '../testing/fake-feed-server';
import { cardsOf, cardTextsOf, layoutColumns, layoutPhrases, type Measure, phrasesOf, stampYear } from './slogan';

/** As with real Chinese type: every character is as wide as it is high. */
const square: Measure = (text, size) => Array.from(text).length * size;
const BOX = { width: 300, height: 200 };
const SIZES = [48, 40, 32, 28, 24];
const DOCUMENT = {
  documentNo: '',
  title: '',
  leadIssuer: '',
  issuers: 1,
  issuedOn: '2025-08-22',
  scope: '100000',
  rules: [],
  paragraphs: [],
};

test('the theme comes first, then the slogans by number', () => {
  const theme = '加强全面质量管理 促进质量强国建设';
  expect(cardsOf({ theme, slogans: ['质量发展 利民惠民', '人人创造质量 人人享受质量'] })).toEqual([
    { key: 'theme', text: theme },
    { key: '1', text: '质量发展 利民惠民' },
    { key: '2', text: '人人创造质量 人人享受质量' },
  ]);
});

test.each([
  ['its own texts', { year: 2025 }, 2025],
  ['borrowed texts', { year: 2026, textsFrom: 2025 }, 2025],
])('a campaign with %s is stamped %j', (_, campaign, year) => {
  expect(stampYear(campaign)).toBe(year);
});

test.each([
  [
    'one page, named with and without encryption',
    ['http://www.samr.gov.cn/zlfzj/', 'https://www.samr.gov.cn/zlfzj'],
    ['https://www.samr.gov.cn/zlfzj'],
  ],
  ['two pages', ['http://a.example.cn/', 'https://b.example.cn/'], ['https://b.example.cn/', 'http://a.example.cn/']],
  ['none', ['', ''], []],
])('posters: %s', (_, addresses, posters) => {
  const documents = addresses.map((address) => ({ ...DOCUMENT, posters: address }));
  expect(cardTextsOf({ ...campaignNamed('2025'), documents }).posters).toEqual(posters);
});

test('a short slogan stands large, a long one smaller, each phrase whole on its line', () => {
  expect(layoutPhrases('质量发展 利民惠民', square, BOX, SIZES)).toEqual({
    lines: ['质量发展', '利民惠民'],
    size: 48,
    lineHeight: 48 * 1.4,
  });
  expect(layoutPhrases('贯彻质量强国建设纲要 推进质量强企强链强县', square, BOX, SIZES)).toMatchObject({
    lines: ['贯彻质量强国建设纲要', '推进质量强企强链强县'],
    size: 28,
  });
});

test('the box is tight by height, too', () => {
  expect(layoutPhrases('一 二 三 四 五', square, { width: 300, height: 200 }, SIZES).size).toBe(28);
});

test('a phrase too long for the smallest size shrinks the type instead of being broken', () => {
  const long = '坚持以质量第一为价值导向推进质量强国建设纲要';
  const { lines, size } = layoutPhrases(long, square, BOX, SIZES);
  expect(lines).toEqual([long]);
  expect(square(long, size)).toBeLessThanOrEqual(BOX.width);
});

const phrase = fc.string({ unit: fc.constantFrom('质', '量', '强', '国', '人', '民'), minLength: 1, maxLength: 24 });
const slogan = fc.array(phrase, { minLength: 1, maxLength: 5 }).map((phrases) => phrases.join(' '));

test('whatever the slogan: all of it, nothing broken, nothing outside the box', () => {
  fc.assert(
    fc.property(slogan, fc.integer({ min: 40, max: 400 }), fc.integer({ min: 40, max: 400 }), (text, width, height) => {
      const { lines, size, lineHeight } = layoutPhrases(text, square, { width, height }, SIZES);
      expect(lines).toEqual(phrasesOf(text));
      for (const line of lines) expect(square(line, size)).toBeLessThanOrEqual(width + 1e-6);
      expect(lines.length * lineHeight).toBeLessThanOrEqual(height + 1e-6);
    }),
  );
});

test('columns hang from right to left and stay in their box', () => {
  fc.assert(
    fc.property(slogan, fc.integer({ min: 60, max: 400 }), fc.integer({ min: 60, max: 400 }), (text, width, height) => {
      const { glyphs, size } = layoutColumns(text, { width, height }, SIZES);
      expect(glyphs.map(({ character }) => character).join('')).toBe(phrasesOf(text).join(''));
      for (const { x, y } of glyphs) {
        expect(x - size / 2).toBeGreaterThanOrEqual(-1e-6);
        expect(x + size / 2).toBeLessThanOrEqual(width + 1e-6);
        expect(y - size / 2).toBeGreaterThanOrEqual(-1e-6);
        expect(y + size / 2).toBeLessThanOrEqual(height + 1e-6);
      }
    }),
  );
  const { glyphs } = layoutColumns('质量发展 利民惠民', BOX, SIZES);
  expect(glyphs[0]?.x).toBeGreaterThan(glyphs[4]?.x ?? 0);
});
