import type { WireEvent } from '../domain/event/event';
import { eventNamed } from '../domain/testing/fake-feed-server';
import { parseInstant } from '../domain/time/time';
import { type CardMarks, presentCard } from './present-event';

const NOW = parseInstant('2026-09-10T09:00:00+08:00') ?? 0;
const NONE: CardMarks = { changed: false, followed: false, mine: null, seats: undefined };
const seats = (taken: number, waiting = 0): Partial<CardMarks> => ({ seats: { capacity: 20, taken, waiting } });
const SIGN_UP = {
  form: 'visit' as const,
  opensAt: '2026-09-01T08:00:00+08:00',
  closesAt: '2026-09-17T18:00:00+08:00',
  capacity: 20,
  maxParty: 5,
};
const OPEN: Partial<WireEvent> = { signUp: SIGN_UP };

function badgesOf(part: Partial<WireEvent>, marks: Partial<CardMarks>, now = NOW): string[] {
  return presentCard(eventNamed('a', 1, part), now, null, { ...NONE, ...marks }).badges.map(
    ({ text, tone }) => `${text} ${tone}`,
  );
}

test.each<[string, Partial<WireEvent>, Partial<CardMarks>, string[]]>([
  ['without sign-up', {}, {}, []],
  ['open, seats not known', OPEN, {}, ['可报名 ink']],
  ['open, seats left', OPEN, seats(8), ['还剩 12 个名额 ink']],
  ['full', OPEN, seats(20), ['名额已满 gold']],
  ['seats left, but others wait', OPEN, seats(18, 2), ['需候补 gold']],
  ['groups', { signUp: { ...SIGN_UP, form: 'qc' } }, seats(8), ['还剩 12 个小组名额 ink']],
  ['signed up', OPEN, { ...seats(20), mine: 'confirmed' }, ['已报名 pine']],
  ['waiting', OPEN, { ...seats(20), mine: 'waitlisted' }, ['候补中 gold']],
  ['on its way', OPEN, { mine: 'sending' }, ['报名发送中 gold']],
  ['refused', OPEN, { mine: 'refused' }, ['报名未成功 vermilion']],
  [
    'not open yet',
    { signUp: { ...SIGN_UP, opensAt: '2026-09-11T09:00:00+08:00' } },
    {},
    ['9月11日 09:00 开放报名 ink'],
  ],
  ['closed', { signUp: { ...SIGN_UP, closesAt: '2026-09-09T09:00:00+08:00' } }, seats(20), ['报名已截止 grey']],
  [
    'cancelled, whatever else',
    { ...OPEN, status: 'cancelled' },
    { ...seats(3), mine: 'waitlisted' },
    ['已取消 vermilion'],
  ],
  ['suspended', { ...OPEN, suspended: true }, seats(3), ['核实中 vermilion']],
  ['suspended, signed up', { ...OPEN, suspended: true }, { mine: 'confirmed' }, ['核实中 vermilion', '已报名 pine']],
  [
    'the most important first',
    { ...OPEN, sample: true },
    { changed: true, followed: true, mine: 'confirmed' },
    ['有变动 vermilion', '已报名 pine', '已关注 grey', '示例 outline'],
  ],
])('a card, %s', (_, part, marks, badges) => {
  expect(badgesOf(part, marks)).toEqual(badges);
});

test('under way and over say so, and that one had signed up', () => {
  const during = parseInstant('2026-09-18T15:00:00+08:00') ?? 0;
  const after = parseInstant('2026-09-18T16:00:00+08:00') ?? 0;
  expect(badgesOf(OPEN, { mine: 'confirmed' }, during)).toEqual(['已报名 pine', '进行中 ink']);
  expect(badgesOf(OPEN, seats(20), after)).toEqual(['已结束 grey']);
});

test('only a confirmed sign-up is green', () => {
  const all: readonly CardMarks['mine'][] = ['confirmed', 'waitlisted', 'sending', 'refused', null];
  const green = all.filter((mine) => badgesOf(OPEN, { mine, ...seats(3) }).some((badge) => badge.endsWith(' pine')));
  expect(green).toEqual(['confirmed']);
});
