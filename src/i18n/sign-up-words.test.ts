import type { Change } from '../domain/change';
import { type FormKind, fieldsOf } from '../domain/sign-up-form';
import { parseInstant } from '../domain/time';
import { presentChange } from './present-change';
import { fieldLabel, presentFinding } from './present-finding';
import { t } from './strings';

const KINDS: readonly FormKind[] = ['visit', 'training', 'qc', 'metrology'];
const FIELDS = KINDS.flatMap((kind) =>
  fieldsOf(kind, 5).flatMap((field) => (field.input === 'people' ? [field, ...field.fields] : [field])),
);
const CHINESE = /^[^a-z]*[\u4e00-\u9fff][^a-z]*$/;

test.each([...new Set(FIELDS.map(({ name }) => name))])('the field %s has a name', (name) => {
  expect(fieldLabel(name)).toMatch(CHINESE);
});

test.each(FIELDS.flatMap((field) => ('options' in field ? field.options : [])))(
  'the option %s has a name',
  (option) => {
    expect(t.signUp.options[option]).toMatch(CHINESE);
  },
);

const SEAT_REFUSALS = [
  ...['event-cancelled', 'no-sign-up', 'already-signed-up', 'not-open', 'closed'],
  ...['consent-outdated', 'party-too-large', 'full', 'more-seats', 'event-started'],
];
test.each([...SEAT_REFUSALS, 'invalid-input', 'event-not-found', 'campaign-closed', 'too-many-requests'])(
  'the refusal %s is said in plain words',
  (code) => {
    expect(t.signUp.refusals[code]?.join('')).toMatch(/[\u4e00-\u9fff]/);
  },
);

test.each([
  ['required', 'name', 'contactName', '请填写联系人姓名'],
  ['required', 'choice', 'topicType', '请选择课题类型'],
  ['too-long', 'line', 'topic', '课题名称太长了，请写短一些'],
  ['party-too-large', 'count', 'partySize', '每次最多 5 人，请减少人数'],
  ['credit-code-unsure', 'credit-code', 'creditCode', t.signUp.errors.creditCodeUnsure],
  ['duplicate-person', 'name', 'name', '与前面一位的姓名、手机号相同，请核对'],
  ['something-new', 'line', 'topic', '课题名称好像不对，请检查'],
] as const)('%s of a %s', (code, input, name, words) => {
  expect(presentFinding({ path: name, code }, name, input, 5)).toBe(words);
});

test('a character that cannot be shown is named', () => {
  const finding = { path: 'contactName', code: 'unknown-character', character: 'U+E5E5' };
  expect(presentFinding(finding, 'contactName', 'name', 5)).toContain('U+E5E5');
});

const NOW = parseInstant('2026-09-10T09:00:00+08:00') ?? 0;
const time = (day: string) => ({ startsAt: `2026-09-${day}T14:00:00+08:00`, endsAt: `2026-09-${day}T16:00:00+08:00` });

test.each<[Change, string, string]>([
  [{ field: 'title', from: '甲', to: '乙' }, '甲', '乙'],
  [{ field: 'time', from: time('18'), to: time('19') }, '9月18日 周五 14:00–16:00', '9月19日 周六 14:00–16:00'],
  [{ field: 'venue', from: null, to: { name: '啤酒厂', address: '色拉路36号' } }, '未定', '啤酒厂（色拉路36号）'],
  [{ field: 'meetAt', from: null, to: '东门' }, '没有另外说明', '东门'],
  [
    { field: 'status', from: { status: 'scheduled' }, to: { status: 'cancelled', reason: '大雪' } },
    '如期举行',
    '已取消（大雪）',
  ],
])('%j in words', (change, from, to) => {
  expect(presentChange(change, NOW)).toMatchObject({ from, to });
});
