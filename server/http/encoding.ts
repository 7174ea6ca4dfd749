/** The forms that a page is kept in, and which of them a request can read. */
import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { LRUCache } from 'lru-cache';

export type Encoding = 'br' | 'gzip' | 'identity';

const compressGzip = promisify(gzip);
const compressBrotli = promisify(brotliCompress);

/** Of a full page, brotli's slowest setting saves a fifth for fifty times the time. */
const BROTLI_SLOW_BYTES = 16 * 1024;
const BROTLI_FAST = 5;

export async function encode(body: Buffer, encoding: Encoding): Promise<Buffer> {
  switch (encoding) {
    case 'identity':
      return body;
    case 'gzip':
      return compressGzip(body, { level: 9 });
    case 'br':
      return compressBrotli(body, {
        params: {
          [constants.BROTLI_PARAM_QUALITY]:
            body.length > BROTLI_SLOW_BYTES ? BROTLI_FAST : constants.BROTLI_MAX_QUALITY,
          [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
        },
      });
  }
}

const choices = new LRUCache<string, Encoding>({ max: 100 });

function negotiate(header: string): Encoding {
  const refused = /;\s*q=0(\.0*)?\s*$/;
  const accepted = new Set(
    header
      .split(',')
      .filter((entry) => !refused.test(entry))
      .map((entry) => (entry.split(';')[0] ?? '').trim().toLowerCase()),
  );
  if (accepted.has('br')) return 'br';
  return accepted.has('gzip') ? 'gzip' : 'identity';
}

/** RFC 9110, section 12.5.3, as far as three forms need it: the smallest one that is not refused. */
export function chooseEncoding(header: string | undefined): Encoding {
  if (header === undefined) return 'identity';
  const known = choices.get(header);
  if (known) return known;
  const choice = negotiate(header);
  choices.set(header, choice);
  return choice;
}

/** A strong validator: these very bytes. */
export function etagOf(body: Buffer): string {
  return `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`;
}

/** RFC 9110, section 13.1.2: weak comparison, since a cache on the way may have weakened the tag. */
export function matchesEtag(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false;
  if (header === etag || header === '*') return true;
  const strong = etag.replace(/^W\//, '');
  return header.split(',').some((entry) => entry.trim().replace(/^W\//, '') === strong);
}
