import type { Change } from '../domain/event/change';
import { type FormKind, fieldsOf } from '../domain/sign-up/sign-up-form';
import { parseInstant } from '../domain/time/time';
import { presentChange } from './present-change';
import { fieldLabel, presentFieldError } from './present-field-error';
import { signUpForm } from './strings';

const KINDS: readonly FormKind[] = ['visit', 'training', 'qc', 'metrology'];
const FIELDS = KINDS.flatMap((kind) =>
  fieldsOf(kind, 5).flatMap((field) => (field.input === 'people' ? [field, ...field.fields] : [field])),
);
const CHINESE = /^[^a-z]*[\u4e00-\u9fff][^a-z]*$/;

test.each(FIELDS)('the field $name has a name', (field) => {
  expect(fieldLabel(field)).toMatch(CHINESE);
});

test.each(FIELDS.flatMap((field) => ('options' in field ? field.options : [])))(
  'the option %s has a name',
  (option) => {
    expect(signUpForm.options[option]).toMatch(CHINESE);
  },
);

const SEAT_REFUSALS = [
  ...['event-cancelled', 'no-sign-up', 'already-signed-up', 'not-open', 'closed'],
  ...['consent-outdated', 'wechat-account-needed', 'party-too-large', 'full', 'more-seats', 'event-started'],
];
test.each([...SEAT_REFUSALS, 'invalid-input', 'event-not-found', 'campaign-closed', 'too-many-requests'])(
  'the refusal %s is said in plain words',
  (code) => {
    expect(signUpForm.refusals[code]?.join('')).toMatch(/[\u4e00-\u9fff]/);
  },
);

const field = (name: string): (typeof FIELDS)[number] => {
  const found = FIELDS.find((each) => each.name === name);
  if (found === undefined) throw new Error(`no field ${name}`);
  return found;
};

test.each([
  ['required', 'contactName', '请填写联系人姓名'],
  ['required', 'topicType', '请选择课题类型'],
  ['too-long', 'topic', '课题名称最多 80 字，请删减'],
  ['too-large', 'members', '小组人数最多 100 人'],
  ['party-too-large', 'partySize', '每个账号最多报 5 人，请减少人数'],
  ['duplicate-person', 'attendees', '与前面的人姓名、手机号都相同，请修改或删除'],
  ['something-new', 'topic', '课题名称似乎有误，请检查'],
] as const)('%s of %s', (code, name, words) => {
  expect(presentFieldError({ path: name, code }, field(name), 5)).toBe(words);
});

test.each(['name', 'mobile', 'credit-code', 'credit-code-unsure', 'duplicate-person', 'id-number'])(
  'the finding %s has words of its own',
  (code) => {
    expect(signUpForm.errors.codes[code]).toMatch(/[\u4e00-\u9fff]/);
  },
);

test('a character that cannot be shown is named', () => {
  const finding = { path: 'contactName', code: 'unknown-character', character: 'U+E5E5' };
  expect(presentFieldError(finding, field('contactName'), 5)).toContain('U+E5E5');
});

const NOW = parseInstant('2026-09-10T09:00:00+08:00') ?? 0;
const time = (day: string) => ({
  startsAt: Date.parse(`2026-09-${day}T14:00:00+08:00`),
  endsAt: Date.parse(`2026-09-${day}T16:00:00+08:00`),
});

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
