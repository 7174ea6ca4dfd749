import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkSheet, eventSheet } from '../../domain/event-import/check-sheet';
import { cellText, type Cell, type Sheet } from '../../domain/event-import/sheet';
import { FACTS, GOOD, sheetOf } from '../../domain/testing/event-sheet';
import { rawWorkbook, type RawWorkbook } from '../testing/raw-workbook';
import { readFileSheets } from './read-file';

const read = (bytes: Uint8Array, name = '活动.xlsx'): Sheet => readFileSheets({ name, bytes })[0];
const fixture = (name: string): Uint8Array => readFileSync(join(__dirname, '../testing/spreadsheets', name));
const cells = (of: RawWorkbook): (Cell | null)[] => [...(read(rawWorkbook(of)).rows[0] ?? [])];
const row = (inside: string): string => `<row r="1">${inside}</row>`;

describe('kinds of cells', () => {
  test.each<[string, RawWorkbook, (Cell | null)[]]>([
    [
      'texts in the cell, with blanks, escapes and entities',
      { sheet: row('<c r="A1" t="inlineStr"><is><t xml:space="preserve"> 甲&amp;乙_x000D_&#x4e19; </t></is></c>') },
      [{ kind: 'text', text: ' 甲&乙\r丙 ' }],
    ],
    [
      'shared texts in runs, without the reading above them',
      {
        strings:
          '<si><r><t>走进</t></r><r><rPr><b/></rPr><t>实验室</t></r><rPh sb="0" eb="2"><t>zǒu jìn</t></rPh></si>',
        sheet: row('<c r="B1" t="s"><v>0</v></c>'),
      },
      [null, { kind: 'text', text: '走进实验室' }],
    ],
    [
      'numbers, with the zeros that their format shows',
      {
        styles:
          '<numFmts><numFmt numFmtId="164" formatCode="000"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs>',
        sheet: row('<c r="A1"><v>540102</v></c><c r="B1" s="1"><v>7</v></c><c r="C1"><v>2.50</v></c>'),
      },
      [
        { kind: 'number', value: 540102, text: '540102' },
        { kind: 'number', value: 7, text: '007' },
        { kind: 'number', value: 2.5, text: '2.5' },
      ],
    ],
    [
      'formulas with and without their result, errors, ticks',
      {
        sheet: row(
          '<c r="A1" t="str"><f>A2</f><v>结果</v></c><c r="B1"><f>1+1</f></c><c r="C1" t="e"><f>1/0</f><v>#DIV/0!</v></c>' +
            '<c r="D1" t="b"><v>1</v></c><c r="E1" t="str"><f>A3</f><v></v></c><c r="F1" t="s"><f>A2</f></c>',
        ),
      },
      [
        { kind: 'text', text: '结果' },
        { kind: 'no-result' },
        { kind: 'error', text: '#DIV/0!' },
        { kind: 'boolean', value: true },
        null,
        { kind: 'no-result' },
      ],
    ],
    [
      'cells that do not say where they are',
      { sheet: '<row><c t="inlineStr"><is><t>甲</t></is></c><c/><c><v>1</v></c></row>' },
      [{ kind: 'text', text: '甲' }, null, { kind: 'number', value: 1, text: '1' }],
    ],
  ])('%s', (_, of, expected) => {
    expect(cells(of)).toEqual(expected);
  });

  test.each([
    ['yyyy-mm-dd', '2026-09-08'],
    ['yyyy/m/d h:mm;@', '2026-09-08 09:30'],
    ['yyyy"年"m"月"d"日"', '2026-09-08'],
    ['[$-804]yyyy"年"m"月"d"日" 上午/下午h"时"mm"分"', '2026-09-08 09:30'],
    ['[DBNum1][$-804]m"月"d"日"', '2026-09-08'],
    ['[h]:mm', '2026-09-08 09:30'],
    ['mm:ss.0', '2026-09-08 09:30'],
    ['#,##0.00', '46273.395833333336'],
    ['"第"0"天"', '46273.395833333336'],
    ['0.00"d"', '46273.395833333336'],
    ['General', '46273.395833333336'],
    ['@', '46273.395833333336'],
  ])('the format %s', (format, expected) => {
    const styles = `<numFmts><numFmt numFmtId="170" formatCode="${format.replaceAll('"', '&quot;')}"/></numFmts><cellXfs><xf numFmtId="170"/></cellXfs>`;
    const isDayOnly = expected.length === 10;
    const value = isDayOnly ? '46273' : '46273.395833333336';
    expect(cellText(cells({ styles, sheet: row(`<c r="A1" s="0"><v>${value}</v></c>`) })[0])).toBe(expected);
  });

  test.each([
    [14, false],
    [22, true],
    [31, false],
    [57, false],
    [20, true],
  ])('the built-in date format %i', (id, hasTime) => {
    const styles = `<cellXfs><xf numFmtId="${id}"/></cellXfs>`;
    expect(cells({ styles, sheet: row('<c r="A1" s="0"><v>46273</v></c>') })[0]).toMatchObject({
      kind: 'date',
      hasTime,
    });
  });

  test('names with a prefix, merged cells, the epoch of 1904', () => {
    const bytes = rawWorkbook({
      prefix: 'x:',
      workbook: '<workbookPr date1904="1"/>',
      styles: '<cellXfs><xf numFmtId="14"/></cellXfs>',
      sheet: row('<c r="A1" s="0"><v>44811</v></c>'),
      afterSheet: '<mergeCells><mergeCell ref="A1:B3"/></mergeCells>',
    });
    expect(read(bytes)).toMatchObject({ epoch: '1904', merges: [{ top: 1, left: 1, bottom: 3, right: 2 }] });
    expect(cellText(read(bytes).rows[0]?.[0])).toBe('2026-09-08');
  });
});

describe('files of LibreOffice', () => {
  test.each(['libreoffice-traps-1900.xlsx', 'libreoffice-traps-1904.xlsx'])('%s', (name) => {
    const { faults, changes } = checkSheet(read(fixture(name)), FACTS);
    expect(faults).toMatchObject([{ cell: 'C5', code: 'cell-error', value: '#DIV/0!' }]);
    expect(changes).toMatchObject([
      {
        ...{ row: 3, id: '007' },
        body: {
          title: '走进计量实验室',
          region: '540102',
          startsAt: '2026-09-08T09:30:00+08:00',
          endsAt: '2026-09-08T11:45:00+08:00',
          venue: { name: '文化活动中心' },
          signUp: { capacity: 60, maxParty: 5, closesAt: '2026-09-08T00:00:00+08:00' },
        },
      },
      {
        ...{ row: 4, id: '008' },
        body: {
          title: '走进计量实验室（下午）',
          startsAt: '2026-09-09T00:00:00+08:00',
          endsAt: '2026-09-10T00:00:00+08:00',
          venue: { name: '文化活动中心' },
        },
      },
    ]);
  });

  test('our template, filled in and saved there', () => {
    const { faults, changes } = checkSheet(
      eventSheet(readFileSheets({ name: 'a.xlsx', bytes: fixture('libreoffice-template-filled.xlsx') })),
      FACTS,
    );
    expect(faults).toEqual([]);
    expect(changes.map(({ id, body }) => [id, body.title, body.summary])).toEqual([
      ['lhasa-1', GOOD.title, GOOD.summary],
      ['007', '=1+1', '第一行\n第二行 <b>&"'],
    ]);
  });
});

/** As far as can be told without these programs: their files’ peculiarities, made by code. */
describe('files shaped like those of', () => {
  const TITLES = ['编号', '活动项目', '标题', '地区', '开始时间', '结束时间'];
  const shared = (texts: readonly string[]): string => texts.map((text) => `<si><t>${text}</t></si>`).join('');
  const checked = (of: RawWorkbook): unknown => {
    const { faults, headingFaults, changes } = checkSheet(read(rawWorkbook(of)), FACTS);
    return {
      faults,
      headingFaults,
      bodies: changes.map(({ id, body }) => [id, body.title, body.startsAt, body.endsAt]),
    };
  };
  const TAKEN = {
    ...{ faults: [], headingFaults: [] },
    bodies: [['007', '走进实验室', '2026-09-08T09:30:00+08:00', '2026-09-08T11:30:00+08:00']],
  };

  test('WPS: pictures in cells, runs of fonts, its own date formats, formats down to the last row', () => {
    const heading = TITLES.map((_, at) => `<c r="${'ABCDEF'[at] ?? ''}1" s="1" t="s"><v>${at}</v></c>`).join('');
    const cells =
      '<c r="A2" t="s"><v>6</v></c><c r="B2" t="s"><v>7</v></c><c r="C2" t="s"><v>8</v></c><c r="D2"><v>540102</v></c>' +
      '<c r="E2" s="2"><v>46273.3958333333</v></c><c r="F2" s="2"><v>46273.4791666667</v></c>' +
      '<c r="G2" t="str"><f>_xlfn.DISPIMG("ID_1",1)</f><v>=DISPIMG("ID_1",1)</v></c>';
    const runs =
      '<si><r><rPr><sz val="11"/><charset val="134"/></rPr><t>走进</t></r><r><t xml:space="preserve">实验室 </t></r></si>';
    const tail = Array.from({ length: 3000 }, (_, at) => `<row r="${at + 3}"><c r="A${at + 3}" s="1"/></row>`).join('');
    const of = {
      workbook: '<fileVersion appName="xl" lastEdited="3" rupBuild="9302"/><workbookPr/>',
      strings: shared([...TITLES, '007', 't058']) + runs,
      styles:
        '<numFmts><numFmt numFmtId="176" formatCode="yyyy/m/d\\ h:mm;@"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="49"/><xf numFmtId="176"/></cellXfs>',
      sheet: `<row r="1">${heading}</row><row r="2">${cells}</row>${tail}`,
      parts: {
        'xl/cellimages.xml': '<etc:cellImages xmlns:etc="http://www.wps.cn/officeDocument/2017/etCustomData"/>',
      },
    };
    expect(checked(of)).toEqual(TAKEN);
  });

  test('腾讯文档: texts in the cells, dates as texts of its own form, empty cells up to Z', () => {
    const text = (cell: string, value: string): string =>
      `<c r="${cell}" s="0" t="inlineStr"><is><t xml:space="preserve">${value}</t></is></c>`;
    const line = (row: number, values: readonly string[]): string =>
      `<row r="${row}">${Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ')
        .map((letter, at) =>
          values[at] === undefined ? `<c r="${letter}${row}" s="0"/>` : text(`${letter}${row}`, values[at] ?? ''),
        )
        .join('')}</row>`;
    const values = [
      '007',
      '检验检测机构开放日',
      '走进实验室',
      '西藏自治区 / 拉萨市 / 城关区',
      '2026年9月8日 9:30',
      '2026年9月8日 11:30',
    ];
    const empty = Array.from({ length: 198 }, (_, at) => line(at + 3, [])).join('');
    expect(
      checked({ styles: '<cellXfs><xf numFmtId="0"/></cellXfs>', sheet: line(1, TITLES) + line(2, values) + empty }),
    ).toEqual(TAKEN);
  });
});

describe('CSV', () => {
  const TEXT =
    '编号,活动项目,标题,简介\r\n007,t058,走进实验室,"第一行\n第二行，""引号"""\r\n\r\n8,t058,\'=1+1,\'-5\r\n,,,\r\n';
  /** 编号,标题 in GB 18030, and a character that only it has. */
  const GB = Buffer.concat([
    Buffer.from([0xb1, 0xe0, 0xba, 0xc5, 0x2c, 0xb1, 0xea, 0xcc, 0xe2, 0x0d, 0x0a]),
    Buffer.from([0x31, 0x2c, 0x81, 0x39, 0xef, 0x31]),
  ]);

  test.each([
    ['UTF-8', Buffer.from(TEXT)],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${TEXT}`)],
    ['UTF-16', Buffer.from(`\ufeff${TEXT}`, 'utf16le')],
    ['UTF-16 without a mark', Buffer.from(TEXT, 'utf16le')],
    ['UTF-16 with tabs, as Excel’s “Unicode text”', Buffer.from(`\ufeff${TEXT.replace(/,/g, '\t')}`, 'utf16le')],
    ['semicolons', Buffer.from(TEXT.replace(/,/g, ';'))],
  ])('%s', (_, bytes) => {
    const { rows } = read(bytes, 'a.csv');
    expect(rows.map((line) => line.map(cellText))).toEqual([
      ['编号', '活动项目', '标题', '简介'],
      ['007', 't058', '走进实验室', '第一行\n第二行，"引号"'],
      [''],
      ['8', 't058', '=1+1', '-5'],
    ]);
  });

  test('GB 18030', () => {
    expect(read(GB, 'a.csv').rows.map((line) => line.map(cellText))).toEqual([
      ['编号', '标题'],
      ['1', '㐂'],
    ]);
  });
});

test('the sheet with events is found among others, hidden ones are not read', () => {
  const other = sheetOf([], ['id'], { name: '目录' });
  const events = sheetOf([GOOD], undefined, { name: '安排' });
  expect(eventSheet([other, events]).name).toBe('安排');
  const [first, ...rest] = readFileSheets({ name: 'a.xlsx', bytes: fixture('libreoffice-template-filled.xlsx') });
  expect([first, ...rest].map(({ name }) => name)).toEqual(['活动', '填写说明']);
});
