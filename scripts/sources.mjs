// What a build is made from, as one hash: it is made again only when that changes.
import { createHash } from 'node:crypto';
import { readFile, readdir } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

const isTest = (file) => /\.test\.tsx?$/.test(file);

/** Every file below a folder; of a file, itself. */
export async function listFiles(path) {
  const entries = await readdir(path, { recursive: true, withFileTypes: true }).catch(() => null);
  if (entries === null) return [path];
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath ?? entry.path, entry.name));
}

/** Changes when a file below `sources` does, or `setting`. Tests and files that are not there do not count. */
export async function stampOf(sources, setting = '') {
  const files = (await Promise.all(sources.map((source) => listFiles(join(root, source))))).flat().sort();
  const read = async (file) => [file, await readFile(file).catch(() => null)];
  const contents = await Promise.all(files.filter((file) => !isTest(file)).map(read));
  const hash = createHash('sha256').update(setting);
  for (const [file, content] of contents) {
    if (content === null) continue;
    hash.update(relative(root, file).replaceAll('\\', '/')).update('\0').update(content).update('\0');
  }
  return hash.digest('hex');
}
