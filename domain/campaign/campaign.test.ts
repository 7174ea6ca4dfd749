import * as v from 'valibot';
import { CampaignSchema, monthState } from './campaign';
import { BUILT_IN_GUIDE } from '../complaint/built-in-guide';
import { DaySchema } from '../time/day';
import { campaignNamed } from '../testing/fake-feed-server';

const SEPTEMBER = { from: '2026-09-01', to: '2026-09-30' };

test.each([
  ['long before', '2026-07-31', { phase: 'before', daysToGo: 32 }],
  ['the eve', '2026-08-31', { phase: 'before', daysToGo: 1 }],
  ['the first day', '2026-09-01', { phase: 'during', day: 1, of: 30 }],
  ['the last day', '2026-09-30', { phase: 'during', day: 30, of: 30 }],
  ['the day after', '2026-10-01', { phase: 'after' }],
])('%s', (_, today, expected) => {
  expect(monthState(SEPTEMBER, today)).toEqual(expected);
});

test('a month may cross the year, or last a day', () => {
  expect(monthState({ from: '2026-12-31', to: '2027-01-02' }, '2027-01-01')).toEqual({
    phase: 'during',
    day: 2,
    of: 3,
  });
  expect(monthState({ from: '2026-09-01', to: '2026-09-01' }, '2026-09-01')).toEqual({
    phase: 'during',
    day: 1,
    of: 1,
  });
});

test.each([
  ['2026-09-18', true],
  ['2026-09-31', false],
  ['2026-9-18', false],
])('%s is a day: %p', (text, expected) => {
  expect(v.is(DaySchema, text)).toBe(expected);
});

const GUIDE = { ...BUILT_IN_GUIDE, phone: '96315' };

test.each([
  ['as it should be', GUIDE, GUIDE],
  ['with more in it than this version knows', { ...GUIDE, chapters: [] }, GUIDE],
  ['without hotlines that were merged', { ...GUIDE, merged: [] }, { ...GUIDE, merged: [] }],
  ['empty', {}, undefined],
  ['of another shape', { ...GUIDE, version: 2, rules: 'https://example.cn/rules' }, undefined],
  ['without a rule', { ...GUIDE, rules: [] }, undefined],
  ['without anything to prepare', { ...GUIDE, checklist: [] }, undefined],
  ['with a site that is no host', { ...GUIDE, web: 'javascript:alert(1)' }, undefined],
  ['null', null, undefined],
])('a guide to 12315 %s never keeps the rest of the feed out', (_, guide12315, expected) => {
  const campaign = campaignNamed('2026');
  const parsed = v.parse(CampaignSchema, { ...campaign, guide12315 });
  expect(parsed).toMatchObject(campaign);
  expect(parsed.guide12315).toEqual(expected);
});

test('how a server is set up, where a phone cannot read it, never keeps the rest of the feed out', () => {
  const campaign = campaignNamed('2026');
  expect(v.parse(CampaignSchema, { ...campaign, deployment: { app12315: 'new-kind-of-id' } })).toEqual(campaign);
});
