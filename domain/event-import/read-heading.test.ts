import { cellOf, FACTS, GOOD, sheetOf } from '../testing/event-sheet';
import { checkSheet } from './check-sheet';
import { COLUMN_KEYS, COLUMNS } from './columns';
import type { ImportFacts } from './import-types';
import type { Sheet } from './sheet';

describe('the heading', () => {
  const heading = (titles: readonly string[], above: readonly string[] = []): Sheet => ({
    ...sheetOf([]),
    rows: [...above.map((text) => [cellOf(text)]), titles.map(cellOf), COLUMN_KEYS.map((key) => cellOf(GOOD[key]))],
  });
  const TITLES = COLUMN_KEYS.map((key) => COLUMNS[key].title);
  const codes = (sheet: Sheet, facts: Partial<ImportFacts> = {}): string[] =>
    checkSheet(sheet, { ...FACTS, ...facts }).headingFaults.map(({ column, code }) => `${column ?? '-'} ${code}`);

  test('may stand below a title, with marks, notes and other usual words', () => {
    const marked = TITLES.map((title) => `* ${title === '标题' ? '活动名称' : title}（必填）：`);
    const { headingFaults, changes } = checkSheet(heading(marked, ['质量月活动安排表', '']), FACTS);
    expect(headingFaults).toEqual([]);
    expect(changes).toMatchObject([{ row: 4, id: 'lhasa-1' }]);
  });

  test('its faults come alone, before any row is read', () => {
    const sheet = heading(['编号', '标题', '标题', '地区', '开始时间']);
    expect(checkSheet(sheet, FACTS)).toMatchObject({
      rows: 0,
      faults: [],
      changes: [],
      headingFaults: [
        { row: 1, cell: 'C1', column: 'title', code: 'column-twice', value: '标题' },
        { row: 1, cell: null, column: 'item', code: 'column-missing' },
        { row: 1, cell: null, column: 'endsAt', code: 'column-missing' },
      ],
    });
  });

  test('none at all', () => {
    expect(codes(heading(['甲', '乙', '丙']))).toEqual(['- no-heading']);
  });
  test('an empty sheet', () => {
    expect(codes({ ...sheetOf([]), rows: [] })).toEqual(['- no-heading']);
  });
  test('no organiser where none is known', () => {
    const titles = TITLES.filter((title) => title !== '主办单位');
    expect(codes(heading(titles))).toEqual([]);
    expect(codes(heading(titles), { organiser: null })).toEqual(['organiser column-missing']);
  });
  test('a past campaign', () => {
    expect(codes(sheetOf([GOOD]), { campaign: { ...FACTS.campaign, state: 'archived' } })).toEqual([
      '- campaign-closed',
    ]);
  });
  test('a column of one’s own is read past, with a word', () => {
    const { warnings, headingFaults } = checkSheet(heading([...TITLES, '负责人', '错误说明']), FACTS);
    expect(headingFaults).toEqual([]);
    expect(warnings).toMatchObject([{ row: 1, cell: 'V1', column: null, code: 'unknown-column', value: '负责人' }]);
  });
});
