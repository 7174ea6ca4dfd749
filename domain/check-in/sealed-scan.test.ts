import { phoneCrypto } from './pack-crypto';
import type { Scan } from './scan';
import { makeSeal, openScan, sealScan } from './sealed-scan';

const seal = makeSeal('a-token-of-a-device', phoneCrypto);
const ID = '0b7e2f7c-3a51-4c7e-9d0a-5d5b6a1c2e3f';
const scan: Scan = {
  ...{ id: ID, event: 'lab', at: 1_790_000_000_000, offline: true },
  ...{ kind: 'enter', ticket: 'ABCDEFGH23', seats: 2 },
};

test('is read back as it was, and says nothing in clear', () => {
  const sealed = sealScan(scan, seal, phoneCrypto);
  expect(openScan(ID, sealed, seal, phoneCrypto)).toEqual(scan);
  expect(sealed).toMatch(/^[0-9a-f]+$/);
  expect(Buffer.from(sealed, 'hex').toString('latin1')).not.toContain('ABCDEFGH23');
});

test.each([
  ['another device’s token', ID, makeSeal('another', phoneCrypto), 0],
  ['another scan’s id', ID.replace('0b', '0c'), seal, 0],
  ['a damaged text', ID, seal, 2],
])('does not open with %s', (_, id, key, cut) => {
  expect(openScan(id, sealScan(scan, seal, phoneCrypto).slice(cut), key, phoneCrypto)).toBeNull();
});
