import * as v from 'valibot';
import { findingOf } from '../problem/field-error';
import { findAskedMoney } from './asked-money';
import { CaseSchema, EMPTY_SUMMARY, HAND_NUMBERS, TEXT_PARTS } from './summary-body';
import { WrittenBodySchema } from './written-body';

const CASE = {
  title: '检验检测开放日走进校园',
  body: '组织三所学校的学生参观实验室。',
  paragraph: '三(一)',
  events: ['lab-1'],
  visibility: 'public',
};
const body = (change: object) => ({ texts: {}, hand: {}, cases: [], ...change });
const fieldErrors = (input: unknown) => {
  const parsed = v.safeParse(WrittenBodySchema, input);
  return parsed.success ? [] : parsed.issues.map(findingOf);
};

test('everything may be left empty: what is unknown is not 0', () => {
  expect(fieldErrors(body({}))).toEqual([]);
  expect(TEXT_PARTS.map((part) => EMPTY_SUMMARY.texts[part])).toEqual(['', '', '', '']);
  expect(HAND_NUMBERS.map((name) => EMPTY_SUMMARY.hand[name])).toEqual(HAND_NUMBERS.map(() => null));
});

test.each([
  ['a text', { texts: { measures: '一、加强组织领导。\n二、广泛宣传发动。' } }],
  ['a text of 1,000 characters', { texts: { next: '质'.repeat(1000) } }],
  ['the hotline and a landline', { texts: { results: '拨打12315或0891-6812345咨询。' } }],
  ['numbers by hand', { hand: { leaflets: 3000, media: 0, complaints: null } }],
  ['three cases', { cases: [CASE, CASE, CASE] }],
  ['a fee that was fought', { texts: { results: '严查乱收费行为，查处案件3起。' } }],
])('takes %s', (_, change) => {
  expect(fieldErrors(body(change))).toEqual([]);
});

test.each([
  ['a mobile number', { texts: { measures: '联系人13800138000' } }, 'texts.measures', 'mobile-number'],
  ['an identity number', { texts: { problems: '540102199003071234' } }, 'texts.problems', 'identity-number'],
  ['money asked for', { texts: { next: '报名费每人50元' } }, 'texts.next', 'fee-not-allowed'],
  ['too long a text', { texts: { results: '质'.repeat(1001) } }, 'texts.results', 'too-long'],
  ['a fifth part', { texts: { ranking: '第一' } }, 'texts.ranking', 'unknown-field'],
  ['less than none', { hand: { media: -1 } }, 'hand.media', 'too-small'],
  ['half a number', { hand: { boards: 1.5 } }, 'hand.boards', 'integer'],
  ['a number as a text', { hand: { boards: '12' } }, 'hand.boards', 'wrong-type'],
  ['a ninth number', { hand: { quota: 1 } }, 'hand.quota', 'unknown-field'],
  ['four cases', { cases: [CASE, CASE, CASE, CASE] }, 'cases', 'too-many'],
  ['a case without a title', { cases: [{ ...CASE, title: ' ' }] }, 'cases.0.title', 'required'],
  ['a mobile number in a case', { cases: [{ ...CASE, body: '138 0013 8000' }] }, 'cases.0.body', 'mobile-number'],
  ['one in its title', { cases: [{ ...CASE, title: '电话13800138000' }] }, 'cases.0.title', 'mobile-number'],
  ['money in a case', { cases: [{ ...CASE, body: '收取培训费' }] }, 'cases.0.body', 'fee-not-allowed'],
  ['another visibility', { cases: [{ ...CASE, visibility: 'all' }] }, 'cases.0.visibility', 'not-allowed'],
  [
    'four pictures',
    { cases: [{ ...CASE, pictures: Array(4).fill('00000000-0000-4000-8000-000000000000') }] },
    'cases.0.pictures',
    'too-many',
  ],
])('refuses %s', (_, change, path, code) => {
  expect(fieldErrors(body(change))).toEqual([{ path, code }]);
});

test('a case has no pictures unless it names them', () => {
  expect(v.parse(CaseSchema, CASE).pictures).toEqual([]);
});

test.each([
  ['减免检定费用30万元'],
  ['为企业节约检测费12万元。'],
  ['免收检测费8万元'],
  ['为小微企业减免检验检测费用，共计120余万元。'],
  ['共支出活动经费3万元'],
])('a report asks for nothing: %s', (text) => {
  expect(findAskedMoney(text)).toBeNull();
});

test.each([
  ['免收报名费，另交资料费50元'],
  ['减免后每人收取培训费20元'],
  ['减免检测费用30万元，报名费50元'],
  ['请缴纳会员费'],
])('asks for money: %s', (text) => {
  expect(findAskedMoney(text)).not.toBeNull();
});
