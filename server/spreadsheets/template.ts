/** The workbook that staff fill in: headings with notes, drop-down lists, a guide; and events written into it. */
import { AUDIENCES } from '../../domain/campaign/campaign';
import { COLUMN_KEYS, COLUMNS, FORM_NAMES, NO_SIGN_UP, type ColumnKey } from '../../domain/event-import/columns';
import { itemLabel, type ImportItem } from '../../domain/event-import/find-item';
import { regionLabel } from '../../domain/event-import/find-region';
import type { RowTexts } from '../../domain/event-import/to-texts';
import { covers } from '../../domain/region/region';
import { allRegions } from '../../domain/region/region-names';
import { COLUMN_GUIDE, GUIDE_WORDS, SHEET_NAMES } from '../../words/spreadsheets';
import { MOST_ROWS } from './limits';
import { writeWorkbook, type DropDown, type OutCell, type OutSheet } from './write-workbook';

export interface TemplateFacts {
  readonly items: readonly ImportItem[];
  /** The region within which the organisation publishes. */
  readonly scope: string;
  /** Whether 主办单位 may stay empty. */
  readonly organiserKnown: boolean;
}

const WIDTHS: Readonly<Partial<Record<ColumnKey, number>>> = {
  item: 32,
  title: 28,
  summary: 36,
  organiser: 24,
  region: 32,
  address: 26,
  coordinates: 22,
};
const USUAL_WIDTH = 18;

/** Every choice of audiences: 公众, 企业, 公众、企业 and so on. */
const AUDIENCE_CHOICES = AUDIENCES.reduce<string[][]>(
  (sets, each) => [...sets, ...sets.map((set) => [...set, each])],
  [[]],
)
  .filter((set) => set.length > 0)
  .sort((one, other) => one.length - other.length)
  .map((set) => set.join('、'));

const isRequired = (key: ColumnKey, { organiserKnown }: TemplateFacts): boolean =>
  COLUMNS[key].required === true || (key === 'organiser' && !organiserKnown);

function listsOf({ items, scope }: TemplateFacts): Readonly<Partial<Record<ColumnKey, readonly string[]>>> {
  return {
    item: items.map(itemLabel),
    region: allRegions()
      .filter((code) => covers(scope, code))
      .map(regionLabel),
    audiences: AUDIENCE_CHOICES,
    form: [NO_SIGN_UP, ...Object.values(FORM_NAMES)],
  };
}

/** The hidden sheet with the lists, a column each: 157 items and the regions do not fit into a cell's own rule. */
export function listSheet(facts: TemplateFacts): OutSheet {
  const lists = Object.entries(listsOf(facts));
  const longest = Math.max(...lists.map(([, list]) => list.length));
  const rows = Array.from({ length: longest }, (_, at) => lists.map(([, list]) => list[at] ?? ''));
  const heading = lists.map(([key]) => COLUMNS[key as ColumnKey].title);
  return { name: SHEET_NAMES.lists, isHidden: true, widths: lists.map(() => USUAL_WIDTH), rows: [heading, ...rows] };
}

/** Drop-down lists for a sheet whose columns are these; `null` is a column of somebody’s own. */
export function dropDownsOf(facts: TemplateFacts, keys: readonly (ColumnKey | null)[], fromRow: number): DropDown[] {
  return Object.entries(listsOf(facts)).flatMap(([key, list], at) => {
    const column = keys.indexOf(key as ColumnKey) + 1;
    const letter = String.fromCharCode(65 + at);
    const source = `${SHEET_NAMES.lists}!$${letter}$2:$${letter}$${list.length + 1}`;
    return column === 0 ? [] : [{ column, fromRow, toRow: fromRow + MOST_ROWS - 1, source }];
  });
}

export const widthOf = (key: ColumnKey | null): number => (key === null ? USUAL_WIDTH : (WIDTHS[key] ?? USUAL_WIDTH));

function guideSheet(facts: TemplateFacts): OutSheet {
  const rows = COLUMN_KEYS.map((key): OutCell[] => {
    const { how, example } = COLUMN_GUIDE[key];
    const need = isRequired(key, facts) ? GUIDE_WORDS.required : GUIDE_WORDS.optional;
    return [COLUMNS[key].title, need, how, example];
  });
  const heading = GUIDE_WORDS.heading.map((text) => ({ text, style: 'heading' as const }));
  return {
    name: SHEET_NAMES.guide,
    widths: [16, 10, 60, 36],
    wideRows: [1],
    rows: [[{ text: GUIDE_WORDS.intro, style: 'text' }], heading, ...rows],
  };
}

/** `rows`: events to begin with, none for an empty template. What is written is read back as it was. */
export function eventWorkbook(facts: TemplateFacts, rows: readonly RowTexts[]): Uint8Array {
  const heading = COLUMN_KEYS.map((key) => ({
    text: COLUMNS[key].title,
    style: isRequired(key, facts) ? ('required' as const) : ('heading' as const),
    note: COLUMN_GUIDE[key].how,
  }));
  const events: OutSheet = {
    name: SHEET_NAMES.events,
    widths: COLUMN_KEYS.map(widthOf),
    frozenRows: 1,
    rows: [heading, ...rows.map((row) => COLUMN_KEYS.map((key) => row[key]))],
    dropDowns: dropDownsOf(facts, COLUMN_KEYS, 2),
  };
  return writeWorkbook([events, guideSheet(facts), listSheet(facts)]);
}
