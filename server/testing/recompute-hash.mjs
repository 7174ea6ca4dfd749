// Recomputes the hash of a summary from its Word or Excel file, with nothing of the server: a small reader of zip files
// (APPNOTE.TXT, 4.3), the canonical JSON that lies in the file, SHA-256. Prints both hashes: recomputed, printed.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { inflateRawSync } from 'node:zlib';

const bytes = readFileSync(process.argv[2]);
const parts = new Map();
const end = bytes.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
for (let at = bytes.readUInt32LE(end + 16), left = bytes.readUInt16LE(end + 10); left > 0; left -= 1) {
  const [method, packed, nameLength, extra, comment, local] = [
    bytes.readUInt16LE(at + 10),
    bytes.readUInt32LE(at + 20),
    bytes.readUInt16LE(at + 28),
    bytes.readUInt16LE(at + 30),
    bytes.readUInt16LE(at + 32),
    bytes.readUInt32LE(at + 42),
  ];
  const name = bytes.toString('utf8', at + 46, at + 46 + nameLength);
  const from = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
  const content = bytes.subarray(from, from + packed);
  parts.set(name, (method === 8 ? inflateRawSync(content) : content).toString('utf8'));
  at += 46 + nameLength + extra + comment;
}
const plain = (xml) =>
  xml
    .replace(/<[^>]*>/g, '')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'")
    .replace(/&amp;/g, '&')
    .replace(/_x005F_/g, '_');
const dataOf = () => {
  if (parts.has('customXml/item1.xml')) return plain(parts.get('customXml/item1.xml').replace(/<\?[^>]*\?>\s*/, ''));
  const shared = [...parts.get('xl/sharedStrings.xml').matchAll(/<si>(.*?)<\/si>/gs)].map(([, item]) => plain(item));
  const sheets = [...parts.keys()].filter((name) => name.startsWith('xl/worksheets/sheet')).sort();
  return [...parts.get(sheets[sheets.length - 1]).matchAll(/<v>(\d+)<\/v>/g)].map(([, n]) => shared[n]).join('');
};
const footers = [...parts].flatMap(([name, xml]) => {
  if (name.startsWith('word/footer')) return [plain(xml)];
  return name.startsWith('xl/worksheets/') ? (xml.match(/<oddFooter>.*?<\/oddFooter>/s) ?? []).map(plain) : [];
});
const printed = new Set(footers.flatMap((text) => text.match(/[0-9a-f]{64}/g) ?? []));
const data = dataOf();
// The text is canonical: written again with sorted keys it is the same.
const canonical = (value) =>
  Array.isArray(value)
    ? `[${value.map(canonical).join(',')}]`
    : value !== null && typeof value === 'object'
      ? `{${Object.keys(value)
          .sort()
          .map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`)
          .join(',')}}`
      : JSON.stringify(value);
const again = canonical(JSON.parse(data));
process.stdout.write(
  JSON.stringify({ recomputed: createHash('sha256').update(again).digest('hex'), printed: [...printed] }),
);
