/** Programme items from a workbook: every fault of every row, or all items (rule E4's manner). */
import { cellText, type Sheet } from '../event-import/sheet';
import { AUDIENCES, KINDS, type ProgrammeItem } from './campaign';

export const ITEM_COLUMNS = [
  '编号',
  '名称',
  '文件号',
  '段落',
  '类型',
  '对象',
  '可报名',
  '时间',
  '地点',
  '备注',
] as const;
type Column = (typeof ITEM_COLUMNS)[number];
const REQUIRED: readonly Column[] = ['编号', '名称', '文件号', '段落', '类型', '对象'];
const MOST_ITEMS = 500;
const MOST_LETTERS = 200;

export interface ItemFault {
  /** As the workbook numbers it. */
  readonly row: number;
  readonly column: string;
  readonly code: 'required' | 'too-long' | 'item-id' | 'twice' | 'not-in-list' | 'heading' | 'too-many';
  readonly value: string;
}

export type CheckedItems = { readonly items: ProgrammeItem[]; readonly faults: ItemFault[] };

const ID = /^[a-z0-9][a-z0-9-]{0,31}$/;
const AUDIENCE_BREAK = /[、,，；;\s]+/u;

/** The heading is row 1; columns may come in any order. */
function findColumns(sheet: Sheet): ReadonlyMap<Column, number> {
  const names = (sheet.rows[0] ?? []).map((cell) => cellText(cell).replace(/[\s*＊]/gu, ''));
  return new Map(
    ITEM_COLUMNS.flatMap((column) => (names.includes(column) ? [[column, names.indexOf(column)] as const] : [])),
  );
}

function readItem(at: (column: Column) => string): ProgrammeItem {
  const [note, dateText, place] = [at('备注'), at('时间'), at('地点')];
  const kind = KINDS.find((each) => each === at('类型')) ?? KINDS[0];
  const named = at('对象').split(AUDIENCE_BREAK);
  return {
    ...{ id: at('编号'), name: at('名称'), documentNo: at('文件号'), paragraph: at('段落'), kind },
    audiences: AUDIENCES.filter((each) => named.includes(each)),
    signUp: at('可报名') === '是',
    ...(note !== '' && { note }),
    ...(dateText !== '' && { dateText }),
    ...(place !== '' && { place }),
  };
}

/**
 * Decides about a sheet of items. Refused, all at once: a heading without a column that is needed, an empty or over-long
 * cell, an id that is not small letters and digits or comes twice, a kind, audience or 是/否 that is not in its list.
 */
export function checkItems(sheet: Sheet): CheckedItems {
  const columns = findColumns(sheet);
  const missing = REQUIRED.filter((column) => !columns.has(column));
  if (missing.length > 0) {
    return { items: [], faults: missing.map((column) => ({ row: 1, column, code: 'heading', value: '' })) };
  }
  const items: ProgrammeItem[] = [];
  const faults: ItemFault[] = [];
  const seen = new Set<string>();
  sheet.rows.slice(1).forEach((cells, index) => {
    const at = (column: Column): string => {
      const place = columns.get(column);
      return place === undefined ? '' : cellText(cells[place]).normalize('NFC').trim();
    };
    if (ITEM_COLUMNS.every((column) => at(column) === '')) return;
    const fault = (column: Column, code: ItemFault['code']): void => {
      faults.push({ row: index + 2, column, code, value: at(column).slice(0, MOST_LETTERS) });
    };
    for (const column of REQUIRED) if (at(column) === '') fault(column, 'required');
    for (const column of ITEM_COLUMNS) if (at(column).length > MOST_LETTERS) fault(column, 'too-long');
    const id = at('编号');
    if (id !== '' && !ID.test(id)) fault('编号', 'item-id');
    if (seen.has(id)) fault('编号', 'twice');
    seen.add(id);
    if (at('类型') !== '' && !KINDS.some((each) => each === at('类型'))) fault('类型', 'not-in-list');
    const named = at('对象').split(AUDIENCE_BREAK);
    if (at('对象') !== '' && !named.every((each) => AUDIENCES.some((audience) => audience === each)))
      fault('对象', 'not-in-list');
    if (!['', '是', '否'].includes(at('可报名'))) fault('可报名', 'not-in-list');
    items.push(readItem(at));
  });
  if (items.length > MOST_ITEMS) faults.push({ row: 1, column: '编号', code: 'too-many', value: String(items.length) });
  return faults.length > 0 ? { items: [], faults } : { items, faults };
}
