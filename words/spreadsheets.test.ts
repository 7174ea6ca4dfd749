import { checkSheet } from '../domain/event-import/check-sheet';
import { COLUMN_KEYS } from '../domain/event-import/columns';
import type { ImportFault } from '../domain/event-import/import-types';
import { FACTS, GOOD, sheetOf, type RowTexts } from '../domain/testing/event-sheet';
import { COLUMN_GUIDE, FILE_REFUSALS, hintOf, presentFault } from './spreadsheets';

/** Every code that the rules give, as far as a sheet can bring it about. */
const ROWS: readonly RowTexts[] = [
  {},
  { id: 'x', title: 'a' },
  {
    ...GOOD,
    id: '活动',
    item: '春游',
    region: '火星',
    startsAt: '待定',
    endsAt: '9/8',
    audiences: '学生',
    form: '电话',
  },
  {
    ...GOOD,
    id: 'b',
    item: '开放日',
    region: '110101',
    startsAt: '2026-9-31',
    endsAt: '9:30',
    coordinates: '甲',
    capacity: '很多',
  },
  {
    ...GOOD,
    id: 'b',
    endsAt: '2026-9-7 9:00',
    coordinates: '91,29',
    title: '押金',
    capacity: '0',
    maxParty: '99',
    phone: '见海报',
  },
  {
    ...GOOD,
    id: 'c',
    coordinates: '0,0',
    closesAt: '2026-8-1 9:00',
    title: '长'.repeat(61),
    opensAt: '9月1日至9月3日',
  },
  {
    ...GOOD,
    id: 'taken',
    coordinates: '39.9,116.4',
    closesAt: '2026-9-30',
    maxParty: '50',
    capacity: '9',
    startsAt: '2026-9-8',
  },
];

test('every fault has a sentence of its own', () => {
  const facts = { ...FACTS, takenIds: ['taken'] };
  const check = checkSheet(sheetOf(ROWS), facts);
  const heading = checkSheet(sheetOf([], ['id', 'id', 'title', 'region', 'startsAt']), facts).headingFaults;
  const archived = checkSheet(sheetOf([]), {
    ...facts,
    campaign: { ...FACTS.campaign, state: 'archived' },
  }).headingFaults;
  const none = checkSheet({ ...sheetOf([]), rows: [] }, facts).headingFaults;
  const all: ImportFault[] = [...check.faults, ...check.warnings, ...heading, ...archived, ...none];
  expect(new Set(all.map(({ code }) => code)).size).toBeGreaterThan(28);
  for (const fault of all) {
    expect(hintOf(fault)).toMatch(/。$|？$/);
    expect(hintOf(fault)).not.toContain(fault.code);
  }
});

test('a fault as the API says it', () => {
  const fault = {
    row: 7,
    cell: 'C7',
    column: 'title',
    code: 'fee-not-allowed',
    value: '押金10元',
    detail: '押金',
  } as const;
  expect(presentFault(fault)).toEqual({
    ...{ row: 7, cell: 'C7', column: '标题', code: 'fee-not-allowed', value: '押金10元' },
    hint: '质量月活动不收费，请删去涉及收费的文字“押金”。',
  });
});

test('nothing asks for what the notices forbid, and everybody is addressed alike', () => {
  const said = [...Object.values(FILE_REFUSALS), ...COLUMN_KEYS.map((key) => COLUMN_GUIDE[key].how)].join('');
  expect(said).not.toMatch(/打卡|考勤|身份证|你(?!们)/);
});
