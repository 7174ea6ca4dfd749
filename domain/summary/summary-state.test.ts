import * as v from 'valibot';
import {
  AcceptBodySchema,
  decideReceived,
  decideSummary,
  ReceivedBodySchema,
  ReturnBodySchema,
  type StoredSummary,
  type SummaryAct,
} from './summary-state';

const HASH = 'a'.repeat(64);
const OTHER = 'b'.repeat(64);
const stored = (state: StoredSummary['state'], version = 1): StoredSummary => ({
  state,
  version,
  hash: version === 0 ? null : HASH,
});
const ACCEPT: SummaryAct = { act: 'accept', version: 1, hash: HASH };
const RETURN: SummaryAct = { act: 'return', version: 1 };
const no = (code: string) => ({ ok: false, code });
const yes = (state: string, version = 1) => ({ ok: true, state, version });

test.each<readonly [string, StoredSummary, SummaryAct, object]>([
  ['a new one is written', stored('draft', 0), { act: 'write' }, yes('draft', 0)],
  ['a draft is submitted', stored('draft', 0), { act: 'submit' }, yes('submitted', 1)],
  ['a draft is not withdrawn', stored('draft'), { act: 'withdraw' }, no('summary-not-submitted')],
  ['a draft is not accepted', stored('draft'), ACCEPT, no('summary-not-submitted')],
  ['a draft is not returned', stored('draft'), RETURN, no('summary-not-submitted')],
  ['submitted, it is not written', stored('submitted'), { act: 'write' }, no('summary-submitted')],
  ['submitted, it is not submitted again', stored('submitted'), { act: 'submit' }, no('summary-submitted')],
  ['submitted, it is withdrawn', stored('submitted'), { act: 'withdraw' }, yes('draft')],
  ['submitted, it is accepted as seen', stored('submitted'), ACCEPT, yes('accepted')],
  ['another version since', stored('submitted', 2), ACCEPT, no('summary-changed')],
  ['another hash', stored('submitted'), { ...ACCEPT, hash: OTHER }, no('summary-changed')],
  ['submitted, it is returned', stored('submitted'), RETURN, yes('returned')],
  ['another version is not returned', stored('submitted', 2), RETURN, no('summary-changed')],
  ['returned, it is written', stored('returned'), { act: 'write' }, yes('returned')],
  ['returned, it is submitted as the next version', stored('returned'), { act: 'submit' }, yes('submitted', 2)],
  ['withdrawn, it is submitted as the next version', stored('draft', 2), { act: 'submit' }, yes('submitted', 3)],
  ['returned, it is not withdrawn', stored('returned'), { act: 'withdraw' }, no('summary-not-submitted')],
  ['returned, it is not accepted', stored('returned'), ACCEPT, no('summary-not-submitted')],
  ['returned, it is not returned again', stored('returned'), RETURN, no('summary-not-submitted')],
  ['accepted, it is not written', stored('accepted'), { act: 'write' }, no('summary-accepted')],
  ['accepted, it is not submitted', stored('accepted'), { act: 'submit' }, no('summary-accepted')],
  ['accepted, it is not withdrawn', stored('accepted'), { act: 'withdraw' }, no('summary-accepted')],
  ['accepted, it is not returned', stored('accepted'), RETURN, no('summary-accepted')],
  ['the same acceptance again', stored('accepted'), ACCEPT, yes('accepted')],
  ['another acceptance', stored('accepted'), { ...ACCEPT, hash: OTHER }, no('summary-changed')],
])('%s', (_, summary, act, decision) => {
  expect(decideSummary(summary, act)).toEqual(decision);
});

test.each([
  ['nothing begun', null, '2025-10-09', { ok: true }],
  ['a draft', 'draft', '2025-10-09', { ok: true }],
  ['a returned one', 'returned', '2025-10-08', { ok: true }],
  ['a submitted one', 'submitted', '2025-10-09', no('summary-submitted')],
  ['an accepted one', 'accepted', '2025-10-09', no('summary-accepted')],
  ['a day to come', null, '2025-10-10', no('in-future')],
] as const)('received on paper: %s', (_, state, on, decision) => {
  expect(decideReceived(state, on, '2025-10-09')).toEqual(decision);
});

test.each([
  ['accepting no version', AcceptBodySchema, { hash: HASH }],
  ['accepting without the hash', AcceptBodySchema, { version: 1 }],
  ['a hash that is none', AcceptBodySchema, { version: 1, hash: 'A'.repeat(64) }],
  ['version 0', AcceptBodySchema, { version: 0, hash: HASH }],
  ['returning without a reason', ReturnBodySchema, { version: 1, reason: ' ' }],
  ['received without a name', ReceivedBodySchema, { on: '2025-10-09' }],
  ['received on no day', ReceivedBodySchema, { on: '2025-02-30', who: '卓玛' }],
])('refuses %s', (_, schema, input) => {
  expect(v.is(schema, input)).toBe(false);
});
