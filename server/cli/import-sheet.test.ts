import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { COLUMN_KEYS, COLUMNS, type ColumnKey } from '../../domain/event-import/columns';
import { cellText } from '../../domain/event-import/sheet';
import { GOOD as SHEET_ROW } from '../../domain/testing/event-sheet';
import { readFileSheets } from '../spreadsheets/read-file';
import { writeCsv } from '../spreadsheets/write-csv';
import { writeWorkbook } from '../spreadsheets/write-workbook';
import { makeFreshApp, openTestDatabase, SLOW_MS, TOKEN, type OpenTestDatabase, type TestApp } from '../testing/app';
import { runFeed } from './run-feed';

type Row = Readonly<Partial<Record<ColumnKey, string>>>;
const GOOD: Row = {
  ...SHEET_ROW,
  item: '项目open-day',
  organiser: '拉萨市市场监督管理局',
};

let database: OpenTestDatabase;
let own: TestApp;
let server: string;
let folder: string;
let printed: string[];

beforeAll(async () => {
  database = await openTestDatabase('embedded');
}, SLOW_MS);
afterAll(() => database.closeAndRemove());

beforeEach(async () => {
  own = await makeFreshApp(database);
  await own.app.listen({ port: 0, host: '127.0.0.1' });
  server = `http://127.0.0.1:${(own.app.server.address() as AddressInfo).port}`;
  folder = mkdtempSync(join(tmpdir(), 'sheets-'));
  printed = [];
}, SLOW_MS);
afterEach(async () => {
  await own.app.close();
  rmSync(folder, { recursive: true });
});

const linesOf = (rows: readonly Row[]): string[][] => [
  COLUMN_KEYS.map((key) => COLUMNS[key].title),
  ...rows.map((row) => COLUMN_KEYS.map((key) => row[key] ?? '')),
];

function save(rows: readonly Row[], name = '活动.xlsx'): string {
  const path = join(folder, name);
  const lines = linesOf(rows);
  const bytes = name.endsWith('.csv') ? writeCsv(lines) : writeWorkbook([{ name: '活动', widths: [], rows: lines }]);
  writeFileSync(path, bytes);
  return path;
}

const run = (path: string, ...options: string[]): Promise<number> => {
  printed = [];
  return runFeed(['import', path, '--server', server, '--token', TOKEN, ...options], {
    env: {},
    print: (line) => printed.push(line),
    wait: () => Promise.resolve(),
  });
};

const titles = async (): Promise<[string, string][]> => {
  const { events } = await own.feed({ region: '540000' });
  return events.map(({ id, title }): [string, string] => [id, title]).sort();
};

test.each(['活动.xlsx', '活动.csv'])('%s: rows become events, the same file again changes nothing', async (name) => {
  const path = save(
    [
      { ...GOOD, id: 'a' },
      { ...GOOD, id: '007', title: '=1+1' },
    ],
    name,
  );
  expect(await run(path)).toBe(0);
  expect(printed).toEqual([
    '第 2 行 a：已新增',
    '第 3 行 007：已新增',
    '共 2 条：新增 2，更新 0，没有变化 0，未采用 0。',
  ]);
  expect(await titles()).toEqual([
    ['007', '=1+1'],
    ['a', '走进计量实验室'],
  ]);
  const before = (await own.feed({ region: '540000' })).cursor;
  expect(await run(path)).toBe(0);
  expect(printed.at(-1)).toBe('共 2 条：新增 0，更新 0，没有变化 2，未采用 0。');
  expect((await own.feed({ region: '540000' })).cursor).toBe(before);
});

test('a changed row is updated, a missing one stays', async () => {
  await run(
    save([
      { ...GOOD, id: 'a' },
      { ...GOOD, id: 'b' },
    ]),
  );
  expect(await run(save([{ ...GOOD, id: 'a', title: '改了的标题' }]))).toBe(0);
  expect(await titles()).toEqual([
    ['a', '改了的标题'],
    ['b', '走进计量实验室'],
  ]);
});

describe('rows with faults', () => {
  const BAD: Row[] = [
    { ...GOOD, id: 'a' },
    { ...GOOD, id: 'b', startsAt: '9/8', title: '报名费50元' },
    { ...GOOD, id: 'c', region: '火星' },
    { ...GOOD, id: '' },
  ];

  test('stop the whole file, with every fault at its cell', async () => {
    expect(await run(save(BAD))).toBe(1);
    expect(printed).toEqual([
      '    C3　标题：质量月活动不收费，请删去涉及收费的文字“报名费”。',
      '    K3　开始时间：请写全四位年份，例如“2026-09-08 09:30”。',
      '    G4　地区：没有这个地区，请从列表中选择，或填写六位地区代码。',
      '    A5　编号：没有填写。',
      '有 3 行需要修改，全部没有导入。改好后再导入同一个文件；加上 --only-good 可以先导入没有问题的行。',
    ]);
    expect(await titles()).toEqual([]);
  });

  test('or the good rows go in, and the others are saved with their faults, to be mended and imported', async () => {
    const path = save(BAD);
    const marked = join(folder, '活动-待修改.xlsx');
    expect(await run(path, '--only-good')).toBe(1);
    expect(printed.slice(-3)).toEqual([
      `没有导入的行已另存为：${marked}，标红的格改好后可以再导入。`,
      '第 2 行 a：已新增',
      '共 4 条：新增 1，更新 0，没有变化 0，未采用 3。',
    ]);
    expect(await titles()).toEqual([['a', '走进计量实验室']]);

    const lines = readFileSheets({ name: 'a.xlsx', bytes: readFileSync(marked) })[0].rows.map((row) =>
      row.map(cellText),
    );
    const column = (key: ColumnKey): number => COLUMN_KEYS.indexOf(key);
    const mended = lines.map((line, at) => {
      const fixes: [number, ColumnKey, string][] = [
        [1, 'startsAt', '2026-9-8 9:00'],
        [1, 'title', '走进实验室'],
        [2, 'region', '拉萨市'],
        [3, 'id', 'd'],
      ];
      const row = [...line];
      for (const [line_, key, text] of fixes) if (line_ === at) row[column(key)] = text;
      return row;
    });
    writeFileSync(marked, writeWorkbook([{ name: '待修改', widths: [], rows: mended }]));
    expect(await run(marked)).toBe(0);
    expect((await titles()).map(([id]) => id)).toEqual(['a', 'b', 'c', 'd']);
  });

  test('no other file is written over', async () => {
    const marked = join(folder, '活动-待修改.xlsx');
    writeFileSync(marked, 'mine');
    await run(save(BAD), '--only-good');
    expect(readFileSync(marked, 'utf8')).toBe('mine');
    expect(printed.join()).toContain('已有同名文件');
  });
});

test('a number whose event was removed may be used again', async () => {
  await own.publish('taken', { campaign: 'open' });
  await own.remove('taken');
  const path = save([
    { ...GOOD, id: 'taken' },
    { ...GOOD, id: 'b' },
  ]);
  expect(await run(path)).toBe(0);
  expect(printed[0]).toBe('第 2 行 taken：已新增');
});

test.each<[string, () => string, RegExp]>([
  [
    'a heading that lacks columns',
    () => {
      const path = join(folder, 'a.csv');
      writeFileSync(path, '编号,标题,地区\n1,开放日,拉萨市\n');
      return path;
    },
    /^表头不对，没有导入：\n {4}第 1 行　活动项目：缺少“活动项目”这一列，请补上。/,
  ],
  [
    'a page named .xlsx',
    () => {
      const path = join(folder, 'a.xlsx');
      writeFileSync(path, '<html></html>');
      return path;
    },
    /^没有导入：这个文件其实是网页/,
  ],
])('%s', async (_, make, words) => {
  expect(await run(make())).toBe(2);
  expect(printed.join('\n')).toMatch(words);
  expect(await titles()).toEqual([]);
});

test.each<[string, string[], RegExp]>([
  ['a campaign that is not there', ['--campaign', 'none'], /^还没有开始导入：服务器上没有这个年度/],
  ['a past campaign', ['--campaign', 'past'], /这个年度已经结束/],
  ['a server that is not there', ['--server', 'http://127.0.0.1:1'], /^还没有开始导入：连不上服务器/],
])('%s', async (_, options, words) => {
  expect(await run(save([{ ...GOOD, id: 'a' }]), ...options)).toBe(2);
  expect(printed.join('\n')).toMatch(words);
  expect(existsSync(join(folder, '活动-待修改.xlsx'))).toBe(false);
});
