import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Sealer, type PiiKey } from './sealer';
import { trialKeys } from './trial-key';

const keyOf = (id: string): PiiKey => ({ id, key: randomBytes(32) });
const OLD = keyOf('2025');
const NEW = keyOf('2026');

describe('what is sealed', () => {
  test('opens in its own place, and says nothing by itself', () => {
    const sealer = new Sealer([NEW]);
    const sealed = sealer.seal('王小明 13800138000', 'row 1');
    expect(sealer.open(sealed, 'row 1')).toBe('王小明 13800138000');
    expect(Buffer.from(sealed.sealed, 'base64').toString()).not.toContain('13800138000');
    expect(sealer.seal('王小明 13800138000', 'row 1').sealed).not.toBe(sealed.sealed);
  });

  test('does not open in another row', () => {
    const sealer = new Sealer([NEW]);
    expect(sealer.open(sealer.seal('a', 'row 1'), 'row 2')).toBeNull();
  });

  test.each([0, 12, 28, -1])('does not open with byte %d changed', (at) => {
    const sealer = new Sealer([NEW]);
    const { keyId, sealed } = sealer.seal('a long enough text', 'row');
    const bytes = Buffer.from(sealed, 'base64');
    const index = at < 0 ? bytes.length + at : at;
    bytes.writeUInt8(bytes.readUInt8(index) ^ 1, index);
    expect(sealer.open({ keyId, sealed: bytes.toString('base64') }, 'row')).toBeNull();
    expect(sealer.open({ keyId, sealed: '' }, 'row')).toBeNull();
  });
});

test('keys rotate: the new one seals, the old one still opens, a dropped one does not', () => {
  const sealed = new Sealer([OLD]).seal('a', 'row');
  const rotated = new Sealer([NEW, OLD]);
  expect(rotated.open(sealed, 'row')).toBe('a');
  expect(rotated.seal('a', 'row').keyId).toBe('2026');
  expect(new Sealer([NEW]).open(sealed, 'row')).toBeNull();
});

test('the trial key is made once, for its owner only', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'quality-month-key-'));
  try {
    const dataDir = join(folder, 'data');
    const [first, second] = await Promise.all([trialKeys(dataDir), trialKeys(dataDir)]);
    expect(second).toEqual(first);
    expect(statSync(join(dataDir, 'pii.key')).mode & 0o777).toBe(0o600);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
