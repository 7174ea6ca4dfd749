import * as v from 'valibot';
import {
  type ComplaintDraft,
  ComplaintDraftSchema,
  composeComplaint,
  DRAFT_FIELDS,
  DRAFT_LIMITS,
  EMPTY_DRAFT,
  fieldsOf,
  isBegun,
  reviewDraft,
} from './complaint-draft';

const TODAY = '2026-11-23';
const FULL: ComplaintDraft = {
  kind: 'complaint',
  anonymous: false,
  name: '张三',
  mobile: '13800138000',
  address: '拉萨市城关区某街1号',
  otherName: '某某家电商场',
  otherAddress: '拉萨市城关区某路2号',
  happenedOn: '2026-11-01',
  place: '商场二楼',
  goods: '电饭煲一个',
  amount: '399.00',
  dispute: '买回家第三天不加热，商场不肯换。',
  proof: '小票、照片',
  requests: ['更换', '退款'],
};

test('the composed text, ready to paste', () => {
  expect(composeComplaint(FULL)).toBe(
    [
      '【投诉】',
      '投诉人：张三；电话 13800138000；地址 拉萨市城关区某街1号',
      '被投诉方：某某家电商场；地址 拉萨市城关区某路2号',
      '时间：2026年11月1日',
      '地点：商场二楼',
      '商品或服务：电饭煲一个',
      '金额：399.00 元',
      '事情经过：买回家第三天不加热，商场不肯换。',
      '凭证：小票、照片',
      '要求：更换、退款',
    ].join('\n'),
  );
});

test('a nameless report gives nobody away and asks for nothing', () => {
  const draft: ComplaintDraft = { ...FULL, kind: 'report', anonymous: true };
  const text = composeComplaint(draft);
  expect(text).toContain('【举报】\n举报人：匿名\n被举报方：某某家电商场');
  for (const own of ['张三', '13800138000', '某街1号', '退款']) expect(text).not.toContain(own);
  expect(fieldsOf(draft)).not.toContain('name');
  expect(fieldsOf({ ...draft, anonymous: false })).toContain('name');
});

test.each<[string, Partial<ComplaintDraft>, boolean]>([
  ['nothing', {}, false],
  ['no more than what kind it is', { kind: 'report', anonymous: true }, false],
  ['spaces', { dispute: ' \n' }, false],
  ['a word', { otherName: '某' }, true],
  ['a day', { happenedOn: '2026-11-01' }, true],
  ['a request', { requests: ['退款'] }, true],
])('with %s, whether a draft was begun', (_, part, begun) => {
  expect(isBegun({ ...EMPTY_DRAFT, ...part })).toBe(begun);
});

test('what is empty is left out', () => {
  expect(composeComplaint({ ...EMPTY_DRAFT, dispute: ' 缺斤少两 ' })).toBe('【投诉】\n事情经过：缺斤少两');
});

test('an identity number does not get into the text, whatever the field', () => {
  for (const field of DRAFT_FIELDS) {
    expect(composeComplaint({ ...FULL, [field]: '110101199003072316' })).not.toContain('199003072316');
  }
});

const REVIEWS: [name: string, draft: ComplaintDraft, missing: string[], warnings: string[]][] = [
  ['complete', FULL, [], []],
  [
    'empty',
    EMPTY_DRAFT,
    [
      'name',
      'mobile',
      'address',
      'otherName',
      'otherAddress',
      'happenedOn',
      'place',
      'goods',
      'amount',
      'dispute',
      'requests',
    ],
    [],
  ],
  [
    'an empty nameless report',
    { ...EMPTY_DRAFT, kind: 'report', anonymous: true },
    ['otherName', 'otherAddress', 'happenedOn', 'place', 'dispute'],
    [],
  ],
  ['only blanks', { ...FULL, dispute: '  ' }, ['dispute'], []],
  ['three years ago to the day', { ...FULL, happenedOn: '2023-11-23' }, [], []],
  ['a day more', { ...FULL, happenedOn: '2023-11-22' }, [], ['too-old']],
  ['tomorrow', { ...FULL, happenedOn: '2026-11-24' }, [], ['in-future']],
  ['a telephone with area code', { ...FULL, mobile: '0891-6324567' }, [], []],
  ['no such telephone', { ...FULL, mobile: '123' }, [], ['mobile']],
  ['no such sum', { ...FULL, amount: '三百' }, [], ['amount']],
];

test.each(REVIEWS)('%s', (_, draft, missing, warnings) => {
  expect(reviewDraft(draft, TODAY)).toEqual({ missing, warnings });
});

test('three years before 29 February', () => {
  expect(reviewDraft({ ...FULL, happenedOn: '2025-02-28' }, '2028-02-29').warnings).toEqual([]);
  expect(reviewDraft({ ...FULL, happenedOn: '2025-02-27' }, '2028-02-29').warnings).toEqual(['too-old']);
});

test('the schema holds every field to its limit, and has none for an identity number', () => {
  expect(v.is(ComplaintDraftSchema, FULL)).toBe(true);
  for (const field of DRAFT_FIELDS) {
    expect(v.is(ComplaintDraftSchema, { ...FULL, [field]: '长'.repeat(DRAFT_LIMITS[field] + 1) })).toBe(false);
  }
  expect(Object.keys(ComplaintDraftSchema.entries).filter((name) => /id|card|identity/i.test(name))).toEqual([]);
});
