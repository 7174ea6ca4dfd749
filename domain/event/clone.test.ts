import fc from 'fast-check';
import { DAY_MS, dayOf, parseInstant } from '../time/time';
import { cloneDraft } from './clone';
import type { DraftBody } from './draft';

const at = (text: string): number => parseInstant(text) ?? 0;
const BODY: DraftBody = {
  campaign: 'open',
  title: '开放日',
  startsAt: '2026-09-10T14:00:00+08:00',
  endsAt: '2026-09-11T16:00:00+08:00',
  signUp: {
    form: 'visit',
    opensAt: '2026-09-01T09:00:00+08:00',
    closesAt: '2026-09-09T18:00:00+08:00',
    capacity: 20,
  },
};
const NOW = at('2026-09-02T08:00:00+08:00');

test('each instant moves by the same whole days, texts and seats stay', () => {
  expect(cloneDraft(BODY, '2026-10-10', NOW)).toEqual({
    ok: true,
    cleared: [],
    body: {
      ...{ campaign: 'open', title: '开放日' },
      ...{ startsAt: '2026-10-10T14:00:00+08:00', endsAt: '2026-10-11T16:00:00+08:00' },
      signUp: {
        ...{ form: 'visit', capacity: 20 },
        ...{ opensAt: '2026-10-01T09:00:00+08:00', closesAt: '2026-10-09T18:00:00+08:00' },
      },
    },
  });
});

test.each<[string, DraftBody, string, readonly string[]]>([
  ['sign-up would have opened already', BODY, '2026-09-05', ['signUp.opensAt']],
  ['sign-up would be closed', BODY, '2026-09-02', ['signUp.opensAt', 'signUp.closesAt']],
  ['all of it is over', BODY, '2026-08-01', ['startsAt', 'endsAt', 'signUp.opensAt', 'signUp.closesAt']],
  ['begun, not over', BODY, '2026-09-01', ['startsAt', 'signUp.opensAt', 'signUp.closesAt']],
  ['without sign-up', { ...BODY, signUp: null }, '2026-09-05', []],
])('what lies in the past is named: %s', (_, body, day, cleared) => {
  const copy = cloneDraft(body, day, NOW);
  expect(copy).toMatchObject({ ok: true, cleared });
  for (const path of cleared) expect(JSON.stringify(copy)).not.toContain(`"${path.replace('signUp.', '')}":"`);
});

test('an event without a start has no day to move from', () => {
  expect(cloneDraft({ campaign: 'open', title: '开放日' }, '2026-09-05', NOW)).toEqual({ ok: false, code: 'no-start' });
});

test('on any day: it starts there, at the same time of day, and nothing that is left lies in the past', () => {
  fc.assert(
    fc.property(fc.integer({ min: -400, max: 400 }), (days) => {
      const day = dayOf(NOW + days * DAY_MS);
      const copy = cloneDraft(BODY, day, NOW);
      if (!copy.ok) throw new Error(copy.code);
      const { startsAt, endsAt, signUp } = copy.body;
      if (startsAt !== undefined) expect(startsAt).toBe(`${day}T14:00:00+08:00`);
      for (const instant of [startsAt, endsAt, signUp?.opensAt, signUp?.closesAt]) {
        if (instant !== undefined) expect(at(instant)).toBeGreaterThanOrEqual(NOW);
      }
      const left = [startsAt, endsAt, signUp?.opensAt, signUp?.closesAt].filter((instant) => instant !== undefined);
      expect(left.length + copy.cleared.length).toBe(4);
    }),
    { seed: 13, numRuns: 200 },
  );
});
