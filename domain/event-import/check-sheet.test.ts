import type { PublishBody, QualityEvent } from '../event/event';
import { FACTS, GOOD, sheetOf, type RowTexts } from '../testing/event-sheet';
import { checkSheet } from './check-sheet';
import { COLUMN_KEYS, type ColumnKey } from './columns';
import type { ImportFacts, SheetCheck } from './import-types';
import type { Cell, MergedRange } from './sheet';

const number = (value: number): Cell => ({ kind: 'number', value, text: String(value) });

const check = (
  rows: readonly RowTexts[],
  facts: Partial<ImportFacts> = {},
  columns?: readonly ColumnKey[],
): SheetCheck => checkSheet(sheetOf(rows, columns), { ...FACTS, ...facts });
const bodyOfRow = (row: RowTexts, facts?: Partial<ImportFacts>): PublishBody | undefined =>
  check([row], facts).changes[0]?.body;
const codesOf = (row: RowTexts, facts?: Partial<ImportFacts>): string[] =>
  check([row], facts).faults.map(({ column, code }) => `${column ?? '-'} ${code}`);
const warningsOf = (row: RowTexts): string[] =>
  check([row]).warnings.map(({ column, code }) => `${column ?? '-'} ${code}`);

const BODY: PublishBody = {
  campaign: '2026',
  programmeId: 't058',
  title: '走进计量实验室',
  summary: '看看一把秤是怎么检定的。',
  organiser: { name: '拉萨市市场监督管理局', phone: '0891-6332205' },
  region: '540102',
  venue: { name: '文化活动中心', address: '拉萨市城关区', latitude: 29.652, longitude: 91.132 },
  startsAt: '2026-09-08T09:30:00+08:00',
  endsAt: '2026-09-08T11:30:00+08:00',
  audiences: ['公众', '企业'],
  signUp: {
    form: 'visit',
    opensAt: '2026-09-01T09:00:00+08:00',
    closesAt: '2026-09-07T18:00:00+08:00',
    capacity: 60,
    maxParty: 5,
  },
  meetAt: '一楼大厅',
};

const eventOf = (id: string, change: Partial<QualityEvent> = {}): QualityEvent => ({
  ...BODY,
  ...{ id, kind: '开放日', regionName: '拉萨市城关区', status: 'scheduled', rev: 7, sample: undefined },
  ...change,
});

test('a good row is the whole body of an event', () => {
  expect(check([GOOD])).toMatchObject({
    rows: 1,
    headingFaults: [],
    faults: [],
    warnings: [],
    changes: [{ row: 2, id: 'lhasa-1', outcome: 'new', rev: null, fields: [] }],
  });
  expect(bodyOfRow(GOOD)).toEqual(BODY);
});

test.each<[string, RowTexts, Partial<PublishBody>]>([
  ['a code as a number', { region: number(540102) }, { region: '540102' }],
  ['540102.0', { region: '540102.0' }, { region: '540102' }],
  ['full-width digits', { region: '５４０１０２', capacity: '６０', phone: '０８９１－６３３２２０５' }, {}],
  ['invisible blanks', { title: '\ufeff走进\u200b计量实验室\u00a0', item: '\u3000t058 ' }, {}],
  ['a line break in a title', { title: '走进\n计量实验室' }, { title: '走进 计量实验室' }],
  ['a line break in a summary', { summary: ' 第一行\r\n第二行 ' }, { summary: '第一行\n第二行' }],
  ['a title that is a number', { title: number(2026) }, { title: '2026' }],
  ['people counted in words', { capacity: '1,200人', maxParty: '5.0' }, { signUp: { ...signUp(), capacity: 1200 } }],
  ['audiences in any order', { audiences: '企业，公众' }, {}],
  ['no audience: the item’s', { audiences: '' }, { audiences: ['公众'] }],
  ['another organiser', { organiser: '某检测院' }, { organiser: { name: '某检测院', phone: '0891-6332205' } }],
  ['a telephone number as a number', { phone: number(12345) }, { organiser: { ...BODY.organiser, phone: '12345' } }],
  ['nowhere in particular', { venue: '', address: '', coordinates: '' }, { venue: null }],
  ['coordinates with signs', { coordinates: '北纬29.652°， 东经91.132°' }, {}],
  ['no sign-up', { form: '不报名', opensAt: '', closesAt: '', capacity: '', maxParty: '' }, { signUp: null }],
  [
    'no sign-up, by saying nothing',
    { form: '', opensAt: '', closesAt: '', capacity: '', maxParty: '' },
    { signUp: null },
  ],
  ['a form in other words', { form: '参观报名表' }, {}],
])('%s', (_, change, expected) => {
  expect(codesOf({ ...GOOD, ...change })).toEqual([]);
  expect(bodyOfRow({ ...GOOD, ...change })).toEqual({ ...BODY, ...expected });
});

function signUp(): NonNullable<PublishBody['signUp']> {
  if (BODY.signUp === null) throw new Error('no sign-up');
  return BODY.signUp;
}

test('numbers keep the zeros that their format or their text has', () => {
  expect(check([{ ...GOOD, id: '007' }]).changes[0]?.id).toBe('007');
  expect(check([{ ...GOOD, id: { kind: 'number', value: 7, text: '007' } }]).changes[0]?.id).toBe('007');
  expect(check([{ ...GOOD, id: '12.0' }]).changes[0]?.id).toBe('12');
});

test.each<[string, RowTexts, string[]]>([
  [
    'nothing but a number',
    { id: 'only' },
    ['item', 'title', 'region', 'startsAt', 'endsAt'].map((key) => `${key} required`),
  ],
  ['no number', { ...GOOD, id: '' }, ['id required']],
  ['a number with a sign', { ...GOOD, id: '活动 1' }, ['id event-id']],
  ['an item that is not there', { ...GOOD, item: '春游' }, ['item unknown-programme-item']],
  ['a region that is not there', { ...GOOD, region: '540199' }, ['region unknown-region']],
  ['a region of somebody else', { ...GOOD, region: '110101' }, ['region region-outside-scope']],
  ['a day that is not there', { ...GOOD, startsAt: '2026-9-31 9:00' }, ['startsAt no-such-day']],
  ['an end before the start', { ...GOOD, endsAt: '2026-9-8 9:00' }, ['endsAt ends-before-starts']],
  ['closing after the end', { ...GOOD, closesAt: '2026-9-9 9:00' }, ['closesAt closes-after-end']],
  ['money', { ...GOOD, title: '报名费50元' }, ['title fee-not-allowed']],
  ['a place without coordinates', { ...GOOD, coordinates: '' }, ['coordinates required']],
  ['coordinates alone', { ...GOOD, venue: '', address: '' }, ['venue required', 'address required']],
  ['coordinates exchanged', { ...GOOD, coordinates: '91.132,29.652' }, ['coordinates coordinates-swapped']],
  ['coordinates elsewhere', { ...GOOD, coordinates: '0,0' }, ['coordinates coordinates-outside']],
  ['coordinates that are none', { ...GOOD, coordinates: '市中心' }, ['coordinates coordinates']],
  ['an audience that is none', { ...GOOD, audiences: '公众、学生' }, ['audiences not-allowed']],
  ['a form that is none', { ...GOOD, form: '电话' }, ['form not-allowed']],
  ['seats without a form', { ...GOOD, form: '' }, ['form required']],
  ['a form without seats', { ...GOOD, capacity: '' }, ['capacity required']],
  ['no seats', { ...GOOD, capacity: '0' }, ['capacity too-small']],
  ['half a seat', { ...GOOD, capacity: '2.5' }, ['capacity integer']],
  ['a telephone in words', { ...GOOD, phone: '见海报' }, ['phone phone']],
  ['a title too long', { ...GOOD, title: '长'.repeat(61) }, ['title too-long']],
  ['a reference that is broken', { ...GOOD, title: { kind: 'error', text: '#REF!' } }, ['title cell-error']],
  ['a formula without its result', { ...GOOD, title: { kind: 'no-result' } }, ['title formula-without-result']],
  ['a tick', { ...GOOD, bring: { kind: 'boolean', value: true } }, ['bring wrong-type']],
])('refused: %s', (_, row, codes) => {
  expect(codesOf(row)).toEqual(codes);
  expect(check([row]).changes).toEqual([]);
});

test('every fault of every row, each with its cell and what is in it, in the order of the sheet', () => {
  const row2 = { ...GOOD, id: '', startsAt: '9/8', title: '押金10元', capacity: '很多', coordinates: '91.132,29.652' };
  const row3 = { ...GOOD, id: 'lhasa-2' };
  const row4 = { ...GOOD, id: 'lhasa-2', region: '火星', item: '开放日', closesAt: '2026-9-20' };
  const { faults, changes } = check([row2, row3, row4]);
  expect(faults).toEqual([
    { row: 2, cell: 'A2', column: 'id', code: 'required', value: '' },
    { row: 2, cell: 'C2', column: 'title', code: 'fee-not-allowed', value: '押金10元', detail: '押金' },
    { row: 2, cell: 'J2', column: 'coordinates', code: 'coordinates-swapped', value: '91.132,29.652' },
    { row: 2, cell: 'K2', column: 'startsAt', code: 'year-missing', value: '9/8' },
    { row: 2, cell: 'Q2', column: 'capacity', code: 'integer', value: '很多' },
    { row: 4, cell: 'A4', column: 'id', code: 'id-used-above', value: 'lhasa-2', detail: '3' },
    {
      ...{ row: 4, cell: 'B4', column: 'item', code: 'unknown-programme-item', value: '开放日' },
      detail: '检验检测机构开放日（t058）',
    },
    { row: 4, cell: 'G4', column: 'region', code: 'unknown-region', value: '火星' },
    { row: 4, cell: 'P4', column: 'closesAt', code: 'closes-after-end', value: '2026-9-20' },
  ]);
  expect(changes.map(({ row }) => row)).toEqual([3]);
});

test.each<[string, RowTexts, string[]]>([
  [
    'a day without a time',
    { startsAt: '2026-9-8', endsAt: '2026-9-8' },
    ['startsAt time-missing', 'endsAt time-missing'],
  ],
  ['a number that lost its zero', { phone: number(8916332205) }, ['phone zero-lost']],
  [
    'seats where nobody signs up',
    { form: '不报名', opensAt: '', closesAt: '' },
    ['capacity not-used', 'maxParty not-used'],
  ],
  ['a party larger than the event', { maxParty: '50', capacity: '20' }, ['maxParty party-over-capacity']],
  ['coordinates far away', { coordinates: '39.9,116.4' }, ['coordinates coordinates-far']],
])('warned of: %s', (_, change, codes) => {
  expect(codesOf({ ...GOOD, ...change })).toEqual([]);
  expect(warningsOf({ ...GOOD, ...change })).toEqual(codes);
});

test('empty rows between and after events are none', () => {
  const blank: RowTexts = { id: ' \u200b', title: '\u00a0' };
  const { rows, faults, changes } = check([
    GOOD,
    blank,
    {},
    { ...GOOD, id: 'b' },
    ...Array.from({ length: 50 }, () => blank),
  ]);
  expect({ rows, faults }).toEqual({ rows: 2, faults: [] });
  expect(changes.map(({ row }) => row)).toEqual([2, 5]);
});

describe('merged cells', () => {
  const merged = (range: MergedRange, rows: readonly RowTexts[]): SheetCheck =>
    checkSheet(sheetOf(rows, COLUMN_KEYS, { merges: [range] }), FACTS);
  const column = (key: ColumnKey): number => COLUMN_KEYS.indexOf(key) + 1;

  test('downwards the value counts for each row', () => {
    const range = { top: 2, bottom: 3, left: column('venue'), right: column('venue') };
    const { faults, changes } = merged(range, [GOOD, { ...GOOD, id: 'b', venue: '' }]);
    expect(faults).toEqual([]);
    expect(changes.map(({ body }) => body.venue?.name)).toEqual(['文化活动中心', '文化活动中心']);
  });

  test('sideways the further cell has none', () => {
    const range = { top: 2, bottom: 2, left: column('startsAt'), right: column('endsAt') };
    expect(merged(range, [{ ...GOOD, endsAt: '' }]).faults).toMatchObject([{ cell: 'L2', code: 'merged-cell' }]);
  });

  test('a number for two rows is one number twice', () => {
    const range = { top: 2, bottom: 3, left: 1, right: 1 };
    expect(merged(range, [GOOD, { ...GOOD, id: '' }]).faults).toMatchObject([{ row: 3, code: 'id-used-above' }]);
  });
});

describe('against what is there', () => {
  const existing = [eventOf('lhasa-1'), eventOf('not-in-the-file')];

  test('the same file again changes nothing, and a missing row deletes nothing', () => {
    expect(check([GOOD], { existing }).changes).toMatchObject([
      { id: 'lhasa-1', outcome: 'unchanged', rev: 7, fields: [] },
    ]);
  });

  test('what changed is told by column, before and after', () => {
    const row = { ...GOOD, title: '走进食品实验室', startsAt: '2026-9-8 9:00', capacity: '80', meetAt: '' };
    expect(check([row], { existing }).changes).toMatchObject([
      {
        outcome: 'changed',
        rev: 7,
        fields: [
          { column: 'title', from: '走进计量实验室', to: '走进食品实验室' },
          { column: 'startsAt', from: '2026-09-08 09:30', to: '2026-09-08 09:00' },
          { column: 'capacity', from: '60', to: '80' },
          { column: 'meetAt', from: '一楼大厅', to: '' },
        ],
      },
    ]);
  });

  test('a column that the file does not have stays as it is', () => {
    const columns = COLUMN_KEYS.filter((key) => !['meetAt', 'form', 'capacity', 'coordinates', 'phone'].includes(key));
    const { changes, faults } = check([{ ...GOOD, maxParty: '4' }], { existing }, columns);
    expect(faults).toEqual([]);
    expect(changes[0]?.fields).toEqual([{ column: 'maxParty', from: '5', to: '4' }]);
    expect(changes[0]?.body).toEqual({ ...BODY, signUp: { ...BODY.signUp, maxParty: 4 } });
  });

  test('texts that differ only in width or blanks are the same', () => {
    const old = [eventOf('lhasa-1', { title: '走进计量实验室２', summary: '看看　秤' })];
    const row = { ...GOOD, title: '走进计量实验室2', summary: '看看 秤' };
    expect(check([row], { existing: old }).changes).toMatchObject([{ outcome: 'unchanged' }]);
  });

  test('a place far away that was confirmed stays confirmed while it does not move', () => {
    const venue = {
      name: '文化活动中心',
      address: '拉萨市城关区',
      latitude: 39.9,
      longitude: 116.4,
      confirmedFar: true as const,
    };
    const far = { ...GOOD, coordinates: '39.9,116.4' };
    const { changes, warnings } = check([far], { existing: [eventOf('lhasa-1', { venue })] });
    expect(changes).toMatchObject([{ outcome: 'unchanged', body: { venue: { confirmedFar: true } } }]);
    expect(warnings).toEqual([]);
  });

  test('a number of somebody else’s event is not free', () => {
    expect(codesOf(GOOD, { takenIds: ['lhasa-1'] })).toEqual(['id id-taken']);
  });
});
