/** Sheets and facts to test an import with. */
import { COLUMN_KEYS, COLUMNS, type ColumnKey } from '../event-import/columns';
import type { ImportFacts } from '../event-import/import-types';
import type { Cell, Sheet } from '../event-import/sheet';

export const FACTS: ImportFacts = {
  campaign: { id: '2026', year: 2026, state: 'open' },
  items: [
    { id: 't058', name: '检验检测机构开放日', kind: '开放日', audiences: ['公众'] },
    { id: 't012', name: '质量管理小组成果发表', kind: '交流发表', audiences: ['企业'] },
  ],
  organiser: '拉萨市市场监督管理局',
  scope: '540000',
  existing: [],
  takenIds: [],
};

export type RowTexts = Readonly<Partial<Record<ColumnKey, string | Cell>>>;

/** A row that has nothing wrong with it. */
export const GOOD: Readonly<Record<ColumnKey, string>> = {
  id: 'lhasa-1',
  item: 't058',
  title: '走进计量实验室',
  summary: '看看一把秤是怎么检定的。',
  organiser: '',
  phone: '0891-6332205',
  region: '拉萨市城关区',
  venue: '文化活动中心',
  address: '拉萨市城关区',
  coordinates: '29.652,91.132',
  startsAt: '2026-9-8 9:30',
  endsAt: '2026-9-8 11:30',
  audiences: '公众、企业',
  form: '参观',
  opensAt: '2026-9-1 9:00',
  closesAt: '2026-9-7 18:00',
  capacity: '60',
  maxParty: '5',
  suits: '',
  bring: '',
  meetAt: '一楼大厅',
};

export const cellOf = (value: string | Cell | undefined): Cell | null => {
  if (value === undefined || value === '') return null;
  return typeof value === 'string' ? { kind: 'text', text: value } : value;
};

/** A sheet with every column of the form, or with `columns`; row 2 is the first event. */
export function sheetOf(
  rows: readonly RowTexts[],
  columns: readonly ColumnKey[] = COLUMN_KEYS,
  part: Partial<Sheet> = {},
): Sheet {
  const heading = columns.map((key) => cellOf(COLUMNS[key].title));
  return {
    name: '活动',
    epoch: '1900',
    rows: [heading, ...rows.map((row) => columns.map((key) => cellOf(row[key])))],
    merges: [],
    ...part,
  };
}
