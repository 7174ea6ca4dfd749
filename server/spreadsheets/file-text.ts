/** The text of a file as Chinese editors and spreadsheets save it. */

const UTF16 = [
  [0xff, 0xfe, 'utf-16le'],
  [0xfe, 0xff, 'utf-16be'],
] as const;

function decode(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Windows writes UTF-16 with a mark in front; some programs leave it out. Signs of ASCII have one half of zeros. */
function encodingByZeros(bytes: Uint8Array): string | null {
  const start = bytes.subarray(0, 4096);
  const zeros = [0, 0];
  start.forEach((byte, at) => {
    if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = zeros;
  if (even + odd < start.length / 40) return null;
  return odd > even ? 'utf-16le' : 'utf-16be';
}

/**
 * UTF-8, UTF-16 with or without its mark, or GB 18030 (and with it GBK and GB 2312), by what the bytes can be read as;
 * `null`: none of these.
 */
export function decodeFile(bytes: Uint8Array): string | null {
  const marked = UTF16.find(([one, other]) => bytes[0] === one && bytes[1] === other)?.[2] ?? encodingByZeros(bytes);
  if (marked !== null) return decode(bytes, marked);
  return decode(bytes, 'utf-8') ?? decode(bytes, 'gb18030');
}
