import { FACTS, GOOD } from '../../domain/testing/event-sheet';
import { HOSTILE_WORKBOOKS } from '../testing/hostile-workbooks';
import { packed, rawWorkbook } from '../testing/raw-workbook';
import { FILE_REFUSALS } from '../../words/spreadsheets';
import { MOST_BYTES, MOST_COLUMNS, MOST_ENTRIES, MOST_ROWS } from './limits';
import { runInWorker } from './run-in-worker';
import { eventWorkbook } from './template';
import { writeWorkbook } from './write-workbook';

const MB = 1024 * 1024;
const good = rawWorkbook({ sheet: '' });

const rowsOf = (count: number): string =>
  Array.from({ length: count }, (_, at) => `<row r="${at + 1}"><c r="A${at + 1}"><v>1</v></c></row>`).join('');
const withPart = (path: string): Uint8Array => rawWorkbook({ sheet: '', parts: { [path]: '<x/>' } });
const encrypted = (): Uint8Array => {
  const file = Buffer.from(good);
  const at = file.indexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]));
  file.writeUInt16LE(file.readUInt16LE(at + 8) | 1, at + 8);
  return file;
};

const CASES: readonly [string, Uint8Array, keyof typeof FILE_REFUSALS, string?][] = [
  ...HOSTILE_WORKBOOKS,
  ['connections', withPart('xl/connections.xml'), 'external-links'],
  ['macros', withPart('xl/vbaProject.bin'), 'macros'],
  [
    'more entries than a workbook has',
    packed(Object.fromEntries(Array.from({ length: MOST_ENTRIES + 1 }, (_, at) => [`a${at}`, '']))),
    'too-many-entries',
  ],
  ['more than 1 MB', Buffer.alloc(MOST_BYTES + 1, 'PK'), 'file-too-large'],
  ['more rows', rawWorkbook({ sheet: rowsOf(MOST_ROWS + 11) }), 'too-many-rows'],
  [
    'an old workbook, or one with a password',
    Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
    'old-excel',
  ],
  ['a zip with a password', encrypted(), 'password'],
  ['a page named .xlsx', Buffer.from('\ufeff<html><table><tr><td>编号</td></tr></table></html>'), 'web-page'],
  ['a page of Excel 2003', Buffer.from('<?xml version="1.0"?><Workbook/>'), 'web-page'],
  ['a picture named .xlsx', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a]), 'not-a-workbook'],
  ['a text named .xlsx', Buffer.from('编号,标题'), 'not-a-workbook'],
  [
    'a document named .xlsx',
    packed({ '[Content_Types].xml': '<Types/>', 'word/document.xml': '<w/>' }),
    'not-a-workbook',
  ],
  ['another zip', packed({ 'a.txt': 'a' }), 'not-a-workbook'],
  ['half a workbook', good.subarray(0, good.length / 2), 'broken-workbook'],
  ['a workbook of broken XML', rawWorkbook({ sheet: '<row><c' }), 'broken-workbook'],
  [
    'nothing but a hidden sheet',
    writeWorkbook([{ name: '隐藏', isHidden: true, widths: [], rows: [['编号']] }]),
    'no-sheet',
  ],
  ['nothing', new Uint8Array(), 'empty-file'],
  ['CSV that is no text', Buffer.from([0x80, 0x81, 0xff, 0xff]), 'unknown-encoding', 'a.csv'],
  ['CSV with half a quotation', Buffer.from('编号,标题\r\n1,"开放日\r\n'), 'not-csv', 'a.csv'],
  ['CSV of 300 columns', Buffer.from(Array.from({ length: 300 }, () => '列').join(',')), 'too-many-columns', 'a.csv'],
  ['CSV of too many rows', Buffer.from('1\n'.repeat(MOST_ROWS + 11)), 'too-many-rows', 'a.csv'],
];

test.each(CASES)('%s', async (_, bytes, refusal, name = 'a.xlsx') => {
  expect(await runInWorker('check', { file: { name, bytes }, facts: FACTS })).toEqual({ ok: false, refusal });
});

test('formats that reach far beyond the last cell are no columns', async () => {
  const sheet = `<row r="1"><c r="A1"><v>1</v></c><c r="XFD1" s="0"/></row><row r="1048576"><c r="A1048576"/></row>`;
  const result = await runInWorker('check', { file: { name: 'a.xlsx', bytes: rawWorkbook({ sheet }) }, facts: FACTS });
  expect(result).toMatchObject({ ok: true, output: { headingFaults: [{ code: 'no-heading' }] } });
});

test('what takes too long is ended, and the next job runs', async () => {
  const many = Array.from({ length: MOST_ROWS }, (_, at) => ({ ...GOOD, id: `a-${at}` }));
  const large = { name: 'a.xlsx', bytes: eventWorkbook({ ...FACTS, organiserKnown: true }, many) };
  expect(await runInWorker('check', { file: large, facts: FACTS }, 1)).toEqual({ ok: false, refusal: 'took-too-long' });
  const file = { name: 'a.xlsx', bytes: good };
  expect(await runInWorker('check', { file, facts: FACTS })).toMatchObject({ ok: true });
  expect(await runInWorker('check', { file: large, facts: FACTS }, 60_000)).toMatchObject({
    ok: true,
    output: { rows: MOST_ROWS, faults: [] },
  });
}, 60_000);

test('the sentences name the limits that there are', () => {
  expect(FILE_REFUSALS['too-many-rows']).toContain(`${MOST_ROWS} 行`);
  expect(FILE_REFUSALS['too-many-columns']).toContain(`${MOST_COLUMNS} 列`);
  expect(FILE_REFUSALS['file-too-large']).toContain(`${MOST_BYTES / MB} MB`);
});
