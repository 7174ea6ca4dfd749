import * as fc from 'fast-check';
import { charactersOf, titleLines, wrapText } from './line-wrap';

test.each([
  ['走进食品实验室', 4, ['走进食品', '实验室']],
  ['9月18日 周五 14:00–16:00', 8, ['9月18日 周五', '14:00–16:00']],
  ['看标签、看日期', 3, ['看标', '签、看', '日期']],
  ['', 5, []],
  ['abcdefghijkl', 3, ['abcde', 'fghij', 'kl']],
])('%s in lines of %d', (text, width, lines) => {
  expect(wrapText(text, width, charactersOf)).toEqual(lines);
});

test('nothing is lost, and no line of more than one token is too wide', () => {
  const texts = fc.string({ unit: fc.constantFrom('质', '量', '，', 'a', '1', ' ', '：', '😀'), maxLength: 60 });
  fc.assert(
    fc.property(texts, fc.integer({ min: 3, max: 20 }), (text, width) => {
      const lines = wrapText(text, width, charactersOf);
      expect(lines.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
      for (const line of lines) {
        expect(line).not.toBe('');
        if (!/[，：]{2}/.test(line)) expect(charactersOf(line)).toBeLessThanOrEqual(width + 2);
      }
    }),
  );
});

test('a title takes as many lines as make its type largest', () => {
  const square = (lines: number, longest: number): number => Math.min(300 / longest, 200 / (lines * 1.4));
  expect(titleLines('质量月', square)).toEqual(['质量月']);
  expect(titleLines('检验检测机构开放日：走进食品实验室', square).length).toBeGreaterThan(2);
});
