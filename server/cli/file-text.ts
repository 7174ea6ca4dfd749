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

/** Windows writes UTF-16 with a mark in front; some programs leave it out, but JSON begins with a character of ASCII. */
function encodingByZeros([first, second]: Uint8Array): string | null {
  if (first !== 0 && second === 0) return 'utf-16le';
  return first === 0 && second !== 0 ? 'utf-16be' : null;
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
