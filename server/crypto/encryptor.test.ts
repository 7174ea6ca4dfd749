import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Encryptor, type PiiKey } from './encryptor';
import { developmentKeys } from './development-key';

const keyOf = (id: string): PiiKey => ({ id, key: randomBytes(32) });
const OLD = keyOf('2025');
const NEW = keyOf('2026');

describe('what is sealed', () => {
  test('opens in its own place, and says nothing by itself', () => {
    const encryptor = new Encryptor([NEW]);
    const encrypted = encryptor.encrypt('王小明 13800138000', 'row 1');
    expect(encryptor.decrypt(encrypted, 'row 1')).toBe('王小明 13800138000');
    expect(Buffer.from(encrypted.encrypted, 'base64').toString()).not.toContain('13800138000');
    expect(encryptor.encrypt('王小明 13800138000', 'row 1').encrypted).not.toBe(encrypted.encrypted);
  });

  test('does not open in another row', () => {
    const encryptor = new Encryptor([NEW]);
    expect(encryptor.decrypt(encryptor.encrypt('a', 'row 1'), 'row 2')).toBeNull();
  });

  test.each([0, 12, 28, -1])('does not open with byte %d changed', (at) => {
    const encryptor = new Encryptor([NEW]);
    const { keyId, encrypted } = encryptor.encrypt('a long enough text', 'row');
    const bytes = Buffer.from(encrypted, 'base64');
    const index = at < 0 ? bytes.length + at : at;
    bytes.writeUInt8(bytes.readUInt8(index) ^ 1, index);
    expect(encryptor.decrypt({ keyId, encrypted: bytes.toString('base64') }, 'row')).toBeNull();
    expect(encryptor.decrypt({ keyId, encrypted: '' }, 'row')).toBeNull();
  });
});

test('keys rotate: the new one seals, the old one still opens, a dropped one does not', () => {
  const encrypted = new Encryptor([OLD]).encrypt('a', 'row');
  const rotated = new Encryptor([NEW, OLD]);
  expect(rotated.decrypt(encrypted, 'row')).toBe('a');
  expect(rotated.encrypt('a', 'row').keyId).toBe('2026');
  expect(new Encryptor([NEW]).decrypt(encrypted, 'row')).toBeNull();
});

test('the trial key is made once, for its owner only', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'quality-month-key-'));
  try {
    const dataDir = join(folder, 'data');
    const [first, second] = await Promise.all([developmentKeys(dataDir), developmentKeys(dataDir)]);
    expect(second).toEqual(first);
    expect(statSync(join(dataDir, 'pii.key')).mode & 0o777).toBe(0o600);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
