// Compressed forms beside the files of a browser build, which the server sends as they are.
import { readFile, writeFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { listFiles } from './sources.mjs';

const COMPRESSIBLE = new Set(['.html', '.js', '.css', '.svg', '.json', '.txt', '.wasm', '.webmanifest']);

/** Every file that `chosen` takes, small ones too: @fastify/static looks for the compressed form and takes none for a missing page. */
export async function compressAll(folder, chosen = () => true) {
  const brotli = { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } };
  for (const file of await listFiles(folder)) {
    if (!COMPRESSIBLE.has(extname(file)) || !chosen(file)) continue;
    const body = await readFile(file);
    await writeFile(`${file}.gz`, await promisify(gzip)(body, { level: 9 }));
    await writeFile(`${file}.br`, await promisify(brotliCompress)(body, brotli));
  }
}
