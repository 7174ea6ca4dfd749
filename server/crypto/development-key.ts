/** A key for a trial of the server: made once, beside the data that it encrypts. Production must name its own. */
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { PiiKeys } from './encryptor';

const KEY_BYTES = 32;

/** Only its owner may read the file. Of several processes that start at once, one makes it, and it is whole at once. */
export async function developmentKeys(dataDir: string): Promise<PiiKeys> {
  await mkdir(dataDir, { recursive: true });
  const path = join(dataDir, 'pii.key');
  if (!existsSync(path)) {
    const draft = `${path}.${randomBytes(6).toString('hex')}`;
    await writeFile(draft, randomBytes(KEY_BYTES).toString('base64'), { mode: 0o600 });
    // Fails if another process was first; then its key is the one.
    await link(draft, path).catch(() => undefined);
    await rm(draft);
  }
  const key = Buffer.from(await readFile(path, 'utf8'), 'base64');
  if (key.length !== KEY_BYTES) throw new Error('the trial key is damaged');
  return [{ id: 'trial', key }];
}
