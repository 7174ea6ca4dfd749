/** Bodies that nobody sends in earnest: broken, oversized, of the wrong kind, or a good one with something put wrong. */
import fc from 'fast-check';

export interface FuzzBody {
  readonly contentType: string | null;
  readonly payload: Buffer;
}

const JSON_TYPE = 'application/json';
const raw = (payload: string | Buffer, contentType: string | null = JSON_TYPE): FuzzBody => ({
  contentType,
  payload: Buffer.from(payload),
});
const deep = (open: string, close: string, levels: number): string => open.repeat(levels) + close.repeat(levels);

/** Values for any field. */
const NASTY_VALUES: readonly unknown[] = [
  null,
  true,
  -1,
  0,
  1.5,
  1e308,
  2 ** 53,
  2 ** 31,
  -(2 ** 63),
  5e-324,
  '',
  ' ',
  '\u0000',
  'a\u0000b',
  '\ud800',
  '\udfff王',
  '\u202e\u200b\ufeff',
  '𠮷'.repeat(60),
  '👩‍👩‍👧',
  'x'.repeat(60_000),
  '9'.repeat(400),
  "'; drop table sign_up; --",
  '${jndi:ldap://x}',
  '<script>alert(1)</script>',
  '../../etc/passwd',
  '%00',
  'NaN',
  'null',
  '__proto__',
  '540102199003077418',
  '2026-02-30T25:61:00+08:00',
  '+275760-09-13T00:00:00Z',
  [],
  {},
  [[[[[]]]]],
  [null],
  { length: 1e9 },
  { toString: 1, valueOf: 1 },
  { constructor: { prototype: { admin: true } } },
  Array.from({ length: 5_000 }, () => 0),
  Array.from({ length: 400 }, () => ({ name: '王小明', mobile: '13800138000' })),
];

/** What is wrong with the whole body. */
const NASTY_BODIES: readonly FuzzBody[] = [
  ...['', ' ', '{', '}', '[', 'nul', 'null', 'true', '0', '"x"', '[]', '{}', '1e999', '-', "{'a':1}", '{"a":1,}'].map(
    (text) => raw(text),
  ),
  raw('{"a":1}{"b":2}'),
  raw('\ufeff{}'),
  raw('{"a":"\u0000"}'),
  raw('{"__proto__":{"admin":true}}'),
  raw('{"kind":"device","__proto__":{"code":"x"}}'),
  raw('{"constructor":{"prototype":{"admin":true}}}'),
  raw('{"kind":"wechat","kind":"device","code":"x"}'),
  raw(deep('[', ']', 30_000)),
  raw(`${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}`),
  raw(`{"form":${'{"a":'.repeat(9_000)}1${'}'.repeat(9_000)}}`),
  raw(`{"id":${'9'.repeat(60_000)}}`),
  raw(JSON.stringify(Object.fromEntries(Array.from({ length: 5_000 }, (_, index) => [`k${index}`, index])))),
  raw(`"${'x'.repeat(70_000)}"`),
  raw(Buffer.from([0xff, 0xfe, 0x7b, 0x7d])),
  raw(Buffer.from('{"reason":"\xc3\x28\xa0"}', 'latin1')),
  raw('{"kind":"device"}', null),
  raw('{"kind":"device"}', 'text/plain'),
  raw('{"kind":"device"}', 'application/x-www-form-urlencoded'),
  raw('{"kind":"device"}', 'application/json, text/html'),
  raw('{"kind":"device"}', 'application/json; charset=utf-16'),
  raw('--x\r\ncontent-disposition: form-data; name="a"\r\n\r\n1\r\n--x--', 'multipart/form-data; boundary=x'),
  raw('<a/>', 'text/xml'),
  raw('{}', 'x'.repeat(4_000)),
  raw('kind=device', '*/*'),
];

/** Places of a value's parts: `['form', 'attendees', 0, 'name']`. */
function placesOf(value: unknown, at: readonly (string | number)[] = []): (readonly (string | number)[])[] {
  if (typeof value !== 'object' || value === null) return [at];
  const parts = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  return [at, ...parts.flatMap(([key, part]) => placesOf(part, [...at, key]))];
}

/** The value with the part at a place put in, left out (`undefined`), or beside it something unknown. */
function replace(value: unknown, [key, ...rest]: readonly (string | number)[], by: unknown): unknown {
  if (key === undefined) return by;
  if (Array.isArray(value))
    return value.map((part, index) => (index === key ? replace(part, rest, by) : (part as unknown)));
  const record = value as Readonly<Record<string, unknown>>;
  return { ...record, [key]: replace(record[String(key)], rest, by) };
}

const nastyValue = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom<unknown>(...NASTY_VALUES, undefined) },
  { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 4 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 300 }) },
  { weight: 1, arbitrary: fc.double() },
);

const asJson = (value: unknown): FuzzBody => raw(value === undefined ? '' : JSON.stringify(value));

/** Spoils `good` in one or two places, or the whole. */
export function fuzzBodies(good: unknown): fc.Arbitrary<FuzzBody> {
  const whole = fc.oneof(
    fc.constantFrom(...NASTY_BODIES),
    fc.jsonValue({ maxDepth: 6 }).map(asJson),
    fc.uint8Array({ maxLength: 400 }).map((bytes) => raw(Buffer.from(bytes))),
  );
  if (good === undefined) return whole;
  const places = placesOf(good);
  const spot = fc.constantFrom(...places);
  const spoilt = fc
    .array(fc.tuple(spot, nastyValue), { minLength: 1, maxLength: 2 })
    .map((changes) => changes.reduce<unknown>((body, [place, by]) => trySpoil(body, place, by), good))
    .map(asJson);
  const added = fc.tuple(fc.string(), nastyValue).map(([name, value]) => asJson({ ...Object(good), [name]: value }));
  const cut = fc.nat().map((at) => {
    const text = JSON.stringify(good);
    return raw(text.slice(0, at % text.length));
  });
  return fc.oneof({ weight: 6, arbitrary: spoilt }, { weight: 1, arbitrary: added }, cut, {
    weight: 2,
    arbitrary: whole,
  });
}

/** A first change may have taken the place of the second away. */
function trySpoil(body: unknown, place: readonly (string | number)[], by: unknown): unknown {
  try {
    return replace(body, place, by);
  } catch {
    return body;
  }
}

/** For the parts of an address. */
export const fuzzParts: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(
    '',
    '.',
    '..',
    '%00',
    '%ff',
    '%zz',
    '__proto__',
    'x'.repeat(64),
    'x'.repeat(3_000),
    encodeURIComponent('王'),
  ),
  fc.constantFrom("'; drop table event; --", '\u0000', '../../x', '{}').map(encodeURIComponent),
  fc.string({ unit: 'grapheme', maxLength: 40 }).map((text) => encodeURIComponent(text)),
);
