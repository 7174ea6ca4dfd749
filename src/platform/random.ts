/** Ids that the phone makes (RFC 9562, UUID version 4). They name things; no secret hangs on them. */

function randomBytes(): Uint8Array {
  const bytes = new Uint8Array(16);
  // Mini-programs have no `crypto`, and WeChat's own random source is asynchronous.
  if (typeof crypto === 'undefined') return bytes.map(() => Math.floor(Math.random() * 256));
  return crypto.getRandomValues(bytes);
}

export function freshId(): string {
  const hex = Array.from(randomBytes(), (byte, index) => {
    const marked = index === 6 ? (byte & 0x0f) | 0x40 : index === 8 ? (byte & 0x3f) | 0x80 : byte;
    return marked.toString(16).padStart(2, '0');
  }).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
