import { cleanPicture, MOST_PICTURE_BYTES } from './clean-picture';

/** What nobody must find in a picture that was cleaned. */
const SECRETS = ['GPS29.652N', 'Xiaomi 14', 'taken by Dolma', '2026:09:01 10:00:00', 'ftypmp42', '<x:xmpmeta'];
const secret = Buffer.from(SECRETS.join(' '), 'latin1');
const cleaned = (bytes: Buffer) => {
  const result = cleanPicture(bytes);
  if (!result.ok) throw new Error(result.code);
  return result.picture;
};
const finds = (bytes: Buffer): string[] => SECRETS.filter((text) => bytes.includes(text));

const u16 = (value: number): Buffer => Buffer.from([value >> 8, value & 0xff]);
const segment = (marker: number, ...parts: Buffer[]): Buffer => {
  const content = Buffer.concat(parts);
  return Buffer.concat([Buffer.from([0xff, marker]), u16(content.length + 2), content]);
};
const text = (value: string): Buffer => Buffer.from(value, 'latin1');

/** A directory with the orientation and a place for GPS, little endian as phones write it. */
function exif(turned: number): Buffer {
  const tiff = Buffer.alloc(38);
  tiff.write('II*\0', 'latin1');
  tiff.writeUInt32LE(8, 4);
  tiff.writeUInt16LE(2, 8);
  for (const [at, tag, value] of [
    [10, 0x0112, turned],
    [22, 0x8825, 40],
  ] as const) {
    tiff.writeUInt16LE(tag, at);
    tiff.writeUInt16LE(3, at + 2);
    tiff.writeUInt32LE(1, at + 4);
    tiff.writeUInt16LE(value, at + 8);
  }
  return Buffer.concat([text('Exif\0\0'), tiff, secret]);
}

const FRAME = segment(0xc0, Buffer.from([8, 0, 30, 0, 40, 1, 1, 0x11, 0]));
const SCAN = Buffer.concat([
  segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])),
  Buffer.from([1, 0xff, 0, 2, 0xff, 0xd0, 3]),
]);
const EOI = Buffer.from([0xff, 0xd9]);
const jpeg = (turned = 1, ...more: Buffer[]): Buffer =>
  Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    segment(0xe0, text('JFIF\0'), Buffer.from([1, 2, 0, 0, 1, 0, 1, 0, 0])),
    segment(0xe1, exif(turned)),
    segment(0xe1, text('http://ns.adobe.com/xap/1.0/\0'), secret),
    segment(0xe2, text('ICC_PROFILE\0'), Buffer.from([1, 1, 9])),
    segment(0xe2, text('MPF\0'), secret),
    segment(0xed, text('Photoshop 3.0\0'), secret),
    segment(0xfe, secret),
    segment(0xdb, Buffer.alloc(65)),
    FRAME,
    SCAN,
    EOI,
    ...more,
  ]);

test('a JPEG loses where, when and with what it was taken, and the film behind it; what makes the picture stays', () => {
  const picture = cleaned(jpeg(1, secret));
  expect(finds(jpeg(1, secret))).toEqual(SECRETS);
  expect(finds(picture.bytes)).toEqual([]);
  expect(picture).toMatchObject({ type: 'image/jpeg', width: 40, height: 30, turned: 1 });
  for (const part of [FRAME, SCAN, text('ICC_PROFILE')]) expect(picture.bytes.includes(part)).toBe(true);
  expect(picture.bytes.subarray(-2)).toEqual(EOI);
});

test('which way up it is stays known, and cleaning again changes nothing', () => {
  const picture = cleaned(jpeg(6));
  expect(picture.turned).toBe(6);
  expect(finds(picture.bytes)).toEqual([]);
  expect(cleaned(picture.bytes)).toEqual(picture);
});

const chunk = (name: string, content: Buffer): Buffer => {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(content.length);
  return Buffer.concat([length, text(name), content, Buffer.alloc(4)]);
};
const HEADER = Buffer.from([0, 0, 0, 40, 0, 0, 0, 30, 8, 2, 0, 0, 0]);
const png = (...chunks: Buffer[]): Buffer =>
  Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', HEADER),
    ...chunks,
    chunk('IDAT', Buffer.from([1, 2, 3])),
    chunk('IEND', Buffer.alloc(0)),
    secret,
  ]);

test.each(['eXIf', 'tEXt', 'zTXt', 'iTXt', 'tIME'])('a PNG loses %s', (name) => {
  const picture = cleaned(png(chunk(name, secret), chunk('gAMA', Buffer.alloc(4))));
  expect(finds(picture.bytes)).toEqual([]);
  expect(picture).toMatchObject({ type: 'image/png', width: 40, height: 30 });
  expect(picture.bytes).toEqual(png(chunk('gAMA', Buffer.alloc(4))).subarray(0, -secret.length));
});

test.each([
  ['a page', text('<html><script>alert(1)</script>'), 'not-a-picture'],
  ['an SVG', text('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'not-a-picture'],
  ['a GIF', text('GIF89a'), 'not-a-picture'],
  ['nothing', Buffer.alloc(0), 'not-a-picture'],
  ['half a JPEG', jpeg().subarray(0, 200), 'broken'],
  ['half a PNG', png().subarray(0, 40), 'broken'],
  ['a JPEG that never shows anything', Buffer.from([0xff, 0xd8, 0xff, 0xd9]), 'broken'],
  ['an animated PNG', png(chunk('acTL', Buffer.alloc(8))), 'animated'],
  ['a WebP, which Word does not show', text('RIFF\x1a\0\0\0WEBPVP8L'), 'not-a-picture'],
  ['too large a file', Buffer.alloc(MOST_PICTURE_BYTES + 1, 0xff), 'too-large'],
])('refuses %s', (_, bytes, code) => {
  expect(cleanPicture(bytes)).toEqual({ ok: false, code });
});

test('refuses more pixels than anybody prints', () => {
  const large = png();
  large.writeUInt32BE(2_000_000, 16);
  expect(cleanPicture(large)).toEqual({ ok: false, code: 'too-many-pixels' });
});

test('whatever bytes are changed, it answers, and never with what was taken out', () => {
  for (const whole of [jpeg(3), png(chunk('tEXt', secret))]) {
    for (let at = 0; at < whole.length; at += 7) {
      const bytes = Buffer.from(whole);
      bytes[at] = (bytes[at] ?? 0) ^ 0xff;
      expect(['boolean']).toContain(typeof cleanPicture(bytes).ok);
    }
  }
});
