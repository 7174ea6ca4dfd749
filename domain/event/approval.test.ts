import { APPROVALS, type Approval } from '../organisation/organisation';
import { isUrgentDifference, needsApproval, strictestOf, withUrgentPart } from './approval';
import type { PublishBody } from './event';
import { parseInstant } from '../time/time';

const instant = (text: string): number => parseInstant(text) ?? Number.NaN;

test.each<[string, readonly Approval[], boolean, boolean]>([
  ['nobody above', [], false, false],
  ['off', ['off'], false, false],
  ['first, nothing published yet', ['first'], false, true],
  ['first, something published', ['first'], true, false],
  ['all, nothing published yet', ['all'], false, true],
  ['all, something published', ['all'], true, true],
  ['two above: the stricter holds', ['off', 'all'], true, true],
  ['two above, the other way round', ['all', 'off'], true, true],
  ['first and off', ['first', 'off'], false, true],
])('%s', (_, settings, hasPublished, expected) => {
  expect(needsApproval(settings, hasPublished)).toBe(expected);
});

test('the strictest is there whatever the order', () => {
  for (const one of APPROVALS) {
    for (const other of APPROVALS) {
      const index = Math.max(APPROVALS.indexOf(one), APPROVALS.indexOf(other));
      expect(strictestOf([one, other])).toBe(APPROVALS[index]);
    }
  }
});

const SIGN_UP = {
  form: 'visit',
  opensAt: instant('2026-09-01T09:00:00+08:00'),
  closesAt: instant('2026-09-09T18:00:00+08:00'),
  capacity: 20,
  maxParty: 4,
} as const;
const BODY: PublishBody = {
  campaign: 'open',
  programmeId: 'open-day',
  title: '开放日',
  summary: '',
  organiser: { name: '拉萨市市场监督管理局' },
  region: '540102',
  venue: null,
  startsAt: instant('2026-09-10T14:00:00+08:00'),
  endsAt: instant('2026-09-10T16:00:00+08:00'),
  audiences: ['公众'],
  signUp: SIGN_UP,
};

test.each<[string, PublishBody['signUp'], PublishBody['signUp']]>([
  ['more seats', { ...SIGN_UP, capacity: 40 }, { ...SIGN_UP, capacity: 40 }],
  ['fewer', { ...SIGN_UP, capacity: 2 }, { ...SIGN_UP, capacity: 2 }],
  ['another party', { ...SIGN_UP, maxParty: 1 }, { ...SIGN_UP, maxParty: 1 }],
  [
    'an earlier end, in another offset',
    { ...SIGN_UP, closesAt: instant('2026-09-08T10:00:00Z') },
    { ...SIGN_UP, closesAt: instant('2026-09-08T10:00:00Z') },
  ],
  ['a later end waits', { ...SIGN_UP, closesAt: instant('2026-09-10T10:00:00+08:00') }, SIGN_UP],
  ['an earlier beginning waits', { ...SIGN_UP, opensAt: instant('2026-08-01T09:00:00+08:00') }, SIGN_UP],
  ['another form waits', { ...SIGN_UP, form: 'training' }, SIGN_UP],
  ['no sign-up any more waits', null, SIGN_UP],
])('%s', (_, signUp, expected) => {
  expect(withUrgentPart(BODY, { signUp })).toEqual({ ...BODY, signUp: expected });
});

test('sign-up where there was none waits', () => {
  expect(withUrgentPart({ ...BODY, signUp: null }, { signUp: SIGN_UP }).signUp).toBeNull();
});

test.each([
  ['more seats', 'signUp.capacity', 20, 40, true],
  ['fewer seats', 'signUp.capacity', 20, 10, true],
  ['a smaller party', 'signUp.maxParty', 4, 2, true],
  ['an earlier end of sign-up', 'signUp.closesAt', '2026-09-09T18:00:00+08:00', '2026-09-08T18:00:00+08:00', true],
  ['a later end of sign-up', 'signUp.closesAt', '2026-09-08T18:00:00+08:00', '2026-09-09T18:00:00+08:00', false],
  ['sign-up where there was none', 'signUp.capacity', null, 20, false],
  ['an end of sign-up where there was none', 'signUp.closesAt', null, '2026-09-08T18:00:00+08:00', false],
  ['another title', 'title', '开放日', '别的', false],
])('%s waits for nobody: %s', (_, path, from, to, isUrgent) => {
  expect(isUrgentDifference({ path, from, to })).toBe(isUrgent);
});
