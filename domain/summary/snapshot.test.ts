import { createHash } from 'node:crypto';
import * as fc from 'fast-check';
import { sumOf } from '../figures/figures';
import { canonicalJson, fieldDifferences, freeze, type Json, type SummarySnapshot } from './snapshot';
import { EMPTY_SUMMARY } from './summary-body';

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');
const total = sumOf([]);
const SNAPSHOT: SummarySnapshot = {
  campaign: '2025',
  organisation: { id: 'lhasa', name: '拉萨市市场监督管理局', region: '540100' },
  version: 1,
  submittedAt: '2025-10-09T18:00:00+08:00',
  late: false,
  figures: { total, paragraphs: [{ key: '三(一)', name: '主题宣传', ...total }] },
  body: { ...EMPTY_SUMMARY, texts: { ...EMPTY_SUMMARY.texts, measures: '一、“加强”\n二、质量' } },
  contains: [{ organisation: 'county', name: '城关区市场监督管理局', version: 2, hash: 'c'.repeat(64) }],
};

test.each<readonly [string, Json, string]>([
  ['sorted keys, no spaces', { b: 1, a: [true, null, 'x'] }, '{"a":[true,null,"x"],"b":1}'],
  ['at every depth', { z: { d: 1, c: 2 } }, '{"z":{"c":2,"d":1}}'],
  ['capitals before small letters', { a: 1, B: 2 }, '{"B":2,"a":1}'],
  ['Chinese as it is', { 名: '质量\n"月"' }, '{"名":"质量\\n\\"月\\""}'],
  ['what is not there is left out', { a: undefined, b: 1 }, '{"b":1}'],
  ['lists keep their order', [3, 1, 2], '[3,1,2]'],
  ['nothing', {}, '{}'],
])('%s', (_, value, text) => {
  expect(canonicalJson(value)).toBe(text);
});

test.each([Number.NaN, Number.POSITIVE_INFINITY])('%p is no number of JSON', (value) => {
  expect(() => canonicalJson({ value })).toThrow();
});

const json = fc.jsonValue({ noUnicodeString: false }) as fc.Arbitrary<Json>;
const shuffled = (value: Json): Json => {
  if (Array.isArray(value)) return value.map(shuffled);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, field]) => [key, shuffled(field as Json)]),
  );
};

test('the same value gives the same text, whatever the order of its keys, and reads back', () => {
  fc.assert(
    fc.property(json, (value) => {
      const text = canonicalJson(value);
      expect(canonicalJson(shuffled(value))).toBe(text);
      expect(canonicalJson(JSON.parse(text) as Json)).toBe(text);
    }),
    { seed: 15 },
  );
});

test('the hash of a snapshot can be recomputed by anybody from its text', () => {
  const { text, hash } = freeze(SNAPSHOT, sha256);
  expect(JSON.parse(text)).toEqual(SNAPSHOT);
  expect(Object.keys(JSON.parse(text) as object)).toEqual(Object.keys(SNAPSHOT).sort());
  expect(hash).toBe(sha256(text));
  expect(hash).toMatch(/^[0-9a-f]{64}$/);
});

test.each<readonly [string, SummarySnapshot]>([
  ['version', { ...SNAPSHOT, version: 2 }],
  ['late', { ...SNAPSHOT, late: true }],
  ['a figure', { ...SNAPSHOT, figures: { ...SNAPSHOT.figures, total: { ...total, held: 1 } } }],
  ['a text', { ...SNAPSHOT, body: EMPTY_SUMMARY }],
  ['what it contains', { ...SNAPSHOT, contains: [] }],
])('the hash changes with %s', (_, other) => {
  expect(freeze(other, sha256).hash).not.toBe(freeze(SNAPSHOT, sha256).hash);
});

test.each<readonly [string, Json | undefined, Json | undefined, readonly object[]]>([
  ['nothing', { a: 1 }, { a: 1 }, []],
  ['a field', { a: { b: 1, c: 2 } }, { a: { b: 1, c: 3 } }, [{ path: 'a.c', before: 2, after: 3 }]],
  ['unknown before', { a: null }, { a: 0 }, [{ path: 'a', before: null, after: 0 }]],
  ['a case more', [{ t: 1 }], [{ t: 1 }, { t: 2 }], [{ path: '1', before: undefined, after: { t: 2 } }]],
  ['a field less', { a: 1 }, {}, [{ path: 'a', before: 1, after: undefined }]],
  ['another kind', { a: [1] }, { a: { 0: 1 } }, [{ path: 'a', before: [1], after: { 0: 1 } }]],
  ['the whole', 1, 2, [{ path: '', before: 1, after: 2 }]],
])('differences: %s', (_, before, after, expected) => {
  expect(fieldDifferences(before, after)).toEqual(expected);
});

test('two values differ in no field exactly when they are the same', () => {
  fc.assert(
    fc.property(json, json, (one, other) => {
      expect(fieldDifferences(one, shuffled(one))).toEqual([]);
      expect(fieldDifferences(one, other).length === 0).toBe(canonicalJson(one) === canonicalJson(other));
    }),
    { seed: 16 },
  );
});
