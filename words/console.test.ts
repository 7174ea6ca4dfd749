import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { refusalSentence } from './console';
import { distanceText, momentText, spanText } from './console/dates';
import { fieldSentence } from './console/editor';
import { parseInstant } from '../domain/time/time';

const NOW = parseInstant('2026-09-10T09:00:00+08:00') ?? 0;

const files = ['console.ts', ...readdirSync(path.join(__dirname, 'console')).map((name) => `console/${name}`)];

test.each(files)('%s: no word that the notices forbid, and 您 throughout', (file) => {
  const text = readFileSync(path.join(__dirname, file), 'utf8');
  expect(text).not.toMatch(/打卡|考勤|排名|名次|完成率|达标/);
  expect(text).not.toMatch(/你/);
  expect(text).not.toMatch(/操作失败/);
});

test.each([
  [{ code: 'network' }, '没有连上服务器，请检查网络后重试。'],
  [{ code: 'too-many-requests', retryAfter: 30 }, '操作太频繁，请稍后再试。请 30 秒后再试。'],
  [{ code: 'a-code-of-tomorrow' }, '没有成功，请稍后重试。'],
])('%j', (refusal, sentence) => {
  expect(refusalSentence(refusal)).toBe(sentence);
});

test.each([
  ['title', 'required', true, '请填写标题。'],
  ['startsAt', 'wrong-type', true, '请填写开始时间。'],
  ['title', 'too-long', false, '太长了，请删减一些。'],
  ['venue.latitude', 'wrong-type', false, '纬度填写有误，请修改。'],
  ['a.b', 'a-code-of-tomorrow', false, '填写有误，请修改。'],
])('%s %s (empty: %s)', (path_, code, isEmpty, sentence) => {
  expect(fieldSentence(path_, code, isEmpty)).toBe(sentence);
});

test.each([
  ['2026-09-18T14:00:00+08:00', '2026-09-18T16:00:00+08:00', '9月18日 周五 14:00–16:00'],
  ['2026-09-18T06:00:00Z', '2026-09-20T08:00:00Z', '9月18日 周五 14:00 至 9月20日 周日 16:00'],
  ['2027-01-02T09:00:00+08:00', null, '2027年1月2日 周六 09:00'],
  [null, null, ''],
])('from %s to %s', (from, to, text) => {
  expect(spanText(from, to, NOW)).toBe(text);
});

test.each([
  ['2026-09-10T23:00:00+08:00', '今天'],
  ['2026-09-11T00:00:00+08:00', '明天'],
  ['2026-09-14T18:00:00+08:00', '4 天后'],
  ['2026-09-08T18:00:00+08:00', '2 天前'],
])('%s is %s', (instant, text) => {
  expect(distanceText(instant, NOW)).toBe(text);
});

test('nothing is said of no instant', () => {
  expect([momentText(null, NOW), momentText('x', NOW)]).toEqual(['', '']);
});
