import { unzipSync } from 'fflate';
import readXlsxFile from 'read-excel-file/universal';
import { checkSheet, eventSheet } from '../../domain/event-import/check-sheet';
import { COLUMN_KEYS, COLUMNS, FAULT_COLUMN } from '../../domain/event-import/columns';
import { decideApply } from '../../domain/event-import/decide-apply';
import { cellText, type Sheet } from '../../domain/event-import/sheet';
import { ROSTER_COLUMNS } from '../../domain/roster/roster-export';
import { FACTS, GOOD, sheetOf, type RowTexts } from '../../domain/testing/event-sheet';
import { parseInstant } from '../../domain/time/time';
import { COLUMN_GUIDE } from '../../words/spreadsheets';
import { markedWorkbook } from './marked-workbook';
import { readFileSheets } from './read-file';
import { rosterCsv, rosterWorkbook, type RosterFile } from './roster-file';
import { eventWorkbook } from './template';
import { writeCsv } from './write-csv';
import { writeWorkbook } from './write-workbook';

/** What only survives as text. */
const TEXTS = [
  '=1+1',
  '+86 13800138000',
  '-5',
  '@某人',
  '007',
  '540102199001011234',
  '1E5',
  '2026-09-08T09:30:00+08:00',
  ' 前后有空格 ',
  '第一行\n第二行',
  '\t制表',
  '"引号"，<b>&amp;',
  "'撇号",
  "'=撇号和等号",
  '＝全角',
  '_x000D_',
  '𠮷、😀',
  '真',
];

const textsOf = (bytes: Uint8Array, name = 'a.xlsx'): string[][] =>
  readFileSheets({ name, bytes })[0].rows.map((row) => row.map(cellText));
const part = (bytes: Uint8Array, path: string): string => Buffer.from(unzipSync(bytes)[path] ?? []).toString();

test('every text of a workbook is read back as it was, by us and by another reader', async () => {
  const bytes = writeWorkbook([{ name: '名单', widths: [10], rows: TEXTS.map((text) => [text, '尾']) }]);
  expect(textsOf(bytes).map(([text]) => text)).toEqual(TEXTS);
  const [other] = await readXlsxFile(new Blob([Buffer.from(bytes)]), { trim: false });
  expect(other?.data.map(([text]) => text)).toEqual(TEXTS);
});

test('and of a CSV file, where what begins like a formula is guarded', () => {
  const bytes = writeCsv(TEXTS.map((text) => [text, '尾']));
  expect(textsOf(bytes, 'a.csv').map(([text]) => text)).toEqual(TEXTS);
  const csv = bytes.toString();
  expect(csv.startsWith('\ufeff')).toBe(true);
  for (const start of ['=1', '+8', '-5', '@', '＝'])
    expect(csv).toMatch(new RegExp(`\n"?'\\${start}|^\ufeff'\\${start}`));
});

test('what XML cannot hold is left out of a workbook', () => {
  expect(textsOf(writeWorkbook([{ name: 'a', widths: [], rows: [['甲\u0000乙\ud800丙\uffff']] }]))).toEqual([
    ['甲乙丙'],
  ]);
});

test('every cell is text, of text format', () => {
  const bytes = writeWorkbook([{ name: 'a', widths: [8], rows: [['1', { text: '2', style: 'marked' }]] }]);
  const sheet = part(bytes, 'xl/worksheets/sheet1.xml');
  expect(sheet.match(/<c [^>]*>/g)).toEqual(['<c r="A1" s="1" t="s">', '<c r="B1" s="5" t="s">']);
  const [, formats = ''] = /<cellXfs[^>]*>(.*)<\/cellXfs>/.exec(part(bytes, 'xl/styles.xml')) ?? [];
  // The last one is for the numbers of figures.
  const wanted = [...Array.from({ length: 6 }, () => 'numFmtId="49"'), 'numFmtId="0"'];
  expect(formats.match(/numFmtId="\d+"/g)?.slice(1)).toEqual(wanted);
});

test('the same content is the same file', () => {
  const make = (): Uint8Array => eventWorkbook({ ...FACTS, organiserKnown: true }, []);
  expect(Buffer.from(make()).equals(make())).toBe(true);
});

describe('the template', () => {
  const template = { items: FACTS.items, scope: '540000', organiserKnown: true };

  test('has a heading with notes, and reads as a file without events', () => {
    const bytes = eventWorkbook(template, []);
    expect(textsOf(bytes)).toEqual([COLUMN_KEYS.map((key) => COLUMNS[key].title)]);
    expect(checkSheet(readFileSheets({ name: 'a.xlsx', bytes })[0], FACTS)).toMatchObject({
      rows: 0,
      headingFaults: [],
      warnings: [],
    });
    const notes = part(bytes, 'xl/comments1.xml');
    for (const key of COLUMN_KEYS) expect(notes).toContain(COLUMN_GUIDE[key].how);
  });

  test('has drop-down lists on a hidden sheet, each choice of which is accepted', () => {
    const bytes = eventWorkbook(template, []);
    expect(part(bytes, 'xl/workbook.xml')).toContain('<sheet name="选项" sheetId="3" state="hidden"');
    const rules = [
      ...part(bytes, 'xl/worksheets/sheet1.xml').matchAll(
        /sqref="([A-Z]+)2:[A-Z]+2001"><formula1>选项!\$([A-D])\$2:\$[A-D]\$(\d+)</g,
      ),
    ];
    expect(rules.map(([, column, list]) => [column, list])).toEqual([
      ['B', 'A'],
      ['G', 'B'],
      ['M', 'C'],
      ['N', 'D'],
    ]);
    const strings = [...part(bytes, 'xl/sharedStrings.xml').matchAll(/<t[^>]*>([^<]*)</g)].map(
      ([, text]) => text ?? '',
    );
    const lists = part(bytes, 'xl/worksheets/sheet3.xml');
    const choicesOf = (column: string): string[] =>
      [...lists.matchAll(new RegExp(`r="${column}(\\d+)" s="1" t="s"><v>(\\d+)<`, 'g'))]
        .slice(1)
        .map(([, , at]) => strings[Number(at)] ?? '');
    const tried = [
      ...choicesOf('A').map((item) => ({ item })),
      ...choicesOf('B').map((region) => ({ region })),
      ...choicesOf('C').map((audiences) => ({ audiences })),
      ...choicesOf('D').map((form) => ({ form })),
    ];
    expect(tried.length).toBe(2 + 82 + 7 + 5);
    const rows = tried.map((choice, at) => ({ ...GOOD, ...choice, id: `a-${at}` }));
    expect(checkSheet(sheetOf(rows), FACTS).faults).toEqual([]);
  });

  test('its examples are right', () => {
    const row = Object.fromEntries(COLUMN_KEYS.map((key) => [key, COLUMN_GUIDE[key].example]));
    expect(checkSheet(sheetOf([row]), FACTS)).toMatchObject({
      faults: [],
      warnings: [],
      changes: [{ outcome: 'new' }],
    });
  });

  test('events that are written into it are read back', () => {
    const bytes = eventWorkbook(template, [GOOD, { ...GOOD, id: '007', title: '=1+1' }]);
    const { faults, changes } = checkSheet(readFileSheets({ name: 'a.xlsx', bytes })[0], FACTS);
    expect(faults).toEqual([]);
    expect(changes.map(({ id, body }) => [id, body.title])).toEqual([
      ['lhasa-1', GOOD.title],
      ['007', '=1+1'],
    ]);
  });
});

describe('the marked workbook', () => {
  const rows: RowTexts[] = [
    { ...GOOD, id: 'good' },
    { ...GOOD, id: 'bad-1', startsAt: '9/8', title: '报名费50元' },
    { ...GOOD, id: 'bad-2', region: '火星' },
    {
      ...GOOD,
      id: '',
      startsAt: { kind: 'date', instant: parseInstant('2026-09-08T09:30:00+08:00') ?? 0, hasTime: true },
    },
  ];
  const sheet = sheetOf(rows);
  const mark = (of: Sheet): Uint8Array => markedWorkbook(of, checkSheet(of, FACTS), FACTS) ?? new Uint8Array();
  const read = (bytes: Uint8Array): Sheet => eventSheet(readFileSheets({ name: 'a.xlsx', bytes }));

  test('has the bad rows only, with the cells marked, noted, and all that is wrong in the last column', () => {
    const bytes = mark(sheet);
    const lines = textsOf(bytes);
    expect(lines[0]?.at(-1)).toBe(FAULT_COLUMN);
    expect(lines.slice(1).map((line) => line[0])).toEqual(['bad-1', 'bad-2', '']);
    expect(lines[1]?.at(-1)).toBe(
      '标题：质量月活动不收费，请删去涉及收费的文字“报名费”。\n开始时间：请写全四位年份，例如“2026-09-08 09:30”。',
    );
    expect(lines[3]?.[10]).toBe('2026-09-08 09:30');
    expect(part(bytes, 'xl/worksheets/sheet1.xml').match(/<c r="[A-Z]+\d+" s="5"/g)).toEqual(
      ['C2', 'K2', 'G3', 'A4'].map((cell) => `<c r="${cell}" s="5"`),
    );
    expect(part(bytes, 'xl/comments1.xml').match(/ref="[A-Z]+\d"/g)).toEqual([
      'ref="C2"',
      'ref="K2"',
      'ref="G3"',
      'ref="A4"',
    ]);
  });

  test('unmended it has the same faults, and is marked again with one column of them', () => {
    const again = read(mark(sheet));
    const codes = (of: Sheet): string[] => checkSheet(of, FACTS).faults.map(({ code }) => code);
    expect(codes(again)).toEqual(codes(sheet));
    expect(textsOf(mark(again))).toEqual(textsOf(mark(sheet)));
  });

  test('mended it is taken, beside the good rows that went before', () => {
    const first = { ...checkSheet(sheet, FACTS), sha256: 'a' };
    expect(decideApply(first, { sha256: 'a', revs: new Map(), onlyGood: true })).toMatchObject({
      ok: true,
      writes: [{ id: 'good' }],
    });
    const mended = textsOf(mark(sheet)).map((line) => [...line]);
    const titles = mended[0] ?? [];
    const set = (line: number, key: (typeof COLUMN_KEYS)[number], text: string): void => {
      const row = mended[line];
      if (row) row[titles.indexOf(COLUMNS[key].title)] = text;
    };
    set(1, 'startsAt', '2026-9-8 9:30');
    set(1, 'title', '走进实验室');
    set(2, 'region', '拉萨市');
    set(3, 'id', 'bad-3');
    const bytes = writeWorkbook([{ name: 'a', widths: [], rows: mended }]);
    expect(checkSheet(read(bytes), FACTS)).toMatchObject({
      ...{ headingFaults: [], faults: [], warnings: [] },
      changes: [{ id: 'bad-1' }, { id: 'bad-2' }, { id: 'bad-3' }],
    });
  });

  test('is none where nothing is wrong, or nothing was read', () => {
    for (const sheet of [sheetOf([GOOD]), sheetOf([GOOD], ['id', 'item', 'title'])]) {
      expect(markedWorkbook(sheet, checkSheet(sheet, FACTS), FACTS)).toBeNull();
    }
  });

  test('keeps columns of one’s own', () => {
    const own = {
      ...sheet,
      rows: sheet.rows.map((row, at) => [...row, { kind: 'text' as const, text: at === 0 ? '负责人' : `人${at}` }]),
    };
    expect(textsOf(mark(own)).map((line) => line.at(-2))).toEqual(['负责人', '人2', '人3', '人4']);
  });
});

describe('a roster', () => {
  const file: RosterFile = {
    organisation: '拉萨市市场监督管理局',
    event: '走进计量实验室',
    purpose: 'contact',
    at: parseInstant('2026-09-09T10:00:00+08:00') ?? 0,
    columns: ['mobile', 'name', 'creditCode', 'signedUpAt', 'attendedAt', 'seats'],
    lines: [
      {
        name: '=示例一',
        mobile: '13800138000',
        seats: 3,
        creditCode: '91540000000000000X',
        signedUpAt: parseInstant('2026-09-01T09:00:00+08:00') ?? 0,
      },
      { name: '+示例二', mobile: '007', creditCode: '123456789012345678' },
    ],
  };
  const HEADING =
    '拉萨市市场监督管理局　走进计量实验室　用途：联系通知　导出时间：2026-09-09T10:00:00+08:00　含个人信息，仅限上述用途，用后请删除';
  const LINES = [
    ['姓名', '手机号', '人数', '统一社会信用代码', '报名时间', '到场时间'],
    ['=示例一', '13800138000', '3', '91540000000000000X', '2026-09-01T09:00:00+08:00', ''],
    ['+示例二', '007', '', '123456789012345678', '', ''],
  ];
  /** A row's empty end is no part of it. */
  const trimmed = (lines: string[][]): string[][] => lines.map((line) => [...line, '', '', ''].slice(0, 6));

  test('says whose it is, what for and of when; every cell is read back as it was', async () => {
    const bytes = rosterWorkbook(file);
    expect(trimmed(textsOf(bytes))).toEqual(trimmed([[HEADING], ...LINES]));
    const [other] = await readXlsxFile(new Blob([Buffer.from(bytes)]), { trim: false });
    expect(other?.data.slice(1).map((line) => line.map((cell) => cell ?? ''))).toEqual(
      LINES.map((line) => line.map(String)),
    );
  });

  test('as CSV too', () => {
    expect(trimmed(textsOf(rosterCsv(file), 'a.csv'))).toEqual(trimmed([[HEADING], ...LINES]));
  });

  test('every column has a title of its own', () => {
    const titles = textsOf(rosterWorkbook({ ...file, columns: ROSTER_COLUMNS }))[1] ?? [];
    expect(new Set(titles).size).toBe(ROSTER_COLUMNS.length);
  });
});
