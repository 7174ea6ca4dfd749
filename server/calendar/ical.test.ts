import fc from 'fast-check';
import ICAL from 'ical.js';
import { parseInstant } from '../../domain/time/time';
import { calendarText, eventText, escapeText, foldLine, localTime, utcTime } from './ical';

const unfold = (text: string): string => text.replaceAll('\r\n ', '');
const lines = fc.string({ unit: 'grapheme', maxLength: 400 }).map((text) => text.replace(/[\r\n]/g, ''));

test('no line is longer than 75 octets, none is cut within a character, and unfolded it is what it was', () => {
  fc.assert(
    fc.property(lines, (line) => {
      const folded = foldLine(line);
      for (const part of folded.split('\r\n')) {
        expect(Buffer.byteLength(part)).toBeLessThanOrEqual(75);
        expect(Buffer.from(part).toString()).toBe(part);
      }
      expect(unfold(folded)).toBe(line);
    }),
    { numRuns: 500 },
  );
});

test.each([
  ['25 Chinese characters', '质'.repeat(25), 1],
  ['26 Chinese characters', '质'.repeat(26), 2],
  ['75 letters', 'a'.repeat(75), 1],
  ['76 letters', 'a'.repeat(76), 2],
  ['75 and 74 letters', 'a'.repeat(149), 2],
  ['75, 74 and one', 'a'.repeat(150), 3],
])('%s', (_, line, count) => {
  expect(foldLine(line).split('\r\n')).toHaveLength(count);
});

test('text is escaped so that a parser reads it back', () => {
  expect(escapeText('a,b;c\\d\r\ne\u0007f')).toBe('a\\,b\\;c\\\\d\\nef');
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
      const file = calendarText([], [eventText([['SUMMARY', escapeText(text)]])]);
      const event = new ICAL.Component(ICAL.parse(file) as unknown[]).getFirstSubcomponent('vevent');
      const wanted = text.replace(/\r\n?/g, '\n').replace(/\p{Cc}/gu, (char) => (char === '\n' ? '\n' : ''));
      expect(event?.getFirstPropertyValue('summary')).toBe(wanted);
    }),
    { numRuns: 300 },
  );
});

test('times in China and in UTC', () => {
  const instant = parseInstant('2026-09-01T02:05:09+08:00') ?? 0;
  expect(localTime(instant)).toBe('20260901T020509');
  expect(utcTime(instant)).toBe('20260831T180509Z');
});
