import { readFileSync } from 'node:fs';
import { ticketQrText } from '../../domain/sign-up/ticket';
import { CONDITIONS, ticketPicture } from '../../bench/ticket-pictures';
import { prepareReader, readCode } from './zxing';

const TEXT = ticketQrText('ABCDEFGHJ2');

beforeAll(() => {
  const { buffer } = new Uint8Array(readFileSync(require.resolve('zxing-wasm/reader/zxing_reader.wasm')));
  prepareReader({ bytes: buffer });
});

test.each(CONDITIONS)('a ticket is read: %s', async (condition) => {
  const picture = ticketPicture(TEXT, 'H', condition, 7);
  expect(await readCode({ ...picture, colorSpace: 'srgb' })).toBe(TEXT);
});

test('a picture without a code gives none', async () => {
  const data = new Uint8ClampedArray(64 * 64 * 4).fill(128);
  expect(await readCode({ width: 64, height: 64, data, colorSpace: 'srgb' })).toBeNull();
});
